import Foundation
import Testing

/// The same input gives the same bytes, whatever surrounds the process.
@Suite struct DeterminismTests {
    private static let date = ["--as-of", "2026-11-23"]
    private static let helpdesk = "Examples/helpdesk/helpdesk.yaml"
    private static let storage = "catalogs/evaluations/storage-drives.yaml"

    static let lines: [[String]] = [
        ["version"], ["version", "--format", "json"],
        ["validate", helpdesk, storage], ["validate", "catalogs/evaluations", "--format", "json"],
        ["validate", "Tests/OutlayDocumentsTests/Broken/143-several.yaml"],
        ["validate", "Tests/OutlayDocumentsTests/Broken/136-column-unknown.yaml"],
        ["lint", helpdesk, storage], ["lint", "catalogs/evaluations", "--format", "json"],
        ["lint", "Tests/OutlayCommandsTests/Samples/lint-full.yaml", "--history"],
        ["rule", "OL607"],
        ["compare", helpdesk], ["compare", helpdesk, "--format", "json"],
        ["compare", storage, "--format", "md"], ["compare", storage, "--format", "csv"],
        ["compare", "Tests/OutlayCommandsTests/Samples/findings.yaml", "--format", "json"],
        ["tco", helpdesk], ["tco", helpdesk, "--by", "category", "--format", "json"],
        ["cashflow", "catalogs/evaluations/server-room.yaml", "--format", "json"],
        ["cashflow", "catalogs/evaluations/server-room.yaml", "--view", "expense", "--by", "line"],
        ["sensitivity", helpdesk, "--smaa", "500", "--seed", "1", "--format", "json"],
        ["report", helpdesk, "--format", "html"], ["report", storage, "--format", "md"],
        ["catalog", "list"], ["catalog", "check", "--format", "json"],
        ["catalog", "search", "cloud-compute: vcpu>=8", "--sort", "price_on_demand_usd_hour"],
        ["rank", "catalogs/cloud-compute.csv", "--weight", "vcpu=40", "--weight", "memory_gib=60"],
        ["compare", helpdesk, "--set", "seat=1"], ["comapre"],
    ]

    static let surroundings: [[String: String]] = [
        ["LANG": "C", "TZ": "UTC", "HOME": "/"],
        [
            "LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8", "TZ": "Pacific/Kiritimati",
            "HOME": "/tmp", "SWIFT_DETERMINISTIC_HASHING": "1", "TERM": "xterm-256color",
            "CLICOLOR": "1", "COLUMNS": "40",
        ],
        [
            "LC_ALL": "tr_TR.UTF-8", "TZ": "America/St_Johns", "TERM": "dumb", "NO_COLOR": "1",
            "LINES": "3", "CLICOLOR_FORCE": "1", "FORCE_COLOR": "1",
        ],
    ]

    @Test(arguments: lines)
    func `a command prints the same bytes in every surrounding`(line: [String]) {
        let arguments = line[0] == "comapre" ? line : line + Self.date
        let runs = Self.surroundings.map { ToolRun(arguments, environment: $0) }
        #expect(!runs[0].output.isEmpty || !runs[0].messages.isEmpty)
        for run in runs.dropFirst() {
            #expect(run.end == runs[0].end)
            #expect(run.output == runs[0].output)
            #expect(run.messages == runs[0].messages)
        }
        #expect(!runs[0].output.contains("\u{1B}") && !runs[0].messages.contains("\u{1B}"))
    }

    @Test func `the folder around a relative path changes nothing`() throws {
        let text = try Data(contentsOf: URL(filePath: ToolRun.root + "/" + Self.helpdesk))
        let folders = [try TemporaryFolder(), try TemporaryFolder()]
        for folder in folders { try folder.write(Array(text), to: "a.yaml") }
        let runs = folders.map {
            ToolRun(["compare", "a.yaml", "--format", "json"] + Self.date, in: $0.path)
        }
        #expect(runs[0].end == .exit(0))
        #expect(runs[0].output == runs[1].output)
    }

    @Test func `colour is there when asked for, and only then`() {
        let plain = ToolRun(["compare", Self.helpdesk] + Self.date)
        let coloured = ToolRun(
            ["compare", Self.helpdesk, "--color", "always"] + Self.date,
            environment: ["NO_COLOR": "1"])
        #expect(coloured.output.contains("\u{1B}["))
        #expect(Self.lines(Self.withoutColour(coloured.output)) == Self.lines(plain.output))
        let error = ToolRun(["compare", "nowhere.yaml", "--color", "always"])
        #expect(error.messages.contains("\u{1B}["))
    }

    /// The lines without those that only underline a heading, which colour does in its own way.
    private static func lines(_ text: String) -> [Substring] {
        text.split(separator: "\n").filter { Set($0) != ["="] && Set($0) != ["-"] }
    }

    private static func withoutColour(_ text: String) -> String {
        var isInside = false
        return String(
            text.filter { character in
                if character == "\u{1B}" { isInside = true }
                defer { if isInside, character == "m" { isInside = false } }
                return !isInside
            })
    }

    @Test func `the day is the only thing read from the clock`() {
        let today = ToolRun(["compare", Self.helpdesk])
        let stated = today.output.split(separator: "\n").first { $0.contains("as of") }
        let date = stated?.split(separator: " ").last.map(String.init) ?? ""
        let again = ToolRun(["compare", Self.helpdesk, "--as-of", date])
        #expect(again.output == today.output)
    }
}
