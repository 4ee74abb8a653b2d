import OutlayProblems
import Testing

@testable import OutlayValues

@Suite struct FiscalCalendarTests {
    @Test(arguments: [
        (1, FiscalCalendar.Naming.byStart, "2027-06-30", "FY2027", "2027-01-01", "2027-12-31"),
        (4, .byStart, "2027-03-31", "FY2026", "2026-04-01", "2027-03-31"),
        (4, .byStart, "2027-04-01", "FY2027", "2027-04-01", "2028-03-31"),
        (4, .byEnd, "2027-03-31", "FY2027", "2026-04-01", "2027-03-31"),
        (10, .byEnd, "2026-10-01", "FY2027", "2026-10-01", "2027-09-30"),
        (10, .byEnd, "2026-09-30", "FY2026", "2025-10-01", "2026-09-30"),
        (3, .byEnd, "2028-02-29", "FY2028", "2027-03-01", "2028-02-29"),
        (12, .byEnd, "2026-12-01", "FY2027", "2026-12-01", "2027-11-30"),
    ])
    func `a day falls in the year that its calendar names`(
        _ month: Int, _ naming: FiscalCalendar.Naming, _ day: String, _ name: String,
        _ start: String,
        _ end: String
    ) throws {
        let calendar = try FiscalCalendar(startMonth: month, naming: naming)
        let year = calendar.fiscalYear(containing: try CalendarDate(parsing: day))
        #expect(year.name == name)
        #expect(year.start.description == start)
        #expect(year.end.description == end)
        #expect(year.contains(try CalendarDate(parsing: day)))
    }

    @Test(arguments: 1...12, FiscalCalendar.Naming.allCases)
    func `years and their periods follow each other without a gap`(
        month: Int, naming: FiscalCalendar.Naming
    ) throws {
        let calendar = try FiscalCalendar(startMonth: month, naming: naming)
        var year = calendar.fiscalYear(containing: try CalendarDate(parsing: "1998-07-15"))
        for _ in 0..<12 {
            #expect(year.next.start == year.end.adding(days: 1))
            #expect(year.next.previous == year)
            #expect(year < year.next)
            #expect(year.next.number == year.number + 1)
            #expect(calendar.fiscalYear(containing: year.start) == year)
            #expect(calendar.fiscalYear(containing: year.end) == year)
            for division in FiscalDivision.allCases {
                let periods = year.periods(division)
                #expect(periods.count == division.count)
                #expect(periods.first?.start == year.start)
                #expect(periods.last?.end == year.end)
                for (period, next) in zip(periods, periods.dropFirst()) {
                    #expect(next.start == period.end.adding(days: 1))
                    #expect(period.contains(period.end) && !period.contains(next.start))
                }
            }
            year = year.next
        }
    }

    @Test func `periods are named after their year`() throws {
        let calendar = try FiscalCalendar(startMonth: 4, naming: .byEnd)
        let year = calendar.fiscalYear(containing: try CalendarDate(parsing: "2026-05-05"))
        #expect(year.periods(.yearly).map(\.name) == ["FY2027"])
        #expect(
            year.periods(.quarterly).map(\.name)
                == ["FY2027-Q1", "FY2027-Q2", "FY2027-Q3", "FY2027-Q4"])
        let months = year.periods(.monthly)
        #expect(months.first?.name == "FY2027-M01")
        #expect(months.last?.name == "FY2027-M12")
        #expect(months.last?.start.description == "2027-03-01")
    }

    @Test func `calendar years have one name, and other months are refused`() throws {
        #expect(try FiscalCalendar(startMonth: 1, naming: .byEnd) == .calendarYear)
        for month in [0, 13, -1] {
            expectProblem(.outOfRange) { () throws(Problem) in
                try FiscalCalendar(startMonth: month, naming: .byStart)
            }
        }
    }
}
