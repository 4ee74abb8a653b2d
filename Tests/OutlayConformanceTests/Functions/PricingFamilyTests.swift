import Foundation
import Outlay
import Testing

@testable import OutlayConformance

/// Known answers of prices, growth and money.
@Suite struct PricingFamilyTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "OutlayEconomicsTests/Vectors")

    @Test(arguments: [
        ("pricing", 25), ("escalate", 8), ("energyCost", 2), ("downtimeCost", 1),
        ("optimismBias", 2), ("currency", 6), ("rounding", 2), ("allocation", 5),
    ])
    func `every known answer comes out, and none is left out`(group: String, count: Int) {
        let run = Conformance(
            below: Self.folder.appending(path: "\(group).json").path, draws: 1)
        #expect(run.faults.map(\.id) == [])
        #expect(run.total == Conformance.Count(passed: count))
    }

    /// Answers worked by hand, of forms that the shared cases do not have.
    @Test(arguments: [
        (#""pricing.discounts", "inputs": {"list": "1000", "discounts": [{"percent": "0.2"}, "#
            + #"{"percent": "0.05"}], "mode": "compound"}, "expected": "760""#),
        (#""pricing.commitment.payments", "inputs": {"hourlyCommit": "1.00", "hoursPerYear": 8760, "#
            + #""termYears": 1, "option": "partialUpfront"}, "expected": {"oneTime": "4380", "#
            + #""perMonthAverage": "365", "effectiveCostPerHour": "1"}"#),
        (#""escalate.constant", "inputs": {"base": 100, "rate": 0.1, "years": 2, "#
            + #""firstEscalationAppliesTo": "year2"}, "expected": [100, 110]"#),
        (#""escalate.monthly", "inputs": {"monthlyBase": "1250.00", "annualUplift": "0.05", "#
            + #""months": 25, "rounding": "centsHalfEven"}, "expected": {"month25": "1378.12"}"#),
        (#""pricing.volume", "inputs": {"quantity": "10", "tiers": [{"upTo": null, "#
            + #""unitPrice": "-1"}]}, "expected": {"error": "negativePrice"}"#),
    ])
    func `further forms of a case are answered`(text: String) throws {
        let node = try JSONReader.read(
            SourceText(path: "case", bytes: Array(#"{"id": "a", "function": \#(text)}"#.utf8)))
        #expect(Conformance.outcome(of: node, draws: 1) == .passed)
    }

    @Test func `another answer than the library's fails`() throws {
        let text = """
            {"id": "a", "function": "downtimeCost", "inputs": {"availability": "0.99",
             "hoursPerYear": "100", "costPerHour": "10"}, "expected": "11"}
            """
        let node = try JSONReader.read(SourceText(path: "case", bytes: Array(text.utf8)))
        guard case .failed = Conformance.outcome(of: node, draws: 1) else {
            Issue.record("a wrong answer passes")
            return
        }
    }
}
