import Outlay
import Testing

@Suite struct EvaluationReportMethodTests {
    private func sample(_ method: String) -> SampleEvaluation {
        SampleEvaluation(
            extra: "method: \(method)",
            decision: """
                criteria:
                  - {id: q, title: Quality, unit: points, direction: higher, scale: {worst: 0, best: 10}, weight: 0.5}
                  - {id: s, title: Support, value_function: {levels: {none: 0, some: 40, all: 100}}, weight: 0.5}
                performance:
                  cheap: {q: 2, s: all}
                  dear: {q: 4, s: some}
                """)
    }

    @Test func `the section says the settings, the bases, both ranks and who is first`() throws {
        let report = try sample("{name: topsis, normalisation: max}").report()
        #expect(report.title(of: "method") == "By TOPSIS (normalisation max), Cheap has rank 1")
        let section = try #require(report.sections.first { $0.id == "method" })
        let text = TextFormat().render(section.blocks)
        #expect(text.contains("normalisation               max"), "\(text)")
        #expect(text.contains("Scored as stated            q"))
        #expect(text.contains("Scored as values, 0 to 100  s"))
        let table = try #require(section.blocks.compactMap(\.table).first)
        #expect(table.rows.map { $0.cells[0].shown } == ["Cheap", "Dear"])
        #expect(table.rows.map { $0.cells[2].shown } == ["1", "2"])
        #expect(table.rows.map { $0.cells[4].shown } == ["1", "2"])
        #expect(report.answer.contains("Its value is 60.0 of 100, its score by TOPSIS"))
    }

    @Test func `without a method there is no section and no score`() throws {
        let report = try SampleEvaluation().report()
        #expect(!report.sections.contains { $0.id == "method" })
        #expect(!report.tables.contains { $0.columns.contains { $0.title == "Score" } })
    }

    @Test func `every method has its section, in every format`() throws {
        for descriptor in AllMethods.descriptors {
            let report = try sample(descriptor.identifier).report()
            #expect(
                report.title(of: "method").contains(descriptor.titleInSentence),
                "\(descriptor.identifier)")
            for format in AllFormats.all {
                #expect(format.render(report).contains("Score"), "\(descriptor.identifier)")
            }
        }
    }

    @Test func `options that share rank 1 are both named`() throws {
        var sample = sample("weighted-sum")
        sample.decision = sample.decision.replacing(
            "cheap: {q: 2, s: all}", with: "cheap: {q: 4, s: some}")
        #expect(
            try sample.report().title(of: "method")
                == "By weighted sum, Cheap and Dear share rank 1")
    }
}
