import OutlayReports
import OutlayValues
import Testing

@Suite struct FigureTextTests {
    @Test(arguments: [
        (0.0, 0, "0"), (-0.4, 0, "0"), (2.5, 0, "2"), (3.5, 0, "4"), (999.5, 0, "1\u{202F}000"),
        (-12_857.3, 0, "\u{2212}12\u{202F}857"), (1234.5, 2, "1\u{202F}234.50"),
        (1e20, 0, "100\u{202F}000\u{202F}000\u{202F}000\u{202F}000\u{202F}000\u{202F}000"),
        (1e-7, 2, "0.00"), (.nan, 0, "–"), (.infinity, 1, "–"),
    ])
    func `numbers are grouped and rounded half to even`(value: Double, places: Int, text: String) {
        #expect(FigureText.shown(value, places: places) == text)
    }

    @Test func `a plus stands only before what is shown above zero`() {
        #expect(FigureText.shown(97_121, places: 0, sign: .both) == "+97\u{202F}121")
        #expect(FigureText.shown(0.2, places: 0, sign: .both) == "0")
    }

    @Test func `percentages are exact`() throws {
        let rate = try ExactDecimal(parsing: "0.0825")
        #expect(FigureText.percentage(rate) == "8.25\u{202F}%")
        #expect(FigureText.percentage(0.07, places: 1) == "7.0\u{202F}%")
        #expect(FigureText.percentage(0.958_1, places: 1) == "95.8\u{202F}%")
    }

    @Test(arguments: [
        (57_380, "57\u{202F}k"), (-1234.0, "\u{2212}1.2\u{202F}k"), (999.4, "999"),
        (999.6, "1.0\u{202F}k"),
        (9949, "9.9\u{202F}k"), (9951, "10\u{202F}k"), (999_600, "1.0\u{202F}M"), (0, "0"),
        (7.25, "7.2"),
        (1.26e7, "13\u{202F}M"), (2.5e9, "2.5\u{202F}bn"),
    ])
    func `compact figures take the unit that keeps them short`(value: Double, text: String) {
        #expect(FigureText.compact(value) == text)
    }

    @Test func `data has a point, a hyphen and no groups`() {
        #expect(FigureText.data(-1_234_567.125, places: 2) == "-1234567.12")
        #expect(FigureText.data(.nan, places: 2) == "")
    }
}
