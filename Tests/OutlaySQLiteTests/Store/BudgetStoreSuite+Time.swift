import OutlayBudgets
import OutlayEncoding
import OutlayProblems
import OutlayValues
import Testing

extension BudgetStoreSuite {
    private static func context(
        _ actor: String, on day: String, recorded: Int64? = nil, key: String? = nil
    ) throws -> CommandContext {
        var moment = LedgerMoment(on: try CalendarDate(parsing: day))
        if let recorded { moment.recordedMilliseconds = recorded }
        return CommandContext(
            actor: PersonID(known: actor), idempotencyKey: key.map { IdempotencyKey(known: $0) },
            moment: moment)
    }

    private func accept(
        _ command: some LedgerCommand, _ actor: String, on day: String, in store: inout Store
    ) throws {
        let outcome = try store.execute(command, context: try Self.context(actor, on: day))
        guard case .accepted = outcome else { throw Unexpected(outcome: outcome) }
    }

    private func request(_ id: String, in store: Store) throws -> Request {
        let found = try store.read { (reader) throws(Problem) in
            try reader.request(RequestID(known: id))
        }
        return try #require(found)
    }

    /// A policy that changes while requests are open: those keep the version they were judged by, an
    /// amendment is judged by that version on the new total, and new ones take the new version.
    func keepsPolicyVersions() throws {
        var store = try setUp()
        func policy(_ revision: Int, from day: String, below: String) throws -> LoadDocument {
            let content: JSONValue = [
                "id": "suite", "revision": .integer(Int64(revision)), "currency": "USD",
                "effective_from": .string(day), "split": false, "expire": ["request": false],
                "tiers": [
                    ["below": .string(below), "steps": [["manager"]]],
                    ["steps": [["manager"], ["finance"]]],
                ],
            ]
            return LoadDocument(
                .policy, id: "suite", revision: revision,
                effectiveFrom: try CalendarDate(parsing: day), content: content)
        }
        let organisation: JSONValue = [
            "id": "org", "effective_from": "2026-01-01", "currency": "USD",
            "people": [
                ["id": "ana"], ["id": "mia", "roles": ["manager"]],
                ["id": "fin", "roles": ["finance"]],
            ],
            "duties": "single-person",
        ]
        try accept(policy(2, from: "2026-01-01", below: "30"), "fin", on: "2026-01-02", in: &store)
        try accept(
            LoadDocument(
                .organisation, id: "org", revision: 1,
                effectiveFrom: try CalendarDate(parsing: "2026-01-01"), content: organisation),
            "fin", on: "2026-01-02", in: &store)
        for id in ["R1", "R2", "R3"] {
            try accept(Self.submit(id, 2000), "ana", on: "2026-02-10", in: &store)
        }
        try accept(Approve(RequestID(known: "R2")), "mia", on: "2026-02-10", in: &store)
        store = try reopen(store, true)
        try accept(policy(3, from: "2026-03-01", below: "10"), "fin", on: "2026-02-20", in: &store)
        store = try reopen(store, false)

        // Loaded, and not yet in force.
        try accept(Self.submit("R4", 1000), "ana", on: "2026-02-28", in: &store)
        // In force: the same request takes another path.
        try accept(Self.submit("R5", 2000, "B"), "ana", on: "2026-03-01", in: &store)
        // Open ones go on by the version they were judged by.
        try accept(Approve(RequestID(known: "R1")), "mia", on: "2026-03-02", in: &store)
        try accept(
            Amend(RequestID(known: "R3"), to: MinorUnits(2500)), "ana", on: "2026-03-02",
            in: &store)
        // An order that grows beyond the tier waits for the second step of its own version.
        try accept(
            Amend(RequestID(known: "R2"), to: MinorUnits(4000)), "ana", on: "2026-03-02",
            in: &store)
        #expect(try request("R1", in: store).state == .approved)
        let paths = try ["R1", "R2", "R3", "R4", "R5"].map { id throws in
            let request = try request(id, in: store)
            let approval = request.amendment?.approval ?? request.approval
            return "\(id) \(approval.policy.revision) \(approval.plan.path)"
        }
        #expect(
            paths == [
                #"R1 2 [["manager"]]"#, #"R2 2 [["manager"], ["finance"]]"#,
                #"R3 2 [["manager"]]"#, #"R4 2 [["manager"]]"#,
                #"R5 3 [["manager"], ["finance"]]"#,
            ])
        #expect(try request("R2", in: store).total == MinorUnits(2000))
    }

    /// Days count as they are written, whatever the clock and its zone do: the leap day, the hours that
    /// daylight saving adds and takes, the last and the first moment of a year.
    func countsDays() throws {
        var store = try setUp()
        let moments: [(day: String, recorded: Int64)] = [
            // 2026-03-29T00:59:59.999Z and 01:00Z: clocks jump ahead.
            ("2026-03-28", 1_774_745_999_999),
            ("2026-03-29", 1_774_746_000_000),
            // 2026-10-25T01:00Z, clocks go back, and an hour earlier.
            ("2026-10-25", 1_792_890_000_000),
            ("2026-10-25", 1_792_886_400_000),
            // 2026-12-31T23:59:59.999Z, the next millisecond, and a leap day.
            ("2026-12-31", 1_798_761_599_999),
            ("2027-01-01", 1_798_761_600_000),
            ("2028-02-29", 1_835_395_200_000),
        ]
        for year in [2027, 2028] {
            try accept(OpenYear(year), "ana", on: "2026-01-02", in: &store)
            for line in ["TOP", "A"] {
                try accept(
                    Allot(MinorUnits(10_000), to: NodeID(known: line), in: year), "ana",
                    on: "2026-01-02", in: &store)
            }
        }
        let first = try store.checkpoint().sequence + 1
        for (index, moment) in moments.enumerated() {
            let outcome = try store.execute(
                Self.submit("D\(index)", 100),
                context: try Self.context("ana", on: moment.day, recorded: moment.recorded))
            #expect(Self.code(outcome) == nil)
            if index.isMultiple(of: 2) { store = try reopen(store, index == 2) }
        }
        var found: [String] = []
        try store.journal(from: first) { (stored) throws(Problem) in
            let event = try LedgerEvent(canonicalBytes: stored.bytes)
            let periods = Set(event.body.postings.map(\.row.period.description)).sorted()
            found.append("\(event.effective) \(event.recordedMilliseconds) \(periods)")
            return true
        }
        // The hour that came twice is written down once; its day stays.
        let recorded = [0, 1, 2, 2, 4, 5, 6].map { moments[$0].recorded }
        let wanted = zip(moments, recorded).map { moment, recorded in
            "\(moment.day) \(recorded) [\"FY\(moment.day.prefix(4))\"]"
        }
        #expect(found == wanted)
        let last = try store.checkpoint().sequence
        func available(_ day: String, known: Int64?) throws -> Int64 {
            try store.read { (reader) throws(Problem) in
                try reader.balance(
                    of: NodeID(known: "A"), in: PeriodID(year: 2026),
                    asOf: try CalendarDate(parsing: day), knownAfter: known
                ).available.count
            }
        }
        #expect(try available("2026-03-28", known: nil) == 9_900)
        #expect(try available("2026-10-24", known: nil) == 9_800)
        #expect(try available("2026-12-31", known: nil) == 9_500)
        #expect(try available("2026-12-31", known: first) == 9_900)
        // What was known then does not change by what comes later, and no such day is a day.
        _ = try store.execute(
            Self.submit("late", 100), context: try Self.context("ana", on: "2026-03-28"))
        #expect(try available("2026-12-31", known: last) == 9_500)
        #expect(try available("2026-03-28", known: nil) == 9_800)
        #expect(throws: Problem.self) { try CalendarDate(parsing: "2027-02-29") }
    }

    /// A reply is lost with the process: the command that comes again has the same answer, once.
    func answersOnceAfterCrash() throws {
        var store = try setUp()
        let context = try Self.context("ana", on: "2026-02-10", key: "k")
        let first = try store.execute(Self.submit("R1", 100), context: context)
        let head = try store.checkpoint()
        store = try reopen(store, true)
        #expect(try store.execute(Self.submit("R1", 100), context: context) == first)
        #expect(try store.executeBatch([(Self.submit("R1", 100), context)]) == [first])
        #expect(try store.checkpoint() == head)
        // A refusal does not use its key up.
        let poor = try Self.context("ana", on: "2026-02-10", key: "p")
        #expect(
            Self.code(try store.execute(Self.submit("R2", 20_000), context: poor))
                == .insufficientFunds)
        store = try reopen(store, true)
        #expect(Self.code(try store.execute(Self.submit("R2", 200), context: poor)) == nil)
    }
}
