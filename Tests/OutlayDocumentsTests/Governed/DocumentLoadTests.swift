import Outlay
import OutlayDocuments
import Testing

@Suite struct DocumentLoadTests {
    private static let day = CalendarDate(dayNumber: 20_777)  // 2026-11-20

    private func books(currency: Currency = .eur) throws -> Books {
        var books = Books(approvalRules: DocumentApprovalRules())
        let budget = try Budget(
            reading: try GovernedReaderTests.example("budgets.yaml"), path: "budgets.yaml")
        var opening = try budget.opening("sample")
        opening.settings.currency = currency
        try run(opening, in: &books)
        return books
    }

    private func run(_ command: some LedgerCommand, in books: inout Books) throws {
        let context = CommandContext(
            actor: PersonID(known: "cfo"), moment: LedgerMoment(on: Self.day))
        switch try books.execute(command, context: context) {
        case .accepted: break
        case .refused(let refusal): Issue.record("refused: \(refusal.code)")
        }
    }

    private func load(_ text: String, _ books: Books, path: String = "a.yaml") throws
        -> DocumentLoad
    {
        try DocumentLoad(reading: Array(text.utf8), path: path, into: books, on: Self.day)
    }

    private func problems(_ text: String, _ books: Books) -> String {
        do {
            _ = try DocumentLoad(
                reading: Array(text.utf8), path: "a.yaml", into: books, on: Self.day)
            return ""
        } catch {
            return outline(error.list)
        }
    }

    private static let vendors = "kind: Vendors\nvendors: [{id: a, legal_name: A}]\n"

    @Test func `every shipped document loads, and then changes nothing`() throws {
        var books = try books()
        for name in ["vendors.yaml", "budgets.yaml", "policy.yaml", "organisation.yaml"] {
            let bytes = try GovernedReaderTests.example(name)
            let first = try DocumentLoad(reading: bytes, path: name, into: books, on: Self.day)
            #expect(!first.isUnchanged)
            #expect(first.before == nil)
            try run(first.command, in: &books)
            let again = try DocumentLoad(
                reading: bytes, path: name, into: books, on: Self.day.adding(days: 9))
            #expect(again.isUnchanged, "\(name)")
            #expect(again.differences == [])
        }
        #expect(books.documents().map(\.revision) == [1, 1, 7, 1])
        let line = try books.balance(of: NodeID(known: "CC-421"), in: PeriodID(year: 2027))
        #expect(line.allotted == MinorUnits(2_400_000))
    }

    @Test func `a document without a revision gets the next, and says what differs`() throws {
        var books = try books()
        let first = try load(Self.vendors, books)
        #expect(first.command.id == "vendors")
        #expect(first.command.revision == 1)
        #expect(first.command.effectiveFrom == Self.day)
        try run(first.command, in: &books)
        let next = try load(Self.vendors.replacing("legal_name: A", with: "legal_name: B"), books)
        #expect(next.command.revision == 2)
        #expect(next.before?.revision == 1)
        #expect(
            next.differences
                == [DocumentDifference(["vendors", "a", "legal_name"], from: "A", to: "B")])
        try run(next.command, in: &books)
        #expect(books.documents().map(\.revision) == [1, 2])
    }

    @Test func `a revision that is there or skips one is refused at its place`() throws {
        var books = try books()
        let text = "metadata: {revision: 3}\n" + Self.vendors
        try run(try load(text, books).command, in: &books)
        #expect(try load(text, books).isUnchanged)
        let other = text.replacing("legal_name: A", with: "legal_name: B")
        #expect(problems(other, books) == "1:22-23 OL705 revision 3 of `vendors` cannot be loaded")
        #expect(
            problems(other.replacing("revision: 3", with: "revision: 5"), books)
                == "1:22-23 OL705 revision 5 of `vendors` cannot be loaded")
        #expect(
            try load(other.replacing("revision: 3", with: "revision: 4"), books).command.revision
                == 4)
    }

    @Test func `the ledger says the currency that a document does not`() throws {
        let policy = "kind: Policy\nmetadata: {id: P}\ntiers: [{approvers: [a]}]\n"
        let load = try load(policy, books(currency: .usd))
        let written = try Policy(json: load.command.content)
        #expect(written.currency == .usd)
        #expect(written.effectiveFrom == Self.day)
    }

    @Test func `a budget says what happens to each line`() throws {
        var books = try books()
        let text = """
            kind: Budget
            fiscal_year: {id: FY2027, start: 2027-01-01, end: 2027-12-31}
            lines: [{id: A, approved: 100.00}, {id: B, approved: 50.00}]
            """
        let first = try load(text, books)
        #expect(first.command.id == "FY2027")
        #expect(first.command.effectiveFrom == (try CalendarDate(parsing: "2027-01-01")))
        try run(first.command, in: &books)
        let next = try load(text.replacing("50.00", with: "70.00"), books)
        let change = try #require(next.budget)
        #expect(change.lines.map(\.isChange) == [false, true])
        #expect(change.lines.map(\.allottedBefore.count) == [10_000, 5000])
        #expect(change.lines.map(\.allotted.count) == [10_000, 7000])
        #expect(
            next.differences
                == [DocumentDifference(["lines", "B", "approved"], from: "50", to: "70")])
        #expect(
            problems(text.replacing(", {id: B, approved: 50.00}", with: ""), books)
                == "3:1-6 OL703 the budget leaves out `B`")
        #expect(
            problems("metadata: {id: IT}\n" + text, books)
                == "4:1-6 OL702 `A` has two budgets")
    }

    @Test func `a policy that contradicts its tests is refused at the test`() throws {
        let policy = """
            kind: Policy
            metadata: {id: P}
            tiers: [{approvers: [a]}]
            tests:
              - {name: t, request: {total: 1}, expect: {path: [[b]]}}
            """
        #expect(problems(policy, try books()) == "5:5-58 OL505 the test `t` fails")
    }

    @Test func `what no ledger keeps is refused`() throws {
        #expect(
            problems("kind: Policies\n", try books())
                == "1:7-15 OL008 this is no document that a ledger keeps")
        #expect(problems("kind: [", try books()).contains("OL001"))
    }

    @Test func `a ledger that is not opened takes none`() {
        #expect(
            problems(Self.vendors, Books(approvalRules: DocumentApprovalRules()))
                == "1:1-14 OL407 the ledger is not opened")
    }
}
