import Foundation
import OutlayBudgets
import OutlayEncoding
import OutlayProblems
import OutlayValues
import Testing

/// Random streams of commands on books in memory and on a ledger that was written another way.
@Suite struct BooksTests {
    /// Plays steps on both; returns where they first part, or nil.
    static func difference(_ steps: [LedgerOperation]) throws -> String? {
        var books = try StreamLedger()
        var reference = ReferenceLedger()
        for (index, step) in steps.enumerated() {
            let day = index / 2
            let date = CalendarDate(dayNumber: 20_454 + day)
            let found = try books.take(step, on: date)
            let wanted = reference.take(step, day: day, month: date.month)
            if found != wanted { return "step \(index + 1): \(found), not \(wanted)" }
            if let fault = try books.fault(against: reference) {
                return "step \(index + 1): \(fault)"
            }
        }
        return try books.replayFault()
    }

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
    func `any stream of commands ends as in a ledger that adds up documents`(seed: UInt64) throws {
        let steps = LedgerOperation.stream(400, seed: seed)
        guard let fault = try Self.difference(steps) else { return }
        let least = LedgerOperation.minimised(steps) { shorter in
            (try? Self.difference(shorter)) != .some(nil)
        }
        let list = least.map(\.description).joined(separator: "\n")
        Issue.record(
            "seed \(seed): \(fault); least:\n\(list)\n\((try? Self.difference(least)) ?? "")")
    }
}
