import OutlayBudgets
import OutlayEncoding
import OutlayProblems
import OutlaySQLite
import OutlayValues
import Testing

@Suite struct SQLiteReaderTests {
    private func run(
        _ rules: any ApprovalRules = DocumentApprovalRules(),
        _ check: (BudgetStoreSuite<SQLiteBudgetStore>) throws -> Void
    ) throws {
        let folder = try TestFolder()
        let path = folder.path("ledger.db")
        // A store that crashes is kept, as a killed process keeps its file open until it is gone.
        var crashed: [SQLiteBudgetStore] = []
        try check(
            BudgetStoreSuite(
                make: { try SQLiteBudgetStore.make(at: path, approvalRules: rules) },
                reopen: { store, crashes in
                    if crashes { crashed.append(store) } else { try store.close() }
                    return try SQLiteBudgetStore.open(path, approvalRules: rules)
                }))
        let store = try SQLiteBudgetStore.openForReading(path, approvalRules: rules)
        #expect(try store.verify().holds)
        withExtendedLifetime(crashed) {}
    }

    private let inMemory = BudgetStoreSuite<Books>(
        make: { Books(approvalRules: DocumentApprovalRules()) }, reopen: { store, _ in store })

    @Test func `returned requests, parts of bills and who did what are kept`() throws {
        try inMemory.keepsPurchases()
        try run { try $0.keepsPurchases() }
    }

    @Test func `frozen revisions are kept byte for byte`() throws {
        try inMemory.keepsRevisions()
        try run { try $0.keepsRevisions() }
    }

    @Test func `the highest number of a year's requests is by value in both stores`() throws {
        try inMemory.numbersRequests()
        try run { try $0.numbersRequests() }
    }

    @Test func `what people lend lasts in both stores`() throws {
        try inMemory.keepsDelegations()
        try run { try $0.keepsDelegations() }
    }

    @Test func `overrides are kept until their request ends`() throws {
        try inMemory.keepsOverrides()
        try run { try $0.keepsOverrides() }
    }

    @Test func `a document is read once by each store, whoever loaded it`()
        throws
    {
        let folder = try TestFolder()
        let path = folder.path("ledger.db")
        let counter = Counter()
        let suite = BudgetStoreSuite<SQLiteBudgetStore>(
            make: {
                try SQLiteBudgetStore.make(at: path, approvalRules: CountingRules(counter: counter))
            }, reopen: { store, _ in store })
        let store = try suite.setUp()
        func submit(_ id: String, _ store: SQLiteBudgetStore) throws {
            _ = try store.execute(
                BudgetStoreSuite<Books>.submit(id, 100), context: BudgetStoreSuite<Books>.context())
        }
        for id in ["R1", "R2", "R3"] {
            try submit(id, store)
            #expect(counter.count == 1)
        }
        let other = try SQLiteBudgetStore.open(path, approvalRules: CountingRules(counter: counter))
        for id in ["R4", "R5"] {
            try submit(id, other)
            #expect(counter.count == 2)
        }
        // What one store loads, each learns with its next command, once.
        let vendors: JSONValue = ["vendors": [["id": "V1", "legal_name": "V"]]]
        _ = try other.execute(
            LoadDocument(
                .vendors, id: LedgerText(known: "vendors"), revision: 1,
                effectiveFrom: CalendarDate(dayNumber: 20_454), content: vendors),
            context: BudgetStoreSuite<Books>.context())
        for id in ["R6", "R7"] {
            try submit(id, other)
            try submit(id + "b", store)
            #expect(counter.count == 4)
        }
        try other.close()
        try store.close()
    }
}

private final class Counter: @unchecked Sendable {
    var count = 0
}

/// The rules of documents, which count how many documents they read.
private struct CountingRules: ApprovalRules {
    let counter: Counter
    var rules: any ApprovalRules = DocumentApprovalRules()

    func knowing(_ document: LedgerDocument) throws(Problem) -> any ApprovalRules {
        counter.count += 1
        return CountingRules(counter: counter, rules: try rules.knowing(document))
    }

    func plan(
        for facts: RequestFacts, on date: CalendarDate, in reader: some LedgerReader
    ) throws(Problem) -> Ruling<ApprovalState> {
        try rules.plan(for: facts, on: date, in: reader)
    }

    func act(
        _ attempt: ApprovalAttempt, on state: ApprovalState, of facts: RequestFacts,
        in reader: some LedgerReader
    ) throws(Problem) -> Ruling<ApprovalState> {
        try rules.act(attempt, on: state, of: facts, in: reader)
    }

    func reassess(
        _ state: ApprovalState, from old: RequestFacts, to new: RequestFacts,
        on date: CalendarDate, in reader: some LedgerReader
    ) throws(Problem) -> Ruling<ApprovalState> {
        try rules.reassess(state, from: old, to: new, on: date, in: reader)
    }

    func overrideLimit(
        of person: PersonID, for request: RequestID, on date: CalendarDate,
        in reader: some LedgerReader
    ) throws(Problem) -> MinorUnits? {
        try rules.overrideLimit(of: person, for: request, on: date, in: reader)
    }

    func refusal(
        of duty: Duty, in context: CommandContext, for request: Request?,
        reader: some LedgerReader
    ) throws(Problem) -> Refusal? {
        try rules.refusal(of: duty, in: context, for: request, reader: reader)
    }

    func remarks(
        on date: CalendarDate, in reader: some LedgerReader
    ) throws(Problem) -> [Problem] { try rules.remarks(on: date, in: reader) }

    func check(_ document: LedgerDocument) throws(Problem) { try rules.check(document) }
}
