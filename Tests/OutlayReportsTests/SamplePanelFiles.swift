import Foundation
import Outlay

/// The files beside a shipped evaluation.
enum SamplePanelFiles {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Returns the access to what the document at `path`, from the package's folder, names.
    static func companions(of path: String) -> CompanionFiles {
        CompanionFiles(
            besideDocument: path,
            files: DocumentFiles(
                read: { path throws(Problem) in
                    guard
                        let data = FileManager.default.contents(
                            atPath: root.appending(path: path).path)
                    else {
                        throw Problem(
                            .unreadableFile, "no file", at: .file(path), because: "a test asks")
                    }
                    return Array(data)
                },
                list: { folder throws(Problem) in
                    let path = root.appending(path: folder).path
                    return (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
                }))
    }
}
