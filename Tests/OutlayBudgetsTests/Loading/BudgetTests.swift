import OutlayEncoding
import OutlayProblems
import OutlayStreams
import OutlayValues
import Testing

@testable import OutlayBudgets

@Suite struct BudgetTests {
    private static let head = #"""
        "kind": "Budget", "id": "FY2027", "currency": "EUR",
        "fiscal_year": {"id": "FY2027", "start": "2027-01-01", "end": "2027-12-31"}
        """#

    private func budget(_ lines: String, head: String = Self.head) throws -> Budget {
        try Budget(json: SampleDocuments.value("{\(head), \"lines\": [\(lines)]}"))
    }

    private func faults(_ lines: String, head: String = Self.head) throws -> [String] {
        do {
            _ = try budget(lines, head: head)
            return []
        } catch let faults as DocumentFaults {
            return faults.list.map { problem in
                guard case .part(let place)? = problem.location else {
                    return problem.code.rawValue
                }
                return "\(problem.code.rawValue) \(place)"
            }
        }
    }

    @Test func `every setting of a line becomes the ledger's`() throws {
        let budget = try budget(
            #"""
            {"id": "CC-410", "title": "IT operations", "owner": "owner.itops", "kind": "project",
             "parent": "CC-400", "approved": "310000.00", "accounts": ["6810", "6815"],
             "control": "soft", "warn_at": "0.90", "block_at": "1.05", "tolerance_amount": "12.50",
             "periods": "quarterly", "scope": "ytd", "capex_opex": "capex",
             "valid_from": "2027-02-01", "valid_to": "2027-11-30"}
            """#)
        let line = try #require(budget.line("CC-410"))
        var node = Node("CC-410", parent: "CC-400", control: .soft)
        node.title = "IT operations"
        node.owner = "owner.itops"
        node.kind = .project
        node.warnLevel = try BasisPoints(9000)
        node.tolerance = try BasisPoints(500)
        node.toleranceAmount = MinorUnits(1250)
        node.phasing = Phasing(division: .quarterly, weights: [], scope: .yearToDate)
        node.expenditure = .capital
        node.validFrom = try CalendarDate(parsing: "2027-02-01")
        node.validTo = try CalendarDate(parsing: "2027-11-30")
        #expect(line.node == node)
        #expect(line.approved == MinorUnits(31_000_000))
        #expect(line.accounts == ["6810", "6815"])
        #expect(budget.chargeBasis == .invoice)
    }

    @Test func `periods are amounts that add up to the year, or shares that add up to 1`() throws {
        let amounts = try budget(
            #"{"id": "A", "approved": "100", "periods": ["40", "20", "20", "20"]}"#)
        let shares = try budget(
            #"{"id": "A", "approved": "100", "periods": ["0.4", "0.2", "0.2", "0.2"]}"#)
        for budget in [amounts, shares] {
            let phasing = try #require(budget.lines.first).node.phasing
            #expect(phasing.division == .quarterly)
            #expect(
                try phasing.parts(of: MinorUnits(10_000)).map(\.count) == [4000, 2000, 2000, 2000])
        }
        #expect(
            try faults(#"{"id": "A", "approved": "100", "periods": ["40", "20", "20", "21"]}"#)
                == ["OL701 /lines/0/periods"])
        #expect(
            try faults(#"{"id": "A", "approved": "100", "periods": ["50", "50"]}"#)
                == ["OL030 /lines/0/periods"])
    }

    @Test func `a line that stands in another is below it`() throws {
        let budget = try budget(
            #"""
            {"id": "Z", "approved": "1", "lines": [
              {"id": "B", "approved": "2", "lines": [{"id": "A", "approved": "3"}]}]}
            """#)
        #expect(budget.lines.map(\.node.id.text) == ["A", "B", "Z"])
        #expect(budget.lines.map { $0.node.parent?.text } == ["B", "Z", nil])
        #expect(budget.linesFromTop.map(\.node.id.text) == ["Z", "B", "A"])
    }

    @Test func `a line with two budgets is refused with both places`() throws {
        do {
            _ = try budget(
                #"{"id": "A", "approved": "1", "lines": [{"id": "B", "approved": "1"}]}, {"id": "B", "approved": "2"}"#
            )
            Issue.record("read")
        } catch let faults as DocumentFaults {
            #expect(faults.list.count == 1)
            #expect(faults.first.code == .lineBudgetedTwice)
            #expect(faults.first.location == .part("/lines/1/id"))
            #expect(faults.first.reason.contains("`/lines/0/lines/0`"))
        }
    }

    struct Misfit: Sendable, CustomTestStringConvertible {
        var id: String
        var lines: String
        var faults: [String]
        var testDescription: String { id }
    }

    @Test(arguments: [
        Misfit(
            id: "a circle",
            lines: #"""
                {"id": "A", "parent": "B", "approved": "1"}, {"id": "B", "parent": "A", "approved": "1"}
                """#, faults: ["OL701 /lines/0/parent", "OL701 /lines/1/parent"]),
        Misfit(
            id: "below itself", lines: #"{"id": "A", "parent": "A", "approved": "1"}"#,
            faults: ["OL701 /lines/0/parent"]),
        Misfit(
            id: "another parent inside",
            lines: #"""
                {"id": "A", "approved": "1", "lines": [{"id": "B", "parent": "C", "approved": "1"}]}
                """#, faults: ["OL701 /lines/0/lines/0/parent"]),
        Misfit(
            id: "blocks below", lines: #"{"id": "A", "approved": "1", "block_at": "0.99"}"#,
            faults: ["OL701 /lines/0/block_at"]),
        Misfit(
            id: "a scope without periods",
            lines: #"{"id": "A", "approved": "1", "scope": "period"}"#,
            faults: ["OL701 /lines/0/scope"]),
        Misfit(
            id: "block and tolerance",
            lines: #"{"id": "A", "approved": "1", "block_at": "1.1", "tolerance": "0.1"}"#,
            faults: ["OL014 /lines/0"]),
        Misfit(
            id: "amounts",
            lines: #"""
                {"id": "A", "approved": "-1"}, {"id": "B", "approved": "1.001"},
                {"id": "C", "approved": "NaN"}, {"id": "D", "approved": "92233720368547758.08"},
                {"id": "E"}
                """#,
            faults: [
                "OL025 /lines/0/approved", "OL028 /lines/1/approved", "OL022 /lines/2/approved",
                "OL405 /lines/3/approved", "OL013 /lines/4",
            ]),
        Misfit(id: "no lines", lines: "", faults: ["OL030 /lines"]),
    ])
    func `what does not fit together is named with its place`(row: Misfit) throws {
        #expect(try faults(row.lines) == row.faults)
    }

    @Test(arguments: [
        (#"{"id": "FY2027", "start": "2027-01-01", "end": "2027-11-30"}"#, "OL704 /fiscal_year"),
        (#"{"id": "FY2028", "start": "2027-01-01", "end": "2027-12-31"}"#, "OL704 /fiscal_year"),
        (#"{"id": "FY2027", "start": "2027-04-02", "end": "2028-04-01"}"#, "OL704 /fiscal_year"),
        (
            #"{"id": "FY2027-Q1", "start": "2027-01-01", "end": "2027-12-31"}"#,
            "OL403 /fiscal_year/id"
        ),
    ])
    func `a fiscal year is twelve months by its number`(year: String, fault: String) throws {
        let head = #""id": "B", "currency": "EUR", "fiscal_year": \#(year)"#
        #expect(try faults(#"{"id": "A", "approved": "1"}"#, head: head) == [fault])
    }

    @Test(arguments: [
        (
            #"{"id": "FY2027", "start": "2027-04-01", "end": "2028-03-31"}"#, 4,
            FiscalCalendar.Naming.byStart
        ),
        (#"{"id": "FY2028", "start": "2027-04-01", "end": "2028-03-31"}"#, 4, .byEnd),
        (#"{"id": "FY2027", "start": "2027-01-01", "end": "2027-12-31"}"#, 1, .byStart),
    ])
    func `a budget opens a ledger with its fiscal years`(
        year: String, month: Int, naming: FiscalCalendar.Naming
    ) throws {
        let head = #""id": "B", "currency": "EUR", "fiscal_year": \#(year)"#
        let opening = try budget(#"{"id": "A", "approved": "1"}"#, head: head).opening("books")
        #expect(opening.settings.calendar.startMonth == month)
        #expect(opening.settings.calendar.naming == naming)
        #expect(opening.years.count == 1)
    }

    @Test func `what is written reads back as the same`() throws {
        for seed in 0..<200 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let lines = (0..<Int.random(in: 1...12, using: &random)).map { index -> String in
                let parent =
                    index > 0 && Bool.random(using: &random)
                    ? #""parent": "L\#(Int.random(in: 0..<index, using: &random))","# : ""
                let cents = Int64.random(in: 0...9_000_000_000, using: &random)
                let periods =
                    ["annual", "quarterly", "monthly"].randomElement(using: &random) ?? ""
                let control = ["hard", "soft", "track"].randomElement(using: &random) ?? ""
                return #"""
                    {"id": "L\#(index)", \#(parent) "approved": "\#(cents / 100).\#(10 + cents % 90)",
                     "periods": "\#(periods)", "control": "\#(control)",
                     "tolerance": "0.\#(Int.random(in: 0...99, using: &random))", "accounts": ["\#(index)"]}
                    """#
            }
            let budget = try budget(lines.joined(separator: ","))
            #expect(try Budget(json: budget.json) == budget, "seed \(seed)")
            #expect(
                try Budget(json: JSONValue(parsing: budget.json.canonicalText)).hash == budget.hash,
                "seed \(seed)")
            var seen: Set<NodeID> = []
            for line in budget.linesFromTop {
                #expect(line.node.parent.map(seen.contains) ?? true, "seed \(seed)")
                seen.insert(line.node.id)
            }
        }
    }
}
