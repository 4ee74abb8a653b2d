import Foundation

/// A folder for the files of one test, removed with the last reference to it.
final class TemporaryFolder {
    /// Its path, without a slash at the end.
    let path = FileManager.default.temporaryDirectory
        .appending(path: "outlay-test-" + UUID().uuidString).path

    /// Creates the folder.
    init() throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes a file into the folder.
    func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: URL(filePath: path).appending(path: name))
    }

    /// The bytes of a file of the folder as text, nil where there is none.
    func text(of name: String) -> String? {
        FileManager.default.contents(atPath: path + "/" + name)
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// The names of everything in the folder.
    var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }
}
