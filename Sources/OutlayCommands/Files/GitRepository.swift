import Outlay

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The git repository around the current folder, read by the program `git`.
///
/// Only objects are read: no hook, filter or pager of the repository runs, and nothing is fetched.
struct GitRepository {
    private let program: String
    /// The current folder below the root of the repository, with its last slash; empty at the root.
    let currentFolder: String

    /// Finds the program and the repository.
    ///
    /// - Throws: ``ProblemCode/noGit`` or ``ProblemCode/noRepository``.
    init(at place: Location) throws(Problem) {
        program = try Self.program(at: place)
        let answer = try Self.run(program, ["rev-parse", "--show-prefix"], at: place)
        guard answer.exitCode == 0 else {
            throw Problem(
                .noRepository, "the current folder is in no git repository", at: place,
                because: "a document of a revision is read from the repository around it",
                hint: "change into the repository, or name two files",
                underlying: Self.firstLine(answer.messages))
        }
        currentFolder = Self.firstLine(String(decoding: answer.output, as: UTF8.self)) ?? ""
    }

    /// Returns the commit that a revision means.
    ///
    /// - Throws: ``ProblemCode/unknownRevision``.
    func commit(of revision: String, at place: Location) throws(Problem) -> String {
        let answer = try Self.run(
            program,
            ["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"],
            at: place)
        let commit = Self.firstLine(String(decoding: answer.output, as: UTF8.self))
        guard answer.exitCode == 0, let commit, commit.allSatisfy(\.isHexDigit) else {
            throw Problem(
                .unknownRevision, "there is no revision \(Problem.quoted(revision))", at: place,
                because: "git knows no commit by this name",
                hint: "`git branch --all` and `git log --oneline` list what there is")
        }
        return commit
    }

    /// Returns the bytes of a file of a commit; `path` begins at the root of the repository.
    ///
    /// - Throws: ``ProblemCode/notInRevision`` or ``ProblemCode/tooLarge``.
    func bytes(
        of path: String, in commit: String, revision: String, limit: Int, at place: Location
    ) throws(Problem) -> [UInt8] {
        let answer = try Self.run(
            program, ["cat-file", "blob", commit + ":" + path], limit: limit, at: place)
        guard answer.exitCode == 0 else {
            throw Problem(
                .notInRevision,
                "there is no file \(Problem.quoted(path)) in \(Problem.quoted(revision))",
                at: place, because: "the path begins at the root of the repository",
                hint: "write `\(revision):./NAME` for a path from the current folder")
        }
        return answer.output
    }

    /// Returns the names in a folder of a commit, sorted by their bytes; none where there is no such folder.
    func names(
        in folder: String, of commit: String, at place: Location
    ) throws(Problem) -> [String] {
        let answer = try Self.run(
            program, ["ls-tree", "-z", "--full-tree", "--name-only", commit + ":" + folder],
            at: place)
        guard answer.exitCode == 0 else { return [] }
        return answer.output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
            .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    }

    /// Returns the commits that changed a file, the newest first, each with its committer's day; `path` begins at
    /// the root of the repository.
    ///
    /// - Throws: ``ProblemCode/gitFailed`` where there is no history.
    func history(
        of path: String, at place: Location
    ) throws(Problem) -> [(commit: String, day: CalendarDate)] {
        let answer = try Self.run(
            program,
            ["log", "--format=%H %cs", "--no-show-signature", "--", ":(top,literal)" + path],
            at: place)
        guard answer.exitCode == 0 else {
            throw Problem(
                .gitFailed, "git has no history of \(Problem.quoted(path))", at: place,
                because: "`git log` ended with exit code \(answer.exitCode ?? 0)",
                hint: "commit the document first",
                underlying: Self.firstLine(answer.messages))
        }
        return String(decoding: answer.output, as: UTF8.self).split(separator: "\n")
            .compactMap { line in
                let words = line.split(separator: " ")
                guard words.count == 2, let day = try? CalendarDate(parsing: String(words[1]))
                else { return nil }
                return (String(words[0]), day)
            }
    }

    // MARK: - The program

    /// Returns the path of git, which is looked for in the absolute folders of PATH alone.
    private static func program(at place: Location) throws(Problem) -> String {
        let folders = (Console.environment("PATH") ?? "").split(separator: ":")
        for folder in folders where folder.hasPrefix("/") {
            let path = String(folder) + "/git"
            if access(path, X_OK) == 0, !FileAccess.isFolder(path) { return path }
        }
        throw Problem(
            .noGit, "git cannot be run", at: place,
            because: "no folder of PATH holds a program `git`",
            hint: "install git, or name two files")
    }

    /// What git may know of its surroundings; the rest is fixed, so that its words are always the same.
    private static var environment: [(String, String)] {
        let kept = [
            "PATH", "HOME", "XDG_CONFIG_HOME", "GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR",
            "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_CEILING_DIRECTORIES",
            "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM",
        ]
        return kept.compactMap { name in Console.environment(name).map { (name, $0) } } + [
            ("LC_ALL", "C"), ("GIT_TERMINAL_PROMPT", "0"), ("GIT_OPTIONAL_LOCKS", "0"),
            ("GIT_NO_LAZY_FETCH", "1"),
        ]
    }

    private static func run(
        _ program: String, _ arguments: [String], limit: Int = FileAccess.documentLimit,
        at place: Location
    ) throws(Problem) -> ChildProcess {
        let process = try ChildProcess.run(
            program, arguments, environment: environment, limit: limit
        ) { reason in
            Problem(
                .gitFailed, "git cannot be started", at: place, because: reason,
                hint: "check \(program)")
        }
        guard let process else {
            throw Problem(
                .tooLarge, "what git answers is too large", at: place,
                because: "at most \(limit) bytes are read here",
                hint: "check that it is the file you meant")
        }
        guard process.exitCode != nil else {
            throw Problem(
                .gitFailed, "git was ended by a signal", at: place,
                because: "it ran `git \(arguments.first ?? "")`",
                hint: "run git by hand in this folder to see what is wrong with it",
                underlying: firstLine(process.messages))
        }
        return process
    }

    private static func firstLine(_ text: String) -> String? {
        text.split(separator: "\n").first.map(String.init)
    }
}
