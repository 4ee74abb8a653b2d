import Foundation
import Testing

/// Recorded command lines with what they print.
///
/// With `OUTLAY_GOLDEN=record` a differing record is written anew and the test fails, so that recording
/// never passes.
enum Transcript {
    private static let isRecording =
        ProcessInfo.processInfo.environment["OUTLAY_GOLDEN"] == "record"
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    /// Runs the tool and compares its answer, its messages and its end with the file `Problems/NAME.txt`.
    ///
    /// - Parameters:
    ///   - name: The name of the record.
    ///   - arguments: What stands behind the tool's name.
    ///   - folder: The current folder; the package's unless given.
    ///   - input: The file that stdin reads.
    ///   - wrapper: A command that runs the tool.
    ///   - sourceLocation: Where to report a difference.
    /// - Returns: The run.
    /// - Throws: What keeps the tool from running or the record from being read.
    @discardableResult
    static func expect(
        _ name: String, _ arguments: [String], in folder: String = ToolRun.root,
        input: String = "/dev/null", wrapper: [String] = [],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> ToolRun {
        let run = ToolRun(arguments, in: folder, input: input, wrapper: wrapper)
        let words = arguments.map { $0.isEmpty || $0.contains(" ") ? "'\($0)'" : $0 }
        let text =
            "$ \((["outlay"] + words).joined(separator: " "))\n\(run.output)\(run.messages)\(run.end)\n"
        try expect(text, at: "Problems/\(name).txt", sourceLocation: sourceLocation)
        return run
    }

    /// Compares `text` with the file at `path`, which is relative to the folder of these tests.
    static func expect(
        _ text: String, at path: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let file = folder.appending(path: path)
        let recorded = try? String(contentsOf: file, encoding: .utf8)
        guard recorded != text else { return }
        if isRecording {
            try Data(text.utf8).write(to: file)
            Issue.record("recorded \(path); read the difference", sourceLocation: sourceLocation)
            return
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let expected = (recorded ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        let index =
            zip(lines, expected).enumerated().first { $1.0 != $1.1 }?.offset
            ?? min(lines.count, expected.count)
        func line(_ lines: [Substring]) -> String {
            lines.indices.contains(index) ? "`\(lines[index])`" : "nothing"
        }
        Issue.record(
            "\(path):\(index + 1): \(line(lines)), recorded is \(line(expected))",
            sourceLocation: sourceLocation)
    }

    /// Returns the text of every record.
    static func all() throws -> [String] {
        let problems = folder.appending(path: "Problems")
        return try FileManager.default.contentsOfDirectory(atPath: problems.path).sorted()
            .map { try String(contentsOf: problems.appending(path: $0), encoding: .utf8) }
    }
}
