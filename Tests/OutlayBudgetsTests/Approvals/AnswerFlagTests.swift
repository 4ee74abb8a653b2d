import OutlayProblems
import Testing

@testable import OutlayBudgets

@Suite struct AnswerFlagTests {
    @Test func `flags of approvals are warnings in words`() {
        let texts = AnswerFlag.allCases.compactMap { flag in
            flag.approvalProblem(about: "REQ-2026-031").map { problem in
                #expect(problem.severity == .warning)
                return "\(problem.code.rawValue) \(problem.summary): \(problem.reason)"
            }
        }
        #expect(
            texts == [
                "OL546 `REQ-2026-031` may be a part of a split purchase: with others in the window "
                    + "it crosses a threshold; the sum picked the path",
                "OL547 `REQ-2026-031` may be a duplicate: another one of the same party is much like it",
                "OL548 `REQ-2026-031` was bought before its approval: it is ratified afterwards, and "
                    + "listed as such",
                "OL549 `REQ-2026-031` buys from a new vendor: nothing was bought from this party before",
            ])
    }

    @Test func `every flag is a warning in words`() {
        let texts = AnswerFlag.allCases.filter { $0.approvalProblem(about: "R1") == nil }.map {
            let problem = $0.problem(about: "R1")
            #expect(problem.severity == .warning)
            return "\(problem.code.rawValue) \(problem.summary)"
        }
        #expect(
            texts == [
                "OL430 `R1` goes beyond the allotment, within its tolerance",
                "OL430 `R1` goes beyond the allotment",
                "OL412 `R1` takes a line above its warning level",
                "OL431 `R1` goes beyond the budget by an override",
                "OL432 `R1` charges a future year that has no money yet",
            ])
    }

    @Test func `the ledger's own flags are not worded here`() {
        #expect(AnswerFlag.overBudget.approvalProblem(about: "R1") == nil)
    }
}
