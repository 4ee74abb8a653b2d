import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct YearOfChargesTests {
    @Test(arguments: [
        (PaymentTiming.endOfYear, "2027-12-31", 1.0), (.midYear, "2027-07-01", 0.5),
        (.startOfYear, "2027-01-01", 0),
    ])
    func `a yearly charge falls where the timing says`(
        timing: PaymentTiming, due: String, years: Double
    ) throws {
        let payment = try #require(try recurring("1000").payments(in: study(timing: timing)).first)
        #expect(payment.due == day(due))
        #expect(payment.years == years)
    }

    @Test(arguments: [
        (Instalments.advance, ["2027-01-01", "2027-04-01", "2027-07-01", "2027-10-01"], 0.25),
        (.arrears, ["2027-03-31", "2027-06-30", "2027-09-30", "2027-12-31"], 0.5),
        (.quarterly, ["2027-03-31", "2027-06-30", "2027-09-30", "2027-12-31"], 0.5),
    ])
    func `instalments fall at the beginning or end of their periods`(
        paid: Instalments, dues: [String], secondYears: Double
    ) throws {
        let model = try recurring(
            "100", ["every": .pricePeriod(.quarter), "paid": .instalments(paid)])
        let payments = try model.payments(in: study(years: 1))
        #expect(payments.map(\.due) == dues.map(day))
        #expect(payments[1].years == secondYears)
    }

    @Test func `monthly instalments of a year sum to it exactly`() throws {
        let model = try recurring("1000", ["paid": .instalments(.monthly)])
        let payments = try model.payments(in: study(years: 1))
        #expect(payments.count == 12)
        #expect(payments[0].amount == exact("83.33333333333333333333"))
        #expect(payments[11].amount == exact("83.33333333333333333337"))
        #expect(try payments.map(\.amount).sum() == exact("1000"))
    }

    @Test func `stated dates share their year equally and are discounted by days`() throws {
        let dates = ["2028-07-01", "2027-03-01", "2027-09-01", "2028-01-01", "2029-01-01"].map(day)
        let model = try recurring("1000", ["paid": .instalments(.dates(dates))])
        let payments = try model.payments(in: study())
        #expect(payments.map(\.due) == dates.sorted())
        #expect(payments.map(\.amount) == ["500", "500", "500", "500", "1000"].map(exact))
        #expect(payments[0].years == 59.0 / 365)
    }

    @Test func `a charged year without a payment date is refused`() throws {
        let model = try recurring(
            "1000", ["paid": .instalments(.dates([day("2027-03-01"), day("2030-03-01")]))])
        let problem = refusal {
            try model.payments(in: study())
        }
        #expect(problem?.code == .badSeries && problem?.summary.contains("year 2") == true)
    }

    @Test func `a year in which the line does not run needs no payment date`() throws {
        let model = try recurring(
            "1000",
            [
                "ends": .date(day("2027-12-31")),
                "paid": .instalments(.dates([day("2027-03-01")])),
            ])
        #expect(try model.payments(in: study()).count == 1)
    }

    @Test func `beyond the horizon the dates of its last year come back`() throws {
        let dates = ["2027-03-01", "2028-04-01", "2029-05-01"].map(day)
        let model = try recurring("1000", ["paid": .instalments(.dates(dates))])
        let window = Window.term(months: 48, from: study().horizon, escalationCap: nil)
        let payments = try model.payments(in: study(), window: window)
        #expect(payments.map(\.due) == dates + [day("2030-05-01")])
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `splitting into instalments never changes a year`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let inputs = random.recurringInputs()
        let whole = try RecurringModel(CostModelInputs(inputs)).amounts(in: study(years: 5))
        for paid in [Instalments.advance, .arrears, .monthly, .quarterly] {
            let model = try RecurringModel(
                CostModelInputs(inputs.merging(["paid": .instalments(paid)]) { $1 }))
            let tax = Tax(prices: .gross, rate: exact("0.19"), recoverable: exact("0.3"))
            let plain = try RecurringModel(CostModelInputs(inputs))
            #expect(try model.amounts(in: study(years: 5)) == whole, "\(paid)")
            let options = try [plain, model].map { model in
                try OptionEconomics(lines: [cost("a", model, tax: tax)], in: study(years: 5))
            }
            #expect(
                try options[0].costsByYear(.all) == options[1].costsByYear(.all), "\(paid)")
        }
    }
}
