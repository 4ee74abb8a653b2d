import OutlayBudgets
import OutlayProblems
import OutlayStreams
import OutlayValues
import Testing

/// A ledger in memory with the year 2026, for tests that say in a line what they do.
struct TestLedger {
    var books: Books
    let year = 2026

    /// Creates a ledger in US dollars with these lines.
    init(
        _ lines: [Node], rules: TierRules = TierRules(), years: [Int] = [2026, 2027],
        currency: Currency = .usd
    ) throws {
        books = Books(approvalRules: rules)
        let settings = LedgerSettings(
            ledgerID: "test", currency: currency, calendar: .calendarYear)
        try accept(OpenLedger(settings, years: years))
        if !lines.isEmpty { try accept(SetLines(lines)) }
    }

    static func date(_ text: String) throws -> CalendarDate { try CalendarDate(parsing: text) }

    mutating func run(
        _ command: some LedgerCommand, by actor: PersonID = "ana", for principal: PersonID? = nil,
        on date: String = "2026-02-10", key: IdempotencyKey? = nil
    ) throws -> CommandOutcome {
        try books.execute(
            command,
            context: CommandContext(
                actor: actor, onBehalfOf: principal, idempotencyKey: key,
                moment: LedgerMoment(on: try Self.date(date))))
    }

    @discardableResult
    mutating func accept(
        _ command: some LedgerCommand, by actor: PersonID = "ana", on date: String = "2026-02-10",
        key: IdempotencyKey? = nil, _ location: SourceLocation = #_sourceLocation
    ) throws -> Answer {
        switch try run(command, by: actor, on: date, key: key) {
        case .accepted(let answer): return answer
        case .refused(let refusal):
            Issue.record("refused: \(refusal)", sourceLocation: location)
            throw Refused(code: refusal.code)
        }
    }

    @discardableResult
    mutating func refuse(
        _ command: some LedgerCommand, _ code: RefusalCode, by actor: PersonID = "ana",
        on date: String = "2026-02-10", _ location: SourceLocation = #_sourceLocation
    ) throws -> Refusal {
        switch try run(command, by: actor, on: date) {
        case .accepted:
            Issue.record("accepted", sourceLocation: location)
            throw Refused(code: code)
        case .refused(let refusal):
            #expect(refusal.code == code, sourceLocation: location)
            return refusal
        }
    }

    /// Allotted, reserved, committed, actual and available of a year in minor units.
    func balance(_ node: NodeID, _ year: Int = 2026) throws -> [Int64] {
        let row = books.balance(BalanceKey(node, PeriodID(year: year)))
        guard let row else { return [0, 0, 0, 0, 0] }
        return [row.allotted, row.reserved, row.committed, row.actual, try row.available()]
            .map(\.count)
    }

    func row(_ node: NodeID, _ year: Int = 2026) throws -> Balance {
        try #require(books.balance(BalanceKey(node, PeriodID(year: year))))
    }

    /// Expects that a replay of the journal makes the same rows.
    func expectReplay(_ location: SourceLocation = #_sourceLocation) throws {
        let replayed = try Books(
            replaying: books.events, approvalRules: books.approvalRules)
        #expect(replayed.rowText() == books.rowText(), sourceLocation: location)
        #expect(replayed.head() == books.head(), sourceLocation: location)
    }

    struct Refused: Error {
        var code: RefusalCode
    }
}

extension Submit {
    /// A request that asks `amount` of one line.
    init(_ id: RequestID, _ node: NodeID, _ amount: Int64, vendor: VendorID? = nil) {
        self.init(id, lines: [Submit.Line(node, MinorUnits(amount))], vendor: vendor)
    }
}
