import ArgumentParser
import Foundation
import Testing

@testable import OutlayCommands

/// The exit codes of every command, by each cause that it ends by.
@Suite struct LedgerExitCodeTests {
    @Test func `a ledger's story ends line by line as its table says`() throws {
        let story = try LedgerStory()
        for row in LedgerStory.rows {
            let run = story.run(row)
            #expect(
                run.end == .exit(row.exitCode),
                "\(row.person ?? "-"): \(row.line) (\(row.cause)) \(run.output)\(run.messages)")
            #expect(
                row.exitCode == 0 || run.output.isEmpty || Self.answersWithFindings(row),
                "\(row.line): what fails has no answer")
            #expect(
                row.exitCode == 0 || Self.answersWithFindings(row)
                    || run.messages.hasPrefix("error[OL"), "\(row.line): \(run.messages)")
        }
    }

    /// Commands whose answer is what they found, whatever they end with.
    private static func answersWithFindings(_ row: LedgerStory.Row) -> Bool {
        ["gate ", "policy test ", "budget check "].contains { row.line.hasPrefix($0) }
    }

    /// A row of a command that works on no ledger.
    struct Row: Sendable, CustomTestStringConvertible {
        var exitCode: Int32
        var line: String
        var testDescription: String { line }

        init(_ exitCode: Int32, _ line: String) {
            self.exitCode = exitCode
            self.line = line
        }
    }

    private static let helpdesk = "Examples/helpdesk/helpdesk.yaml"
    private static let samples = "Tests/OutlayCommandsTests/Samples"
    private static let malformed = "Tests/OutlayDocumentsTests/Broken/092-date-month-13.yaml"
    /// It needs an exchange rate that there is none of.
    private static let undecidable = "Tests/OutlayDocumentsTests/Broken/217-missing-rate.yaml"
    private static let panel = "Examples/panel/intranet.yaml"

    private static let rows = documents + figures + tables

    private static let documents = [
        Row(0, "init no/such --dry-run"), Row(2, "init Makefile/no"),
        Row(0, "new saas --dry-run"), Row(2, "new saass --dry-run"),
        Row(0, "validate \(helpdesk) catalogs"), Row(2, "validate \(malformed)"),
        Row(2, "validate no/such.yaml"), Row(3, "validate \(undecidable)"),
        Row(0, "lint \(helpdesk)"), Row(1, "lint \(helpdesk) --fail-on warning"),
        Row(2, "lint \(malformed)"), Row(3, "lint \(undecidable)"),
        Row(0, "schema evaluation"), Row(2, "schema evaluations.none"),
        Row(0, "rule OL031"), Row(2, "rule OL000"),
        Row(0, "panel sheet \(panel) --member dora"), Row(2, "panel sheet \(panel) --member D"),
        Row(0, "panel show \(panel)"), Row(2, "panel show \(helpdesk)"),
        Row(2, "panel import \(panel) no.csv --member dora"),
        Row(0, "freeze criteria \(helpdesk) --dry-run"), Row(2, "freeze criteria \(panel)"),
    ]

    private static let figures = [
        Row(0, "compare \(helpdesk)"), Row(1, "compare \(helpdesk) --fail-on warning"),
        Row(2, "compare no/such.yaml"), Row(3, "compare \(undecidable)"),
        Row(0, "tco \(helpdesk)"), Row(2, "tco \(helpdesk) --option nordwind"),
        Row(3, "tco \(undecidable)"),
        Row(0, "cashflow \(helpdesk)"), Row(2, "cashflow no/such.yaml"),
        Row(3, "cashflow \(samples)/capital.yaml --view expense"),
        Row(0, "why \(helpdesk)"), Row(2, "why \(helpdesk) northwind.tca"),
        Row(3, "why \(undecidable)"),
        Row(0, "diff \(helpdesk) \(helpdesk)"), Row(2, "diff \(helpdesk) no/such.yaml"),
        Row(3, "diff \(helpdesk) \(undecidable)"),
        Row(0, "sensitivity \(helpdesk) --smaa 20"), Row(2, "sensitivity \(helpdesk) --win none"),
        Row(3, "sensitivity \(undecidable)"),
        Row(0, "report \(helpdesk) --format json -o -"), Row(2, "report \(helpdesk) --format htm"),
        Row(3, "report \(undecidable) --format md -o -"),
        Row(74, "report \(helpdesk) --format md -o /dev/full/x.md"),
    ]

    private static let tables = [
        Row(0, "rank catalogs/storage-drives.csv --weight capacity_tb=1:max"),
        Row(2, "rank catalogs/storage-drives.csv --weight capacity=1:max"),
        Row(0, "weights \(samples)/weightings.yaml"), Row(2, "weights no/such.yaml"),
        Row(0, "method list"), Row(2, "method list --format pdf"),
        Row(0, "method show topsis"), Row(2, "method show topsi"),
        Row(0, "tender points --points 40 --formula min-max A=100 B=120"),
        Row(2, "tender points --points 40 --formula min-max A=x"),
        Row(0, "tender award \(samples)/findings.yaml"), Row(2, "tender award no/such.yaml"),
        Row(0, "calc npv rate=0.1 10 120"), Row(2, "calc npv rate=x 10 120"),
        Row(3, "calc irr 100 50 20"),
        Row(0, "catalog list"), Row(2, "catalog list --catalogs nowhere"),
        Row(0, "catalog show llm-apis"), Row(2, "catalog show llm-api"),
        Row(0, "catalog search cloud-compute:"), Row(2, "catalog search nowhere:"),
        Row(0, "catalog check"), Row(1, "catalog check saas-sso --fail-on warning"),
        Row(2, "catalog check --catalogs nowhere"),
        Row(2, "import quote no.csv --map Tests/OutlayDocumentsTests/Broken/quote-map.yaml"),
        Row(0, "completions bash"), Row(2, "completions klingon"),
        Row(0, "manual"), Row(2, "manual --format pdf"),
        Row(0, "version"), Row(2, "version --format pdf"),
    ]

    @Test(arguments: rows)
    func `a command line without a ledger ends as its row says`(row: Row) {
        // `calc` takes every name that it does not know for an input of the function.
        let words = row.line.split(separator: " ").map(String.init)
        let dated = words[0] == "calc" ? words : words + ["--as-of", "2026-11-23"]
        let run = ToolRun(dated)
        #expect(run.end == .exit(row.exitCode), "\(run.output)\(run.messages)")
    }

    /// Commands that pass only with files of their own: the tests that run them so are named beside them.
    private static let passElsewhere: Set<String> = [
        "import quote",  // ProblemsTests, a quote becomes a catalogue once
        "panel import",  // PanelCommandTests
    ]

    @Test func `every command has a row that passes and one that does not`() {
        let lines =
            LedgerStory.rows.map { ($0.exitCode, $0.line) }
            + Self.rows.map { ($0.exitCode, $0.line) }
        for command in Self.commands(of: Tool.self) {
            let codes = lines.filter { ($0.1 + " ").hasPrefix(command + " ") }.map(\.0)
            #expect(codes.contains(0) || Self.passElsewhere.contains(command), "\(command)")
            #expect(codes.contains { $0 != 0 }, "\(command)")
        }
        #expect(Self.commands(of: Tool.self).count > 70)
    }

    @Test func `a wrong option is exit code 2 for every command, and so is a bare group`() {
        for command in Self.commands(of: Tool.self) {
            let run = ToolRun(command.split(separator: " ").map(String.init) + ["--no-such-option"])
            #expect(run.end == .exit(2), "\(command): \(run.messages)")
            #expect(run.output.isEmpty)
        }
        for group in Self.groups(of: Tool.self) {
            let run = ToolRun(group.split(separator: " ").map(String.init))
            #expect(run.end == .exit(2), "\(group): \(run.messages)")
            #expect(run.messages.contains("outlay \(group) --help"), "\(group): \(run.messages)")
        }
    }

    @Test func `no ledger, none there and a damaged one end every command that needs one alike`()
        throws
    {
        let story = try LedgerStory()
        try story.ledger.folder.write("damaged.outlay", "SQLite format 3\u{0} and no more")
        let takesLedger = LedgerStory.rows.filter {
            $0.exitCode == 0 && !$0.line.hasPrefix("db init") && !$0.line.hasPrefix("policy test")
        }
        var tried: Set<String> = []
        for row in takesLedger {
            let words = story.words(of: row)
            guard tried.insert(words.prefix(2).joined(separator: " ")).inserted else { continue }
            func end(_ path: String?) -> ToolRun.End {
                ToolRun(words + story.place(of: row, at: path), in: story.ledger.folder.path).end
            }
            // A gate tells what it could look at without a ledger, and does not pass.
            #expect(end(nil) == .exit(3), "\(row.line)")
            #expect(end("none.outlay") == .exit(row.line.hasPrefix("gate") ? 3 : 2), "\(row.line)")
            #expect(end("damaged.outlay") == .exit(6), "\(row.line)")
        }
        #expect(tried.count > 40)
    }

    private static func commands(of group: any ParsableCommand.Type) -> [String] {
        group.configuration.subcommands.flatMap { command -> [String] in
            let name = command.configuration.commandName ?? ""
            guard !command.configuration.subcommands.isEmpty else { return [name] }
            return commands(of: command).map { name + " " + $0 }
        }
    }

    private static func groups(of group: any ParsableCommand.Type) -> [String] {
        group.configuration.subcommands.compactMap { command in
            let isBare =
                command.configuration.subcommands.isEmpty
                || command.configuration.defaultSubcommand != nil
            return isBare ? nil : command.configuration.commandName
        }
    }
}
