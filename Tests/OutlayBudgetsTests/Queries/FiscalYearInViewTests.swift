import OutlayBudgets
import OutlayStreams
import OutlayValues
import Testing

/// Which year is looked at on a day, where years begin in April and one between two was never opened.
@Suite struct FiscalYearInViewTests {
    private func ledger(_ years: [Int]) throws -> TestLedger {
        var ledger = try TestLedger([])
        ledger.books = Books(approvalRules: TierRules())
        let settings = LedgerSettings(
            ledgerID: "april", currency: .eur,
            calendar: try FiscalCalendar(startMonth: 4, naming: .byStart))
        try ledger.accept(OpenLedger(settings, years: years), on: "2026-01-05")
        return ledger
    }

    @Test(
        arguments: [
            ("2020-01-01", 2026), ("2026-03-31", 2026), ("2026-04-01", 2026),
            ("2027-03-31", 2026), ("2027-04-01", 2028), ("2028-04-01", 2028),
            ("2029-03-31", 2028), ("2029-04-01", 2028), ("2050-01-01", 2028),
        ])
    func `it is the one of the day, else the next, else the last`(day: String, year: Int) throws {
        let ledger = try ledger([2026, 2028])
        let shown = try ledger.books.fiscalYear(inViewOn: try TestLedger.date(day))
        #expect(shown == PeriodID(year: year))
    }

    @Test func `before a year is opened there is none`() throws {
        let books = Books(approvalRules: TierRules())
        #expect(try books.fiscalYear(inViewOn: try TestLedger.date("2026-03-31")) == nil)
    }

    @Test func `notices look at the lines of the same year`() throws {
        var ledger = try ledger([2026, 2028])
        var line = Node("IT")
        line.warnLevel = try BasisPoints(5_000)
        try ledger.accept(SetLines([line]), on: "2026-01-05")
        try ledger.accept(Allot(MinorUnits(1_000), to: "IT", in: 2026), on: "2026-01-05")
        var plan = Submit("R1", "IT", 900)
        plan.lines[0].period = PeriodID(year: 2026, .monthly, 2)
        try ledger.accept(plan, on: "2026-01-06")
        let early = try ledger.books.notices(on: try TestLedger.date("2026-01-06"))
        #expect(early.contains { $0.subject.text == "IT/FY2026" }, "\(early)")
        let late = try ledger.books.notices(on: try TestLedger.date("2027-04-01"))
        #expect(!late.contains { $0.subject.text == "IT/FY2026" }, "\(late)")
    }
}
