import OutlayProblems
import OutlayValues

/// A thing that lives some years and is bought again whenever its life ends within the horizon.
///
/// It is bought again on the last day of each life, at the price grown until then. What lives beyond the
/// horizon needs a stated value at its end, an explicit 0 included.
public struct AssetLifeModel: CostModel {
    /// What it was created from.
    public let inputs: CostModelInputs
    private let price: Price
    private let moment: Moment
    private let life: Operand
    private let residual: Operand?

    /// What the rest of the program needs to know of the model.
    public static let descriptor = CostModelDescriptor(
        identifier: "asset-life",
        title: "Thing with a life",
        selectingKey: "life",
        inputs: [
            .init(
                "life", "the years it lives, in whole months", .operand(isMoney: false),
                isRequired: true, isProportional: false),
            .init("at", "when it is bought first: start (where not given) or a date", .moment),
            .init(
                "residual", "what it is worth at the end of the horizon, in all",
                .operand(isMoney: true), isProportional: false),
        ] + Price.inputs,
        recurrence: .oneOff,
        isForCostsOnly: true,
        source: "NIST Handbook 135 (2022), section 4.2: replacements and residual values",
        examples: [
            CostModelExample(
                title: "Ten switches that live two years and are worth 100 after one",
                inputs: CostModelInputs([
                    "life": .operand(.constant(ExactDecimal(2))),
                    "quantity": .operand(.constant(ExactDecimal(10))),
                    "unit_cost": .operand(.constant(ExactDecimal(300))),
                    "residual": .operand(.constant(ExactDecimal(1000))),
                ]),
                amounts: [ExactDecimal(3000), .zero, ExactDecimal(3000), ExactDecimal(-1000)])
        ])

    /// Creates the model.
    ///
    /// - Throws: A ``Problem`` when there is no price, or two, or no life.
    public init(_ inputs: CostModelInputs) throws(Problem) {
        self.inputs = inputs
        price = try Price(inputs)
        life = try inputs.required("life")
        moment = inputs.moment("at") ?? .start
        residual = inputs.operand("residual")
        guard moment != .end else {
            throw Problem(
                .outsideHorizon, "a thing with a life is bought at the end",
                because: "it would not live within the horizon",
                hint: "write `at: start` or a date")
        }
    }

    /// How the line's own price grows.
    public var escalation: Escalation { price.escalation }

    /// Returns each purchase, and what the thing is worth at the end of the horizon as a credit.
    ///
    /// - Throws: ``ProblemCode/outOfRange`` for a life that is not some whole months; a ``Problem`` when an
    ///   assumption has no value or a number grows beyond 38 digits.
    public func payments(in study: Study, window: Window) throws(Problem) -> [Payment] {
        var payments: [Payment] = []
        let horizon = study.horizon
        let months = try lifeMonths(in: study)
        let first = firstDay(in: study)
        var lived = 0
        // A thing whose life ends with the window is not bought again.
        while lived == 0 || first.adding(months: lived) <= window.lastDay {
            let begins = first.adding(months: lived)
            let due = lived == 0 ? begins : begins.adding(days: -1)
            let column = horizon.column(of: due)
            if window.contains(due) {
                let base = try price.base(in: study, on: due, year: column, by: begins)
                payments.append(
                    Payment(
                        due: due, column: column, years: years(lived, to: begins, in: horizon),
                        amount: try base.multiplied(
                            by: price.growth(year: column, by: begins, window: window)),
                        part: lived == 0 ? .purchase : .replacement))
            }
            lived += months
        }
        if let residual, window.contains(horizon.end) {
            let end = horizon.end
            let worth = try study.quantity(
                of: residual, "residual", on: end, year: horizon.years, by: end.adding(days: 1))
            if !worth.isZero {
                payments.append(
                    Payment(
                        due: end, column: horizon.years, years: Double(horizon.years),
                        amount: worth.negated, part: .resale))
            }
        }
        return payments.inOrder
    }

    /// Returns the last day of the life that reaches beyond the horizon where nothing is said of what the
    /// thing is worth at its end, or nil.
    ///
    /// - Throws: ``ProblemCode/outOfRange`` for a life that is not some whole months, at the place of `line`.
    func unvaluedEnd(in study: Study, of line: CostLine) throws(Problem) -> CalendarDate? {
        guard residual == nil, !line.isSunk else { return nil }
        let months: Int
        do {
            months = try lifeMonths(in: study)
        } catch {
            throw error.located(at: line.place ?? .part("line \(line.id)"))
        }
        var end = firstDay(in: study)
        guard end <= study.horizon.end else { return nil }
        var lived = 0
        while end <= study.horizon.end {
            lived += months
            end = firstDay(in: study).adding(months: lived)
        }
        let lastDay = end.adding(days: -1)
        return lastDay > study.horizon.end ? lastDay : nil
    }

    private func firstDay(in study: Study) -> CalendarDate {
        if case .date(let date) = moment { date } else { study.horizon.start }
    }

    /// Returns the years to a purchase: whole months from time 0 where the first is bought there.
    private func years(_ lived: Int, to day: CalendarDate, in horizon: Horizon) -> Double {
        moment == .start ? Double(lived) / 12 : horizon.years(to: day)
    }

    private func lifeMonths(in study: Study) throws(Problem) -> Int {
        let start = study.horizon.start
        let years = try study.value(of: life, on: start, year: 0, by: start)
        let months = try years.multiplied(by: ExactDecimal(12)).rounded(toPlaces: 9, .halfEven)
        guard let whole = months.wholeValue, whole >= 1 else {
            throw Problem(
                .outOfRange, "a life of \(years) years",
                because: "a life is at least a month and made of whole months",
                hint: "write years such as 4 or 2.5")
        }
        return whole
    }
}
