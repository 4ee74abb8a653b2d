import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct EscalationTests {
    private let growth = exact("0.07")

    @Test func `year 1 is as priced unless the origin says otherwise`() throws {
        let byDefault = Escalation(ratePerYear: growth)
        let factors = try (0...3).map { try byDefault.factor(year: $0, by: day("2027-01-01")) }
        #expect(factors == ["1", "1", "1.07", "1.1449"].map(exact))
        let once = Escalation(ratePerYear: growth, origin: .year1)
        #expect(try once.factor(year: 3, by: day("2027-01-01")) == exact("1.225043"))
    }

    @Test func `growth from a day counts whole months`() throws {
        let escalation = Escalation(ratePerYear: growth, origin: .baseDate(day("2025-01-31")))
        #expect(try escalation.factor(year: 1, by: day("2025-01-31")) == .one)
        #expect(try escalation.factor(year: 1, by: day("2024-06-30")) == .one)
        #expect(try escalation.factor(year: 1, by: day("2027-01-31")) == exact("1.1449"))
        // 1.07^(1/2) = 1.034408043278860, computed with 50 digits.
        #expect(
            try escalation.factor(year: 1, by: day("2025-07-31")) == exact("1.03440804327886"))
    }

    @Test func `each year has a rate of its own, and the last one holds`() throws {
        let rates = Escalation(ratesPerYear: ["0.1", "0.2"].map(exact))
        let factors = try (0...4).map { try rates.factor(year: $0, by: day("2027-01-01")) }
        #expect(factors == ["1", "1", "1.1", "1.32", "1.584"].map(exact))
        #expect(rates.ratePerYear == exact("0.2"))
        let dated = Escalation(
            ratesPerYear: ["0.1", "0.21"].map(exact), origin: .baseDate(day("2026-01-01")))
        // A year at 10 %, half a year at 21 %.
        #expect(try dated.factor(year: 1, by: day("2027-07-01")) == exact("1.21"))
    }

    @Test func `a cap takes the place of growth and of nothing else`() {
        let cap = exact("0.03")
        #expect(Escalation(ratePerYear: growth).capped(at: cap).ratePerYear == cap)
        #expect(Escalation(ratePerYear: exact("0.01")).capped(at: cap).ratePerYear == cap)
        #expect(Escalation.none.capped(at: cap) == .none)
        let falling = Escalation(ratePerYear: exact("-0.02"))
        #expect(falling.capped(at: cap) == falling)
        #expect(Escalation(ratePerYear: growth).capped(at: nil).ratePerYear == growth)
    }

    @Test(arguments: [
        ("2027-01-31", "2027-02-28", 1), ("2027-01-31", "2027-02-27", 0),
        ("2027-03-15", "2027-01-15", -2), ("2027-03-15", "2027-01-14", -3),
        ("2024-02-29", "2025-02-28", 12),
    ])
    func `whole months end on the same day or the month's last`(
        from: String, to: String, months: Int
    ) {
        #expect(day(from).wholeMonths(until: day(to)) == months)
    }

    @Test func `a growth of -1 is stopped`() async {
        await #expect(processExitsWith: .failure) {
            _ = Escalation(ratePerYear: ExactDecimal(-1))
        }
    }
}
