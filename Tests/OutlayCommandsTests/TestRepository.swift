import Foundation

/// A git repository of a test's own, removed when the test ends.
final class TestRepository {
    private let folder: TemporaryFolder
    private var commits = 0

    /// Where it is.
    var path: String { folder.path }

    /// Creates an empty repository with the branch `main`.
    init() throws {
        folder = try TemporaryFolder()
        try git("init", "--quiet", "--initial-branch=main")
    }

    /// Writes a file of the work tree.
    func write(_ name: String, _ text: String) throws { try folder.write(name, text) }

    /// Commits everything that is in the work tree, at a fixed time.
    func commit() throws {
        commits += 1
        try git("add", "--all")
        try git("commit", "--quiet", "--message", "Commit \(commits)")
    }

    /// Runs git in the repository.
    func git(_ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["git"] + arguments
        process.currentDirectoryURL = URL(filePath: path)
        let date = "2026-11-23T12:00:0\(commits % 10)Z"
        process.environment = [
            "PATH": "/usr/bin:/bin", "HOME": path, "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "A Tester", "GIT_AUTHOR_EMAIL": "tester@example.com",
            "GIT_COMMITTER_NAME": "A Tester", "GIT_COMMITTER_EMAIL": "tester@example.com",
            "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date,
        ]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw CocoaError(.executableLoad)
        }
    }
}
