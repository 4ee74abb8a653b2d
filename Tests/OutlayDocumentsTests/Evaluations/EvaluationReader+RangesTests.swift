import Foundation
import Outlay
import OutlayDocuments
import Testing

@Suite struct EvaluationReaderRangesTests {
    private static func evaluation() throws -> Evaluation {
        let path = "Tests/OutlayCommandsTests/Samples/ranges.yaml"
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let text = try Data(contentsOf: root.appending(path: path))
        let source = DocumentSource.read(path: path, bytes: Array(text))
        return try EvaluationReader.read(
            source, in: EvaluationReader.Surroundings(catalogues: nil))
    }

    private func exact(_ text: String) -> ExactDecimal? { try? ExactDecimal(parsing: text) }

    @Test func `every kind of range is read`() throws {
        let evaluation = try Self.evaluation()
        let ranges = evaluation.study.assumptions.mapValues(\.range)
        #expect(ranges["seats"]??.distribution == .pert)
        #expect(ranges["wage"]??.meaning == .tenthToNinetieth)
        let outages = try #require(ranges["outages"] ?? nil)
        #expect(outages.low == .zero && outages.high == exact("40"))
        let load = try #require(ranges["load"] ?? nil)
        #expect(load.distribution.name == "empirical" && load.high == exact("5"))
        let rent = evaluation.options[1]
        #expect(rent.lines.first { $0.id == "staff" }?.range?.subject == .quantity)
        #expect(rent.performances["speed"] == exact("12").map { .number($0) })
        #expect(rent.performanceRanges["speed"]?.high == exact("30"))
        #expect(rent.performanceRanges["ease"] == nil)
    }

    @Test func `ties and scenarios are read in order`() throws {
        let evaluation = try Self.evaluation()
        #expect(evaluation.correlations.map(\.second) == ["wage", "rent.move"])
        #expect(evaluation.scenarios.map(\.title) == ["quiet", "Worst year"])
        #expect(evaluation.scenarios[1].values.map(\.assumption) == ["seats", "wage", "outages"])
        #expect(evaluation.scenarios[0].probability == exact("0.6"))
    }
}
