import OutlayReports
import Testing

@testable import OutlayReports

@Suite struct TornadoChartTests {
    private func chart(_ bars: [TornadoChart.Bar], stated: Double = 50) -> TornadoChart {
        TornadoChart(
            title: "NPV", summary: "S", stated: stated, figure: "NPV", bars: bars,
            measure: Measure(unit: "EUR", places: 0, dataPlaces: 2))
    }

    private let seats = TornadoChart.Bar(
        title: "seats", low: "60", high: "80", atLow: 70, atHigh: 20, cash: (7, 2))

    @Test func `each bar has a side for either end, coloured by the end`() {
        let drawing = chart([seats]).svg(on: .wide, identifier: "c")
        #expect(
            drawing.contains("seats 60: EUR\u{A0}70") && drawing.contains("seats 80: EUR\u{A0}20"))
        #expect(drawing.contains(">60<") && drawing.contains(">80<"))
    }

    @Test func `the table has every figure, in cash too`() {
        let table = chart([seats]).table
        #expect(
            table.rows[0].cells.map(\.shown) == ["seats", "60", "80", "70", "20", "50", "7", "2"])
        #expect(table.note?.contains("50") == true)
    }

    @Test(arguments: ChartCanvas.allCases)
    func `many bars are cut, and none at all is drawn`(canvas: ChartCanvas) {
        let many = (0..<40).map { index in
            TornadoChart.Bar(
                title: "number \(index)", low: "0", high: "1", atLow: -Double(index),
                atHigh: 100, cash: (0, 0))
        }
        let drawing = chart(many).svg(on: canvas, identifier: "c")
        #expect(drawing.contains(">number 11<") && !drawing.contains(">number 12<"))
        #expect(chart(many).table.rows.count == 40)
        #expect(chart([]).svg(on: canvas, identifier: "c").contains("<svg"))
    }
}
