import OutlayEncoding
import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayBudgets

/// A ledger in memory whose documents decide who may do what.
struct LoadingLedger {
    var books = Books(approvalRules: DocumentApprovalRules())

    init(currency: Currency = .eur) throws {
        let settings = LedgerSettings(
            ledgerID: "test", currency: currency, calendar: .calendarYear)
        _ = try run(OpenLedger(settings, years: [2026]))
    }

    mutating func run(
        _ command: some LedgerCommand, by actor: PersonID = "fin", with second: PersonID? = nil
    ) throws -> CommandOutcome {
        try books.execute(
            command,
            context: CommandContext(
                actor: actor, confirmedBy: second,
                moment: LedgerMoment(on: try CalendarDate(parsing: "2026-11-20"))))
    }

    /// Returns the word of a refusal, or nil where the command is accepted.
    mutating func refusal(
        _ command: some LedgerCommand, by actor: PersonID = "fin", with second: PersonID? = nil
    ) throws -> String? {
        switch try run(command, by: actor, with: second) {
        case .accepted: nil
        case .refused(let refusal): refusal.code.rawValue
        }
    }

    static func budget(
        _ lines: String, revision: Int = 1, id: String = "FY2027", year: Int = 2027
    ) throws -> LoadDocument {
        let text = #"""
            {"kind": "Budget", "id": "\#(id)", "revision": \#(revision), "currency": "EUR",
             "fiscal_year": {"id": "FY\#(year)", "start": "\#(year)-01-01", "end": "\#(year)-12-31"},
             "lines": [\#(lines)]}
            """#
        let budget = try Budget(json: SampleDocuments.value(text))
        return LoadDocument(
            .budget, id: budget.id, revision: revision, effectiveFrom: budget.start,
            content: budget.json)
    }

    func row(_ node: NodeID, _ period: String = "FY2027") throws -> [Int64] {
        let key = BalanceKey(node, try PeriodID(parsing: period))
        guard let row = books.balance(key) else { return [] }
        return [row.allotted.count, try row.available().count]
    }

    func expectReplay(_ location: SourceLocation = #_sourceLocation) throws {
        let replayed = try Books(
            replaying: books.events, approvalRules: DocumentApprovalRules())
        #expect(replayed.rowText() == books.rowText(), sourceLocation: location)
    }
}

@Suite struct BudgetChangeTests {
    private static let first = #"""
        {"id": "CC-410", "approved": "310000.00", "periods": "quarterly", "lines": [
          {"id": "CC-411", "approved": "40000.00"}]},
        {"id": "CC-420", "approved": "100.00"}
        """#

    @Test func `one event opens the year, adds the lines and gives them their money`() throws {
        var ledger = try LoadingLedger()
        let load = try LoadingLedger.budget(Self.first)
        let change = try ledger.books.change(loading: Budget(json: load.content))
        #expect(change.opensYear)
        #expect(change.lines.map(\.line.node.id.text) == ["CC-410", "CC-420", "CC-411"])
        #expect(change.lines.map(\.allotted.count) == [31_000_000, 10_000, 4_000_000])
        #expect(try ledger.refusal(load) == nil)
        #expect(ledger.books.events.count == 2)
        #expect(try ledger.row("CC-410") == [31_000_000, 31_000_000])
        #expect(try ledger.row("CC-410", "FY2027-Q2") == [7_750_000, 7_750_000])
        #expect(ledger.books.node("CC-411")?.parent == "CC-410")
        #expect(ledger.books.documents().map(\.kind) == [.budget])
        try ledger.expectReplay()
    }

    @Test func `the same again changes nothing`() throws {
        var ledger = try LoadingLedger()
        let load = try LoadingLedger.budget(Self.first)
        #expect(try ledger.refusal(load) == nil)
        let again = try LoadingLedger.budget(Self.first, revision: 2)
        #expect(try ledger.books.change(loading: Budget(json: again.content)).isEmpty)
        #expect(try ledger.refusal(load) == "already_exists")
    }

    @Test func `a later revision moves an allotment by what is approved more, so transfers stay`()
        throws
    {
        var ledger = try LoadingLedger()
        #expect(try ledger.refusal(LoadingLedger.budget(Self.first)) == nil)
        #expect(
            try ledger.refusal(
                Transfer(MinorUnits(500_000), from: "CC-410", to: "CC-420", in: 2027)) == nil)
        let next = Self.first.replacing("310000.00", with: "320000.00")
        let load = try LoadingLedger.budget(next, revision: 2)
        let change = try ledger.books.change(loading: Budget(json: load.content))
        #expect(change.lines.filter(\.isChange).map(\.line.node.id.text) == ["CC-410"])
        #expect(change.lines[0].approvedBefore == MinorUnits(31_000_000))
        #expect(change.lines[0].allottedBefore == MinorUnits(30_500_000))
        #expect(try ledger.refusal(load) == nil)
        #expect(try ledger.row("CC-410") == [31_500_000, 31_500_000])
        #expect(try ledger.row("CC-420") == [510_000, 510_000])
        let parts = try (1...4).reduce(0) { try $0 + ledger.row("CC-410", "FY2027-Q\($1)")[0] }
        #expect(parts == 31_500_000)
        try ledger.expectReplay()
    }

    @Test func `a cut below what is used is posted as an overrun`() throws {
        var ledger = try LoadingLedger()
        #expect(try ledger.refusal(LoadingLedger.budget(Self.first)) == nil)
        let actuals = ImportActuals(
            [Charge("CC-420", try PeriodID(parsing: "FY2027-M02"), MinorUnits(8000))],
            source: "ledger.csv")
        #expect(try ledger.refusal(actuals) == nil)
        let cut = Self.first.replacing("\"100.00\"", with: "\"50.00\"")
        #expect(try ledger.refusal(LoadingLedger.budget(cut, revision: 2)) == nil)
        #expect(try ledger.row("CC-420") == [5000, -3000])
        #expect(ledger.books.overruns().map(\.amount.count) == [3000])
        #expect(ledger.books.overruns().map(\.cause) == [.allotment])
        try ledger.expectReplay()
    }

    @Test func `other shares of the same periods spread the money anew`() throws {
        var ledger = try LoadingLedger()
        let even = #"{"id": "A", "approved": "100.00", "periods": ["25", "25", "25", "25"]}"#
        let early = #"{"id": "A", "approved": "100.00", "periods": ["70", "10", "10", "10"]}"#
        let monthly = #"{"id": "A", "approved": "100.00", "periods": "monthly"}"#
        #expect(try ledger.refusal(LoadingLedger.budget(even)) == nil)
        #expect(try ledger.refusal(LoadingLedger.budget(early, revision: 2)) == nil)
        #expect(try ledger.row("A", "FY2027-Q1") == [7000, 7000])
        #expect(try ledger.row("A") == [10_000, 10_000])
        #expect(try ledger.refusal(LoadingLedger.budget(monthly, revision: 3)) == "bad_command")
        try ledger.expectReplay()
    }

    @Test func `a line that is left out is refused, and so is one of another budget`() throws {
        var ledger = try LoadingLedger()
        #expect(try ledger.refusal(LoadingLedger.budget(Self.first)) == nil)
        let events = ledger.books.events.count
        let lost = try LoadingLedger.budget(#"{"id": "CC-410", "approved": "1"}"#, revision: 2)
        #expect(
            try problem(lost, in: ledger) == """
                OL703 the budget leaves out `CC-411` and `CC-420`: revision 1 has them, and a line keeps \
                its money and its history
                """)
        let other = try LoadingLedger.budget(#"{"id": "CC-420", "approved": "1"}"#, id: "OTHER")
        #expect(
            try problem(other, in: ledger) == """
                OL702 `CC-420` has two budgets: `FY2027` revision 1 budgets it for FY2027 as well, and a \
                line gets its money once a year
                """)
        let moved = try LoadingLedger.budget(Self.first, revision: 2, year: 2028)
        #expect(
            try problem(moved, in: ledger) == """
                OL704 `FY2027` was the budget of FY2027 so far: the revisions of one budget are for one year
                """)
        #expect(ledger.books.events.count == events)
        let next = try LoadingLedger.budget(Self.first, id: "FY2028", year: 2028)
        #expect(try ledger.refusal(next) == nil)
        #expect(try ledger.row("CC-420", "FY2028") == [10_000, 10_000])
    }

    /// Returns the problem that a load throws; it has to leave no trace.
    private func problem(_ load: LoadDocument, in ledger: LoadingLedger) throws -> String {
        var copy = ledger
        do {
            _ = try copy.run(load)
            return "none"
        } catch let problem as Problem {
            #expect(copy.books.events.count == ledger.books.events.count)
            return "\(problem.code.rawValue) \(problem.summary): \(problem.reason)"
        }
    }

    @Test func `a budget in another currency or of other years is refused`() throws {
        let load = try LoadingLedger.budget(Self.first)
        let dollars = try LoadingLedger(currency: .usd)
        #expect(
            try problem(load, in: dollars) == """
                OL152 the budget is in EUR, the ledger in USD: the balances of a ledger are in one currency
                """)
        var april = Books(approvalRules: DocumentApprovalRules())
        let settings = LedgerSettings(
            ledgerID: "test", currency: .eur,
            calendar: try FiscalCalendar(startMonth: 4, naming: .byStart))
        let moment = LedgerMoment(on: try CalendarDate(parsing: "2026-11-20"))
        _ = try april.execute(
            OpenLedger(settings, years: [2026]),
            context: CommandContext(actor: "fin", moment: moment))
        #expect {
            try april.change(loading: Budget(json: load.content))
        } throws: { error in
            (error as? Problem)?.code == .badBudgetYear
        }
    }

    @Test func `the first revision may bear any number, and the next follow it`() throws {
        var ledger = try LoadingLedger()
        #expect(try ledger.refusal(LoadingLedger.budget(Self.first, revision: 7)) == nil)
        #expect(
            try ledger.refusal(LoadingLedger.budget(Self.first, revision: 9)) == "already_exists")
        #expect(try ledger.refusal(LoadingLedger.budget(Self.first, revision: 8)) == nil)
    }
}
