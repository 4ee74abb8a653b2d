import OutlayBudgets
import OutlayProblems
import OutlayValues
import Testing

@Suite struct LineBalanceTests {
    private let year = PeriodID(year: 2026)

    @Test func `a past answer never changes, a later event is seen by its day`() throws {
        var ledger = try TestLedger([Node("A")])
        try ledger.accept(Allot(MinorUnits(10_000), to: "A", in: 2026), on: "2026-01-01")
        try ledger.accept(Submit("R1", "A", 1_000), on: "2026-02-01")
        try ledger.accept(Approve("R1"), by: "mia", on: "2026-02-02")
        let known = ledger.books.head().sequence
        let march = try TestLedger.date("2026-03-31")
        let before = try ledger.books.balance(
            of: "A", in: year, asOf: march, knownAfter: known)
        #expect(before.committed == MinorUnits(1_000) && before.actual == .zero)
        try ledger.accept(
            BookInvoice("R1", number: "1", amount: MinorUnits(400)), on: "2026-03-20")
        #expect(
            try ledger.books.balance(of: "A", in: year, asOf: march, knownAfter: known)
                == before)
        let now = try ledger.books.balance(of: "A", in: year, asOf: march, knownAfter: nil)
        #expect(now.actual == MinorUnits(400) && now.available == MinorUnits(9_000))
        let early = try ledger.books.balance(
            of: "A", in: year, asOf: TestLedger.date("2026-01-31"), knownAfter: nil)
        #expect(early.available == MinorUnits(10_000))
    }

    @Test func `a tracked line sums what is below it, whatever is between`() throws {
        var ledger = try TestLedger([
            Node("T", control: .track), Node("U", parent: "T", control: .track),
            Node("H", parent: "U"), Node("L", parent: "H"), Node("M", parent: "U"),
        ])
        for line: NodeID in ["H", "L", "M"] {
            try ledger.accept(Allot(MinorUnits(1_000), to: line, in: 2026))
        }
        try ledger.accept(Submit("R1", "L", 100))
        try ledger.accept(Submit("R2", "M", 20))
        try ledger.accept(Submit("R3", "U", 3))
        let balance = try ledger.books.balance(of: "T", in: year)
        #expect(balance.reserved == MinorUnits(123) && balance.available == MinorUnits(-123))
        #expect(try ledger.books.balance(of: "H", in: year).reserved == MinorUnits(100))
        let date = try TestLedger.date("2026-12-31")
        #expect(
            try ledger.books.balance(of: "T", in: year, asOf: date, knownAfter: nil).reserved
                == MinorUnits(123))
        #expect(throws: Problem.self) { try ledger.books.balance(of: "X", in: year) }
    }

    @Test func `balances and journal are told as JSON and CSV`() throws {
        var ledger = try TestLedger([Node("A")])
        try ledger.accept(Allot(MinorUnits(10_000), to: "A", in: 2026))
        let lines = try ledger.books.balances(in: year)
        #expect(
            LedgerTables.balancesCSV(lines, in: .usd)
                == "line,title,period,allotted,reserved,committed,actual,available\n"
                + "A,,FY2026,100.00,0.00,0.00,0.00,100.00\n")
        #expect(
            LedgerTables.balances(lines, in: .usd).text()
                == #"[{"line":"A","title":"","period":"FY2026","allotted":"100.00","#
                + #""reserved":"0.00","committed":"0.00","actual":"0.00","available":"100.00"}]"#)
        let csv = try LedgerTables.journalCSV(Array(ledger.books.events.suffix(1)), in: .usd)
        #expect(
            csv.contains("3,2026-02-10,") && csv.contains(",A,FY2026,allotted,100.00,"))
        let json = try LedgerTables.journal(ledger.books.events, in: .usd).text()
        #expect(json.contains(#""postings":[{"line":"A","period":"FY2026""#))
    }
}
