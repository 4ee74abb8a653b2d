import Foundation
import Outlay
import Testing

struct PanelCommandTests {
    private static let example = ToolRun.root + "/Examples/panel/"

    /// Returns a folder with the evaluation of the example, and nothing beside it.
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let text = try String(contentsOfFile: Self.example + "intranet.yaml", encoding: .utf8)
        try folder.write(
            "ev/intranet.yaml", text.replacing("criteria_seal: intranet.seal.json\n", with: ""))
        return folder
    }

    private func panel(_ arguments: String..., in folder: TemporaryFolder) -> ToolRun {
        ToolRun(["panel"] + arguments + ["--as-of", "2026-11-23"], in: folder.path)
    }

    /// Returns the sheet of a member with the same two scores for each option.
    private func fill(_ sheet: String, _ ease: String, _ editing: String) -> String {
        var text = ""
        for line in sheet.split(separator: "\n") {
            let score = line.contains(",usability,") ? ease : editing
            text += line.hasPrefix("member,") ? "\(line)\n" : "\(line.dropLast())\(score),\n"
        }
        return text
    }

    @Test func `sheets go out, come in and are shown`() throws {
        let folder = try folder()
        for (member, ease, editing) in [
            ("anna.ito", "7", "good"), ("ben.roth", "3", "good"), ("cleo.marsh", "5", "poor"),
        ] {
            let sheet = panel("sheet", "ev/intranet.yaml", "--member", member, in: folder)
            #expect(sheet.end == .exit(0))
            try folder.write("\(member).csv", fill(sheet.output, ease, editing))
            let run = panel(
                "import", "ev/intranet.yaml", "\(member).csv", "--member", member, "--date",
                "2026-11-16", in: folder)
            #expect(run.end == .exit(0), "\(run.messages)")
            #expect(
                run.output == """
                    Wrote 6 scores of \(member) for EV-2026-021
                      ev/panel/\(member).yaml
                    Next:
                      outlay compare ev/intranet.yaml

                    """)
        }
        #expect(folder.text("ev/panel/ben.roth.yaml")?.contains("date: 2026-11-16\n") == true)
        let shown = panel("show", "ev/intranet.yaml", in: folder)
        #expect(shown.end == .exit(0), "\(shown.messages)")
        #expect(shown.output.contains("3 members scored and disagree on 6 of 6 scores."))
        let compared = ToolRun(
            ["compare", "ev/intranet.yaml", "--format", "json", "--as-of", "2026-11-23"],
            in: folder.path)
        for member in ["anna.ito", "ben.roth", "cleo.marsh"] {
            #expect(compared.output.contains("{\"path\":\"ev/panel/\(member).yaml\",\"sha256\":\""))
        }
    }

    @Test func `nothing is shown before every member has handed in`() throws {
        let folder = try folder()
        for command in [["panel", "show"], ["compare"], ["report"], ["validate"]] {
            let run = ToolRun(
                command + ["ev/intranet.yaml", "--as-of", "2026-11-23"], in: folder.path)
            #expect(run.end == .exit(2))
            #expect(run.output == "")
            #expect(run.messages.contains("`panel/ben.roth.yaml` is not handed in"))
        }
    }

    @Test func `a sheet goes to a file once`() throws {
        let folder = try folder()
        let line = ["sheet", "ev/intranet.yaml", "--member", "dora", "-o", "out/dora.csv"]
        func run(_ more: String...) -> ToolRun { ToolRun(["panel"] + line + more, in: folder.path) }
        #expect(run().end == .exit(0))
        let sheet = try #require(folder.text("out/dora.csv"))
        #expect(sheet.hasPrefix("member,option,"))
        let second = run()
        #expect(second.end == .exit(2))
        #expect(second.messages.contains("replace it with `--force`"))
        #expect(run("--force").end == .exit(0))
    }

    @Test func `scores are written once, and a conflict with its reason`() throws {
        let folder = try folder()
        let sheet = panel("sheet", "ev/intranet.yaml", "--member", "dora", in: folder).output
        let filled = fill(sheet, "7", "good").replacing(
            "dora,lantern,Lantern,editing,Writing and publishing,,poor | workable | good | excellent,good",
            with:
                "dora,lantern,Lantern,editing,Writing and publishing,,poor | workable | good | excellent,"
        )
        try folder.write("dora.csv", filled)
        let line = ["import", "ev/intranet.yaml", "dora.csv", "--member", "dora"]
        func run(_ more: String...) -> ToolRun {
            ToolRun(["panel"] + line + more + ["--as-of", "2026-11-23"], in: folder.path)
        }
        #expect(run().end == .exit(2))
        #expect(run("--conflict", "lantern").messages.contains("gives no reason"))
        #expect(run("--conflict", "lanter=x").messages.contains("did you mean `lantern`?"))
        #expect(run("--conflict", "lantern=x", "--conflict", "lantern=y").end == .exit(2))
        let rehearsed = run("--conflict", "lantern=Sister: \"CEO\"", "--dry-run")
        #expect(rehearsed.end == .exit(0))
        #expect(rehearsed.output.contains("add panel/dora.yaml to panel.members"))
        #expect(folder.text("ev/panel/dora.yaml") == nil)
        #expect(run("--conflict", "lantern=Sister: \"CEO\"").end == .exit(0))
        let text = try #require(folder.text("ev/panel/dora.yaml"))
        #expect(text.contains(#"- {option: lantern, reason: "Sister: \"CEO\""}"#))
        #expect(text.contains("date: 2026-11-23\n"))
        #expect(run("--allow-empty").end == .exit(2))
        #expect(run("--allow-empty", "--force").end == .exit(0))
        #expect(run("--allow-empty", "-o", "ev/x.yaml").output.contains("add x.yaml to"))
    }

    @Test func `a member is an identifier`() throws {
        let run = panel("sheet", "ev/intranet.yaml", "--member", "Anna Ito", in: try folder())
        #expect(run.end == .exit(2))
        #expect(run.messages.contains("hint: write `anna-ito`"))
    }

    @Test func `text never becomes a formula`() throws {
        let folder = try folder()
        let path = "ev/intranet.yaml"
        let text = try #require(folder.text(path))
        try folder.write(path, text.replacing("title: Lantern", with: "title: \"=HYPERLINK(1)\""))
        let sheet = panel("sheet", path, "--member", "dora", in: folder).output
        #expect(sheet.contains(",'=HYPERLINK(1),"))
        #expect(!sheet.contains(",=HYPERLINK"))
        try folder.write("dora.csv", fill(sheet, "7", "good"))
        #expect(
            panel("import", path, "dora.csv", "--member", "dora", in: folder).end == .exit(0))
    }
}
