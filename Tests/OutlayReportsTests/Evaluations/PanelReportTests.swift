import Foundation
import Outlay
import OutlayDocuments
import Testing

struct PanelReportTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Returns the result of the shipped panel, its document changed by `change`.
    private func result(_ change: (String) -> String = { $0 }) throws -> EvaluationResult {
        let path = "Examples/panel/intranet.yaml"
        let text = try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
        let evaluation = try Evaluation(
            reading: Array(change(text).utf8), path: path,
            companions: SamplePanelFiles.companions(of: path))
        return try evaluation.run(asOf: CalendarDate(parsing: "2026-11-23"))
    }

    @Test func `values of all members stand side by side with their marks`() throws {
        let report = try #require(try result().panelReport())
        let text = CSVFormat().render(report)
        #expect(
            text.contains(
                "Ease of use,80.000000,70.000000,40.000000,70.000000,3,40.000000,20.816660,disagree"
            ),
            "\(text)")
        #expect(text.contains("Ease of use,70.000000,80.000000,conflict,75.000000,2,10.000000"))
    }

    @Test func `ranks, points and agreement are told with the members they are over`() throws {
        let text = MarkdownFormat().render(try #require(try result().panelReport()))
        #expect(text.contains("| Lantern | 1 | 1 | – | 4 | +2 |"))
        #expect(text.contains("over 2 of 3 members, who rank every option"))
        #expect(text.contains("1.000 over 2 members"))
        #expect(text.contains("cleo.marsh is left out of the scores of Lantern: Sister works"))
    }

    @Test func `a comparison says a line of the panel and a line of the seal`() throws {
        let text = MarkdownFormat().render(try result().comparisonReport())
        #expect(text.contains("- 3 members scored and disagree on 3 of 6 scores"))
        #expect(text.contains("Kendall's W 1.00 over 2 of 3"))
        #expect(
            text.contains(
                "- Criteria and weights unchanged since 2026-10-19 (sha256 4681813fc72e…)"))
        let changed = try result { $0.replacing("margin: 2", with: "margin: 1") }
        #expect(
            MarkdownFormat().render(changed.comparisonReport())
                .contains("changed since 2026-10-19 (sha256 4681813fc72e…) in one place"))
    }

    @Test func `an evaluation without a panel says nothing of one`() throws {
        let report = try SampleEvaluation().report()
        #expect(!report.sections.contains { $0.id == "panel" })
    }

    @Test func `programs get each value, each gap and the seal`() throws {
        let json = try result().comparisonJSON().text()
        #expect(json.contains(#""combine":"median","disagreement":"30""#))
        #expect(json.contains(#"{"member":"cleo.marsh","value":null,"note":null}"#))
        #expect(
            json.contains(#""kendall_w":"1.0000","kendall_w_corrected":"1.0000","has_ties":false"#))
        #expect(json.contains(#""sealed_on":"2026-10-19""#))
    }
}
