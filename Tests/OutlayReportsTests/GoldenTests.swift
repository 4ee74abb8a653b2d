import Foundation
import Outlay
import Testing

@Suite struct GoldenTests {
    /// With `OUTLAY_GOLDEN=record` the file is written anew and the test fails, so that recording
    /// never passes.
    @Test(arguments: AllFormats.all.map(\.identifier))
    func `the sample report is written as recorded`(identifier: String) throws {
        let format = try #require(AllFormats.all.first { $0.identifier == identifier })
        try compare(format.render(sampleReport), with: "sample.\(format.fileExtension)")
    }

    @Test(arguments: ["html", "md"])
    func `the report of the shipped help desk is written as recorded`(identifier: String) throws {
        let format = try #require(AllFormats.all.first { $0.identifier == identifier })
        let path = "Examples/helpdesk/helpdesk.yaml"
        let package = folder.appending(path: "../..")
        let report = try SampleEvaluation.report(
            of: Array(Data(contentsOf: package.appending(path: path))), at: path)
        try compare(format.render(report), with: "helpdesk.\(format.fileExtension)")
    }

    @Test func `the report of the shipped panel is written as recorded`() throws {
        let path = "Examples/panel/intranet.yaml"
        let report = try SampleEvaluation.report(
            of: Array(Data(contentsOf: folder.appending(path: "../../" + path))), at: path,
            companions: SamplePanelFiles.companions(of: path))
        try compare(MarkdownFormat().render(report), with: "panel.md")
    }

    private var folder: URL { URL(filePath: #filePath).deletingLastPathComponent() }

    private func compare(_ written: String, with name: String) throws {
        let file = folder.appending(path: "Golden/\(name)")
        if ProcessInfo.processInfo.environment["OUTLAY_GOLDEN"] == "record" {
            try Data(written.utf8).write(to: file)
            Issue.record("recorded \(name); read the difference")
            return
        }
        let recorded = try String(contentsOf: file, encoding: .utf8)
        let lines = written.split(separator: "\n", omittingEmptySubsequences: false)
        let expected = recorded.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == expected.count)
        for (number, (line, other)) in zip(lines, expected).enumerated() where line != other {
            Issue.record("line \(number + 1) is `\(line)`, not `\(other)`")
            break
        }
    }

    @Test(arguments: AllFormats.all.map(\.identifier))
    func `a report without content is still a document`(identifier: String) throws {
        let format = try #require(AllFormats.all.first { $0.identifier == identifier })
        let text = format.render(Report(title: "Empty"))
        #expect(identifier == "csv" ? text.isEmpty : text.contains("Empty"))
    }
}
