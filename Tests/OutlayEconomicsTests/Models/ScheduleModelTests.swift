import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct ScheduleModelTests {
    private func schedule(
        _ amounts: AmountSchedule, _ inputs: [String: CostModelInputs.Value] = [:]
    ) throws(Problem) -> ScheduleModel {
        try ScheduleModel(
            CostModelInputs(inputs.merging(["schedule": .schedule(amounts)]) { $1 }))
    }

    @Test func `a calendar year means the study year that begins in it`() throws {
        let model = try schedule(
            .dated([
                .init(.year(2027), exact("10")), .init(.year(2029), exact("-30.5")),
            ]))
        let payments = try model.payments(in: study(start: "2027-04-01"))
        #expect(payments.map(\.column) == [1, 3])
        #expect(payments.map(\.years) == [1, 3])
        #expect(payments.map(\.amount) == [exact("10"), exact("-30.5")])
        #expect(payments.map(\.due) == [day("2028-03-31"), day("2030-03-31")])
    }

    @Test func `a day is a payment on that day`() throws {
        let model = try schedule(.dated([.init(.day(day("2028-03-01")), exact("7"))]))
        let payment = try #require(try model.payments(in: study()).first)
        #expect(payment.years == 425.0 / 365)
        #expect(payment.column == 2)
    }

    @Test func `each year is paid as the line says`() throws {
        let amounts = [exact("120"), exact("0"), exact("100.01")]
        let model = try schedule(.studyYears(amounts), ["paid": .instalments(.monthly)])
        let payments = try model.payments(in: study())
        #expect(payments.count == 24)
        #expect(try model.amounts(in: study()) == [.zero] + amounts)
    }

    /// NIST BLCC 5.3-19 gives 47 844, 46 200 and 46 768 and no prices; 130 000 is made up.
    @Test func `a given present value is what the amounts are worth`() throws {
        let amounts = ["47844", "46200", "46768"].map(exact)
        for timing in PaymentTiming.allCases {
            let study = study(timing: timing)
            let model = try schedule(
                .studyYears(amounts), ["present_value": .number("130000"), "given": .flag(true)])
            let option = try OptionEconomics(lines: [cost("energy", model)], in: study)
            #expect(option.totalCostOfOwnership(.all).isNear(130_000))
            #expect(try option.costsByYear(.all) == [.zero] + amounts)
        }
    }

    @Test func `a window of some years moves its payments as the whole study does`() throws {
        let amounts = ["47844", "46200", "46768"].map(exact)
        let model = try schedule(
            .studyYears(amounts), ["present_value": .number("130000"), "given": .flag(true)])
        let whole = study()
        let all = try model.payments(in: whole)
        let first = try model.payments(
            in: whole, window: .term(months: 12, from: whole.horizon, escalationCap: nil))
        #expect(all.count == 3)
        #expect(first == Array(all.prefix(1)))
        // At a rate of 0 the sum is what the study's payments are worth, whatever the window shows.
        let plain = try schedule(.studyYears(amounts), ["present_value": .number("140812")])
        let free = study(rate: "0")
        #expect(
            try plain.payments(
                in: free, window: .term(months: 12, from: free.horizon, escalationCap: nil)
            ).map(\.amount) == [exact("47844")])
    }

    @Test func `a present value that no time gives is refused`() throws {
        let model = try schedule(
            .studyYears([exact("10")]), ["present_value": .number("9")])
        #expect(refusal { try model.payments(in: study(rate: "0")) }?.code == .badSeries)
        let credit = try schedule(
            .studyYears([exact("-10")]), ["present_value": .number("9")])
        #expect(refusal { try credit.payments(in: study()) }?.code == .badSeries)
    }

    @Test(arguments: 0..<50)
    func `the years of a schedule re-add to its sum`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let amounts = (0..<6).map { _ in
            Bool.random(using: &random) ? random.amount() : random.amount().negated
        }
        let rules: [Instalments?] = [nil, .advance, .arrears, .monthly, .quarterly]
        for rule in rules {
            let model = try schedule(
                .studyYears(amounts), rule.map { ["paid": .instalments($0)] } ?? [:])
            let years = try model.amounts(in: study(years: 6))
            #expect(years == [.zero] + amounts, "seed \(seed)")
        }
    }
}
