import OutlayReports
import Testing

@testable import OutlayReports

@Suite struct StackedBarChartTests {
    private let measure = Measure(unit: "EUR", places: 0, dataPlaces: 2)

    private func chart(_ values: [Double?], total: Double) -> StackedBarChart {
        StackedBarChart(
            title: "T", summary: "S", categories: values.indices.map { "category \($0)" },
            bars: [.init("Bar", values: values, total: total)], measure: measure)
    }

    @Test func `the table shows every category, grouped in the drawing or not`() {
        let chart = chart((1...9).map { Double($0) }, total: 45)
        #expect(chart.table.columns.count == 11)
        #expect(chart.table.rows[0].cells.map(\.data).last == "45.00")
        let drawing = chart.svg(on: .wide, identifier: "c")
        #expect(drawing.contains(">3 others<"))
        #expect(drawing.contains("<title>category 0, category 1, category 2</title>"))
        #expect(drawing.contains("Bar, 3 others: EUR\u{A0}6<"))
        #expect(!drawing.contains("Bar, category 1:"))
    }

    @Test func `negative figures stack to the left and totals are marked`() {
        let drawing = chart([100, -40], total: 60).svg(on: .wide, identifier: "c")
        #expect(drawing.contains(">total<"))
        #expect(drawing.contains(">EUR\u{A0}60<"))
        #expect(!chart([100, 40], total: 140).svg(on: .wide, identifier: "c").contains(">total<"))
    }

    @Test(arguments: ChartCanvas.allCases)
    func `rectangles stay on the page and numbers have two decimals at most`(canvas: ChartCanvas) {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<50 {
            let values = (0..<Int.random(in: 1...9, using: &generator)).map { _ -> Double? in
                Bool.random(using: &generator) ? .random(in: -9e5...2e6, using: &generator) : nil
            }
            let total = values.reduce(0.0) { $0 + ($1 ?? 0) }
            let drawing = chart(values, total: total).svg(on: canvas, identifier: "c")
            for piece in drawing.split(separator: "<rect ").dropFirst() {
                let x = number("x", piece)
                let width = number("width", piece)
                #expect(x >= -2 && width >= 0 && x + width <= canvas.width + 2)
            }
            #expect(drawing.firstMatch(of: #/"-?\d+\.\d{3,}/#) == nil)
            #expect(!drawing.contains("nan") && !drawing.contains("inf"))
        }
    }

    private func number(_ name: String, _ piece: Substring) -> Double {
        let parts = piece.split(separator: name + "=\"", maxSplits: 1)
        let text = piece.hasPrefix(name) ? parts.first : parts.dropFirst().first
        return text.flatMap { Double($0.prefix { $0 != "\"" }) } ?? .nan
    }

    @Test func `bars of nothing but zeros can be drawn`() {
        #expect(chart([0, nil], total: 0).svg(on: .wide, identifier: "c").contains(">EUR\u{A0}0<"))
        let empty = StackedBarChart(
            title: "T", summary: "S", categories: [], bars: [], measure: measure)
        #expect(empty.svg(on: .narrow, identifier: "c").hasPrefix("<svg"))
    }

    @Test func `a long name is cut and kept in full`() {
        let name = String(repeating: "very ", count: 20) + "long"
        let chart = StackedBarChart(
            title: "T", summary: "S", categories: ["c"], bars: [.init(name, values: [1], total: 1)],
            measure: measure)
        for canvas in ChartCanvas.allCases {
            let drawing = chart.svg(on: canvas, identifier: "c")
            #expect(drawing.contains("<title>\(name)</title>"))
            #expect(drawing.contains("…<"))
        }
    }

    @Test func `a bar with a value too few stops the program`() async {
        await #expect(processExitsWith: .failure) {
            _ = StackedBarChart(
                title: "T", summary: "S", categories: ["a", "b"],
                bars: [.init("Bar", values: [1], total: 1)],
                measure: Measure(unit: "", places: 0, dataPlaces: 0))
        }
    }
}
