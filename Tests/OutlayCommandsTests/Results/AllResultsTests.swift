import ArgumentParser
import Outlay
import OutlayDocuments
import Testing

@testable import OutlayCommands

struct AllResultsTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var result: String
        var arguments: [String]
        var code: Int32 = 0
        var testDescription: String { "outlay " + arguments.joined(separator: " ") }
    }

    private static let helpdesk = "Examples/helpdesk/helpdesk.yaml"
    private static let openValues = "Tests/OutlayCommandsTests/Samples/open-values.yaml"
    private static let panel = "Examples/panel/intranet.yaml"
    private static let computed = "catalogs/evaluations/cloud-compute-3y.yaml"

    static let cases = [
        Case(result: "init", arguments: ["init", "no/such", "--dry-run"]),
        Case(result: "init", arguments: ["init", "Makefile/no"], code: 2),
        Case(result: "new", arguments: ["new", "saas", "--dry-run"]),
        Case(result: "new", arguments: ["new", "saas", "-"]),
        Case(result: "new", arguments: ["new", "--list"]),
        Case(result: "validate", arguments: ["validate", helpdesk, "catalogs"]),
        Case(result: "validate", arguments: ["validate", "Package.swift"], code: 2),
        Case(result: "schema", arguments: ["schema"]),
        Case(result: "schema", arguments: ["schema", "evaluation"]),
        Case(result: "schema", arguments: ["schema", "--output", "tco"]),
        Case(result: "schema", arguments: ["schema", "evaluation.options.costs"]),
        Case(result: "rule", arguments: ["rule", "OL031"]),
        Case(result: "compare", arguments: ["compare", helpdesk]),
        Case(result: "compare", arguments: ["compare", computed]),
        Case(result: "compare", arguments: ["compare", helpdesk, "--method", "topsis"]),
        Case(result: "compare", arguments: ["compare", helpdesk, "--explain"]),
        Case(
            result: "compare",
            arguments: ["compare", "Tests/OutlayCommandsTests/Samples/method.yaml", "--explain"]),
        Case(result: "compare", arguments: ["compare", openValues]),
        Case(result: "compare", arguments: ["report", helpdesk]),
        Case(result: "compare", arguments: ["compare", "no/such.yaml"], code: 2),
        Case(result: "tco", arguments: ["tco", helpdesk]),
        Case(result: "tco", arguments: ["tco", computed, "--by", "category"]),
        Case(result: "why", arguments: ["why", helpdesk]),
        Case(result: "why", arguments: ["why", helpdesk, "northwind.npv", "--all"]),
        Case(result: "why", arguments: ["why", computed, "aws-on-demand.tco", "--all"]),
        Case(result: "why", arguments: ["why", helpdesk, "northwind"], code: 2),
        Case(result: "diff", arguments: ["diff", helpdesk, helpdesk]),
        Case(result: "diff", arguments: ["diff", helpdesk, computed]),
        Case(result: "diff", arguments: ["diff", helpdesk, openValues]),
        Case(result: "diff", arguments: ["diff", helpdesk, "no/such.yaml"], code: 2),
        Case(result: "sensitivity", arguments: ["sensitivity", helpdesk, "--smaa", "20"]),
        Case(
            result: "sensitivity", arguments: ["sensitivity", computed, "--win", "none"], code: 2),
        Case(result: "version", arguments: ["version"]),
        Case(
            result: "rank",
            arguments: ["rank", "catalogs/storage-drives.csv", "--weight", "capacity_tb=1:max"]),
        Case(
            result: "rank",
            arguments: [
                "rank", "catalogs/storage-drives.csv", "--column", "capacity_tb", "--weights",
                "gini",
            ]),
        Case(result: "weights", arguments: ["weights", helpdesk, "--method", "critic"]),
        Case(
            result: "weights",
            arguments: ["weights", "Tests/OutlayCommandsTests/Samples/weightings.yaml"]),
        Case(
            result: "weights",
            arguments: [
                "weights", "catalogs/storage-drives.csv", "--column", "capacity_tb", "--column",
                "price_usd:min", "--method", "entropy",
            ]),
        Case(
            result: "weights",
            arguments: [
                "weights", "--method", "best-worst", "--best", "a", "--worst", "c", "--best-over",
                "b=2", "--best-over", "c=8", "--over-worst", "b=5", "--over-worst", "a=8",
            ]),
        Case(result: "weights", arguments: ["weights", "--method", "swing"], code: 2),
        Case(result: "lint", arguments: ["lint", helpdesk, "catalogs/evaluations"], code: 1),
        Case(result: "lint", arguments: ["lint", panel, "catalogs/storage-drives.yaml"]),
        Case(
            result: "lint",
            arguments: [
                "lint", "Tests/OutlayCommandsTests/Samples/lint-plain.yaml", "--show-suppressed",
            ]),
        Case(result: "lint", arguments: ["lint", "no-such.yaml"], code: 2),
        Case(result: "rule", arguments: ["rule", "OL605"]),
        Case(result: "method-list", arguments: ["method", "list"]),
        Case(result: "method-show", arguments: ["method", "show", "no-such"], code: 2),
        Case(
            result: "tender-points",
            arguments: ["tender", "points", "--points", "40", "A=1", "B=2"]),
        Case(
            result: "tender-points",
            arguments: [
                "tender", "points", "--points", "40", "--ceiling", "300", "--quality", "A=37.2",
                "--quality", "B=48", "--quality", "C=6", "A=100", "B=120", "C=200",
            ]),
        Case(
            result: "tender-points",
            arguments: ["tender", "points", "--points", "40", "A=0"], code: 2),
        Case(result: "tender-award", arguments: ["tender", "award", helpdesk]),
        Case(
            result: "tender-award",
            arguments: ["tender", "award", helpdesk, "--price", "contract"]),
        Case(result: "catalog-list", arguments: ["catalog", "list"]),
        Case(result: "catalog-show", arguments: ["catalog", "show", "storage-drives"]),
        Case(
            result: "catalog-search", arguments: ["catalog", "search", "cloud-compute: vcpu>=64"]),
        Case(result: "catalog-check", arguments: ["catalog", "check", "storage-drives"]),
        Case(result: "compare", arguments: ["compare", panel]),
        Case(
            result: "compare",
            arguments: ["compare", "Tests/OutlayCommandsTests/Samples/panel.yaml"]
        ),
        Case(result: "panel-sheet", arguments: ["panel", "sheet", panel, "--member", "dora"]),
        Case(
            result: "panel-sheet", arguments: ["panel", "sheet", panel, "--member", "D"], code: 2),
        Case(result: "panel-show", arguments: ["panel", "show", panel]),
        Case(result: "panel-show", arguments: ["panel", "show", helpdesk], code: 2),
        Case(result: "freeze-criteria", arguments: ["freeze", "criteria", helpdesk, "--dry-run"]),
        Case(result: "freeze-criteria", arguments: ["freeze", "criteria", panel], code: 2),
    ]

    @Test(arguments: cases)
    func `what a command prints has the shape that its schema tells`(example: Case) throws {
        try expect(example)
    }

    @Test func `an imported quote has the shape that its schema tells`() throws {
        let map = "Tests/OutlayDocumentsTests/Broken/quote-map.yaml"
        let folder = try TemporaryFolder()
        try folder.write(
            "quote.csv", "Head\nArtikel;Bezeichnung;Preis je Monat;Bemerkung\nA;B;89,00;\n")
        let arguments = ["import", "quote", folder.path + "/quote.csv", "--map", map]
        try expect(Case(result: "import-quote", arguments: arguments + ["--dry-run"]))
        try expect(
            Case(
                result: "import-quote",
                arguments: ["import", "quote", "no.csv", "--map", map], code: 2))
    }

    private func expect(_ example: Case) throws {
        let result = try #require(AllResults.all.first { $0.name == example.result })
        let run = ToolRun(
            example.arguments + ["--format", "json", "--as-of", "2026-11-23"])
        #expect(run.end == .exit(example.code), "\(example) \(run.messages)")
        let source = DocumentSource.read(path: "answer.json", bytes: Array(run.output.utf8))
        let root = try #require(source.root, "\(source.problems)")
        #expect(result.envelope.problems(of: root).map(\.summary) == [])
        #expect(root["exit_code"]?.integer == Int(example.code))
        #expect((root["status"]?.text == "error") == (example.code == 2))
        #expect((root["result"]?.isEmpty ?? true) == (example.code == 2))
    }

    @Test func `every command that answers in JSON is in the list, in order`() {
        // A report is written as files, whose JSON is that of the comparison; an export has forms of others.
        let commands = Self.commands(of: Tool.self).filter {
            $0 != "report" && $0 != "audit-export"
        }
        // What `calc` can compute, and the page of one function, have shapes of their own.
        let pages = ["calc-list", "calc-function"]
        #expect(AllResults.all.map(\.name).filter { !pages.contains($0) } == commands)
    }

    private static func commands(of group: any ParsableCommand.Type) -> [String] {
        group.configuration.subcommands.flatMap { command -> [String] in
            let name = command.configuration.commandName ?? ""
            guard !command.configuration.subcommands.isEmpty else { return [name] }
            return commands(of: command).map { name + "-" + $0 }
        }
    }

    @Test(arguments: AllResults.all.map(\.name))
    func `the schema of a result is a schema`(name: String) throws {
        let result = try #require(AllResults.all.first { $0.name == name })
        let text = result.jsonSchema.text()
        let source = DocumentSource.read(path: "schema.json", bytes: Array(text.utf8))
        #expect(Shape.object(JSONSchema.shape).problems(of: try #require(source.root)) == [])
        #expect(!text.contains(#""additionalProperties":false"#), "later versions add fields")
    }
}
