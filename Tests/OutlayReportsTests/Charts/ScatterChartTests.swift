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

    @Test func `a value that is open is a point with a line up to the most it may be`() {
        let points = [
            ScatterChart.Point("Sure", cost: 100, value: 50, series: 0),
            ScatterChart.Point("Open", cost: 200, value: 40, highestValue: 70, series: 1),
        ]
        let chart = ScatterChart(
            title: "T", summary: "S", costTitle: "Cost", points: points,
            measure: Measure(unit: "", places: 0, dataPlaces: 0))
        #expect(chart.svg(on: .wide, identifier: "c").contains("40.0–70.0 points"))
        #expect(
            chart.table.rows.map { $0.cells[2].shown } == ["50.0", "40.0–70.0"])
        #expect(chart.table.rows[1].cells[2].data == "40.000000–70.000000")
        let sure = ScatterChart(
            title: "T", summary: "S", costTitle: "Cost",
            points: points.map {
                ScatterChart.Point($0.title, cost: $0.cost, value: 50, series: 0)
            },
            measure: chart.measure)
        func lines(_ chart: ScatterChart) -> Int {
            chart.svg(on: .wide, identifier: "c").ranges(of: "<line").count
        }
        #expect(lines(chart) == lines(sure) + 1)
    }
}
