import Foundation
import Outlay
import Testing

@testable import OutlayScenarios

@Suite struct ScenarioRunTests {
    private static let path = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "OutlayBudgetsTests/Scenarios/budget.json").path

    @Test func `every worked scenario ends as it should through a ledger file`() throws {
        let file = try ScenarioFile(FileReading.bytes(of: Self.path), path: Self.path)
        #expect(file.scenarios.count == 15)
        for (index, scenario) in file.scenarios.enumerated() {
            #expect(ScenarioRun.play(file, index, filePath: Self.path) == [], "\(scenario.id)")
        }
    }

    @Test(arguments: [
        (#""op":"allott""#, ProblemCode.unknownChoice),
        (#""op":"allot","lien":"A""#, .unknownField),
    ])
    func `what is not known is an error`(text: String, code: ProblemCode) {
        let file = """
            {"version":1,"currency":"USD","scenarios":[{"id":"X","given":{"lines":{"A":{}}},
            "when":[{\(text),"line":"A","amount":"1.00"}]}]}
            """
        let problem = #expect(throws: Problem.self) {
            try ScenarioFile(Array(file.utf8), path: "x.json")
        }
        #expect(problem?.code == code)
    }

    @Test func `a wrong expectation fails`() throws {
        let text = """
            {"version":1,"currency":"USD","scenarios":[{"id":"X","given":{"lines":{"A":{}}},
            "when":[{"op":"allot","line":"A","amount":"1.00","expect":{"result":"accepted",
            "balances":{"A":{"allot":"2.00"}}}}]}]}
            """
        let file = try ScenarioFile(Array(text.utf8), path: "x.json")
        #expect(
            ScenarioRun.play(file, 0, filePath: "x.json")
                == ["operation 1: A allot 1.00, not 2.00"])
    }
}
