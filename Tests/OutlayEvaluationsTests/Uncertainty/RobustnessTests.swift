import Outlay
import Testing

@Suite struct RobustnessTests {
    @Test func `the help desk's case is better than most of its ranges`() throws {
        var result = try Helpdesk.evaluation().run(asOf: day("2026-11-23"))
        #expect(result.robustness == nil && result.finding(.optimisticCase) == nil)
        try result.assessRobustness()
        let finding = try #require(result.finding(.optimisticCase))
        #expect(
            finding.summary
                == "the stated case of Northwind Desk is better than 82 % of its own ranges "
                + "(P50 NPV about +74 000)")
        #expect(finding.location == .part("option northwind"))
        let notes = try #require(result.findings.firstIndex { $0.severity == .note })
        #expect(result.findings[..<notes].contains { $0.code == .optimisticCase })
    }

    @Test func `without ranges there is nothing to draw`() throws {
        var result = try Choice().run()
        try result.assessRobustness()
        #expect(result.robustness?.risk == nil)
        #expect(result.robustness?.oneWay.bars.isEmpty == true)
        let risk = try result.risk(trials: 100, seed: 1)
        #expect(risk.options.allSatisfy { $0.totalCost.all.standardError == 0 })
        #expect(risk.options.allSatisfy { $0.shareWorseThanStated.all == 0.5 })
    }

    @Test func `knowing the price is worth what is worked out by hand`() throws {
        // `a` costs 100 at once, `b` an even number from 60 to 120: see the simulation's own test.
        var choice = Choice()
        choice.costs = ["a": "100", "b": "80"]
        choice.isScored = false
        var evaluation = try choice.evaluation()
        for (index, amount) in ["100", "80"].enumerated() {
            evaluation.options[index].lines[0].model = try Helpdesk.oneOff(amount)
        }
        evaluation.options[1].lines[0].range = UncertainRange(
            low: exact("60"), high: exact("120"), distribution: .uniform)
        let result = try evaluation.run(asOf: day("2026-11-23"))
        let risk = try result.risk(trials: 20_000, seed: 1)
        let report = try #require(try result.informationReport(risk))
        #expect(report.choice == "b" && report.method == .closedForm)
        #expect(abs(report.inputs[0].value - 10.0 / 3) < 1e-4)
        #expect(abs(report.everything - 10.0 / 3) < 0.2)
    }
}
