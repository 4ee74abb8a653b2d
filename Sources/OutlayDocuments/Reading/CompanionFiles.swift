import OutlayEncoding
import OutlayProblems

/// The files that one document names, such as the scores of a panel: read relative to the document's folder.
public final class CompanionFiles {
    /// The files read so far, in the order they were read.
    public private(set) var filesRead: [FileDigest] = []
    private let folder: String
    private let files: DocumentFiles

    /// Creates an access that has read nothing yet.
    ///
    /// - Parameters:
    ///   - path: The path of the document, as `files` takes it; `-` stands in the current folder.
    ///   - files: The way to the files.
    public init(besideDocument path: String, files: DocumentFiles) {
        folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        self.files = files
    }

    /// Returns the path of a file as the document names it.
    package func path(_ name: String) -> String {
        name.hasPrefix("/") ? name : folder + name
    }

    /// Returns the bytes of a file, or nil where there is none of this name.
    ///
    /// - Throws: ``ProblemCode/unreadableFile`` for a file that is there and cannot be read.
    package func bytesIfPresent(_ name: String) throws(Problem) -> [UInt8]? {
        let path = path(name)
        let slash = path.lastIndex(of: "/")
        let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let file = slash.map { path[path.index(after: $0)...] } ?? path[...]
        // A folder that is not there holds no file either.
        guard let names = try? files.list(parent), names.contains(where: { $0 == file }) else {
            return nil
        }
        return try bytes(name)
    }

    /// Returns the bytes of a file.
    ///
    /// - Throws: ``ProblemCode/unreadableFile``.
    package func bytes(_ name: String) throws(Problem) -> [UInt8] {
        let path = path(name)
        let content = try files.read(path)
        let digest = FileDigest(path: path, sha256: SHA256Digest.of(content))
        if !filesRead.contains(digest) { filesRead.append(digest) }
        return content
    }
}
