import Outlay
import Testing

struct NewCommandTests {
    private func new(_ arguments: String..., in folder: TemporaryFolder) -> ToolRun {
        ToolRun(["new"] + arguments + ["--as-of", "2026-11-23"], in: folder.path)
    }

    @Test func `a document is written and compared at once`() throws {
        let folder = try TemporaryFolder()
        let run = new("renewal", in: folder)
        #expect(run.end == .exit(0))
        #expect(
            run.output == """
                Wrote an Evaluation from the template renewal
                  renewal.yaml
                Next:
                  outlay validate renewal.yaml
                  outlay compare renewal.yaml

                """)
        #expect(folder.files == ["renewal.yaml"])
        let compared = ToolRun(
            ["compare", "renewal.yaml", "--as-of", "2026-11-23", "--fail-on", "warning"],
            in: folder.path)
        #expect(compared.end == .exit(0))
        #expect(compared.output.contains("renewal-2027 · EUR · 3 years from 2027-01-01"))
    }

    @Test func `a file is replaced only when told so`() throws {
        let folder = try TemporaryFolder()
        try folder.write("saas.yaml", "mine")
        let refused = new("saas", in: folder)
        #expect(refused.end == .exit(2))
        #expect(
            refused.messages == """
                error[OL904]: `saas.yaml` exists already
                  --> saas.yaml
                files are never replaced unasked
                hint: name another file, or replace it with `--force`

                """)
        #expect(folder.text("saas.yaml") == "mine")
        #expect(new("saas", "--force", in: folder).end == .exit(0))
        #expect(folder.text("saas.yaml")?.contains("kind: Evaluation") == true)
    }

    @Test(arguments: [
        ["saas"], ["saas", "desk.yaml"], ["--force"], ["--id", "E"], ["--title", "CRM"],
        ["--owner", "ann"], ["--currency", "EUR"], ["--start", "2028-07-01"], ["--dry-run"],
    ])
    func `a list of templates writes none and takes nothing else`(others: [String]) throws {
        let folder = try TemporaryFolder()
        let run = ToolRun(["new"] + others + ["--list"], in: folder.path)
        #expect(run.end == .exit(2) && run.output == "" && folder.files == [])
        #expect(run.messages.contains("error[OL901]: one thing at a time"), "\(run.messages)")
        #expect(new("--list", in: folder).end == .exit(0))
    }

    @Test func `options fill in the document`() throws {
        let folder = try TemporaryFolder()
        let run = new(
            "saas", "-", "--id", "EV-7", "--title", "CRM: next", "--owner", "ann", "--currency",
            "CHF", "--start", "2028-07-01", in: folder)
        #expect(run.end == .exit(0))
        for line in [
            "  id: EV-7\n", "  title: \"CRM: next\"\n", "  owner: ann\n", "\ncurrency: CHF\n",
            "{start: 2028-07-01, years: 3}",
        ] {
            #expect(run.output.contains(line), "\(line)")
        }
        #expect(folder.files == [])
    }

    @Test func `a dry run writes nothing`() throws {
        let folder = try TemporaryFolder()
        let run = new("saas", "a/b.yaml", "--dry-run", in: folder)
        #expect(run.end == .exit(0))
        #expect(run.output.hasPrefix("Would write an Evaluation"))
        #expect(folder.files == [])
    }

    @Test func `a folder takes the file by the template's name`() throws {
        let folder = try TemporaryFolder()
        #expect(new("saas", "it's/", in: folder).end == .exit(0))
        let run = new("service", "it's", in: folder)
        #expect(folder.files == ["it's/saas.yaml", "it's/service.yaml"])
        #expect(run.output.contains("outlay compare 'it'\\''s/service.yaml'"))
    }

    @Test func `a document in a project points at the project's schema`() throws {
        let folder = try TemporaryFolder()
        try folder.write(".outlay/schema/evaluation-1.json", "{}")
        #expect(new("saas", "a/b/c.yaml", in: folder).end == .exit(0))
        let first = folder.text("a/b/c.yaml")?.split(separator: "\n").first
        #expect(
            first == "# yaml-language-server: $schema=../../.outlay/schema/evaluation-1.json")
    }

    @Test(arguments: [
        (["sas"], "there is no template `sas`"),
        ([], "`outlay new` needs a template"),
        (["saas", "--currency", "EURO"], "`EURO` is not a currency"),
        (["saas", "--title", ""], "`--title` is empty"),
    ])
    func `wrong usage writes nothing`(arguments: [String], summary: String) throws {
        let folder = try TemporaryFolder()
        let run = ToolRun(["new"] + arguments, in: folder.path)
        #expect(run.end == .exit(2))
        #expect(run.messages.contains(summary), "\(run.messages)")
        #expect(folder.files == [])
    }

    @Test(arguments: [
        (["budget", "--owner", "ann"], "the template budget takes no `--owner`"),
        (["vendors", "--currency", "CHF"], "the template vendors takes no `--currency`"),
        (["policy", "--start", "2028-01-01"], "the template policy takes no `--start`"),
        (["actuals-map", "--title", "Bank"], "the template actuals-map takes no `--title`"),
        (["budget", "--start", "2028-01-15"], "a fiscal year does not begin on 2028-01-15"),
    ])
    func `what a document cannot say is refused`(arguments: [String], summary: String) throws {
        let folder = try TemporaryFolder()
        let run = ToolRun(["new"] + arguments, in: folder.path)
        #expect(run.end == .exit(2))
        #expect(run.messages.contains("error[OL901]: \(summary)"), "\(run.messages)")
        #expect(folder.files == [])
    }

    @Test(arguments: AllTemplates.all.map(\.name))
    func `a template is sound, in a project and in another currency`(name: String) throws {
        let folder = try TemporaryFolder()
        #expect(ToolRun(["init", "--quiet"], in: folder.path).end == .exit(0))
        let template = try #require(AllTemplates.all.first { $0.name == name })
        let more = template.details.contains(.currency) ? ["--currency", "JPY"] : []
        let made = ToolRun(
            ["new", name, "docs/it.yaml", "--as-of", "2026-11-23"] + more, in: folder.path)
        #expect(made.end == .exit(0), "\(made.messages)")
        let schema = try #require(template.schemaFileName)
        let text = try #require(folder.text("docs/it.yaml"))
        #expect(
            text.hasPrefix("# yaml-language-server: $schema=../.outlay/schema/\(schema)\n"))
        #expect(folder.text(".outlay/schema/\(schema)") != nil)
        let run = ToolRun(
            ["validate", "docs/it.yaml", "--fail-on", "note", "--as-of", "2026-11-23"],
            in: folder.path)
        #expect(run.end == .exit(0), "\(run.messages)")
        #expect(run.output.contains("docs/it.yaml  \(template.kind)"), "\(run.output)")
    }

    /// What a ledger keeps, in the order in which it is loaded, with the commands that load it.
    private static let governed = [
        ("vendors", "vendors"), ("budget", "budget"), ("policy", "policy"),
        ("organisation", "org"),
    ]

    @Test func `the documents of a ledger fit each other, and a ledger takes them`() throws {
        let ledger = try TrialLedger()
        let maps = ["actuals-map", "quote-map"]
        for name in Self.governed.map(\.0) + maps {
            #expect(new(name, in: ledger.folder).end == .exit(0))
        }
        let all = (Self.governed.map(\.0) + maps).map { $0 + ".yaml" }
        let validated = ToolRun(
            ["validate"] + all + ["--fail-on", "note"], in: ledger.folder.path)
        #expect(validated.end == .exit(0), "\(validated.messages)")
        #expect(validated.output.hasPrefix("6 documents checked"))
        for (name, group) in Self.governed {
            let run = ledger.run([group, "load", ledger.file(name + ".yaml")], as: "founder")
            #expect(run.end == .exit(0), "\(run.messages)")
            #expect(run.output.hasPrefix("Loaded "), "\(run.output)")
        }
        try ledger.folder.write(
            "actuals.csv",
            """
            Account,CostCentre,Date,Amount,Vendor,Invoice
            6810,IT,2027-01-31,1200.50,vendor-a,A-1
            6820,OPS,2027-01-31,300,,P-1
            1576,IT,2027-01-31,228.10,vendor-a,A-1

            """)
        let booked = try ledger.result(
            "import-actuals",
            [
                "import", "actuals", ledger.folder.path + "/actuals.csv", "--map",
                ledger.file("actuals-map.yaml"),
            ], as: "payables.one", on: "2027-02-01")
        #expect(booked["booked"]?["amount"]?.text == "1500.50", "\(booked)")
    }

    @Test(arguments: AllTemplates.evaluations.map(\.name))
    func `what an evaluation's template recommends may be bought by the others`(
        name: String
    ) throws {
        let ledger = try TrialLedger()
        for (template, group) in Self.governed {
            #expect(new(template, in: ledger.folder).end == .exit(0))
            let load = ledger.run([group, "load", ledger.file(template + ".yaml")], as: "founder")
            #expect(load.end == .exit(0), "\(load.messages)")
        }
        #expect(new(name, in: ledger.folder).end == .exit(0))
        let first = try ledger.firstEligible(name)
        let run = ledger.run(
            ["request", "create", ledger.file(name + ".yaml"), "--option", first, "--id", "REQ-1"],
            as: "requester.one")
        #expect(run.end == .exit(0), "\(run.messages)")
        let submitted = ledger.run(["request", "submit", "REQ-1"], as: "requester.one")
        #expect(submitted.end == .exit(0), "\(submitted.messages)\(submitted.output)")
    }

    @Test func `a price list is read by the map that a template makes`() throws {
        let folder = try TemporaryFolder()
        #expect(new("quote-map", in: folder).end == .exit(0))
        try folder.write(
            "quote.csv",
            "Article,Description,Price per month,Remark\nA-1,Seat,38.00,\nA-2,Storage,9.50,new\n")
        let run = ToolRun(
            [
                "import", "quote", "quote.csv", "--map", "quote-map.yaml", "--output", "lists",
                "--as-of", "2026-11-23",
            ], in: folder.path)
        #expect(run.end == .exit(0), "\(run.messages)")
        #expect(folder.files.contains("lists/vendor-a-prices.csv"), "\(folder.files)")
    }
}

extension TrialLedger {
    /// Returns the option that is ranked first of the evaluation `name`.
    fileprivate func firstEligible(_ name: String) throws -> String {
        let run = ToolRun([
            "compare", file(name + ".yaml"), "--format", "json", "--as-of", Self.day,
        ])
        let root = try #require(
            DocumentSource.read(path: "answer.json", bytes: Array(run.output.utf8)).root)
        let first = root["result"]?["options"]?.items.first { $0["rank"]?.integer == 1 }
        return try #require(first?["id"]?.text, "\(run.output)\(run.messages)")
    }
}
