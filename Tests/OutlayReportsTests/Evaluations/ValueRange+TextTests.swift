import OutlayDecisions
import OutlayValues
import Testing

@testable import OutlayReports

@Suite struct ValueRangeTextTests {
    @Test func `a known value is one number and an open one has two ends`() {
        #expect(ValueRange(62).shown(places: 1) == "62.0")
        #expect(ValueRange(62, 77).shown(places: 1) == "62.0–77.0")
        #expect(ValueRange(62, 77).cell(places: 1).data == "62.000000–77.000000")
        #expect(ValueRange(62).cell(places: 1).data == "62.000000")
    }

    @Test(arguments: [
        ("40", 35.0, 35.0, "35"), ("40", 20.83333, 20.83333, "20.8"),
        ("40", 39.996, 39.996, "39.996"),
        ("40", 20, 70, "20–70"), ("40", 39.97, 70, "39.97–70.00"),
    ])
    func `what misses a minimum is shown as less than it`(
        needed: String, low: Double, high: Double, text: String
    ) throws {
        let leaf = Criterion.Leaf(
            unit: "", direction: .higher, valueFunction: .linear(worst: .zero, best: .one))
        let model = DecisionModel(
            criteria: [
                Criterion(
                    id: "a", title: "a", weight: .one,
                    content: .group([
                        Criterion(
                            id: "b", title: "b", weight: try share(low), content: .leaf(leaf)),
                        Criterion(
                            id: "c", title: "c", weight: try share(high - low),
                            content: .leaf(leaf)),
                        Criterion(
                            id: "d", title: "d", weight: try share(100 - high), content: .leaf(leaf)
                        ),
                    ]), minimum: try ExactDecimal(parsing: needed))
            ], knockOuts: [], margin: .zero, missing: .bounds)
        let candidate = Candidate(
            id: "x", performances: ["b": .number(.one), "d": .number(.zero)])
        let result = try AdditiveValue.evaluate([candidate], by: model)
        #expect(result.candidates[0].minimums[0].foundInWords == text)
    }

    private func share(_ points: Double) throws -> ExactDecimal {
        try ExactDecimal(nearest: points / 100, places: 7)
    }
}
