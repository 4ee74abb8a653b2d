import Testing

@testable import OutlayReports

@Suite struct BridgeChartTests {
    private func chart(_ from: Double, _ steps: [Double], _ to: Double) -> BridgeChart {
        BridgeChart(
            title: "T", summary: "S", from: .init("From", value: from),
            steps: steps.enumerated().map { .init("Step \($0)", value: $1) },
            to: .init("To", value: to), measure: Measure(unit: "EUR", places: 0, dataPlaces: 2))
    }

    @Test func `each step is drawn and read with its sign`() {
        let chart = chart(100, [-30, 50], 120)
        let drawing = chart.svg(on: .wide, identifier: "c")
        for label in [
            "From: EUR\u{A0}100", "Step 0: EUR\u{A0}−30", "Step 1: EUR\u{A0}+50",
            "To: EUR\u{A0}120",
        ] {
            #expect(drawing.contains("<title>\(label)</title>"), "\(label)")
        }
        #expect(
            chart.table.rows.map { $0.cells[1].data } == ["100.00", "-30.00", "50.00", "120.00"])
    }

    @Test(arguments: ChartCanvas.allCases)
    func `rectangles stay on the page`(canvas: ChartCanvas) {
        for chart in [
            chart(0, [], 0), chart(1_353_315, [45_154, 0.4], 1_398_469),
            chart(10, [-500, 20, 900], 430), chart(-5, [2], -3),
        ] {
            let drawing = chart.svg(on: canvas, identifier: "c")
            for piece in drawing.split(separator: "<rect x=\"").dropFirst() {
                let x = Double(piece.prefix { $0 != "\"" }) ?? .nan
                let rest = piece.split(separator: "width=\"", maxSplits: 1).last ?? ""
                let width = Double(rest.prefix { $0 != "\"" }) ?? .nan
                #expect(x >= -2 && width > 0 && x + width <= canvas.width + 2)
            }
            #expect(!drawing.contains("nan") && !drawing.contains("inf"))
        }
    }
}
