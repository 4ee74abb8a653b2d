import Foundation
import Outlay
import OutlayDocuments

/// The evaluations that come with the tool.
enum ShippedEvaluations {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The paths of the documents, those of the catalogues first.
    static let paths: [String] = {
        let folder = root.appending(path: "catalogs/evaluations").path
        let shipped = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return shipped.filter { $0.hasSuffix(".yaml") }.sorted()
            .map { "catalogs/evaluations/" + $0 }
            + ["Examples/helpdesk/helpdesk.yaml", "Examples/panel/intranet.yaml"]
    }()

    private static let files = DocumentFiles(
        read: { path throws(Problem) in
            guard let data = FileManager.default.contents(atPath: path) else {
                throw Problem(
                    .unreadableFile, "no file", at: .file(path), because: "a test asks for it")
            }
            return Array(data)
        },
        list: { folder throws(Problem) in
            ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        })

    /// Reads the evaluation at `path`, changed as a text by `edit`.
    static func evaluation(
        _ path: String, edit: (String) -> String = { $0 }
    ) throws -> Evaluation {
        let file = root.appending(path: path).path
        let text = String(decoding: try files.read(file), as: UTF8.self)
        return try Evaluation(
            reading: Array(edit(text).utf8), path: path,
            catalogues: CatalogueLibrary(
                folder: root.appending(path: "catalogs").path, files: files),
            companions: CompanionFiles(besideDocument: file, files: files))
    }

    /// Runs the evaluation at `path`, changed as a text by `edit`.
    static func run(
        _ path: String, edit: (String) -> String = { $0 }
    ) throws -> EvaluationResult {
        try evaluation(path, edit: edit).run(asOf: day("2026-11-23"))
    }

    /// Runs the help desk, changed as a text by `edit`.
    static func helpdesk(edit: (String) -> String = { $0 }) throws -> EvaluationResult {
        try run("Examples/helpdesk/helpdesk.yaml", edit: edit)
    }
}
