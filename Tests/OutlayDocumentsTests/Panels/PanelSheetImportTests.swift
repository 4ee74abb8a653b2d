import Outlay
import OutlayDocuments
import Testing

struct PanelSheetImportTests {
    private static let head = "member,option,criterion,unit,scale,score,note\n"

    private static func row(
        _ option: String, _ criterion: String, _ score: String, note: String = ""
    ) -> String {
        let scale =
            criterion == "help" ? ",no | 1 | good" : "points,0 (worst) to 10 (best)"
        return "anna,\(option),\(criterion),\(scale),\(score),\(note)\n"
    }

    private static let complete =
        row("north", "ease", "9") + row("north", "help", "good", note: "'=fast")
        + row("south", "ease", " 5.0 ") + row("south", "help", "1")

    private func read(
        _ text: String, conflicts: [String] = [], allowsGaps: Bool = false
    ) throws -> PanelSheetImport {
        try PanelSheetImport(
            path: "sheet.csv", bytes: Array(text.utf8),
            sheet: PanelSheet(SamplePanel().evaluation(for: .criteria)), member: "anna",
            date: CalendarDate(parsing: "2026-11-02"),
            conflicts: conflicts.map { .init(option: $0, reason: "owner") },
            allowsGaps: allowsGaps)
    }

    private func problems(_ text: String) throws -> String {
        let problems = #expect(throws: DocumentProblems.self) { try read(text) }
        return outline(problems?.list ?? [])
    }

    @Test func `a filled-in sheet becomes the member's scores`() throws {
        let imported = try read(Self.head + Self.complete)
        #expect(imported.scoreCount == 4)
        #expect(imported.ballot.scores["south"]?["ease"] == .number(ExactDecimal(5)))
        #expect(imported.ballot.scores["south"]?["help"] == .text("1"))
        #expect(imported.ballot.notes == ["north": ["help": "=fast"]])
    }

    @Test(arguments: [";", "\t"])
    func `a spreadsheet may write other delimiters, titles and a byte-order mark`(
        sign: String
    ) throws {
        let sheet = try PanelSheet(SamplePanel().evaluation(for: .criteria))
        var lines = sheet.text(for: "anna").split(separator: "\n").map(String.init)
        for (index, score) in ["9", "good", "5", "no"].enumerated() {
            lines[index + 1] = String(lines[index + 1].dropLast(1)) + score + ","
        }
        let text = "\u{FEFF}" + lines.joined(separator: "\r\n").replacing(",", with: sign)
        #expect(try read(text).scoreCount == 4)
    }

    @Test func `every wrong cell is told at once`() throws {
        let text =
            Self.head + Self.row("nort", "ease", "9") + Self.row("north", "help", "god")
            + Self.row("south", "ease", "11") + Self.row("south", "help", "")
            + Self.row("south", "eas", "5") + Self.row("south", "help", "1")
            + "ben,north,ease,stars,0 (worst) to 5 (best),\"5,5\",\n"
        #expect(
            try problems(text) == """
                2:6-10 OL032 there is no option `nort`
                3:32-35 OL046 `god` of north is not a level of help
                4:47-49 OL034 `11` of south is off the scale of ease
                5:32-32 OL104 south has no score on help
                6:12-15 OL032 there is no criterion `eas`
                7:6-11 OL033 south on help stands twice
                8:1-4 OL105 these are not the scores of `anna`
                8:16-21 OL105 the sheet was written for another scale of ease
                8:22-43 OL105 the sheet was written for another scale of ease
                8:44-49 OL022 `5,5` is not a number
                """)
    }

    @Test func `a row that is missing is named`() throws {
        let text =
            Self.head + Self.row("north", "ease", "9") + Self.row("north", "help", "good")
            + Self.row("south", "ease", "5")
        #expect(try problems(text) == "OL043 the sheet has no row for south on help")
        #expect(try read(text, conflicts: ["south"]).scoreCount == 3)
    }

    @Test func `an empty score is taken only when told so`() throws {
        let text =
            Self.head + Self.row("north", "ease", "9") + Self.row("north", "help", "")
            + Self.row("south", "ease", "") + Self.row("south", "help", "1")
        #expect(try problems(text).split(separator: "\n").count == 2)
        #expect(try read(text, allowsGaps: true).ballot.scores["north"]?.count == 1)
        #expect(throws: DocumentProblems.self) { try read(text, conflicts: ["north"]) }
    }

    @Test(arguments: [
        ("option,criterion,score\n", "OL103 the sheet has no column `member`"),
        (
            "member,option,criterion,unit,scale,score,note,grade\n",
            "1:47-52 OL103 a sheet has no column `grade`"
        ),
        ("", "OL006"),
    ])
    func `a sheet without its columns is refused`(text: String, expected: String) throws {
        #expect(try problems(text).hasPrefix(expected))
    }
}
