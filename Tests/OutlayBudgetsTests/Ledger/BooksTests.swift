import Foundation
import OutlayBudgets
import OutlayProblems
import OutlayStreams
import Testing

/// Random streams of commands on books in memory and on a ledger that was written another way.
@Suite struct BooksTests {
    private let trial = StreamTrial<Books>(
        make: { () throws(Problem) in Books(approvalRules: try StreamRules.rules()) },
        reopen: { $0 },
        verify: { books throws(Problem) in books.verify(anchors: [try books.checkpoint()]) })

    /// The seeds of the streams; `OUTLAY_STREAMS` says how many others than usual.
    static let seeds: ClosedRange<UInt64> = {
        let count = ProcessInfo.processInfo.environment["OUTLAY_STREAMS"].flatMap { UInt64($0) }
        return 1...max(1, count ?? 30)
    }()

    @Test func `the streams reach what a ledger can answer`() throws {
        var found: [String: Int] = [:]
        for seed in UInt64(1)...30 {
            var reference = ReferenceLedger()
            for (index, step) in LedgerOperation.stream(400, seed: seed).enumerated() {
                let answer = reference.take(step, day: index / 2, month: 1)
                let name = step.description.prefix { $0 != "(" }
                found["\(name) \(answer)", default: 0] += 1
            }
        }
        let wanted = [
            "allot refused:idempotency_conflict", "transfer accepted",
            "transfer refused:insufficient_funds", "submit accepted",
            "submit refused:insufficient_funds", "submit refused:already_exists",
            "approve pending", "approve approved", "approve refused:self_approval",
            "approve refused:already_approved", "approve refused:not_an_approver",
            "reject rejected", "withdraw withdrawn", "amend accepted", "amend pending",
            "amend refused:insufficient_funds", "amend refused:below_billed", "cancel accepted",
            "invoice accepted", "invoice refused:duplicate_invoice",
            "invoice refused:over_invoice_tolerance", "credit accepted",
            "credit refused:over_credit", "carry accepted", "override accepted",
            "override refused:override_limit_exceeded", "invoiceParts accepted",
            "invoiceParts refused:bad_command", "invoiceParts refused:over_invoice_tolerance",
            "giveBack returned", "emergency accepted",
        ]
        for outcome in wanted { #expect(found[outcome, default: 0] > 0, "\(outcome)") }
    }

    @Test(arguments: seeds)
    func `any stream of commands ends as in a ledger that adds up documents`(seed: UInt64) {
        let fault = trial.fault(seed: seed, count: 400)
        #expect(fault == nil)
    }
}
