import OutlayBudgets
import OutlayProblems
import OutlayValues
import Testing

@Suite struct PeriodIDTests {
    @Test func `names are read as they are written`() throws {
        let year = PeriodID(year: 2027)
        for division in FiscalDivision.allCases {
            for period in year.siblings(division) {
                #expect(try PeriodID(parsing: period.description) == period)
            }
        }
    }

    @Test(arguments: [
        "", "2027", "FY", "FY2027-", "FY2027-M1", "FY2027-M13", "FY2027-Q5", "FY02027",
        "FY2027-M01-x", "FY2027-X01",
    ])
    func `what is no period is refused`(text: String) {
        #expect(throws: Problem.self) { try PeriodID(parsing: text) }
    }

    @Test func `months are counted from the fiscal year's first`() throws {
        let april = try FiscalCalendar(startMonth: 4, naming: .byEnd)
        let date = try CalendarDate(parsing: "2026-03-31")
        #expect(PeriodID(monthOf: date, in: april).description == "FY2026-M12")
        #expect(PeriodID(monthOf: date.adding(days: 1), in: april).description == "FY2027-M01")
        #expect(PeriodID(monthOf: date, in: .calendarYear).description == "FY2026-M03")
    }

    @Test func `a month belongs to its quarter and its year`() throws {
        let month = try PeriodID(parsing: "FY2026-M06")
        #expect(month.period(of: .quarterly).description == "FY2026-Q2")
        #expect(month.period(of: .yearly) == month.wholeYear)
        #expect(try PeriodID(parsing: "FY2026-Q3").period(of: .monthly).description == "FY2026-M07")
        #expect(month.wholeYear < month)
    }
}
