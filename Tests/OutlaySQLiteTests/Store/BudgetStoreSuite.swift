import OutlayBudgets
import OutlayEncoding
import OutlayProblems
import OutlayValues
import Testing

/// What every store has to keep, whatever it is made of: a driver's tests call this with a factory.
///
/// The factory makes a fresh ledger; `reopen` closes it, or drops it without closing where `crashes`
/// is true, and opens what is left.
struct BudgetStoreSuite<Store: BudgetStore> {
    /// Makes a fresh ledger.
    let make: () throws -> Store
    /// Opens the same ledger again.
    let reopen: (Store, _ crashes: Bool) throws -> Store

    static var date: CalendarDate { CalendarDate(dayNumber: 20_500) }

    static func context(_ key: String? = nil, recorded: Int64? = nil) -> CommandContext {
        var moment = LedgerMoment(on: date)
        if let recorded { moment.recordedMilliseconds = recorded }
        return CommandContext(
            actor: PersonID(known: "ana"), idempotencyKey: key.map { IdempotencyKey(known: $0) },
            moment: moment)
    }

    static func submit(_ id: String, _ amount: Int64, _ line: String = "A") -> Submit {
        Submit(
            RequestID(known: id),
            lines: [Submit.Line(NodeID(known: line), MinorUnits(amount))])
    }

    /// Puts two lines below a department into a ledger: 100.00 for A, 100.00 for B, 150.00 together.
    func setUp() throws -> Store {
        var store = try make()
        let top = NodeID(known: "TOP")
        let settings = LedgerSettings(
            ledgerID: LedgerText(known: "suite"), currency: .usd, calendar: .calendarYear)
        let lines = [
            Node(top), Node(NodeID(known: "A"), parent: top), Node(NodeID(known: "B"), parent: top),
        ]
        let policy: JSONValue = [
            "id": "suite", "effective_from": "2026-01-01", "currency": "USD",
            "tiers": [["steps": [["manager"]]]], "expire": ["request": false], "split": false,
        ]
        let commands: [any LedgerCommand] = [
            OpenLedger(settings, years: [2026]), SetLines(lines),
            LoadDocument(
                .policy, id: LedgerText(known: "suite"), revision: 1,
                effectiveFrom: CalendarDate(dayNumber: 20_454), content: policy),
            Allot(MinorUnits(15_000), to: top, in: 2026),
            Allot(MinorUnits(10_000), to: NodeID(known: "A"), in: 2026),
            Allot(MinorUnits(10_000), to: NodeID(known: "B"), in: 2026),
        ]
        for outcome in try store.executeBatch(commands.map { ($0, Self.context()) }) {
            guard case .accepted = outcome else { throw Unexpected(outcome: outcome) }
        }
        return store
    }

    struct Unexpected: Error {
        var outcome: CommandOutcome
    }

    static func code(_ outcome: CommandOutcome) -> RefusalCode? {
        guard case .refused(let refusal) = outcome else { return nil }
        return refusal.code
    }

    func reserved(_ store: Store, _ line: String) throws -> Int64 {
        try store.read { (reader) throws(Problem) in
            try reader.balance(of: NodeID(known: line), in: PeriodID(year: 2026)).reserved.count
        }
    }

    // MARK: What has to hold

    /// Money is held once, every ancestor binds, and a refusal is an event of its own.
    func holdsMoney() throws {
        var store = try setUp()
        let before = try store.checkpoint().sequence
        #expect(
            Self.code(try store.execute(Self.submit("R1", 9000), context: Self.context())) == nil)
        #expect(
            Self.code(try store.execute(Self.submit("R2", 7000, "B"), context: Self.context()))
                == .insufficientFunds)
        #expect(try reserved(store, "A") == 9000)
        #expect(try reserved(store, "B") == 0)
        #expect(try reserved(store, "TOP") == 9000)
        #expect(try store.checkpoint().sequence == before + 2)
    }

    /// A key answers once, and never for another command.
    func answersOnce() throws {
        var store = try setUp()
        let first = try store.execute(Self.submit("R1", 100), context: Self.context("k"))
        let head = try store.checkpoint()
        #expect(try store.execute(Self.submit("R1", 100), context: Self.context("k")) == first)
        let other = try store.execute(Self.submit("R2", 100), context: Self.context("k"))
        #expect(Self.code(other) == .idempotencyConflict)
        #expect(try store.checkpoint() == head)
    }

    /// What was acknowledged is there after a crash between any two commands, and follows from the
    /// journal byte for byte.
    func survivesCrashes() throws {
        var store = try setUp()
        for number in 0..<6 {
            let id = "R\(number)"
            _ = try store.execute(Self.submit(id, 1000), context: Self.context(id))
            let head = try store.checkpoint()
            store = try reopen(store, number.isMultiple(of: 2))
            #expect(try store.checkpoint() == head)
            #expect(try reserved(store, "A") == Int64(number + 1) * 1000)
        }
    }

    /// A batch that cannot be written leaves nothing behind.
    func batchesAreWhole() throws {
        var store = try setUp()
        let head = try store.checkpoint()
        let commands: [(command: any LedgerCommand, context: CommandContext)] = [
            (Self.submit("R1", 100), Self.context()), (FailingCommand(), Self.context()),
        ]
        #expect(throws: Problem.self) { try store.executeBatch(commands) }
        #expect(try store.checkpoint() == head)
        #expect(try reserved(store, "A") == 0)
        #expect(
            Self.code(try store.execute(Self.submit("R1", 100), context: Self.context())) == nil)
    }

    /// A budget comes with its year, lines and money in one event, proposed by one person and confirmed by
    /// another, and is there after a crash.
    func loadsBudgets() throws {
        var store = try setUp()
        let id = LedgerText(known: "FY2027")
        let day = CalendarDate(dayNumber: 20_454)
        let organisation: JSONValue = [
            "id": "ORG", "effective_from": "2026-01-01", "currency": "USD",
            "people": [["id": "ana", "roles": ["controller"]], ["id": "cfo"]],
            "duties": ["roles": ["load_budget": ["controller"]]],
        ]
        let budget: JSONValue = [
            "id": .string(id.text), "currency": "USD",
            "fiscal_year": ["id": "FY2027", "start": "2027-01-01", "end": "2027-12-31"],
            "lines": [
                ["id": "A", "parent": "TOP", "approved": "70.00"],
                ["id": "C", "approved": "10.01", "periods": "quarterly"],
            ],
        ]
        let load = LoadDocument(
            .budget, id: id, revision: 1, effectiveFrom: day.adding(days: 365), content: budget)
        let people = LoadDocument(
            .organisation, id: LedgerText(known: "ORG"), revision: 1, effectiveFrom: day,
            content: organisation)
        #expect(Self.code(try store.execute(people, context: Self.context())) == nil)
        let ana = Self.context()
        #expect(Self.code(try store.execute(load, context: ana)) == .secondPersonRequired)
        #expect(Self.code(try store.execute(Propose(load), context: ana)) == nil)
        store = try reopen(store, true)
        let proposed = try store.read { (reader) throws(Problem) in
            try reader.proposals().first
        }
        let confirm = ConfirmProposal(try #require(proposed))
        #expect(Self.code(try store.execute(confirm, context: ana)) == .secondPersonRequired)
        var cfo = ana
        cfo.actor = PersonID(known: "cfo")
        let head = try store.checkpoint().sequence
        #expect(Self.code(try store.execute(confirm, context: cfo)) == nil)
        store = try reopen(store, false)
        #expect(try store.checkpoint().sequence == head + 1)
        let allotted = try store.read { (reader) throws(Problem) in
            try ["A", "C"].map { line throws(Problem) in
                try reader.balance(of: NodeID(known: line), in: PeriodID(year: 2027))
                    .allotted.count
            }
        }
        #expect(allotted == [7000, 1001])
    }

    /// An act of two persons waits over a crash, changes nothing until it is confirmed, and is done once.
    func sharesActs() throws {
        var store = try setUp()
        let organisation: JSONValue = [
            "id": "ORG", "effective_from": "2026-01-01", "currency": "USD",
            "people": [["id": "ana", "roles": ["controller"]], ["id": "cfo"]],
            "duties": ["roles": ["transfer": ["controller"]]],
        ]
        let people = LoadDocument(
            .organisation, id: LedgerText(known: "ORG"), revision: 1,
            effectiveFrom: CalendarDate(dayNumber: 20_454), content: organisation)
        #expect(Self.code(try store.execute(people, context: Self.context())) == nil)
        let (a, b) = (NodeID(known: "A"), NodeID(known: "B"))
        let transfer = Transfer(MinorUnits(3_000), from: a, to: b, in: 2026)
        let ana = Self.context()
        var cfo = ana
        cfo.actor = PersonID(known: "cfo")
        #expect(Self.code(try store.execute(transfer, context: ana)) == .secondPersonRequired)
        for _ in 0..<3 {
            #expect(Self.code(try store.execute(Propose(transfer), context: ana)) == nil)
        }
        store = try reopen(store, true)
        func allotted() throws -> [Int64] {
            try store.read { (reader) throws(Problem) in
                try [a, b].map { line throws(Problem) in
                    try reader.balance(of: line, in: PeriodID(year: 2026)).allotted.count
                }
            }
        }
        let waiting = try store.read { (reader) throws(Problem) in try reader.proposals() }
        #expect(waiting.count == 3)
        #expect(try allotted() == [10_000, 10_000])
        let confirm = ConfirmProposal(try #require(waiting.first))
        #expect(Self.code(try store.execute(confirm, context: ana)) == .secondPersonRequired)
        #expect(Self.code(try store.execute(confirm, context: cfo)) == nil)
        store = try reopen(store, true)
        #expect(Self.code(try store.execute(confirm, context: cfo)) == .notPending)
        let withdraw = WithdrawProposal(waiting[1].number)
        #expect(Self.code(try store.execute(withdraw, context: cfo)) == .dutyNotHeld)
        #expect(Self.code(try store.execute(withdraw, context: ana)) == nil)
        #expect(
            Self.code(try store.execute(ConfirmProposal(waiting[1]), context: cfo)) == .notPending)
        let left = try store.read { (reader) throws(Problem) in try reader.proposals() }
        #expect(left.map(\.number) == [waiting[2].number])
        #expect(try allotted() == [7_000, 13_000])
        // A rehearsed confirmation keeps nothing.
        let rehearsed = try store.executeTogether(
            [(ConfirmProposal(waiting[2]), cfo)], rehearsing: true
        ) { (reader) throws(Problem) in try reader.proposals().count }
        #expect(rehearsed.view == 0)
        #expect(try allotted() == [7_000, 13_000])
    }

    /// Recorded times never decrease, whatever the clock says.
    func timeNeverGoesBack() throws {
        var store = try setUp()
        for (index, time) in [Int64(2_000_000_000_000), 1, 2_000_000_000_001].enumerated() {
            _ = try store.execute(
                Self.submit("R\(index)", 100), context: Self.context(recorded: time))
        }
        var times: [Int64] = []
        try store.journal(from: 1) { (event) throws(Problem) in
            times.append(try LedgerEvent(canonicalBytes: event.bytes).recordedMilliseconds)
            return true
        }
        #expect(times == times.sorted())
    }
}

/// A command that fails while it is decided.
private struct FailingCommand: LedgerCommand {
    static let name = "fail"
    func writeBody(to writer: inout CanonicalWriter) {}
    func decide(in reader: some LedgerReader, context: CommandContext) throws(Problem) -> Decision {
        throw Problem(.overflow, "a sum is too large", because: "the test says so")
    }
}
