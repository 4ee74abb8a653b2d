import OutlayProblems
import OutlaySampling
import OutlayValues

/// Amounts that a source gives by year or by day, taken as they are.
///
/// With a present value that the source gives too, all payments are counted earlier or later by the same
/// time, such that together they are worth exactly that.
public struct ScheduleModel: CostModel {
    /// What it was created from.
    public let inputs: CostModelInputs
    private let schedule: AmountSchedule
    private let paid: Instalments?
    private let presentValue: Operand?

    /// What the rest of the program needs to know of the model.
    public static let descriptor = CostModelDescriptor(
        identifier: "schedule",
        title: "Given schedule",
        selectingKey: "schedule",
        inputs: [
            .init(
                "schedule", "amounts by year or date, or a list with one for each study year",
                .schedule, isRequired: true),
            .init("given", "whether the source gives the amounts and no working", .flag),
            .init(
                "present_value", "what the source says the amounts are worth at time 0",
                .operand(isMoney: true), label: "present value", isProportional: false),
            .init(
                "paid", "advance, arrears, monthly, quarterly, or dates; overrides the timing",
                .instalments),
        ],
        source: "NIST Handbook 135 (2022), section 4.2: amounts that vary from year to year",
        examples: [
            CostModelExample(
                title: "Energy cost of three years as published",
                inputs: CostModelInputs([
                    "schedule": .schedule(
                        .studyYears([
                            ExactDecimal(47_844), ExactDecimal(46_200), ExactDecimal(46_768),
                        ])),
                    "given": .flag(true),
                ]),
                amounts: [
                    .zero, ExactDecimal(47_844), ExactDecimal(46_200), ExactDecimal(46_768),
                ])
        ])

    /// Creates the model.
    ///
    /// - Throws: ``ProblemCode/missingField`` where there is no schedule.
    public init(_ inputs: CostModelInputs) throws(Problem) {
        self.inputs = inputs
        guard let schedule = inputs.schedule("schedule") else {
            throw Problem(
                .missingField, "the line has no schedule",
                because: "it gives the amount of each year", hint: "add `schedule: {2027: …}`")
        }
        self.schedule = schedule
        paid = inputs.instalments("paid")
        presentValue = inputs.operand("present_value")
    }

    /// Returns the stated amounts at their times.
    ///
    /// - Throws: ``ProblemCode/badSeries`` where no time makes them worth the stated present value,
    ///   ``ProblemCode/overflow`` when a number needs more than 38 digits.
    public func payments(in study: Study, window: Window) throws(Problem) -> [Payment] {
        let delay = try delay(in: study)
        return try stated(in: study, window: window).map { payment in
            var copy = payment
            copy.years += delay
            return copy
        }.inOrder
    }

    /// Returns the amounts of a window at the times they are stated for.
    private func stated(in study: Study, window: Window) throws(Problem) -> [Payment] {
        let horizon = study.horizon
        let running = horizon.start...max(horizon.start, window.lastDay)
        var payments: [Payment] = []
        let years = try schedule.amounts(years: window.years, of: horizon)
        for (index, amount) in years.enumerated() {
            let twelvefold = [ExactDecimal](repeating: amount, count: 12)
            payments += try YearOfCharges(
                year: index + 1, twelvefold: twelvefold, running: running, study: study
            ).payments(every: .year, paid: paid)
        }
        for (day, amount) in schedule.days {
            payments.append(
                Payment(
                    due: day, column: horizon.column(of: day), years: horizon.years(to: day),
                    amount: amount))
        }
        return payments.filter { window.contains($0.due) }
    }

    /// Returns by how many years payments are counted later, such that all those of the study are worth the
    /// stated present value.
    private func delay(in study: Study) throws(Problem) -> Double {
        guard let presentValue else { return 0 }
        let start = study.horizon.start
        let target = try study.value(of: presentValue, on: start, year: 0, by: start).doubleValue
        let worth = try stated(in: study, window: .horizon(study.horizon)).reduce(0) {
            $0 + study.rate.presentValue(of: $1.amount, years: $1.years)
        }
        guard study.settled(worth) != study.settled(target) else { return 0 }
        let rate = study.rate.ratePerYear.doubleValue
        guard worth * target > 0, rate != 0 else {
            throw Problem(
                .badSeries, "the schedule cannot be worth \(target.plainText)",
                because: rate == 0
                    ? "at a rate of 0 it is worth its sum"
                    : "it is worth \(worth.plainText) at the study's rate",
                hint: "correct `present_value`, or leave it out")
        }
        return ElementaryFunctions.logarithm(worth / target)
            / ElementaryFunctions.logarithm(1 + rate)
    }
}
