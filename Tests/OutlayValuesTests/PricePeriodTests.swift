import Testing

@testable import OutlayValues

@Suite struct PricePeriodTests {
    @Test(arguments: [
        (PricePeriod.month, PricePeriod.year, 12, 1), (.hour, .year, 8760, 1),
        (.hour, .month, 730, 1),
        (.year, .month, 1, 12), (.day, .month, 365, 12), (.day, .year, 365, 1),
        (.quarter, .year, 4, 1), (.month, .quarter, 3, 1), (.quarter, .month, 1, 3),
        (.hour, .hour, 1, 1), (.hour, .day, 24, 1), (.day, .quarter, 365, 4),
    ])
    func `a year has 12 months, 4 quarters, 365 days, 8 760 hours`(
        _ period: PricePeriod, _ other: PricePeriod, _ numerator: Int, _ denominator: Int
    ) {
        #expect(period.count(per: other) == (numerator, denominator))
        #expect(other.count(per: period) == (denominator, numerator))
    }

    @Test func `periods are units of time`() throws {
        for period in PricePeriod.allCases where period != .hour {
            let unit = try UnitOfMeasure(symbol: period.rawValue)
            let hours = try unit.convert(.one, to: UnitOfMeasure(symbol: "h"))
            #expect(hours == ExactDecimal(period.hours))
        }
    }
}
