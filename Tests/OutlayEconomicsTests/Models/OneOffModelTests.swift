import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct OneOffModelTests {
    @Test func `the start is time 0 and undiscounted`() throws {
        let payment = try #require(try oneOff("45000").payments(in: study()).first)
        #expect(
            payment
                == Payment(due: day("2027-01-01"), column: 0, years: 0, amount: exact("45000")))
    }

    @Test func `the end is the last day and counts whole years`() throws {
        let payment = try #require(try oneOff("8000", .end).payments(in: study()).first)
        #expect(
            payment
                == Payment(due: day("2029-12-31"), column: 3, years: 3, amount: exact("8000")))
    }

    @Test func `a date counts its days over 365`() throws {
        let model = try oneOff("1000", .date(day("2028-03-01")))
        let payment = try #require(try model.payments(in: study()).first)
        // 365 days of 2027, then 31 + 29 days of 2028.
        #expect(payment.years == 425.0 / 365)
        #expect(payment.column == 2)
    }

    @Test func `a date before the start stands at time 0 and grows by discounting`() throws {
        let model = try oneOff("1000", .date(day("2026-01-01")))
        let payment = try #require(try model.payments(in: study()).first)
        #expect(payment.column == 0)
        #expect(payment.years == -1)
        #expect(study().rate.presentValue(of: payment.amount, years: payment.years).isNear(1080))
    }

    @Test func `a date beyond the window is no payment of it`() throws {
        let model = try oneOff("1000", .date(day("2030-01-01")))
        #expect(try model.payments(in: study()).isEmpty)
        let window = Window.term(months: 48, from: study().horizon, escalationCap: nil)
        #expect(try model.payments(in: study(), window: window).map(\.column) == [4])
    }

    @Test(arguments: [
        (Escalation.Origin.year2, "1210"), (.year1, "1331"),
        (.baseDate(day("2026-01-01")), "1464.1"), (.baseDate(day("2031-01-01")), "1000"),
    ])
    func `growth to the end depends on its origin`(
        origin: Escalation.Origin, amount: String
    ) throws {
        let escalation = Escalation(ratePerYear: exact("0.1"), origin: origin)
        let payments = try oneOff("1000", .end, escalation: escalation).payments(in: study())
        #expect(payments.map(\.amount) == [exact(amount)])
    }

    @Test func `a payment at the start has not grown`() throws {
        for origin in [Escalation.Origin.year1, .year2] {
            let escalation = Escalation(ratePerYear: exact("0.1"), origin: origin)
            let payments = try oneOff("1000", escalation: escalation).payments(in: study())
            #expect(payments.map(\.amount) == [exact("1000")])
        }
    }

    @Test func `a line without a moment is refused`() {
        let inputs = CostModelInputs(["amount": .operand(.constant(.one))])
        #expect(
            refusal {
                try OneOffModel(inputs)
            }?.code == .missingField)
    }

    @Test func `a residual value grows with the index`() throws {
        for vector in Vector.read("escalate", "esc-blcc-residual") {
            let years = Int(try vector.number("years"))
            let model = try OneOffModel(
                CostModelInputs([
                    "at": .moment(.end),
                    "quantity": .operand(.constant(try vector.decimal("residualFactor"))),
                    "unit_cost": .operand(.constant(try vector.decimal("base"))),
                    "escalation": .escalation(
                        Escalation(ratePerYear: try vector.decimal("rate"), origin: .year1)),
                ]))
            let amount = try #require(try model.amounts(in: study(years: years)).last)
            let expected = try #require(vector.expected.number)
            #expect(amount.doubleValue.isNear(expected))
        }
    }
}
