import Outlay

/// The files of one revision, by paths of the form `REV:path`, where a path begins at the root of the repository.
struct RevisionFiles {
    private let repository: GitRepository
    private let revision: String
    private let place: Location
    /// The commit that the revision means.
    let commit: String

    /// Opens a revision of the repository around the current folder.
    ///
    /// - Throws: ``ProblemCode/noGit``, ``ProblemCode/noRepository`` or ``ProblemCode/unknownRevision``.
    init(_ revision: String, at place: Location) throws(Problem) {
        repository = try GitRepository(at: place)
        commit = try repository.commit(of: revision, at: place)
        self.revision = revision
        self.place = place
    }

    /// Returns a path of the revision that a person wrote, from the root: one with `./` or `../` in front begins at
    /// the current folder.
    ///
    /// - Throws: ``ProblemCode/notInRevision`` for one that leaves the repository.
    func rooted(_ path: String) throws(Problem) -> String {
        let isFromHere = path.hasPrefix("./") || path.hasPrefix("../")
        guard let plain = Self.plain(isFromHere ? repository.currentFolder + path : path) else {
            throw Problem(
                .notInRevision, "\(Problem.quoted(path)) lies outside the repository", at: place,
                because: "a revision holds the files of its repository alone")
        }
        return plain
    }

    /// Returns how a path from the root is written: `REV:path`.
    func label(_ path: String) -> String { revision + ":" + path }

    /// The way to the files, for what reads documents and catalogues.
    var files: DocumentFiles {
        DocumentFiles(
            read: { path throws(Problem) in try bytes(path, limit: FileAccess.tableLimit) },
            list: { folder throws(Problem) in try names(folder) })
    }

    /// Returns the bytes of a file.
    ///
    /// - Throws: ``ProblemCode/notInRevision`` or ``ProblemCode/tooLarge``.
    func bytes(_ path: String, limit: Int) throws(Problem) -> [UInt8] {
        try repository.bytes(
            of: try unlabelled(path), in: commit, revision: revision, limit: limit, at: place)
    }

    /// Returns the names in a folder; none where there is no such folder.
    func names(_ folder: String) throws(Problem) -> [String] {
        try repository.names(in: try unlabelled(folder), of: commit, at: place)
    }

    private func unlabelled(_ path: String) throws(Problem) -> String {
        let label = revision + ":"
        return try rooted(path.hasPrefix(label) ? String(path.dropFirst(label.count)) : path)
    }

    /// Returns a path without `.` and `..`; nil where it leads above the root.
    private static func plain(_ path: String) -> String? {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part != ".." {
                parts.append(part)
            } else if parts.popLast() == nil {
                return nil
            }
        }
        return parts.joined(separator: "/")
    }
}
