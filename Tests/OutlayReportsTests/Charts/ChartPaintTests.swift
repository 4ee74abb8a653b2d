import Foundation
import Testing

@testable import OutlayReports

@Suite struct ChartPaintTests {
    /// The contrast ratio of WCAG 2.2.
    private func contrast(_ first: String, _ second: String) -> Double {
        let pair = [first, second].map(luminance).sorted()
        return (pair[1] + 0.05) / (pair[0] + 0.05)
    }

    private func luminance(_ colour: String) -> Double {
        let value = Int(colour.dropFirst(), radix: 16) ?? 0
        let parts = [value >> 16, value >> 8, value].map { part -> Double in
            let share = Double(part & 255) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    @Test(arguments: 0..<7) func `labels in bars have the contrast of readable text`(series: Int) {
        let ground = ChartPaint.series(series).colour
        #expect(contrast(ground, ChartPaint.onSeries(series).colour) >= 4.5)
    }

    @Test func `texts have the contrast of readable text`() {
        #expect(contrast(ChartPaint.soft.colour, ChartPaint.paper.colour) >= 4.5)
        #expect(contrast(ChartPaint.ink.colour, ChartPaint.paper.colour) >= 7)
    }

    @Test func `colours repeat after the last`() {
        #expect(ChartPaint.series(7).colour == ChartPaint.series(0).colour)
        #expect(Set(ChartPaint.seriesColours).count == 7)
    }
}
