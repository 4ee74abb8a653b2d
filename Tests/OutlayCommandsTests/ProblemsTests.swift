import Foundation
import Outlay
import Testing

/// Every broken input with what the tool says about it.
@Suite struct ProblemsTests {
    private static let folder = ToolRun.root + "/Tests/OutlayDocumentsTests/Broken"

    /// The broken inputs: every numbered file but the tables, which are read through their metadata.
    private static let inputs: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().filter { name in
            guard name.first?.isNumber == true else { return false }
            return !name.hasSuffix(".csv") || name.contains("-quote-")
        }
    }()

    /// Returns the command line that meets the mistake of an input.
    private static func arguments(for input: String, named name: String) -> [String] {
        if input.hasSuffix(".csv") {
            return ["import", "quote", input, "--map", "quote-map.yaml", "--dry-run"]
        }
        return name.contains("-catalogue-") && Int(name.prefix(3)).map { $0 > 150 } ?? false
            ? ["catalog", "check", name, "--catalogs", ".", "--older-than", "1000d"]
            : ["validate", input]
    }

    @Test func `every broken input is answered as recorded`() throws {
        #expect(Self.inputs.count >= 60)
        for input in Self.inputs {
            let name = String(input.prefix { $0 != "." })
            let arguments = Self.arguments(for: input, named: name) + ["--as-of", "2026-11-23"]
            let run = try Transcript.expect(name, arguments, in: Self.folder)
            if arguments[0] == "catalog" {
                #expect(run.end == .exit(1) || run.end == .exit(2), "\(input): \(run.end)")
            } else {
                #expect(run.output.isEmpty, "\(input) gives an answer")
                #expect(run.end == .exit(2) || run.end == .exit(3), "\(input): \(run.end)")
            }
        }
    }

    @Test(arguments: [
        ("findings", ["compare", "Tests/OutlayCommandsTests/Samples/findings.yaml"]),
        ("none-eligible", ["compare", "Tests/OutlayCommandsTests/Samples/none-eligible.yaml"]),
        ("method", ["compare", "Tests/OutlayCommandsTests/Samples/method.yaml"]),
        ("panel", ["compare", "Tests/OutlayCommandsTests/Samples/panel.yaml"]),
        ("panel-show", ["panel", "show", "Examples/panel/intranet.yaml"]),
        ("open-values", ["compare", "Tests/OutlayCommandsTests/Samples/open-values.yaml"]),
        (
            "open-values-json",
            [
                "compare", "Tests/OutlayCommandsTests/Samples/open-values.yaml", "--format", "json",
            ]
        ),
        (
            "open-values-csv",
            ["compare", "Tests/OutlayCommandsTests/Samples/open-values.yaml", "--format", "csv"]
        ),
        ("governed", ["validate", "Tests/OutlayCommandsTests/Samples/governed"]),
        ("governed-shipped", ["validate", "Examples/helpdesk/outlay.yaml"]),
        ("helpdesk", ["compare", "Examples/helpdesk/helpdesk.yaml"]),
        ("weightings", ["compare", "Tests/OutlayCommandsTests/Samples/weightings.yaml"]),
        ("weights", ["weights", "Tests/OutlayCommandsTests/Samples/weightings.yaml"]),
        (
            "weights-from-data",
            ["compare", "Examples/helpdesk/helpdesk.yaml", "--weights", "entropy"]
        ),
        ("helpdesk-tco", ["tco", "Examples/helpdesk/helpdesk.yaml"]),
        (
            "cashflow",
            ["cashflow", "Tests/OutlayCommandsTests/Samples/capital.yaml", "--by", "line"]
        ),
        (
            "cashflow-budget",
            [
                "cashflow", "Tests/OutlayCommandsTests/Samples/capital.yaml", "--view", "budget",
                "--charge-basis", "service-period",
            ]
        ),
        (
            "cashflow-expense",
            [
                "cashflow", "catalogs/evaluations/server-room.yaml", "--view", "expense",
                "--option", "buy",
            ]
        ),
        (
            "missing-life",
            ["cashflow", "Tests/OutlayCommandsTests/Samples/capital.yaml", "--view", "expense"]
        ),
        ("helpdesk-why", ["why", "Examples/helpdesk/helpdesk.yaml", "northwind.tco"]),
        ("unknown-figure", ["why", "Examples/helpdesk/helpdesk.yaml", "northwind.tca"]),
        (
            "diff",
            [
                "diff", "Examples/helpdesk/helpdesk.yaml",
                "Tests/OutlayCommandsTests/Samples/diff.yaml",
            ]
        ),
        (
            "diff-md",
            [
                "diff", "Examples/helpdesk/helpdesk.yaml",
                "Tests/OutlayCommandsTests/Samples/diff.yaml", "--format", "md",
            ]
        ),
        (
            "different-currencies",
            [
                "diff", "Examples/helpdesk/helpdesk.yaml",
                "catalogs/evaluations/cloud-compute-3y.yaml",
            ]
        ),
        ("stale-prices", ["catalog", "check", "saas-sso"]),
        ("undated-prices", ["catalog", "check", "llm-apis"]),
        ("search-without-colon", ["catalog", "search", "cloud-compute vcpu>=8"]),
        ("unknown-sign", ["catalog", "search", "cloud-compute: vcpu>>8"]),
        (
            "award",
            ["tender", "award", "Tests/OutlayCommandsTests/Samples/findings.yaml"]
        ),
        (
            "steep-growth", ["validate", "Tests/OutlayCommandsTests/Samples/steep-growth.yaml"]
        ),
        ("renewals", ["tco", "Tests/OutlayCommandsTests/Samples/renewals.yaml"]),
        (
            "renewals-json",
            [
                "tco", "Tests/OutlayCommandsTests/Samples/renewals.yaml", "--option", "new",
                "--format", "json",
            ]
        ),
        (
            "renewals-why",
            ["why", "Tests/OutlayCommandsTests/Samples/renewals.yaml", "new.contract.optional"]
        ),
        ("server-room", ["tco", "catalogs/evaluations/server-room.yaml"]),
        ("tradeoffs", ["compare", "Tests/OutlayCommandsTests/Samples/tradeoffs.yaml"]),
        (
            "tender-points",
            [
                "tender", "points", "--points", "40", "--formula", "min-max", "--quality", "A=37.2",
                "--quality", "B=48", "--quality", "C=6", "A=100", "B=120", "C=200",
            ]
        ),
        (
            "no-rows-left",
            [
                "rank", "catalogs/saas-sso.csv", "--weight", "base_price=1:min", "--where",
                "base_price>9999999",
            ]
        ),
    ])
    func `what stands beside an answer is recorded`(name: String, arguments: [String]) throws {
        try Transcript.expect(name, arguments + ["--as-of", "2026-11-23"])
    }

    @Test(arguments: [
        ("calc-empty", "xirr --flows= --dates="),
        ("calc-not-finite", "irr -- -1 NaN"),
        ("calc-lengths", "xnpv --rate 0.1 2020-01-01 1 2"),
        ("calc-before-base", "xnpv --rate 0.1 --base-date 2021-01-01 -- 2020-01-01 1"),
        ("calc-no-time-span", "xirr 2020-01-01 1 2020-01-01 -2"),
        ("calc-no-sign-change", "irr 100 50 20"),
        ("calc-no-real-root", "irr 100 -200 150"),
        ("calc-not-representable", "xirr 2024-11-21 -100 2024-11-28 -100 2024-12-03 100"),
        ("calc-several-roots", "irr -- -100 230 -132"),
        ("calc-rate", "npv --rate -1 -- 1 2"),
        ("calc-never-repaid", "nper rate=0.01 payment=-50 present-value=8000"),
        ("calc-zero-denominator", "bcr --benefits 0 10 --costs 0 0 --rate 0.1"),
        ("calc-zero-life", "straight-line cost=5 life=0"),
        ("calc-period", "vdb cost=5 life=3 start-period=2 end-period=4"),
        ("calc-salvage", "straight-line cost=5 salvage=6 life=3"),
        (
            "calc-undecided-rows",
            "irr --csv Tests/OutlayCommandsTests/Samples/streams.csv --each row"
        ),
    ])
    func `what stands beside or instead of a figure is recorded`(name: String, line: String) throws
    {
        try Transcript.expect(
            name,
            ["calc", "--as-of", "2026-11-23"] + line.split(separator: " ").map(String.init))
    }

    @Test func `a quote becomes a catalogue once`() throws {
        let folder = try TemporaryFolder()
        let quote =
            "A sheet of Northwind\nArtikel;Bezeichnung;Preis je Monat;Bemerkung\nA-1;Desk;89,50;\n"
        try folder.write(Array(quote.utf8), to: "quote.csv")
        let map = try Data(contentsOf: URL(filePath: Self.folder + "/quote-map.yaml"))
        try folder.write(Array(map), to: "map.yaml")
        let line = ["import", "quote", "quote.csv", "--map", "map.yaml", "-o", "out"]
        let first = ToolRun(line, in: folder.path)
        #expect(first.end == .exit(0), "\(first.messages)")
        #expect(folder.text("out/northwind-quotes.csv") == "id,title,price\nA-1,Desk,89.50\n")
        let second = try Transcript.expect("existing-catalogue", line, in: folder.path)
        #expect(second.end == .exit(2))
    }

    /// What only a program that uses the library can cause.
    private static let libraryOnly: Set<ProblemCode> = [
        .unknownUnit, .divisionByZero, .badAllocation, .simulationOff, .internalError,
        // Of the ledger's commands; their texts stand in RefusalTests.
        .badLedgerName, .badLedgerText, .badPeriod, .badLedgerAmount,
        .damagedEvent,
        .notOpened, .beyondOrder, .duplicateInvoice, .notReceived,
        .nothingOpen, .beyondFramework, .alreadyThere,
        .keyConflict, .badLedgerCommand, .alreadyApproved, .noPolicy, .routeRefused,
        .proofMissing,
        // Of policies and approvals; their texts stand in the tests of OutlayBudgets.
        .documentIdentity, .singlePerson, .splitSuspected, .possibleDuplicate,
        .boughtBeforeApproval, .newVendor,
        // Of loading documents; their texts stand in BudgetChangeTests and DocumentLoadTests.
        .lineVanished, .revisionOrder,
        // Of ledger files; their texts stand in Tests/OutlaySQLiteTests/Problems.
        .ledgerBusy, .notALedger, .newerLedger, .olderLedger, .ledgerNotWritable,
        .diskFull, .networkFileSystem, .ledgerReplaced, .missingLog, .damagedLog, .brokenChain,
        .anchorMismatch, .rowsDiffer, .evidenceDiffers, .durabilityRefused,
        // Of ledgers and gates on the command line; the tests of the commands cause them.
        .beyondAllotment, .budgetOverridden, .yearWithoutBudget,
    ]

    @Test func `every problem that can be caused has a sample`() throws {
        let records = try Transcript.all().joined()
        let unseen = ProblemCode.allCases.filter { !records.contains($0.rawValue) }
        #expect(Set(unseen) == Self.libraryOnly)
    }
}
