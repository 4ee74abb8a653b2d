import Foundation
import Outlay
import OutlayDocuments
import Testing

@testable import OutlayCommands

@Suite struct ImportActualsCommandTests {
    private static let ledgerFile = """
        date,line,amount,currency,invoice,vendor
        2027-01-15,CC-410,100.004,EUR,INV-1,
        2027-01-20,CC-410,50.003,EUR,INV-1,
        2027-02-03,CC-410,-20.00,EUR,INV-2,

        """

    private static func head(of ledger: TrialLedger) throws -> JSONValue? {
        let status = ledger.tool("db status --format json")
        guard case .object(let envelope) = try JSONValue(parsing: status.output),
            case .object(let result)? = envelope["result"]
        else { return nil }
        return result["entry"]
    }

    @Test func `a plain ledger file is booked once`() throws {
        let ledger = try TrialLedger.helpdesk()
        try ledger.folder.write("l.csv", Self.ledgerFile)
        let before = try Self.head(of: ledger)
        let dry = ledger.tool("import actuals l.csv --dry-run", as: "payables")
        #expect(dry.end == .exit(0), "\(dry.messages)")
        #expect(dry.output.contains("Dry run: Booked 130.01 EUR"), "\(dry.output)")
        #expect(try Self.head(of: ledger) == before)

        let run = ledger.tool(
            "import actuals l.csv --control-total 130.01 --format json", as: "payables")
        #expect(run.end == .exit(0), "\(run.messages)")
        let result = try AuditCommandTests.result(of: run, "import-actuals")
        #expect(result["sum"] == "130.007")
        #expect(result["rounding_difference"] == "0.003")
        #expect(result["rows"] == .integer(3))
        #expect(result["written"] == .bool(true))
        let after = try Self.head(of: ledger)
        #expect(after != before)

        let again = ledger.tool("import actuals l.csv", as: "payables")
        #expect(again.end == .exit(0), "\(again.messages)")
        #expect(again.output.contains("Nothing to book: this file was imported before"))
        #expect(try Self.head(of: ledger) == after)
        let show = ledger.tool("budget show CC-410 --year 2027 --format json")
        #expect(show.output.contains(#""actual":{"amount":"130.01""#), "\(show.output)")
    }

    @Test func `a document that was imported is left out, and stated anew only on request`() throws
    {
        let ledger = try TrialLedger.helpdesk()
        try ledger.folder.write("l.csv", Self.ledgerFile)
        #expect(ledger.tool("import actuals l.csv", as: "payables").end == .exit(0))
        try ledger.folder.write(
            "m.csv", Self.ledgerFile.replacing("50.003", with: "60.00"))
        let left = ledger.tool("import actuals m.csv --format json", as: "payables")
        #expect(left.end == .exit(0), "\(left.messages)")
        let result = try AuditCommandTests.result(of: left, "import-actuals")
        #expect(result["written"] == .bool(false))
        #expect(left.output.contains(#""reason":"imported_otherwise""#))
        #expect(left.output.contains(#""reason":"imported_before""#))
        let restated = ledger.tool("import actuals m.csv --restate", as: "payables")
        #expect(restated.end == .exit(0), "\(restated.messages)")
        #expect(restated.output.contains("Booked 9.99 EUR"), "\(restated.output)")
        let again = ledger.tool("import actuals m.csv --restate", as: "payables")
        #expect(again.end == .exit(0), "\(again.messages)")
        #expect(again.output.contains("Nothing to book"))
    }

    @Test func `FOCUS needs its cost column and a map`() throws {
        let ledger = try TrialLedger.helpdesk()
        let sample =
            ToolRun.root + "/Tests/OutlayBudgetsTests/Actuals/Data/focus-1.0-sample-1000.csv"
        let text = try String(contentsOfFile: sample, encoding: .utf8)
        try ledger.folder.write(
            "f.csv", text.replacing("\"USD\"", with: "\"EUR\"").replacing("2024-", with: "2027-"))
        let unnamed = ledger.tool("import actuals f.csv", as: "payables")
        #expect(unnamed.end == .exit(2))
        #expect(unnamed.messages.contains("--cost BilledCost"), "\(unnamed.messages)")
        try ledger.folder.write(
            "map.yaml",
            """
            kind: ActualsMap
            rules:
              - when: {ServiceCategory: [Compute, Storage]}
                line: CC-410
            """)
        let run = ledger.tool(
            "import actuals f.csv --cost BilledCost --map map.yaml --format json --dry-run",
            as: "payables")
        #expect(run.end == .exit(0), "\(run.messages)\(run.output.prefix(2000))")
        let result = try AuditCommandTests.result(of: run, "import-actuals")
        #expect(result["rows"] == .integer(1000))
        guard case .array(let unmatched)? = result["unmatched"] else {
            Issue.record("no unmatched rows")
            return
        }
        #expect(!unmatched.isEmpty)
        #expect(run.output.contains("OL750"))
        let strict = ledger.tool(
            "import actuals f.csv --cost BilledCost --map map.yaml --dry-run --fail-on warning",
            as: "payables")
        #expect(strict.end == .exit(1))
    }

    @Test(arguments: [
        ("--control-total 130.02", "", "", Int32(1), "OL764"),
        ("", ",EUR,INV-2", ",USD,INV-2", 2, "OL762"),
        ("", "CC-410,-20.00", "CC-999,-20.00", 3, "OL765"),
        (
            "", "2027-02-03,CC-410,-20.00,EUR,INV-2,", "2027-01-15,CC-410,100.004,EUR,INV-1,", 2,
            "OL763"
        ),
        ("--cost BilledCost", "", "", 2, "OL761"),
        ("--map none.yaml", "", "", 2, "OL902"),
    ])
    func `what is wrong is said, and nothing is booked`(
        _ options: String, _ text: String, _ other: String, _ code: Int32, _ word: String
    ) throws {
        let ledger = try TrialLedger.helpdesk()
        let file = text.isEmpty ? Self.ledgerFile : Self.ledgerFile.replacing(text, with: other)
        try ledger.folder.write("l.csv", file)
        let run = ledger.tool("import actuals l.csv \(options)", as: "payables")
        #expect(run.end == .exit(code), "\(run.output)\(run.messages)")
        #expect(run.messages.contains(word), "\(run.messages)")
        let log = ledger.tool("audit log --format csv").output
        #expect(!log.contains("actuals_imported"))
    }

    @Test func `a map with faults names each at its place`() throws {
        let ledger = try TrialLedger.helpdesk()
        try ledger.folder.write("l.csv", Self.ledgerFile)
        try ledger.folder.write(
            "map.yaml",
            """
            kind: ActualsMap
            rules:
              - when: {vendor: V-1}
              - leave_out: tax
                line: CC-410
            """)
        let run = ledger.tool("import actuals l.csv --map map.yaml", as: "payables")
        #expect(run.end == .exit(2))
        #expect(run.messages.contains("map.yaml:3"), "\(run.messages)")
        #expect(run.messages.contains("map.yaml:5") || run.messages.contains("map.yaml:4"))
    }

    @Test func `rows that say the same may repeat where that is said`() throws {
        let ledger = try TrialLedger.helpdesk()
        try ledger.folder.write(
            "l.csv", Self.ledgerFile + "2027-01-15,CC-410,100.004,EUR,INV-1,\n")
        #expect(ledger.tool("import actuals l.csv", as: "payables").end == .exit(2))
        let run = ledger.tool("import actuals l.csv --keep-duplicates", as: "payables")
        #expect(run.end == .exit(0), "\(run.messages)")
        #expect(run.output.contains("Booked 230.01 EUR"), "\(run.output)")
    }
}
