import OutlayProblems
import Testing

@testable import OutlayValues

@Suite struct CalendarDateTests {
    @Test func `every day from 1600 to 2400 follows the one before`() throws {
        var expected = (year: 1600, month: 1, day: 1)
        let first = try CalendarDate(parsing: "1600-01-01")
        let last = try CalendarDate(parsing: "2400-12-31")
        var failures = 0
        for number in first.dayNumber...last.dayNumber {
            let date = CalendarDate(dayNumber: number)
            let same = date.components == expected
            let back = CalendarDate(
                year: expected.year, month: expected.month, day: expected.day)
            if !same || back != date { failures += 1 }
            expected.day += 1
            if expected.day > CalendarDate.days(inMonth: expected.month, of: expected.year) {
                expected = (expected.year, expected.month + 1, 1)
            }
            if expected.month > 12 { expected = (expected.year + 1, 1, 1) }
        }
        #expect(failures == 0)
        #expect(first.days(until: last) == 292_559)
    }

    @Test(arguments: [(1900, false), (2000, true), (2023, false), (2024, true), (2100, false)])
    func `leap years are those of the Gregorian rule`(_ year: Int, _ leap: Bool) {
        #expect(CalendarDate.isLeap(year: year) == leap)
        #expect((CalendarDate(year: year, month: 2, day: 29) != nil) == leap)
    }

    @Test(arguments: [
        ("1970-01-01", 0, 4), ("2000-03-01", 11_017, 3), ("1969-12-31", -1, 3),
        ("2026-11-23", 20_780, 1), ("0001-01-01", -719_162, 1), ("9999-12-31", 2_932_896, 5),
    ])
    func `known day numbers and weekdays`(_ text: String, _ number: Int, _ weekday: Int) throws {
        let date = try CalendarDate(parsing: text)
        #expect(date.dayNumber == number)
        #expect(date.weekday == weekday)
        #expect(date.description == text)
    }

    @Test(arguments: [
        ("2027-01-31", 1, "2027-02-28"), ("2028-01-31", 1, "2028-02-29"),
        ("2027-03-31", -1, "2027-02-28"), ("2027-11-15", 3, "2028-02-15"),
        ("2027-01-01", -13, "2025-12-01"), ("2028-02-29", 12, "2029-02-28"),
        ("2028-02-29", 48, "2032-02-29"),
    ])
    func `months later the day is the same or the month's last`(
        _ from: String, _ months: Int, _ to: String
    ) throws {
        #expect(try CalendarDate(parsing: from).adding(months: months).description == to)
    }

    @Test(arguments: UInt64(0)..<200)
    func `days added are days counted, and text reads back`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let date = CalendarDate(dayNumber: .random(in: -700_000...2_000_000, using: &random))
        let count = Int.random(in: -10_000...10_000, using: &random)
        #expect(date.days(until: date.adding(days: count)) == count)
        #expect((date < date.adding(days: count)) == (count > 0))
        #expect(try CalendarDate(parsing: date.description) == date)
        #expect(date.adding(years: 1) == date.adding(months: 12))
        #expect(date.adding(days: 7).weekday == date.weekday)
    }

    @Test(arguments: [
        ("2027-02-29", "days of that month are numbered 01 to 28"),
        ("1900-02-29", "days of that month are numbered 01 to 28"),
        ("2027-04-31", "days of that month are numbered 01 to 30"),
        ("2027-01-00", "days of that month are numbered 01 to 31"),
        ("2027-13-01", "months are numbered 01 to 12"),
        ("2027-00-01", "months are numbered 01 to 12"),
        ("0000-01-01", "years are numbered 0001 to 9999"),
        ("2027-1-1", shape), ("01.02.2027", shape), ("2027/01/01", shape), ("20270101", shape),
        ("2027-01-01T00:00", shape), ("+2027-01-1", shape), ("", shape), ("2027-01-0١", shape),
    ])
    func `what is no day is refused with the reason`(_ text: String, _ reason: String) {
        let problem = expectProblem(.badDate) { () throws(Problem) in
            try CalendarDate(parsing: text)
        }
        #expect(problem?.reason == reason)
    }

    private static let shape = "a date is written YYYY-MM-DD"

    @Test(arguments: [(0, 1, 1), (10_000, 1, 1), (2027, 0, 1), (2027, 13, 1), (2027, 1, 32)])
    func `there is no such day`(_ year: Int, _ month: Int, _ day: Int) {
        #expect(CalendarDate(year: year, month: month, day: day) == nil)
    }
}
