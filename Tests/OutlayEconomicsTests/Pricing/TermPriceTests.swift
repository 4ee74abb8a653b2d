import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct TermPriceTests {
    /// LDBC SPB full disclosure report of 2023-01-29.
    @Test func `the published term price of three servers`() throws {
        #expect(
            try TermPrice.total(units: exact("3"), at: exact("763.17"), periods: exact("36"))
                == exact("82422.36"))
    }

    @Test func `a term of a negative number is refused`() {
        #expect(
            refusal {
                try TermPrice.total(units: exact("-1"), at: .one, periods: .one)
            }?.code == .negativeQuantity)
        #expect(
            refusal {
                try TermPrice.total(units: .one, at: exact("-1"), periods: .one)
            }?.code == .negativePrice)
    }

    @Test func `seats that come within a month cost their days`() throws {
        let groups = [
            SeatGroup(count: exact("40"), fromDay: 1), SeatGroup(count: exact("5"), fromDay: 16),
        ]
        #expect(
            try SeatGroup.price(of: groups, daysInMonth: 30, at: exact("18"), .halfUp)
                == exact("765"))
        #expect(
            try SeatGroup.price(
                of: [SeatGroup(count: .one, fromDay: 31)], daysInMonth: 31, at: exact("10"))
                == exact("0.32"))
        #expect(try SeatGroup.price(of: [], daysInMonth: 30, at: exact("18")) == .zero)
    }

    @Test(arguments: [0, 31])
    func `a day that the month does not have is refused`(day: Int) {
        #expect(
            refusal {
                try SeatGroup.price(
                    of: [SeatGroup(count: .one, fromDay: day)], daysInMonth: 30, at: .one)
            }?.code == .outOfRange)
    }
}
