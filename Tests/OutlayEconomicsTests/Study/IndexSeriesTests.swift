import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct IndexSeriesTests {
    private func series(
        _ values: KeyValuePairs<String, String>, forecast: String? = nil
    ) throws(Problem) -> IndexSeries {
        try IndexSeries(
            id: "cpi", values: values.map { .init(from: day($0.key), value: exact($0.value)) },
            forecastPerYear: forecast.map(exact), source: "a bureau")
    }

    @Test func `a value holds until the next, the last one as long as the one before`() throws {
        let cpi = try series(["2027-01-01": "100", "2027-04-01": "101"])
        #expect(try cpi.value(on: day("2027-03-31")) == exact("100"))
        #expect(try cpi.value(on: day("2027-06-30")) == exact("101"))
        #expect(refusal { try cpi.value(on: day("2027-07-01")) }?.code == .seriesTooShort)
        #expect(refusal { try cpi.value(on: day("2026-12-31")) }?.code == .seriesTooShort)
    }

    @Test func `a forecast goes on from the last value`() throws {
        let cpi = try series(["2026-01-01": "100", "2027-01-01": "104"], forecast: "0.1")
        #expect(try cpi.value(on: day("2027-12-31")) == exact("104"))
        #expect(try cpi.value(on: day("2028-01-01")) == exact("114.4"))
        #expect(try cpi.value(on: day("2029-01-15")) == exact("125.84"))
    }

    @Test func `a series without values, with two of a day, or with none above 0 is refused`() {
        #expect(refusal { try series([:]) }?.code == .badSeries)
        #expect(
            refusal {
                try series(["2027-01-01": "100", "2027-01-01": "101"])
            }?.code == .badSeries)
        #expect(refusal { try series(["2027-01-01": "0"]) }?.code == .outOfRange)
    }

    @Test func `growth follows the index within its bounds`() throws {
        let cpi = try series([
            "2026-01-01": "100", "2027-01-01": "100", "2028-01-01": "102", "2029-01-01": "120",
        ])
        let growth = Indexation(cpi, plus: exact("0.01"), floor: exact("0"), cap: exact("0.05"))
        let model = try recurring("1000", ["escalation": .escalation(Escalation(growth))])
        // 2027 as priced; 2 % and 1 % more; 18 % capped at 5 %.
        #expect(
            try model.amounts(in: study())
                == [.zero, exact("1000"), exact("1030"), exact("1081.5")])
        let first = Escalation(growth, origin: .year1)
        #expect(try first.factor(year: 1, by: day("2028-01-01")) == exact("1.01"))
    }

    @Test func `a contract counts an index at its cap`() throws {
        let cpi = try series(["2026-01-01": "100", "2027-01-01": "100"], forecast: "0")
        let growth = Escalation(Indexation(cpi, cap: exact("0.1")))
        let lines = [cost("fee", try recurring("1000", ["escalation": .escalation(growth)]))]
        let contract = try #require(
            try Contract(lines: lines, term: ContractTerm(months: 24), in: study()))
        #expect(contract.value.amount == exact("2100"))
        #expect(
            try OptionEconomics(lines: lines, in: study()).costsByYear(.all)[2] == exact("1000"))
    }

    @Test func `an index that does not reach stops the line`() throws {
        let cpi = try series(["2026-01-01": "100", "2027-01-01": "100"])
        let growth = Escalation(Indexation(cpi))
        let model = try recurring("1000", ["escalation": .escalation(growth)])
        #expect(refusal { try model.payments(in: study()) }?.code == .seriesTooShort)
    }

    @Test func `growth from the price's day follows the index by its months`() throws {
        let cpi = try series([
            "2026-01-01": "100", "2026-07-01": "110", "2027-01-01": "120", "2027-07-01": "132",
        ])
        let growth = Escalation(Indexation(cpi), origin: .baseDate(day("2026-02-01")))
        // A year to 120, then six months to 132, each on the eve.
        #expect(try growth.factor(year: 1, by: day("2027-08-01")) == exact("1.32"))
    }
}
