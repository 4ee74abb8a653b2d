import OutlayBudgets
import OutlayProblems
import OutlayStreams
import OutlayValues
import Testing

struct OwnPostingsTests {
    /// Adds up what events add to lines themselves, and compares with the ledger's rows along the tree.
    private func expectSums(_ books: Books, _ note: String) throws {
        var own = OwnPostings()
        var sums: [BalanceKey: Balance] = [:]
        for stored in books.events {
            for posting in try own.follow(try LedgerEvent(canonicalBytes: stored.bytes)) {
                var row = sums[posting.row] ?? Balance(posting.row)
                row[posting.bucket] = try row[posting.bucket] + posting.amount
                sums[posting.row] = row
            }
        }
        for year in Set(books.balances(of: nil).map(\.key.period.wholeYear)).sorted() {
            for line in books.nodes() {
                let expected = try books.balance(of: line.id, in: year)
                let below = books.nodes().filter { node in
                    node.id == line.id || books.ancestors(of: node.id).contains { $0.id == line.id }
                }
                var found = Balance(BalanceKey(line.id, year))
                for node in below {
                    guard let row = sums[BalanceKey(node.id, year)] else { continue }
                    if node.id == line.id { found.allotted = row.allotted }
                    for bucket in [Bucket.reserved, .committed, .actual] {
                        found[bucket] = try found[bucket] + row[bucket]
                    }
                }
                let five = [
                    expected.allotted, expected.reserved, expected.committed, expected.actual,
                ]
                #expect(
                    [found.allotted, found.reserved, found.committed, found.actual] == five,
                    "\(note): \(line.id) in \(year)")
            }
        }
    }

    @Test func `own amounts add up along the tree to the ledger's balances`() throws {
        for seed in UInt64(1)...25 {
            var ledger = try StreamLedger(Books(approvalRules: try StreamRules.rules()))
            for (number, step) in LedgerOperation.stream(120, seed: seed).enumerated() {
                let date = CalendarDate(dayNumber: StreamRules.firstDay + number / 4)
                _ = try ledger.take([(step, date)])
            }
            try expectSums(ledger.store, "seed \(seed)")
        }
    }

    @Test func `what a line and the line below it cancel out is on both`() throws {
        var ledger = try TestLedger([Node("P"), Node("A", parent: "P")])
        try ledger.accept(Allot(MinorUnits(500), to: "A", in: 2026))
        try ledger.accept(Allot(MinorUnits(500), to: "P", in: 2026))
        let month = try #require(PeriodID(year: 2026, .monthly, 2))
        try ledger.accept(
            ImportActuals(
                [Charge("A", month, MinorUnits(40)), Charge("P", month, MinorUnits(-40))],
                source: "x"))
        var own = OwnPostings()
        var last: [Posting] = []
        for stored in ledger.books.events {
            last = try own.follow(try LedgerEvent(canonicalBytes: stored.bytes))
        }
        #expect(last.map { "\($0.row.node) \($0.amount.count)" } == ["A 40", "P -40"])
        try expectSums(ledger.books, "by hand")
    }
}
