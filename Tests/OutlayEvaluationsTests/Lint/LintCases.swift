import Foundation
import Outlay

/// Two business cases that keep the rules of `outlay lint`, and edits of them.
enum LintCases {
    static let asOf = CalendarDate(dayNumber: 20_777)  // 2026-11-20
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The case with criteria, and the one of costs alone.
    static let names = ["full", "plain"]

    /// Returns the text of a case.
    static func text(_ name: String) throws -> String {
        try String(
            contentsOf: root.appending(path: "Tests/OutlayCommandsTests/Samples/lint-\(name).yaml"),
            encoding: .utf8)
    }

    /// Reads and runs a document.
    static func result(of text: String) throws -> EvaluationResult {
        let catalogues = CatalogueLibrary(
            folder: root.path + "/catalogs",
            files: DocumentFiles(
                read: { path throws(Problem) in
                    guard let data = FileManager.default.contents(atPath: path) else {
                        throw Problem(.unreadableFile, "no file", because: "it is not there")
                    }
                    return Array(data)
                },
                list: { path throws(Problem) in
                    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
                }))
        return try Evaluation(
            reading: Array(text.utf8), path: "case.yaml", catalogues: catalogues
        ).run(asOf: asOf)
    }

    /// Returns what lint says of a document.
    static func lint(
        _ text: String, weights: EarlierWeights = .known(
            version: "commit 1", date: CalendarDate(dayNumber: 20_700), changes: [])
    ) throws -> LintReport {
        try result(of: text).lint(earlierWeights: weights)
    }

    /// Returns the findings of one rule in a case with edits, each of a text that stands there once.
    static func findings(
        _ code: ProblemCode, in name: String, _ edits: [(String, String)] = []
    ) throws -> [Problem] {
        var text = try text(name)
        for (old, new) in edits {
            guard text.components(separatedBy: old).count == 2 else {
                throw Problem(
                    .internalError, "\(old) does not stand once in \(name)", because: "it must")
            }
            text = text.replacingOccurrences(of: old, with: new)
        }
        return try lint(text).findings.filter { $0.code == code }
    }
}
