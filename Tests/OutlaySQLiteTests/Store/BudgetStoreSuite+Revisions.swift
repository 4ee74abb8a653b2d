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
