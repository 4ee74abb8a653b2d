import Foundation
import Outlay

/// Reading a file as a whole.
enum FileReading {
    /// Returns the bytes of the file at `path`.
    ///
    /// - Throws: ``ProblemCode/unreadableFile``.
    static func bytes(of path: String) throws(Problem) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Problem(
                .unreadableFile, "\(Problem.quoted(path, limit: 200)) cannot be read",
                at: .file(path), because: "there is no file that can be read")
        }
        return Array(data)
    }
}

extension FileReading {
    /// Writes a file anew.
    static func write(_ bytes: [UInt8], to path: String) throws(Problem) {
        guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else {
            throw Problem(
                .unwritableFile, "\(Problem.quoted(path, limit: 200)) cannot be written",
                at: .file(path), because: "the system refuses it")
        }
    }
}
