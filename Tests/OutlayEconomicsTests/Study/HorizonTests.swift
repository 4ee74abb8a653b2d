import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct HorizonTests {
    @Test(arguments: ["2027-01-01", "2028-02-29", "2027-01-31", "2027-07-01", "2027-12-31"])
    func `years and months follow each other without a gap`(start: String) {
        let horizon = Horizon(start: day(start), years: 5)
        for year in 1...5 {
            #expect(
                horizon.lastDay(ofYear: year).adding(days: 1) == horizon.firstDay(ofYear: year + 1))
            #expect(
                horizon.firstDay(ofMonth: 13, inYear: year) == horizon.firstDay(ofYear: year + 1))
            #expect(horizon.year(containing: horizon.firstDay(ofYear: year)) == year)
            #expect(horizon.year(containing: horizon.lastDay(ofYear: year)) == year)
        }
        #expect(horizon.year(containing: horizon.start.adding(days: -1)) == 0)
    }

    @Test func `columns begin with time 0`() {
        let horizon = Horizon(start: day("2027-01-01"), years: 3)
        #expect(horizon.column(of: day("2020-01-01")) == 0)
        #expect(horizon.column(of: day("2027-01-01")) == 0)
        #expect(horizon.column(of: day("2027-01-02")) == 1)
        #expect(horizon.column(of: horizon.end) == 3)
    }

    @Test func `a horizon without a year is stopped`() async {
        await #expect(processExitsWith: .failure) {
            _ = Horizon(start: CalendarDate(dayNumber: 0), years: 0)
        }
    }
}
