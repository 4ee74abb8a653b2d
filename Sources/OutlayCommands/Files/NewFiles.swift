import Outlay

/// Files that a command creates together: all of them, or none.
struct NewFiles {
    /// A file to be written.
    struct File {
        /// Where it goes.
        let path: String
        /// What it holds.
        let text: String
    }

    /// The files, in the order they are written and listed.
    private(set) var files: [File] = []

    /// Adds a file.
    mutating func add(_ path: String, _ text: String) {
        files.append(File(path: path, text: text))
    }

    /// Writes every file, with the folders above it; a rehearsal only checks that it could.
    ///
    /// Nothing is written where one of the files exists, unless it may be replaced. When a file cannot be
    /// written, those before it and their folders are removed again.
    ///
    /// - Throws: ``ProblemCode/fileExists`` or ``ProblemCode/unwritableFile``.
    func write(replacing: Bool = false, rehearsing: Bool = false) throws(Problem) {
        try checkFolders()
        if !replacing { try checkFiles() }
        guard !rehearsing else { return }
        var created: [String] = []
        do throws(Problem) {
            for file in files {
                for folder in Self.folders(above: file.path) where !FileAccess.exists(folder) {
                    try FileAccess.createFolder(folder)
                    created.append(folder)
                }
            }
            created += files.map(\.path).filter { !FileAccess.exists($0) }
            try FileAccess.write(files.map { ($0.path, Array($0.text.utf8)) })
        } catch {
            for path in created.reversed() { FileAccess.remove(path) }
            throw error
        }
    }

    /// Writes the files of a command whose `--force` replaces them.
    ///
    /// - Throws: What ``write(replacing:rehearsing:)`` throws.
    func writeAlone(replacing: Bool, rehearsing: Bool = false) throws(Problem) {
        do throws(Problem) {
            try write(replacing: replacing, rehearsing: rehearsing)
        } catch {
            guard error.code == .fileExists, let path = files.first?.path,
                error.location == .file(path)
            else { throw error }
            var problem = error
            problem.hint = "name another file, or replace it with `--force`"
            throw problem
        }
    }

    private func checkFolders() throws(Problem) {
        let folders = files.flatMap { Self.folders(above: $0.path) }
        let other = folders.first { FileAccess.exists($0) && !FileAccess.isFolder($0) }
        guard let other else { return }
        throw Problem(
            .fileExists, "`\(other)` is not a folder", at: .file(other),
            because: "files are to be written below it", hint: "choose another place")
    }

    private func checkFiles() throws(Problem) {
        let present = files.map(\.path).filter(FileAccess.exists)
        guard let first = present.first else { return }
        let others = present.count - 1
        let more = others == 0 ? "" : " and \(others) more file\(others == 1 ? "" : "s")"
        throw Problem(
            .fileExists, "`\(first)`\(more) exist\(others == 0 ? "s" : "") already",
            at: .file(first), because: "files are never replaced unasked",
            hint: "choose another place, or move what is there away")
    }

    /// Returns the folders on the way to `path`, outermost first, without their last slash.
    private static func folders(above path: String) -> [String] {
        path.indices.filter { path[$0] == "/" && $0 > path.startIndex }
            .map { String(path[..<$0]) }
    }
}

extension NewFiles {
    /// Returns the answer of a command that wrote the files, and what may be done next.
    func answer(
        schema: String, title: String, rehearsed: Bool, next: [String]
    ) -> Answer {
        let heading = rehearsed ? "Would write \(title)" : "Wrote \(title)"
        let steps = next.map { RichText.code($0) }
        return Answer(
            schema: schema,
            report: Report(
                title: heading,
                sections: [
                    ReportSection(
                        id: "files", title: rehearsed ? "Files, none written" : "Files",
                        blocks: [.list(files.map { RichText($0.path) })]),
                    ReportSection(id: "next", title: "Next", blocks: [.list(steps)]),
                ]),
            result: [
                "files": .array(
                    files.map {
                        ["path": .string($0.path), "bytes": .integer($0.text.utf8.count)]
                    }),
                "dry_run": .bool(rehearsed),
                "document": .null,
                "next": .strings(next),
            ],
            plainText: heading + "\n" + files.map { "  \($0.path)\n" }.joined() + "Next:\n"
                + next.map { "  \($0)\n" }.joined())
    }

    /// The shape of the JSON result of such a command.
    static let resultShape = ObjectShape(
        "new files", "The files that were written.",
        [
            Field(
                "files",
                .list(
                    of: .object(
                        ObjectShape(
                            "new file", "A file that was written.",
                            [
                                Field("path", .text(), "Where it is.", required: true),
                                Field(
                                    "bytes", .integer(0...Int.max), "How long it is.",
                                    required: true),
                            ]))), "The files, in the order they were written.", required: true),
            Field(
                "dry_run", .yesNo, "Whether nothing was written after all.", required: true),
            Field("document", .text(), "The document's text, where it went to standard output."),
            Field(
                "next", .list(of: .text()), "Commands that may be run next.", required: true),
        ])

    /// Returns `path` as a shell takes it: as it is where that is safe, else in single quotes.
    static func quoted(_ path: String) -> String {
        let isSafe = path.utf8.allSatisfy {
            $0 &- 48 < 10 || ($0 | 32) &- 97 < 26 || "/._-+,@%=:".utf8.contains($0)
        }
        return isSafe ? path : "'" + path.replacing("'", with: "'\\''") + "'"
    }
}
