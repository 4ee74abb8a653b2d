import Foundation
import Outlay
import Testing

struct InitCommandTests {
    private static let files = [
        ".outlay/ci/github-actions.yml", ".outlay/ci/gitlab-ci.yml",
        ".outlay/ci/pre-commit-config.yaml", ".outlay/schema/actuals-map-1.json",
        ".outlay/schema/budget-1.json",
        ".outlay/schema/catalogue-metadata-1.json",
        ".outlay/schema/evaluation-1.json", ".outlay/schema/organisation-1.json",
        ".outlay/schema/panel-1.json", ".outlay/schema/policy-1.json",
        ".outlay/schema/project-1.json",
        ".outlay/schema/quote-map-1.json", ".outlay/schema/vendors-1.json", "catalogs/README.md",
        "evaluations/saas.yaml",
        "outlay.yaml",
    ]

    private func outlay(_ arguments: String..., in folder: String) -> ToolRun {
        outlay(arguments, in: folder)
    }

    private func outlay(_ arguments: [String], in folder: String) -> ToolRun {
        ToolRun(arguments + ["--as-of", "2026-11-23"], in: folder)
    }

    @Test func `a project works at once, from inside and from outside`() throws {
        let folder = try TemporaryFolder()
        let run = outlay("init", "help desk", in: folder.path)
        #expect(run.end == .exit(0))
        #expect(folder.files == Self.files.map { "help desk/" + $0 }.sorted())
        for file in folder.files { #expect(run.output.contains("  \(file)\n")) }
        #expect(run.output.contains("  cd 'help desk'\n"))
        let inside = folder.path + "/help desk"
        let validated = outlay("validate", ".", "--fail-on", "warning", in: inside)
        #expect(validated.end == .exit(0))
        #expect(validated.output.hasPrefix("2 documents checked"))
        let compared = outlay("compare", "evaluations/saas.yaml", in: inside)
        #expect(compared.end == .exit(0))
        let outside = outlay(
            "compare", "help desk/evaluations/saas.yaml", in: folder.path)
        #expect(outside.end == .exit(0))
        #expect(compared.output == outside.output)
    }

    @Test func `a project with what a ledger keeps is sound as a whole`() throws {
        let folder = try TemporaryFolder()
        let run = outlay(
            "init", "--ledger", "--currency", "CHF", "--start", "2027-07-15", in: folder.path)
        #expect(run.end == .exit(0), "\(run.messages)")
        let more = ["budget.yaml", "organisation.yaml", "policy.yaml", "vendors.yaml"]
        #expect(folder.files == (Self.files + more).sorted())
        #expect(run.output.contains("  outlay validate outlay.yaml evaluations/\n"))
        for file in more {
            let text = try #require(folder.text(file))
            #expect(text.hasPrefix("# yaml-language-server: $schema=./.outlay/schema/"))
            if file != "vendors.yaml" { #expect(text.contains("currency: CHF\n"), "\(file)") }
        }
        #expect(
            folder.text("budget.yaml")?.contains(
                "fiscal_year: {id: FY2028, start: 2027-07-01, end: 2028-06-30}") == true)
        let project = try #require(folder.text("outlay.yaml"))
        let line = try #require(project.split(separator: "\n").first { $0.contains("db init") })
        let words = line.drop { $0 != ":" }.split(separator: " ").dropFirst(2)
        // The list of what comes next ends with the same command.
        let next = "\n  outlay \(words.joined(separator: " "))\n"
        #expect(run.output.hasSuffix(next), "\(run.output)")
        let made = outlay(words.map(String.init), in: folder.path)
        #expect(made.end == .exit(0), "\(made.messages)")
        let load = ["budget", "load", "budget.yaml", "--db", "ledger.outlay"]
        let loaded = outlay(load, in: folder.path)
        #expect(loaded.end == .exit(0), "\(loaded.messages)")
        let validated = outlay(
            "validate", "outlay.yaml", "evaluations/", "--fail-on", "warning", in: folder.path)
        #expect(validated.end == .exit(0), "\(validated.messages)")
        #expect(outlay("compare", "evaluations/saas.yaml", in: folder.path).end == .exit(0))
    }

    @Test func `a project begins with an evaluation`() throws {
        let folder = try TemporaryFolder()
        let run = outlay("init", "--template", "budget", in: folder.path)
        #expect(run.end == .exit(2) && folder.files == [])
        #expect(
            run.messages.contains(
                "the templates of evaluations are saas, hardware, service, renewal, build-or-buy"))
    }

    @Test func `documents point at schemas that are there`() throws {
        let folder = try TemporaryFolder()
        #expect(outlay("init", "--template", "service", in: folder.path).end == .exit(0))
        #expect(
            folder.text("evaluations/service.yaml")?
                .hasPrefix("# yaml-language-server: $schema=../.outlay/schema/evaluation-1.json\n")
                == true)
        #expect(
            folder.text("outlay.yaml")?
                .hasPrefix("# yaml-language-server: $schema=./.outlay/schema/project-1.json\n")
                == true)
        #expect(folder.text(".outlay/schema/evaluation-1.json") != nil)
    }

    @Test func `one file in the way keeps every file from being written`() throws {
        let folder = try TemporaryFolder()
        try folder.write("catalogs/README.md", "mine")
        let run = outlay("init", in: folder.path)
        #expect(run.end == .exit(2))
        #expect(run.messages.contains("error[OL904]: `catalogs/README.md` exists already"))
        #expect(folder.files == ["catalogs/README.md"])
        let other = try TemporaryFolder()
        try other.write("evaluations", "a file")
        let blocked = outlay("init", in: other.path)
        #expect(blocked.end == .exit(2))
        #expect(blocked.messages.contains("`evaluations` is not a folder"))
        #expect(other.files == ["evaluations"])
    }

    @Test func `a project that cannot be written whole leaves nothing behind`() throws {
        let folder = try TemporaryFolder()
        // The system takes paths of up to 4 096 bytes: the first files fit, later ones do not.
        let part = String(repeating: "d", count: 200) + "/"
        let path = String(String(repeating: part, count: 22).prefix(4062))
        let run = outlay("init", path, in: folder.path)
        #expect(run.end == .exit(74))
        #expect(run.messages.contains("error[OL"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }

    @Test func `a second project in the same place is refused`() throws {
        let folder = try TemporaryFolder()
        #expect(outlay("init", in: folder.path).end == .exit(0))
        let run = outlay("init", in: folder.path)
        #expect(run.end == .exit(2))
        #expect(run.messages.contains("`outlay.yaml` and 15 more files exist already"))
    }

    @Test func `a dry run writes nothing`() throws {
        let folder = try TemporaryFolder()
        let run = outlay("init", "a/b", "--dry-run", in: folder.path)
        #expect(run.end == .exit(0))
        #expect(run.output.contains("  a/b/outlay.yaml\n"))
        #expect(folder.files == [])
    }

    @Test func `a project's empty catalogues hide no others`() throws {
        let folder = try TemporaryFolder()
        #expect(outlay("init", "desk", in: folder.path).end == .exit(0))
        try folder.write("catalogs/parts.yaml", "kind: CatalogueMetadata")
        let listed = outlay("catalog", "list", in: folder.path + "/desk")
        #expect((listed.output + listed.messages).contains("parts"))
        try folder.write("desk/catalogs/own.yaml", "kind: CatalogueMetadata")
        let own = outlay("catalog", "list", in: folder.path + "/desk")
        #expect((own.output + own.messages).contains("own"))
        #expect(!(own.output + own.messages).contains("parts"))
    }
}
