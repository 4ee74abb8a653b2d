import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayBudgets

@Suite struct RefusalTests {
    @Test func `every refusal of a rule has words, a code of its own kind and one outcome`() throws
    {
        for code in Set(AllRules.descriptors.flatMap(\.refusals)) {
            // The framework's own limits are the ledger's to word.
            if [.frameworkVendor, .frameworkPeriod].contains(code) { continue }
            var refusal = Refusal(code, subject: "REQ-1", note: "a-rule")
            refusal.person = "mia"
            let problem = try #require(refusal.approvalProblem(in: .eur), "\(code)")
            #expect(problem.code.rawValue.hasPrefix("OL5"), "\(code)")
            #expect(!problem.summary.contains("%") && !problem.reason.contains("%"), "\(code)")
            let expected: ProblemCode.Outcome =
                switch code.outcome {
                case .rule: .refused
                case .malformed: .malformed
                case .undecidable: .undecidable
                case .forbidden: .forbidden
                case .conflict: .conflict
                }
            #expect(problem.code.outcome == expected, "\(code)")
        }
    }

    @Test func `amounts and persons are named`() throws {
        var refusal = Refusal(.delegationLimit, subject: "REQ-2026-031")
        refusal.available = MinorUnits(200_000)
        refusal.requested = MinorUnits(250_000)
        refusal.shortBy = MinorUnits(50_000)
        let problem = try #require(refusal.approvalProblem(in: .eur))
        #expect(problem.summary == "`REQ-2026-031` is above the delegation's limit by 500.00")
        #expect(problem.reason == "the limit is 2000.00, and the judged total is 2500.00")

        var own = Refusal(.selfApproval, subject: "REQ-2026-031", note: "requester-not-approver")
        own.person = "pm.support"
        let bar = try #require(own.approvalProblem(in: .eur))
        #expect(bar.code.rawValue == "OL521")
        #expect(bar.summary == "`pm.support` cannot approve `REQ-2026-031`")
        #expect(bar.reason == "it is their own request, and `requester-not-approver` bars them")
        #expect(bar.hint == "it can be withdrawn instead")
    }

    @Test func `a percent sign of the user's own is kept`() throws {
        let refusal = Refusal(.duplicateInvoice, subject: "5%person%")
        #expect(
            refusal.approvalProblem(in: .eur)?.summary == "invoice `5%person%` is booked already")
    }

    @Test func `a refusal of the ledger has no words here`() {
        #expect(Refusal(.insufficientFunds).approvalProblem(in: .eur) == nil)
    }

    @Test func `flags of approvals are warnings`() {
        for flag in AnswerFlag.allCases {
            guard let problem = flag.approvalProblem(about: "R1") else { continue }
            #expect(problem.severity == .warning)
        }
        #expect(
            AnswerFlag.splitSuspected.approvalProblem(about: "R1")?.code.rawValue == "OL546")
    }
}
