import OutlayBudgets
import OutlayProblems
import OutlayValues

/// Random streams of commands through a store and through a ledger that was written another way.
///
/// Every answer has to be the same, every balance what the documents add up to after each transaction,
/// and in the end a replay of the journal has to make every row byte for byte.
package struct StreamTrial<Store: BudgetStore> {
    private let make: () throws(Problem) -> Store
    private let reopen: (Store) throws(Problem) -> Store
    private let verify: (Store) throws(Problem) -> Verification

    /// Creates a trial.
    ///
    /// - Parameters:
    ///   - make: Makes an empty store, with the rules of ``StreamRules/rules()``.
    ///   - reopen: Closes a store and opens it again.
    ///   - verify: Verifies a store against its own checkpoint.
    package init(
        make: @escaping () throws(Problem) -> Store,
        reopen: @escaping (Store) throws(Problem) -> Store,
        verify: @escaping (Store) throws(Problem) -> Verification
    ) {
        self.make = make
        self.reopen = reopen
        self.verify = verify
    }

    /// Plays the stream of a seed; returns where the two part, with the shortest stream that is found to
    /// part them as well, or nil where they agree.
    package func fault(seed: UInt64, count: Int) -> String? {
        let steps = LedgerOperation.stream(count, seed: seed)
        guard let fault = difference(steps, seed: seed) else { return nil }
        let least = LedgerOperation.minimised(steps) { difference($0, seed: seed) != nil }
        let list = least.map(\.description).joined(separator: "\n")
        return "seed \(seed): \(fault); least:\n\(list)\n\(difference(least, seed: seed) ?? "")"
    }

    /// Plays steps on both; returns where they first part, or nil.
    private func difference(_ steps: [LedgerOperation], seed: UInt64) -> String? {
        do throws(Problem) {
            return try play(steps, seed: seed)
        } catch {
            return "a problem: \(error.code.rawValue) \(error.summary), \(error.reason)"
        }
    }

    /// Plays steps on both, most of them alone and some in batches; now and then the store is reopened.
    private func play(_ steps: [LedgerOperation], seed: UInt64) throws(Problem) -> String? {
        var random = SplitMix64(seed: seed)
        var ledger = try StreamLedger(make())
        var reference = ReferenceLedger()
        var next = 0
        while next < steps.count {
            let isAlone = Int.random(in: 0..<4, using: &random) > 0
            let size = isAlone ? 1 : Int.random(in: 2...12, using: &random)
            let batch = next..<min(steps.count, next + size)
            next = batch.upperBound
            let dates = batch.map { CalendarDate(dayNumber: StreamRules.firstDay + $0 / 2) }
            let found = try ledger.take(
                zip(batch, dates).map { (step: steps[$0], date: $1) })
            for ((index, date), word) in zip(zip(batch, dates), found) {
                let wanted = reference.take(steps[index], day: index / 2, month: date.month)
                if word != wanted { return "step \(index + 1): \(word), not \(wanted)" }
            }
            if let fault = try ledger.fault(against: reference) { return "step \(next): \(fault)" }
            if Int.random(in: 0..<100, using: &random) == 0 {
                ledger.store = try reopen(ledger.store)
            }
        }
        let found = try verify(ledger.store)
        return found.holds && found.chain == .intact ? nil : "replay: \(found)"
    }
}
