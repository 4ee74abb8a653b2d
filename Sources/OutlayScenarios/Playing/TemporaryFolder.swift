import Outlay

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A folder that is removed with everything in it when nobody needs it any more.
final class TemporaryFolder {
    /// Its path.
    let root: String

    /// Makes a folder under `TMPDIR`, or `/tmp`, or `parent`.
    init(in parent: String? = nil) throws(Problem) {
        let place = parent ?? getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(place)/outlay-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else {
            throw Problem(
                .unwritableFile, "no folder can be made in \(Problem.quoted(place, limit: 200))",
                at: .file(place), because: String(cString: strerror(errno)))
        }
        root = String(cString: made)
    }

    deinit {
        Self.remove(root)
    }

    /// Returns the path of `name` within the folder.
    func path(_ name: String) -> String { "\(root)/\(name)" }

    /// Removes the file or the folder at `path`, and everything in it.
    static func remove(_ path: String) {
        if let folder = opendir(path) {
            while let entry = readdir(folder) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
                        String(cString: $0)
                    }
                }
                if name != "." && name != ".." { remove("\(path)/\(name)") }
            }
            closedir(folder)
            rmdir(path)
        } else {
            unlink(path)
        }
    }
}
