import Foundation
import OutlayBudgets
import OutlayEncoding
import OutlayValues
import Testing

@Suite struct BudgetStoreTests {
    static let scenarios: [JSONValue] = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Scenarios")
        guard let data = try? Data(contentsOf: folder.appendingPathComponent("budget.json")),
            let document = try? JSONValue(parsing: String(decoding: data, as: UTF8.self))
        else { return [] }
        return document["scenarios"].elements
    }()

    @Test func `all worked scenarios are there`() {
        #expect(Self.scenarios.count == 15)
    }

    @Test(arguments: scenarios.map { $0["id"].text ?? "" })
    func `a worked scenario ends as it should`(id: String) throws {
        let scenario = try #require(Self.scenarios.first { $0["id"].text == id })
        var player = try ScenarioPlayer(scenario, currency: .usd)
        for (index, operation) in scenario["when"].elements.enumerated() {
            let faults = try player.play(operation)
            #expect(
                faults == [], "\(id), operation \(index + 1): \(operation.text(indentation: nil))")
        }
    }
}
