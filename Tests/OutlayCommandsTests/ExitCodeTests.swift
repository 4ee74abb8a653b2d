import Foundation
import Outlay
import Testing

/// The exit codes of every kind of outcome, with the words that go with them.
@Suite struct ExitCodeTests {
    struct Row: Sendable, CustomTestStringConvertible {
        /// The name of the record.
        let name: String
        /// What stands behind `outlay`.
        let line: String
        let exitCode: Int32
        var testDescription: String { name }
    }

    private static let helpdesk = "Examples/helpdesk/helpdesk.yaml --as-of 2026-11-23"
    private static let broken = "Tests/OutlayDocumentsTests/Broken/"

    @Test(arguments: [
        Row(name: "usage-bare", line: "", exitCode: 2),
        Row(name: "usage-bare-catalog", line: "catalog", exitCode: 2),
        Row(name: "usage-bare-import", line: "import", exitCode: 2),
        Row(name: "usage-bare-method", line: "method", exitCode: 2),
        Row(name: "usage-bare-calc", line: "calc", exitCode: 2),
        Row(name: "usage-unknown-method", line: "method show topsi", exitCode: 2),
        Row(name: "usage-bare-policy", line: "policy", exitCode: 2),
        Row(name: "usage-bare-year", line: "year", exitCode: 2),
        Row(name: "usage-misspelt-command", line: "comapre x.yaml", exitCode: 2),
        Row(name: "usage-unknown-command", line: "frobnicate", exitCode: 2),
        Row(name: "usage-misspelt-subcommand", line: "catalog serch", exitCode: 2),
        Row(name: "usage-unknown-option", line: "compare x.yaml --as-off 2026-11-23", exitCode: 2),
        Row(name: "usage-missing-argument", line: "compare", exitCode: 2),
        Row(name: "usage-missing-value", line: "compare x.yaml --as-of", exitCode: 2),
        Row(name: "usage-surplus-argument", line: "compare x.yaml y.yaml", exitCode: 2),
        Row(name: "usage-bad-date", line: "compare x.yaml --as-of 2026-02-30", exitCode: 2),
        Row(name: "usage-bad-choice", line: "compare x.yaml --format pdf", exitCode: 2),
        Row(name: "usage-bad-colour", line: "version --color sometimes", exitCode: 2),
        Row(name: "usage-bad-setting", line: "compare \(helpdesk) --set seats", exitCode: 2),
        Row(name: "usage-unknown-setting", line: "compare \(helpdesk) --set seat=80", exitCode: 2),
        Row(
            name: "usage-setting-behind-horizon",
            line: "compare \(helpdesk) --set seats.2040=80", exitCode: 2),
        Row(
            name: "usage-no-rows",
            line: "catalog search cloud-compute: --top 0", exitCode: 2),
        Row(name: "usage-bad-layout", line: "tco \(helpdesk) --by week", exitCode: 2),
        Row(
            name: "usage-unknown-option-id", line: "tco \(helpdesk) --option nordwind", exitCode: 2),
        Row(name: "usage-unknown-format", line: "report \(helpdesk) --format htm", exitCode: 2),
        Row(name: "usage-several-formats", line: "report \(helpdesk)", exitCode: 2),
        Row(name: "usage-several-to-stdout", line: "report \(helpdesk) -o -", exitCode: 2),
        Row(name: "no-document-to-validate", line: "validate Sources/OutlayValues", exitCode: 2),
        Row(name: "no-document-to-lint", line: "lint Sources/OutlayValues", exitCode: 2),
        Row(name: "usage-lint-nothing", line: "lint", exitCode: 2),
        Row(name: "usage-lint-fail-on", line: "lint x.yaml --fail-on never", exitCode: 2),
        Row(
            name: "lint-malformed",
            line: "lint \(broken)092-date-month-13.yaml --as-of 2026-11-23", exitCode: 2),
        Row(
            name: "lint-undecidable",
            line: "lint \(broken)217-missing-rate.yaml --as-of 2026-11-23", exitCode: 3),
        Row(name: "usage-no-catalogs", line: "catalog list --catalogs nowhere", exitCode: 2),
        Row(name: "missing-file", line: "compare nowhere.yaml", exitCode: 2),
        Row(
            name: "missing-project", line: "compare \(helpdesk) --config nowhere.yaml", exitCode: 2),
        Row(
            name: "undecidable", line: "compare \(broken)217-missing-rate.yaml --as-of 2026-11-23",
            exitCode: 3),
        Row(
            name: "several-files",
            line: "validate \(broken)092-date-month-13.yaml \(broken)217-missing-rate.yaml "
                + "--as-of 2026-11-23", exitCode: 2),
    ])
    func `a command line ends as the table of exit codes says`(row: Row) throws {
        let arguments = row.line.split(separator: " ").map(String.init)
        let run = try Transcript.expect(row.name, arguments)
        #expect(run.end == .exit(row.exitCode))
        #expect(run.output.isEmpty)
        #expect(run.messages.hasPrefix("error[OL"))
    }

    @Test(arguments: [
        ("--help", "outlay <subcommand>"), ("compare --help", "outlay compare"),
        ("help tco", "outlay tco"), ("catalog --help", "outlay catalog"), ("--version", "0."),
        ("version", "outlay 0."), ("version --format json", "\"exit_code\":0"),
    ])
    func `help and versions are answers`(line: String, expected: String) throws {
        let run = ToolRun(line.split(separator: " ").map(String.init))
        #expect(run.end == .exit(0))
        #expect(run.output.contains(expected), "\(run.output)")
        #expect(run.messages.isEmpty)
    }

    @Test(arguments: [
        ("", 0), ("--fail-on error", 0), ("--fail-on warning", 1),
        ("--fail-on warning --exit-zero", 0), ("--quiet --fail-on warning", 1),
    ])
    func `warnings fail only when asked to`(options: String, exitCode: Int32) throws {
        let words = "compare \(Self.helpdesk) \(options)".split(separator: " ").map(String.init)
        let run = ToolRun(words)
        #expect(run.end == .exit(exitCode))
        #expect(run.output.contains("Northwind"))
    }

    @Test func `errors in JSON are an envelope on stdout with the same exit code`() throws {
        let document = Self.broken + "217-missing-rate.yaml"
        let run = ToolRun(["compare", document, "--format", "json", "--as-of", "2026-11-23"])
        #expect(run.end == .exit(3))
        #expect(run.messages.isEmpty)
        let envelope = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(envelope["status"] as? String == "error")
        #expect(envelope["exit_code"] as? Int == 3)
        let diagnostics = try #require(envelope["diagnostics"] as? [[String: Any]])
        #expect(diagnostics.map { $0["code"] as? String } == ["OL154"])
    }
}
