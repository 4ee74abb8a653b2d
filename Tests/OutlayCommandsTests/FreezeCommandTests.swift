import Foundation
import Outlay
import Testing

struct FreezeCommandTests {
    private static let document = """
        apiVersion: outlay/v1
        kind: Evaluation
        metadata: {id: desk, title: Desk}
        currency: EUR
        horizon: {start: 2027-01-01, years: 1}
        tax: {prices: net, recoverable: 1}
        discount_rate: {value: 0}
        options:
          new: {title: New}
          old: {title: Old}
        criteria:
          - {id: ease, weight: 60, scale: {worst: 0, best: 10}}
          - {id: speed, weight: 40, scale: {worst: 0, best: 10}}

        """
    private static let answers =
        "performance: {new: {ease: 7, speed: 5}, old: {ease: 2, speed: 6}}\n"

    private func outlay(_ arguments: String..., in folder: TemporaryFolder) -> ToolRun {
        ToolRun(arguments + ["--as-of", "2026-11-23"], in: folder.path)
    }

    private func sealed() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("ev/desk.yaml", Self.document)
        let run = ToolRun(
            [
                "freeze", "criteria", "ev/desk.yaml", "--as-of", "2026-11-01", "--fail-on",
                "warning",
            ],
            in: folder.path)
        #expect(run.end == .exit(0), "\(run.output)\(run.messages)")
        #expect(run.output.contains("criteria_seal: desk.seal.json"))
        return folder
    }

    private func add(_ text: String, to folder: TemporaryFolder) throws {
        try folder.write(
            "ev/desk.yaml", Self.document + "criteria_seal: desk.seal.json\n" + Self.answers + text)
    }

    @Test func `criteria are sealed before they are answered and stay unchanged`() throws {
        let folder = try sealed()
        try add("", to: folder)
        let compared = outlay("compare", "ev/desk.yaml", in: folder)
        #expect(compared.end == .exit(0), "\(compared.messages)")
        #expect(
            compared.output.contains("- Criteria and weights unchanged since 2026-11-01 (sha256 "))
        let report = outlay("report", "ev/desk.yaml", "--format", "md", in: folder)
        #expect(report.output.contains("criteria and weights unchanged since 2026-11-01 (sha256 "))
        let json = outlay("compare", "ev/desk.yaml", "--format", "json", in: folder)
        #expect(json.output.contains(#""unchanged":true,"weights_from_data":false,"changes":[]"#))
        #expect(json.output.contains(#"{"path":"ev/desk.seal.json","sha256":""#))
        let checked = outlay("validate", "ev", "--fail-on", "warning", in: folder)
        #expect(checked.end == .exit(0), "\(checked.messages)")
        #expect(checked.output.contains("criteria seal"))
    }

    @Test func `every change since is a warning from old to new`() throws {
        let folder = try sealed()
        try add("margin: 5\n", to: folder)
        let text = try #require(folder.text("ev/desk.yaml"))
        try folder.write(
            "ev/desk.yaml",
            text.replacing("weight: 60", with: "weight: 45").replacing(
                "weight: 40", with: "weight: 55"))
        for command in ["compare", "validate"] {
            let run = outlay(command, "ev/desk.yaml", "--fail-on", "warning", in: folder)
            #expect(run.end == .exit(1))
            let words = (run.output + run.messages).split { $0 == " " || $0 == "\n" }
                .joined(separator: " ")
            #expect(
                words.contains(
                    "criteria.ease.weight: 60 → 45; criteria.speed.weight: 40 → 55; margin: 0 → 5"),
                "\(words)")
        }
        let json = outlay("compare", "ev/desk.yaml", "--format", "json", in: folder)
        #expect(
            json.output.contains(#"{"place":"criteria.ease.weight","sealed":"60","now":"45"}"#))
    }

    @Test func `weights from data are never said to be the sealed ones`() throws {
        let folder = try sealed()
        try add("", to: folder)
        let run = outlay("compare", "ev/desk.yaml", "--weights", "entropy", in: folder)
        #expect(run.end == .exit(0), "\(run.messages)")
        #expect(!run.output.contains("unchanged"))
        #expect(run.output.contains("warning OL244"))
        let words = run.output.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
        #expect(words.contains("weights of this run: the document's → entropy"))
    }

    @Test func `a missing or altered seal is an error and never a pass`() throws {
        let folder = try sealed()
        try add("", to: folder)
        let seal = try #require(folder.text("ev/desk.seal.json"))
        for altered in [seal.replacing("\"60\"", with: "\"61\""), "", "{}", "kind: Evaluation"] {
            try folder.write("ev/desk.seal.json", altered)
            for command in ["compare", "report", "validate", "tco"] {
                #expect(outlay(command, "ev/desk.yaml", in: folder).end == .exit(2), "\(altered)")
            }
        }
        try FileManager.default.removeItem(atPath: folder.path + "/ev/desk.seal.json")
        let run = outlay("compare", "ev/desk.yaml", in: folder)
        #expect(run.end == .exit(2) && run.output == "")
    }

    @Test func `a late seal says so for ever`() throws {
        let folder = try TemporaryFolder()
        try add(
            "sources: {q: {title: Quote, valid_until: 2027-01-31}}\n", to: folder)
        let text = try #require(folder.text("ev/desk.yaml"))
        try folder.write(
            "ev/desk.yaml",
            text.replacing(
                "{title: New}",
                with: "{title: New, costs: [{id: fee, category: fee, amount: 5, at: start}]}"))
        let run = outlay("freeze", "criteria", "ev/desk.yaml", in: folder)
        #expect(run.end == .exit(0), "\(run.messages)")
        #expect(run.output.contains("warning OL245"))
        for command in ["compare", "validate"] {
            let later = outlay(command, "ev/desk.yaml", in: folder)
            let words = (later.output + later.messages).split { $0 == " " || $0 == "\n" }
                .joined(separator: " ")
            #expect(
                words.contains(
                    "on 2026-11-23 the document had costs of new; the document had the quotes q; "
                        + "the document had performances of new and old"), "\(words)")
        }
    }

    @Test func `a seal is replaced only when told so`() throws {
        let folder = try sealed()
        let before = folder.text("ev/desk.seal.json")
        let again = outlay("freeze", "criteria", "ev/desk.yaml", in: folder)
        #expect(again.end == .exit(2))
        #expect(again.messages.contains("replace it with `--force`"))
        #expect(folder.text("ev/desk.seal.json") == before)
        #expect(outlay("freeze", "criteria", "ev/desk.yaml", "--force", in: folder).end == .exit(0))
        #expect(folder.text("ev/desk.seal.json") != before)
        let elsewhere = outlay(
            "freeze", "criteria", "ev/desk.yaml", "-o", "seals/my desk.json", in: folder)
        #expect(elsewhere.output.contains(#"criteria_seal: "../seals/my desk.json""#))
    }

    @Test func `the seal does not hang on the layout of the document`() throws {
        let folder = try sealed()
        let first = folder.text("ev/desk.seal.json")
        try folder.write(
            "ev/desk.yaml",
            "# a comment\n" + Self.document.replacing("weight: 60", with: "weight: 60.0"))
        _ = ToolRun(
            ["freeze", "criteria", "ev/desk.yaml", "--as-of", "2026-11-01", "--force"],
            in: folder.path)
        #expect(folder.text("ev/desk.seal.json") == first)
    }

    @Test func `nothing to seal is refused`() throws {
        let folder = try TemporaryFolder()
        let bare = Self.document.split(separator: "\n").prefix { $0 != "criteria:" }
            .joined(separator: "\n")
        try folder.write("ev/desk.yaml", bare + "\n")
        let run = outlay("freeze", "criteria", "ev/desk.yaml", in: folder)
        #expect(run.end == .exit(2))
        #expect(run.messages.contains("has nothing to seal"))
    }
}
