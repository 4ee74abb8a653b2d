import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct RecurringModelTests {
    @Test(arguments: [PricePeriod.month, .quarter, .year])
    func `a yearly price stays exact however often it is charged`(every: PricePeriod) throws {
        let model = try recurring(
            "41000", ["every": .pricePeriod(every), "per": .pricePeriod(.year)])
        #expect(
            try model.amounts(in: study())
                == [.zero, exact("41000"), exact("41000"), exact("41000")])
        #expect(try model.payments(in: study()).count == 3 * every.count(per: .year).numerator)
    }

    @Test(arguments: [
        (PricePeriod.hour, "8760"), (.day, "365"), (.month, "12"), (.quarter, "4"), (.year, "1"),
    ])
    func `a price is for its period, in a nominal year`(
        per: PricePeriod, yearly: String
    ) throws {
        let model = try recurring("1", ["per": .pricePeriod(per)])
        // 2028 is a leap year and makes no difference.
        #expect(
            try model.amounts(in: study())
                == [.zero, exact(yearly), exact(yearly), exact(yearly)])
    }

    @Test func `the price is for the period of the charge unless it says otherwise`() throws {
        let model = try recurring("100", ["every": .pricePeriod(.quarter)])
        #expect(try model.amounts(in: study()).last == exact("400"))
    }

    @Test(arguments: [PricePeriod.hour, .day])
    func `a charge by the hour or day is refused`(every: PricePeriod) {
        #expect(
            refusal {
                try recurring("1", ["every": .pricePeriod(every)])
            }?.code == .unknownChoice)
    }

    @Test func `a line that ends before it begins is refused`() {
        #expect(
            refusal {
                try recurring(
                    "1", ["begins": .date(day("2027-02-01")), "ends": .date(day("2027-01-31"))])
            }?.code == .outOfRange)
    }

    @Test func `whole months count as twelfths and parts of a month by their days`() throws {
        let model = try recurring(
            "12000", ["begins": .date(day("2027-03-01")), "ends": .date(day("2028-02-10"))])
        // Ten months of 2027; January 2028 and 10 of February's 29 days.
        let rest = try exact("1000").multiplied(by: exact("10"), dividedBy: exact("29"))
        #expect(
            try model.amounts(in: study())
                == [.zero, exact("10000"), exact("1000") + rest, .zero])
    }

    @Test func `a line that never runs within the horizon costs nothing`() throws {
        for bounds in [["begins": day("2030-01-01")], ["ends": day("2026-12-31")]] {
            let model = try recurring("1000", bounds.mapValues { .date($0) })
            #expect(try model.payments(in: study()).isEmpty)
        }
    }

    @Test func `nothing is due before a line begins or after it ends`() throws {
        let bounds = (day("2027-04-15"), day("2028-10-14"))
        let rules: [Instalments?] = [nil, .advance, .arrears, .monthly, .quarterly]
        for timing in PaymentTiming.allCases {
            for (every, paid) in [PricePeriod.year, .quarter, .month].flatMap({ every in
                rules.map { (every, $0) }
            }) {
                var inputs: [String: CostModelInputs.Value] = [
                    "every": .pricePeriod(every), "per": .pricePeriod(.year),
                    "begins": .date(bounds.0), "ends": .date(bounds.1),
                ]
                inputs["paid"] = paid.map { .instalments($0) }
                let payments = try recurring("12000", inputs).payments(in: study(timing: timing))
                #expect(payments.allSatisfy { (bounds.0...bounds.1).contains($0.due) })
                #expect(payments.map(\.due) == payments.map(\.due).sorted())
            }
        }
    }

    @Test func `an advance of a line that begins late is discounted from its first month`() throws {
        let model = try recurring(
            "12000",
            ["begins": .date(day("2027-07-01")), "paid": .instalments(.advance)])
        let payments = try model.payments(in: study())
        #expect(payments.map(\.due) == ["2027-07-01", "2028-01-01", "2029-01-01"].map(day))
        #expect(payments.map(\.years) == [0.5, 1, 2])
        #expect(payments.map(\.amount) == ["6000", "12000", "12000"].map(exact))
    }

    @Test func `the ramp counts the line's own years and its last factor holds`() throws {
        let factors = CostModelInputs.Value.factors([exact("0.5"), exact("1")])
        #expect(
            try recurring("1200", ["ramp": factors]).amounts(in: study(years: 3))
                == [.zero, exact("600"), exact("1200"), exact("1200")])
        let late = try recurring(
            "1200", ["ramp": factors, "begins": .date(day("2028-01-01"))])
        #expect(
            try late.amounts(in: study(years: 3)) == [.zero, .zero, exact("600"), exact("1200")])
        let midYear = try recurring(
            "1200", ["ramp": factors, "begins": .date(day("2027-07-01"))])
        // Six months at a half, then six at a half and six in full.
        #expect(
            try midYear.amounts(in: study(years: 3))
                == [.zero, exact("300"), exact("900"), exact("1200")])
    }

    @Test func `an empty ramp is no ramp`() throws {
        let model = try recurring("1200", ["ramp": .factors([])])
        #expect(try model.amounts(in: study()).last == exact("1200"))
    }

    @Test func `a dated series changes within a year`() throws {
        let seats = series("seats", ["2027-01-01": "60", "2028-07-01": "80"])
        let model = try RecurringModel(
            CostModelInputs([
                "every": .pricePeriod(.year), "per": .pricePeriod(.month),
                "quantity": .operand(.assumption("seats")),
                "unit_cost": .operand(.constant(exact("10"))),
            ]))
        #expect(
            try model.amounts(in: study(assumptions: [seats]))
                == [.zero, exact("7200"), exact("8400"), exact("9600")])
    }

    @Test func `line and assumption growth multiply`() throws {
        var fte = series("fte", ["2027-01-01": "1000"])
        fte.escalation = Escalation(ratePerYear: exact("0.1"))
        let model = try RecurringModel(
            CostModelInputs([
                "every": .pricePeriod(.year), "amount": .operand(.assumption("fte")),
                "escalation": .escalation(Escalation(ratePerYear: exact("0.2"))),
            ]))
        #expect(
            try model.amounts(in: study(assumptions: [fte]))
                == [.zero, exact("1000"), exact("1320"), exact("1742.4")])
    }

    @Test(arguments: [(PaymentTiming.endOfYear, "1210"), (.startOfYear, "1100")])
    func `growth from the price's day runs to where the timing places the year`(
        timing: PaymentTiming, first: String
    ) throws {
        let growth = Escalation(
            ratePerYear: exact("0.1"), origin: .baseDate(day("2026-01-01")))
        let model = try recurring("1000", ["escalation": .escalation(growth)])
        #expect(try model.amounts(in: study(timing: timing))[1] == exact(first))
    }

    @Test func `growth at the origin of year 1 gives the published amounts`() throws {
        for vector in Vector.read("escalate", "esc-blcc-omr") {
            let model = try recurring(
                try vector.decimal("base").description,
                [
                    "escalation": .escalation(
                        Escalation(ratePerYear: try vector.decimal("rate"), origin: .year1))
                ])
            let years = Int(try vector.number("years"))
            let amounts = try model.amounts(in: study(years: years)).dropFirst()
            #expect(
                zip(amounts, vector.expected.numbers).allSatisfy { $0.doubleValue.isNear($1) })
            #expect(amounts.count == vector.expected.numbers.count)
        }
    }

    /// The factor is printed as 17.993 in the ECIP report of NIST BLCC 5.3-19.
    @Test func `growth and discounting at mid-year give the published factor`() throws {
        for vector in Vector.read("escalate", "esc-ecip-midyear-factor") {
            let growth = Escalation(
                ratePerYear: try vector.decimal("growth"), origin: .baseDate(day("2027-01-01")))
            let model = try recurring(
                "1",
                ["begins": .date(day("2028-01-01")), "escalation": .escalation(growth)])
            let study = study(
                years: 21, rate: try vector.decimal("rate").description, timing: .midYear)
            let option = try OptionEconomics(lines: [cost("omr", model)], in: study)
            let expected = try #require(vector.expected.number)
            #expect(option.totalCostOfOwnership(.all).isNear(expected))
        }
    }

    @Test func `the present value of a growing charge is the published one`() throws {
        for vector in Vector.read("escalate", "esc-pv-uniform-growth") {
            let growth = Escalation(ratePerYear: try vector.decimal("growth"), origin: .year1)
            let model = try recurring(
                try vector.decimal("base").description, ["escalation": .escalation(growth)])
            let study = study(
                years: Int(try vector.number("years")),
                rate: try vector.decimal("rate").description)
            let option = try OptionEconomics(lines: [cost("rent", model)], in: study)
            let expected = try #require(vector.expected.number)
            #expect(option.totalCostOfOwnership(.all).isNear(expected))
        }
    }
}
