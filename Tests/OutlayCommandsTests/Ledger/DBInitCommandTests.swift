import Foundation
import Testing

/// Making a ledger.
@Suite struct DBInitCommandTests {
    private func initialise(_ path: String, _ more: [String]) -> ToolRun {
        ToolRun(
            [
                "db", "init", path, "--id", "acme", "--currency", "EUR", "--year", "2027",
                "--as-of", "2026-11-20",
            ] + more)
    }

    @Test func `a ledger for trying things out is the same whoever makes it`() throws {
        let folder = try TemporaryFolder()
        let runs = ["a", "b"].map {
            initialise("\(folder.path)/\($0).outlay", ["--test", "--as", "cfo"])
        }
        #expect(runs.map(\.end) == [.exit(0), .exit(0)], "\(runs[0].messages)")
        let heads = runs.map { run in
            run.output.split(separator: "\n").first { $0.hasPrefix("Head") }
        }
        #expect(heads[0] != nil && heads[0] == heads[1])
        let log = ToolRun([
            "audit", "log", "--db", folder.path + "/a.outlay", "--as-of", "2026-11-20",
        ])
        #expect(log.output.contains("cfo"), "\(log.output)")
    }

    @Test func `nobody makes a real one in another name`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/l.outlay"
        let run = initialise(path, ["--as", "cfo"])
        #expect(run.end == .exit(4), "\(run.messages)")
        #expect(run.messages.contains("nobody acts as `cfo` here"), "\(run.messages)")
        #expect(!FileManager.default.fileExists(atPath: path))
    }
}
