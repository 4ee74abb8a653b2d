import Outlay

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension FileAccess {
    /// The most folders that are looked into below one another.
    private static let depthLimit = 16

    /// Returns the documents below a folder: YAML and JSON files, hidden ones left out, in order.
    ///
    /// - Throws: ``ProblemCode/unreadableFile``, also for a folder that lies too deep to be looked into.
    static func documents(below folder: String, depth: Int = 0) throws(Problem) -> [String] {
        guard depth < depthLimit else {
            throw Problem(
                .unreadableFile, "`\(folder)` lies too deep to be looked into", at: .file(folder),
                because:
                    "folders are followed \(depthLimit) levels down, and links may lead round in "
                    + "a circle",
                hint: "name a folder nearer to the documents, or the documents themselves")
        }
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        var found: [String] = []
        for name in try list(folder) where !name.hasPrefix(".") {
            let path = prefix + name
            if isFolder(path) {
                found += try documents(below: path, depth: depth + 1)
            } else if [".yaml", ".yml", ".json"].contains(where: name.hasSuffix) {
                found.append(path)
            }
        }
        return found
    }

    /// Returns the nearest file or folder called `name` in `folder` or the folders above it that is
    /// `suitable`, or nil.
    ///
    /// The search ends at the root of a git checkout, or at the root of the file system.
    static func nearest(
        _ name: String, from folder: String, where suitable: (String) -> Bool = { _ in true }
    ) -> String? {
        var current = folder
        for _ in 0..<64 {
            if exists(current + name), suitable(current + name) { return current + name }
            let here = current.isEmpty ? "." : current
            guard !exists(current + ".git"), let real = realPath(here), real != "/" else {
                return nil
            }
            current = parent(current)
        }
        return nil
    }

    /// Returns the folder above a folder, both with their last slash; the current folder is empty.
    static func parent(_ folder: String) -> String {
        if folder.isEmpty || folder.hasSuffix("../") { return folder + "../" }
        // A relative folder's last part gives way; what is left of "a/" is the current folder.
        return split(folder.hasSuffix("/") ? String(folder.dropLast()) : folder).folder
    }

    /// The folder of the running program, with its last slash.
    static var programFolder: String {
        realPath("/proc/self/exe").map { split($0).folder } ?? ""
    }

    /// Removes a file, or a folder with nothing in it; whether that worked is not told.
    static func remove(_ path: String) {
        _ = path.withCString { unlink($0) == 0 ? 0 : rmdir($0) }
    }

    /// Returns the absolute path without links and `..`, or nil where nothing is there.
    static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
