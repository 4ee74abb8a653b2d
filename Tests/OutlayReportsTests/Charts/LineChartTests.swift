import OutlayReports
import Testing

@testable import OutlayReports

@Suite struct LineChartTests {
    @Test(arguments: 0..<40 as Range<UInt64>)
    func `labels at the ends are a line apart and in the order of the lines`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let places = (0..<8).map { _ in Double.random(in: 10...270, using: &generator) }.sorted()
        let spread = LineChart.spread(places, apart: 16, within: 10...270)
        for (one, next) in zip(spread, spread.dropFirst()) { #expect(next - one >= 15.999) }
        #expect(spread.allSatisfy { $0 <= 270 && $0 >= 10 })
    }

    @Test func `labels that are apart stay where they are`() {
        #expect(LineChart.spread([20, 60, 100], apart: 16, within: 0...200) == [20, 60, 100])
    }

    @Test func `lines differ in dash as well as in colour`() {
        let chart = LineChart(
            title: "T", summary: "S", periods: ["a", "b"],
            lines: (0..<14).map { .init("Line \($0)", values: [0, Double($0)], series: $0) },
            measure: Measure(unit: "EUR", places: 0, dataPlaces: 2))
        let drawing = chart.svg(on: .wide, identifier: "c")
        let looks = drawing.split(separator: "<polyline ").dropFirst().map { line in
            let rest = line.prefix { $0 != ">" }
            return rest.firstRange(of: "fill=").map { String(rest[$0.lowerBound...]) } ?? ""
        }
        #expect(looks.count == 14)
        #expect(Set(looks).count == 14)
    }

    @Test func `every period has its label where there is room`() {
        let periods = ["Start"] + (2027...2056).map(String.init)
        let chart = LineChart(
            title: "T", summary: "S", periods: periods,
            lines: [.init("L", values: periods.map { _ in 1.0 }, series: 0)],
            measure: Measure(unit: "EUR", places: 0, dataPlaces: 2))
        #expect(sampleLines.svg(on: .wide, identifier: "c").contains(">2027<"))
        let drawing = chart.svg(on: .narrow, identifier: "c")
        #expect(drawing.contains(">Start<") && !drawing.contains(">2027<"))
    }

    @Test func `one period alone can be drawn`() {
        let chart = LineChart(
            title: "T", summary: "S", periods: ["Start"],
            lines: [.init("L", values: [5], series: 0)],
            measure: Measure(unit: "EUR", places: 0, dataPlaces: 2))
        #expect(!chart.svg(on: .wide, identifier: "c").contains("nan"))
    }
}
