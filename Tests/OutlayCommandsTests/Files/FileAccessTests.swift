import Foundation
import Testing

/// What becomes of output that cannot be written.
@Suite struct FileAccessTests {
    private static let helpdesk = ToolRun.root + "/Examples/helpdesk/helpdesk.yaml"

    private static func report(into folder: String) -> [String] {
        ["report", helpdesk, "-o", folder, "--format", "html", "--as-of", "2026-11-23"]
    }

    @Test func `a closed pipe ends a command silently and well`() {
        for line in [["version"], ["compare", Self.helpdesk], ["--help"]] {
            let run = ToolRun(line, output: .closedPipe)
            #expect(run.end == .exit(0))
            #expect(run.messages.isEmpty)
        }
    }

    @Test func `a full device is an error of the output`() throws {
        let run = ToolRun(["version"], output: .file("/dev/full"))
        #expect(run.end == .exit(74))
        try Transcript.expect(run.messages, at: "Problems/full-device.txt")
    }

    @Test func `help and JSON errors to a full device are errors of the output too`() {
        for line in [["--help"], ["compare", "nowhere.yaml", "--format", "json"]] {
            #expect(ToolRun(line, output: .file("/dev/full")).end == .exit(74))
        }
    }

    @Test func `documents too deep to be looked into are an error, never left out`() throws {
        let folder = try TemporaryFolder()
        let deep = Array(repeating: "f", count: 17).joined(separator: "/")
        try folder.write(deep + "/desk.yaml", "kind: Evaluation")
        let run = ToolRun(["validate", "."], in: folder.path)
        #expect(run.end == .exit(2) && run.output.isEmpty)
        #expect(run.messages.contains("error[OL902]"), "\(run.messages)")
        #expect(run.messages.contains("lies too deep to be looked into"), "\(run.messages)")
    }

    @Test func `a report into a file is refused`() throws {
        let folder = try TemporaryFolder()
        try folder.write([], to: "taken")
        let run = ToolRun(Self.report(into: "taken/out"), in: folder.path)
        #expect(run.end == .exit(74))
        #expect(run.messages.contains("error[OL903]"), "\(run.messages)")
        #expect(folder.files == ["taken"])
    }

    @Test func `an interrupted write leaves the old file and nothing else`() throws {
        let folder = try TemporaryFolder()
        try folder.write(Array("old".utf8), to: "helpdesk.html")
        let small = ["/bin/sh", "-c", "ulimit -f 4 && exec \"$@\"", "sh"]
        let run = ToolRun(Self.report(into: "."), in: folder.path, wrapper: small)
        #expect(run.end == .exit(74))
        #expect(run.messages.contains("file too large"), "\(run.messages)")
        #expect(folder.files == ["helpdesk.html"])
        #expect(folder.text("helpdesk.html") == "old")
    }

    @Test func `of several files none is replaced when one cannot be written`() throws {
        let folder = try TemporaryFolder()
        try folder.write(Array("old".utf8), to: "helpdesk.csv")
        // Room for the table, not for the page.
        let small = ["/bin/sh", "-c", "ulimit -f 60 && exec \"$@\"", "sh"]
        let line = [
            "report", Self.helpdesk, "-o", ".", "--format", "csv,html", "--as-of", "2026-11-23",
        ]
        let run = ToolRun(line, in: folder.path, wrapper: small)
        #expect(run.end == .exit(74))
        #expect(run.messages.contains("helpdesk.html"), "\(run.messages)")
        #expect(folder.files == ["helpdesk.csv"])
        #expect(folder.text("helpdesk.csv") == "old")
    }

    @Test func `a format that is named twice is refused`() throws {
        let folder = try TemporaryFolder()
        let line = ["report", Self.helpdesk, "-o", ".", "--format", "html,md,html"]
        let run = ToolRun(line, in: folder.path)
        #expect(run.end == .exit(2))
        #expect(run.messages.contains("format `html` is named twice"), "\(run.messages)")
        #expect(folder.files == [])
    }

    @Test func `a folder without leave to write is refused`() throws {
        guard let wrapper = Unprivileged.wrapper else { return }
        let folder = try TemporaryFolder()
        try folder.write(Array("old".utf8), to: "helpdesk.html")
        #expect(chmod(folder.path, 0o555) == 0)
        defer { chmod(folder.path, 0o755) }
        let run = ToolRun(Self.report(into: "."), in: folder.path, wrapper: wrapper)
        #expect(run.end == .exit(74))
        #expect(run.messages.contains("permission denied"), "\(run.messages)")
        #expect(folder.text("helpdesk.html") == "old")
    }

    @Test func `a written report replaces the old file`() throws {
        let folder = try TemporaryFolder()
        try folder.write(Array("old".utf8), to: "helpdesk.html")
        let run = ToolRun(Self.report(into: "."), in: folder.path)
        #expect(run.end == .exit(0))
        #expect(folder.files == ["helpdesk.html"])
        #expect(folder.text("helpdesk.html")?.hasPrefix("<!DOCTYPE html>") == true)
    }
}
