import Outlay
import OutlayDocuments
import Testing

struct SealedCriteriaTests {
    private func content(_ sample: SamplePanel) throws -> JSONValue {
        SealedCriteria.content(of: try #require(read(sample.text).root))
    }

    private func changes(_ change: (inout SamplePanel) -> Void) throws -> [String] {
        var sample = SamplePanel()
        let before = try content(sample)
        change(&sample)
        return SealedCriteria.changes(from: before, to: try content(sample)).map(\.inWords)
    }

    /// A field that is added to Evaluations is sealed, or said not to be.
    @Test func `every field of an Evaluation is sealed or told why not`() {
        let others = [
            "apiVersion", "kind", "metadata", "need", "currency", "price_base", "horizon",
            "decision_date", "compare_by", "price_performance", "fiscal_year", "tax",
            "discount_rate", "baseline", "recommendation", "tradeoff", "correlations", "scenarios",
            "indices", "inflation", "criteria_seal", "purchase", "rates", "sources", "assumptions",
            "options", "performance", "risks", "sensitivity", "lint",
        ]
        let fields = EvaluationShape.document.fields.map(\.name)
        #expect(
            fields.filter { !others.contains($0) }.sorted() == SealedCriteria.sealedFields.sorted())
    }

    @Test func `layout, order, sources and answers are nothing`() throws {
        let changes = try changes { sample in
            sample.performance = "performance: {north: {speed: 9}}"
            sample.extra = "margin: 0.0\nmissing: refuse\nbaseline: north"
            sample.panel =
                "panel: {combine: mean, disagreement: 25.0, members: [panel/ben.yaml, panel/anna.yaml]}"
            sample.criteria = """
                criteria:
                  - id: service
                    weight: 50.0
                    criteria:
                      - {id: speed, source: trial, column: speed, weight: 40, scale: {best: 10, worst: 0}}
                      - {id: help, title: Help, judged_by: panel, weight: 60, value_function: {levels: {good: 100, "no": 0, "1": 50}}}
                  - {id: ease, title: Ease of use, unit: points, weight: 50, scale: {worst: 0, best: 10}, judged_by: panel}
                """
        }
        #expect(changes == [])
    }

    @Test func `each difference is named from old to new`() throws {
        let changes = try changes { sample in
            sample.extra = "margin: 3\nmissing: worst"
            sample.panel = "panel: {members: [panel/anna.yaml], combine: median}"
            sample.criteria = """
                criteria:
                  - {id: ease, title: Ease of use, unit: points, weight: 40, scale: {worst: 1, best: 10}, judged_by: panel}
                  - id: service
                    weight: 60
                    criteria:
                      - {id: help, title: Help, weight: 60, value_function: {levels: {"no": 0, fair: 30, good: 100}}, judged_by: panel}
                      - {id: uptime, weight: 40, scale: {worst: 99, best: 100}}
                """
        }
        #expect(
            changes == [
                "criteria.ease.scale.worst: 0 → 1", "criteria.ease.weight: 50 → 40",
                "criteria.service.criteria.help.value_function.levels.1: 50 → nothing",
                "criteria.service.criteria.help.value_function.levels.fair: nothing → 30",
                "criteria.service.criteria.speed: "
                    + #"{"scale":{"best":"10","worst":"0"},"weight":"40"} → nothing"#,
                "criteria.service.criteria.uptime: nothing → "
                    + #"{"scale":{"best":"100","worst":"99"},"weight":"40"}"#,
                "criteria.service.weight: 50 → 60", "margin: 0 → 3", "missing: refuse → worst",
                "panel.combine: mean → median",
                #"panel.members: ["panel/anna.yaml","panel/ben.yaml"] → ["panel/anna.yaml"]"#,
            ])
    }

    @Test func `a level called as a detail is sealed all the same`() throws {
        var sample = SamplePanel()
        sample.criteria = """
            criteria:
              - {id: ease, weight: 1, value_function: {levels: {source: 0, column: 100}}, judged_by: panel}
            """
        #expect(try content(sample).canonicalText.contains(#""column":"100","source":"0""#))
    }
}
