import Foundation
import Testing

/// The story of `make demo-approval`, told with the tool that the tests built.
@Suite struct DemoApprovalTests {
    private static let script = ToolRun.root + "/.ci/demo-approval"
    private static let seconds: Int32 = 900

    /// The story and what it leaves in its folder, told once for all tests.
    private static let story: (run: ToolRun, folder: TemporaryFolder)? = {
        guard let folder = try? TemporaryFolder() else { return nil }
        let run = ToolRun([folder.path + "/story"], wrapper: [script], seconds: seconds)
        return (run, folder)
    }()

    /// A change of what the story leaves, which its last chapter has to see.
    struct Change: CustomTestStringConvertible, Sendable {
        var file: String
        var old: String
        var new: String
        var says: String

        var testDescription: String { "\(file): \(old) to \(new)" }
    }

    @Test func `every claim of the story holds`() throws {
        let run = try #require(Self.story).run
        #expect(run.end == .exit(0), "\(run.messages)")
        for part in [
            "short by 9440.00", "OUTDATED (amount): seats 65 → 70", "Next: 2 finance-review",
            "anchor 2027-07-05 (entry 44) matches", "202965.92", "figures and formats agree",
            "claims hold",
        ] {
            #expect(run.output.contains(part), "\(part)")
        }
    }

    @Test func `README shows the sums that the story ends with`() throws {
        let output = try #require(Self.story).run.output
        let lines = output.split(separator: "\n")
        let first = try #require(lines.firstIndex { $0.hasPrefix("  EUR, all lines and years") })
        let table = lines[first..<(first + 5)].map { "  \($0)" }.joined(separator: "\n")
        let readme = try String(contentsOfFile: ToolRun.root + "/README.md", encoding: .utf8)
        #expect(readme.contains(table))
    }

    @Test func `a tool that answers otherwise ends the story`() throws {
        let folder = try TemporaryFolder()
        let run = ToolRun(
            [folder.path + "/story"],
            wrapper: ["/bin/sh", "-c", "exec '\(Self.script)' /bin/true \"$2\"", "demo"])
        #expect(run.end == .exit(1))
        #expect(run.messages.contains("it ends with 0, and should with 4"), "\(run.messages)")
        #expect(!run.output.contains("claims hold"))
    }

    @Test(
        .enabled(
            if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3"),
            "SKIPPED: python3 is not installed"),
        arguments: [
            Change(
                file: "releases.json", old: "-1068.00", new: "-1068.01",
                says: "actual of all lines and years, by OCDS: 285312.00, and elsewhere 285311.99"),
            Change(
                file: "budget-2028.json", old: "117373.20", new: "117373.21",
                says: "committed of all lines and years, by OCDS: 202965.93"),
            Change(
                file: "show-REQ-2026-002.json",
                old: #""contract_value":{"amount":"297345.92""#,
                new: #""contract_value":{"amount":"297345.91""#, says: "contract of REQ-2026-002"),
        ])
    func `a cent that differs between the ledger and an export is seen`(change: Change) throws {
        let told = try #require(Self.story).folder.path + "/story"
        let folder = try TemporaryFolder()
        let copy = folder.path + "/story"
        try FileManager.default.copyItem(atPath: told, toPath: copy)
        let path = "\(copy)/\(change.file)"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.contains(change.old))
        try text.replacing(change.old, with: change.new)
            .write(toFile: path, atomically: true, encoding: .utf8)
        let run = ToolRun(
            [copy],
            wrapper: ["/bin/sh", "-c", "exec python3 '\(Self.script).py' \"$2\"", "figures"])
        #expect(run.end == .exit(1))
        #expect(run.messages.contains(change.says), "\(run.messages)")
    }
}
