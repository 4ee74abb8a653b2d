import Foundation

/// A folder of a test's own, removed when the test ends.
final class TemporaryFolder: Sendable {
    /// Where it is.
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "outlay-test-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The paths of all files in it, sorted.
    var files: [String] {
        let all = try? FileManager.default.subpathsOfDirectory(atPath: path)
        return (all ?? []).filter { name in
            var isFolder: ObjCBool = false
            let exists = FileManager.default.fileExists(
                atPath: path + "/" + name, isDirectory: &isFolder)
            return exists && !isFolder.boolValue
        }
        .sorted()
    }

    /// Returns the text of a file, or nil where there is none.
    func text(_ name: String) -> String? {
        try? String(contentsOfFile: path + "/" + name, encoding: .utf8)
    }

    /// Writes a file, with the folders above it.
    func write(_ name: String, _ text: String) throws {
        try write(Array(text.utf8), to: name)
    }

    /// Writes a file of bytes, with the folders above it.
    func write(_ bytes: [UInt8], to name: String) throws {
        let file = URL(filePath: path).appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }
}
