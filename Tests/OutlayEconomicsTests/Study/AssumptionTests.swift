import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct AssumptionTests {
    private let seats = series("seats", ["2027-01-01": "65", "2028-01-01": "80"])

    @Test(arguments: [("2027-01-01", "65"), ("2027-12-31", "65"), ("2028-01-01", "80")])
    func `each value holds until the next`(date: String, value: String) throws {
        let found = try seats.value(on: day(date), year: 1, by: day(date))
        #expect(found == exact(value))
    }

    @Test func `the last value holds for ever`() throws {
        let found = try seats.value(on: day("2077-01-01"), year: 50, by: day("2078-01-01"))
        #expect(found == exact("80"))
    }

    @Test func `a series that begins later has no value`() {
        #expect(
            refusal {
                try seats.value(on: day("2026-12-31"), year: 0, by: day("2026-12-31"))
            }?.code == .badSeries)
    }

    @Test func `a value grows with the study years`() throws {
        let fte = Assumption(
            id: "fte", steps: [.init(from: nil, value: exact("78000"))],
            escalation: Escalation(ratePerYear: exact("0.03")))
        let values = try (1...3).map {
            try fte.value(on: day("2027-01-01"), year: $0, by: day("2027-01-01"))
        }
        #expect(values == ["78000", "80340", "82750.2"].map(exact))
    }

    @Test func `an assumption without a value is stopped`() async {
        await #expect(processExitsWith: .failure) {
            _ = Assumption(id: "seats", steps: [])
        }
    }
}
