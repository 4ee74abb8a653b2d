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
