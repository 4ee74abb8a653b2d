import OutlayReports
import Testing

@testable import OutlayReports

@Suite struct ScatterChartTests {
    @Test func `excluded options are hollow, as the legend says`() {
        let drawing = sampleScatter.svg(on: .wide, identifier: "c")
        #expect(drawing.contains("Borrow (excluded)"))
        #expect(drawing.contains(">excluded<"))
        #expect(drawing.ranges(of: "<circle").count == 4)
        #expect(drawing.ranges(of: "fill=\"none\" stroke-width=\"2\"").count == 2)
    }

    @Test func `the frontier is one dashed line through its points`() {
        let drawing = sampleScatter.svg(on: .wide, identifier: "c")
        #expect(drawing.ranges(of: "<polyline").count == 1)
        #expect(drawing.contains("stroke-dasharray=\"5 4\""))
    }

    @Test func `points of one place can be drawn`() {
        let points = (0..<3).map {
            ScatterChart.Point("Option \($0)", cost: 100, value: 50, series: $0)
        }
        let chart = ScatterChart(
            title: "T", summary: "S", costTitle: "Cost", points: points,
            measure: Measure(unit: "", places: 0, dataPlaces: 0))
        let drawing = chart.svg(on: .narrow, identifier: "c")
        for point in points { #expect(drawing.contains(">\(point.title)<")) }
    }
}
