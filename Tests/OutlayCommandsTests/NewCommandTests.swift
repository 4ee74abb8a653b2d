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
}
