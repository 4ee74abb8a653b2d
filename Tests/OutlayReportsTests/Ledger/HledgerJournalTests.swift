import OutlayBudgets
import OutlayEncoding
import OutlayValues
import Testing

@testable import OutlayReports

struct HledgerJournalTests {
    private func text(_ currency: Currency = .eur) throws -> String {
        var ledger = try ExportedLedger(currency: currency)
        try ledger.story()
        return try LedgerJournal(ledger.books.events, ledger.books).hledgerText()
    }

    @Test func `an event is a transaction that moves what is available`() throws {
        var ledger = try ExportedLedger()
        try ledger.accept(
            Submit(
                try RequestID("R"), lines: [Submit.Line(try NodeID("cc 410"), MinorUnits(1_205))]))
        let lines = try LedgerJournal(ledger.books.events, ledger.books).hledgerText()
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let start = try #require(lines.firstIndex { $0.hasSuffix("submitted R") })
        #expect(lines[start] == "2026-02-10 (10) submitted R")
        #expect(lines[start + 1] == "    ; person: ana")
        #expect(
            lines[(start + 3)...(start + 4)] == [
                "    Assets:Budget:Reserved:FY2026:DEPT:IT:Cc-410-2  12.05 EUR",
                "    Assets:Budget:Available:FY2026:DEPT:IT:Cc-410-2  -12.05 EUR",
            ])
        #expect(
            lines.contains(
                "    Assets:Budget:Reserved:FY2026:DEPT  0.00 EUR =* 12.05 EUR"))
        #expect(
            lines.contains(
                "    Equity:Budget:Allotted:FY2026:DEPT  0.00 EUR = -50000.00 EUR"))
    }

    @Test func `every transaction adds up to nothing`() throws {
        var ledger = try ExportedLedger()
        try ledger.story()
        let journal = try LedgerJournal(ledger.books.events, ledger.books)
        #expect(journal.transactions.count > 10)
        for transaction in journal.transactions {
            let sum = transaction.entries.map(\.amount.count).reduce(0, +)
            #expect(sum == 0, "event \(transaction.sequence)")
        }
    }

    @Test(
        .enabled(if: OtherProgram.isInstalled("hledger"), "SKIPPED: hledger is not installed"),
        arguments: ["EUR", "JPY", "KWD"])
    func `hledger finds the journal whole`(code: String) throws {
        let hledger = try #require(OtherProgram("hledger"))
        _ = try hledger.run(
            ["check", "--strict", "-f"], on: try text(try Currency(code: code)), ending: "journal")
    }

    @Test(.enabled(if: OtherProgram.isInstalled("hledger"), "SKIPPED: hledger is not installed"))
    func `hledger sees a balance that is a cent off`() throws {
        var ledger = try ExportedLedger()
        try ledger.story()
        var journal = try LedgerJournal(ledger.books.events, ledger.books)
        let place = try #require(journal.assertions.indices.last)
        journal.assertions[place].total = try journal.assertions[place].total + MinorUnits(1)
        let text = journal.hledgerText()
        let hledger = try #require(OtherProgram("hledger"))
        let found = try hledger.end(of: ["check", "-f"], on: text, ending: "journal")
        #expect(found.status != 0)
        #expect(found.printed.contains("balance assertion"), "\(found.printed)")
    }

    @Test(.enabled(if: OtherProgram.isInstalled("hledger"), "SKIPPED: hledger is not installed"))
    func `hledger adds up the balances of the ledger`() throws {
        var ledger = try ExportedLedger()
        try ledger.story()
        let journal = try LedgerJournal(ledger.books.events, ledger.books)
        let hledger = try #require(OtherProgram("hledger"))
        let csv = try hledger.run(
            ["balance", "--tree", "--empty", "--no-elide", "-O", "csv", "-N", "-f"],
            on: journal.hledgerText(), ending: "journal")
        let flat = try hledger.run(
            ["balance", "--flat", "--empty", "-O", "csv", "-N", "-f"],
            on: journal.hledgerText(), ending: "journal")
        let own = try sums(flat)
        let names = JournalAccounts(ledger.books.nodes())
        #expect(csv.contains("EUR"))
        for year in [PeriodID(year: 2026), PeriodID(year: 2027)] {
            for line in ledger.books.nodes() {
                let balance = try ledger.books.balance(of: line.id, in: year)
                let rows: [(JournalAccounts.Tree, MinorUnits)] = [
                    (.reserved, balance.reserved), (.committed, balance.committed),
                    (.actual, balance.actual),
                ]
                for (tree, expected) in rows {
                    let account = names.name(tree, line.id, year)
                    let sum = own.filter { $0.key == account || $0.key.hasPrefix(account + ":") }
                        .map(\.value).reduce(0, +)
                    #expect(sum == expected.count, "\(account)")
                }
                let given = own[names.name(.allotted, line.id, year)] ?? 0
                #expect(given == -balance.allotted.count, "\(line.id) \(year)")
            }
        }
    }

    /// Returns the minor units of each account of a flat balance.
    private func sums(_ csv: String) throws -> [String: Int64] {
        var sums: [String: Int64] = [:]
        let table = try CSVTable(SourceText(path: "-", bytes: Array(csv.utf8)))
        for row in table.rows {
            let amount = row[1].text.split(separator: " ").first.map(String.init) ?? "0"
            let value = try ExactDecimal(parsing: amount)
            sums[row[0].text] = try MinorUnits(Money(value, .eur)).count
        }
        #expect(!sums.isEmpty)
        return sums
    }
}
