import OutlayBudgets
import OutlayEncoding
import OutlayProblems
import OutlayValues
import Testing

extension BudgetStoreSuite {
    /// Frozen revisions are kept byte for byte, drafts hold nothing, and money follows what is submitted.
    func keepsRevisions() throws {
        var store = try setUp()
        let id = RequestID(known: "R1")
        func frozen(_ seats: Int) -> String { "{\"note\":\"é \\\" \\\\\",\"seats\":\(seats)}" }
        func submission(_ amount: Int64) -> Submit {
            Submit(id, lines: [Submit.Line(NodeID(known: "A"), MinorUnits(amount))])
        }
        func named(_ amount: Int64, _ number: Int, _ seats: Int) -> Submit {
            var named = submission(amount)
            named.revision = RevisionReference(
                number: number, hash: SHA256Value.of(Array(frozen(seats).utf8)))
            return named
        }
        func run(_ command: some LedgerCommand) throws -> RefusalCode? {
            Self.code(try store.execute(command, context: Self.context()))
        }
        func held() throws -> [Int64] {
            try store.read { (reader) throws(Problem) in
                try reader.holdings(of: NodeID(known: "A"), in: PeriodID(year: 2026)).map(
                    \.reserved.count)
            }
        }
        #expect(try run(Draft(submission(6_000), content: frozen(60))) == nil)
        #expect(try held() == [])
        store = try reopen(store, true)
        #expect(try run(named(6_000, 1, 61)) == .revisionMoved)
        #expect(try run(named(6_000, 1, 60)) == nil)
        #expect(try held() == [6_000])
        #expect(try run(Draft(submission(4_000), content: frozen(40))) == nil)
        store = try reopen(store, true)
        #expect(try held() == [6_000])
        #expect(try run(named(4_000, 2, 40)) == nil)
        #expect(try held() == [4_000])
        #expect(
            try run(ConcludeWithoutAward(id, reason: LedgerText(known: "no need"))) == nil)
        store = try reopen(store, true)
        try store.read { (reader) throws(Problem) in
            #expect(try reader.requestsWithRevisions() == [id])
            let revisions = try reader.revisions(of: id)
            #expect(revisions.map(\.content) == [frozen(60), frozen(40)])
            #expect(revisions.map(\.isDraft) == [false, false])
            #expect(try reader.revision(2, of: id) == revisions[1])
            #expect(try reader.revision(3, of: id) == nil)
            #expect(try reader.request(id)?.state == .notAwarded)
            #expect(try reader.holdings(of: NodeID(known: "A"), in: PeriodID(year: 2026)).isEmpty)
        }
    }

    /// The highest number of a year is by value, whatever names were given by hand, and lasts.
    func numbersRequests() throws {
        var store = try setUp()
        func highest(_ year: Int) throws -> String? {
            try store.read { (reader) throws(Problem) in
                try reader.highestRequestNumber(in: year)?.digits
            }
        }
        #expect(try highest(2026) == nil)
        let steps = [
            ("REQ-2026-x", nil), ("REQ-2026-9z", nil), ("R1", nil), ("REQ-2026-000", ""),
            ("REQ-2026-001", "1"), ("REQ-2026-0007", "7"), ("REQ-2026-003", "7"),
            ("REQ-2026-999", "999"), ("REQ-2026-1000", "1000"), ("REQ-2026-99", "1000"),
            ("REQ-2026-0998", "1000"), ("REQ-2027-5000", "1000"), ("REQ-2025-9", "1000"),
            ("REQ-2026-1001-b", "1000"), ("REQ-2026-99999999999999999999", "99999999999999999999"),
        ]
        for (number, (name, digits)) in steps.enumerated() {
            let outcome = try store.execute(Self.submit(name, 10), context: Self.context(name))
            #expect(Self.code(outcome) == nil, "\(name)")
            if number.isMultiple(of: 3) { store = try reopen(store, number.isMultiple(of: 2)) }
            #expect(try highest(2026) == digits, "\(name)")
        }
        #expect(try highest(2027) == "5000")
        #expect(try highest(2025) == "9")
        #expect(try highest(2024) == nil)
    }

    /// What people lend lasts, and an end moves its last day in place.
    func keepsDelegations() throws {
        var store = try setUp()
        let organisation: JSONValue = [
            "id": "suite", "effective_from": "2026-01-01", "currency": "USD",
            "people": [["id": "ana"], ["id": "ben"]], "duties": "single-person",
        ]
        func run(_ command: some LedgerCommand) throws -> RefusalCode? {
            Self.code(try store.execute(command, context: Self.context()))
        }
        #expect(
            try run(
                LoadDocument(
                    .organisation, id: LedgerText(known: "suite"), revision: 1,
                    effectiveFrom: CalendarDate(dayNumber: 20_454), content: organisation)) == nil)
        let ben = PersonID(known: "ben")
        let last = Self.date.adding(days: 30)
        #expect(
            try run(
                LendAuthority(
                    to: ben, from: Self.date, through: last, limit: MinorUnits(5),
                    categories: [NodeID(known: "software")])) == nil)
        #expect(try run(LendAuthority(to: ben, from: Self.date, through: last)) == nil)
        store = try reopen(store, true)
        func lent() throws -> [LentAuthority] {
            try store.read { (reader) throws(Problem) in try reader.delegations() }
        }
        #expect(try lent().map(\.delegation.limit) == [MinorUnits(5), nil])
        #expect(try lent().map(\.delegation.categories) == [[NodeID(known: "software")], []])
        #expect(try lent().map(\.delegation.end) == [last, last])
        #expect(try run(EndDelegation(to: ben)) == nil)
        store = try reopen(store, false)
        #expect(
            try lent().map(\.delegation.end)
                == Array(repeating: Self.date.adding(days: -1), count: 2))
        #expect(try lent().map(\.number) == lent().map(\.number).sorted())
    }
}
