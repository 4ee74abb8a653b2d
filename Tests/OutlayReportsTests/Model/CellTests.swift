import OutlayReports
import OutlayValues
import Testing

@Suite struct CellTests {
    @Test func `an amount is shown rounded and carries its minor units`() throws {
        let amount = Money(try ExactDecimal(parsing: "-295762.304"), try Currency(code: "EUR"))
        let cell = Cell.money(amount)
        #expect(cell.shown == "\u{2212}295\u{202F}762")
        #expect(cell.data == "-295762.30")
    }

    @Test func `an empty cell shows a dash and has no data`() {
        #expect(Cell.empty.shown == "–")
        #expect(Cell.empty.data == "")
    }

    @Test func `a ratio is data as a fraction`() {
        let cell = Cell.percentage(0.0825, places: 1)
        #expect(cell.shown == "8.2\u{202F}%")
        #expect(cell.data == "0.0825")
    }
}
