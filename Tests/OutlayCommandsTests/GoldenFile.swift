import Foundation
import Testing

/// Recorded texts that runs are compared with.
///
/// With `OUTLAY_GOLDEN=record` a differing file is written anew and the test fails, so that recording
/// never passes.
enum GoldenFile {
    private static let isRecording =
        ProcessInfo.processInfo.environment["OUTLAY_GOLDEN"] == "record"

    /// Compares `text` with the file at `path`, which is relative to the folder of these tests.
    static func expect(
        _ text: String, at path: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: path)
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
}
