import OutlayEconomics
import OutlayProblems
import OutlayValues

/// How the amount of one line in one study year follows from what the line states.
///
/// Where a model's money is in proportion to its inputs, the amount is their product with the charges of a
/// year, the growth and, where there is one, the ramp. Any other model gives the amount itself.
struct YearDerivation {
    private(set) var formula: Formula?
    private(set) var parts: [Explanation.Part] = []
    private(set) var rule: String?
    private(set) var notes: [String] = []

    private let inputs: LineInputFigures
    private let column: Int

    private var frame: OptionFrame { inputs.side.frame }
    private var line: CostLine { inputs.line.line }
    private var model: any CostModel { line.model }

    /// Derives what `entries`, all in `column`, add up to.
    init(
        of entries: [ScheduledLine.Entry], in column: Int, _ inputs: LineInputFigures
    ) throws(Problem) {
        self.inputs = inputs
        self.column = column
        let stated = try entries.map(\.payment.amount).sum()
        let isWholeYear =
            entries.count == inputs.line.entries.count { $0.payment.column == column }
        if isWholeYear, let share = try ShareDerivation(of: stated, in: column, inputs) {
            formula = share.formula
            parts = share.parts
            rule = share.rule
        } else if let product = isWholeYear ? try product(giving: stated, entries) : nil {
            formula = .product(product)
        } else {
            try list(entries, isWholeYear)
        }
        if !(model is any DerivedCostModel) { try convert() }
        try addTax()
    }

    /// Takes the payments from the model, and names what it makes them of.
    private mutating func list(
        _ entries: [ScheduledLine.Entry], _ isWholeYear: Bool
    ) throws(Problem) {
        let isForeign = !(model is any DerivedCostModel)
        let currency = isForeign ? line.exchangeRate?.from ?? frame.currency : frame.currency
        let title = type(of: model).descriptor.title
        rule =
            isWholeYear
            ? "\(title), by its terms" : "the payments that count, \(title.lowercased())"
        formula = .sum(
            entries.map { entry in
                let part = entry.payment.part.map { $0.rawValue + ", " } ?? ""
                return .part(
                    add(
                        Explanation.Part(
                            "\(part)due \(entry.payment.due)",
                            .money(entry.payment.amount, currency))))
            })
        let style = NumberText(separator: "\u{202F}")
        let terms = model.terms(style).map { "\($0.label) \($0.text)" }
        notes.append("\(line.id): \(title.lowercased()), \(terms.joined(separator: ", ")).")
        let first = frame.study.horizon.firstDay(ofYear: max(1, column))
        for input in inputs.descriptors {
            guard case .operand(let operand)? = model.inputs.values[input.name] else { continue }
            let value = try frame.study.value(
                of: operand, on: first, year: column,
                by: column > 0 ? frame.study.day(standingFor: column) : first)
            _ = add(inputs.part(input, operand, value, in: column))
        }
    }

    private mutating func add(_ part: Explanation.Part) -> Int {
        parts.append(part)
        return parts.count - 1
    }

    // MARK: - From the inputs

    /// Returns the factors whose product is `stated`, or nil where the model's money is no product of its inputs.
    private mutating func product(
        giving stated: ExactDecimal, _ entries: [ScheduledLine.Entry]
    ) throws(Problem) -> [Formula]? {
        let numbers = inputs.descriptors.filter {
            if case .operand = model.inputs.values[$0.name] { true } else { false }
        }
        guard !numbers.isEmpty, numbers.allSatisfy(\.isProportional) else { return nil }
        var best: Attempt?
        for day in days(of: entries) {
            let attempt = try self.attempt(numbers, on: day.priced, by: day.grown)
            if best == nil { best = attempt }
            if Self.agrees(attempt.product, stated) {
                best = attempt
                break
            }
        }
        guard var attempt = best else { return nil }
        if let ramp = rampFactor, ramp != .one {
            attempt.append(Explanation.Part("ramp", FigureValue(.exact(ramp), .ratio)))
            attempt.product = try attempt.product.multiplied(by: ramp)
        }
        if !Self.agrees(attempt.product, stated) {
            guard !attempt.product.isZero else { return nil }
            attempt.append(
                Explanation.Part(
                    restLabel,
                    FigureValue(.exact(try stated.divided(by: attempt.product)), .ratio)))
        }
        parts = attempt.parts
        return attempt.factors
    }

    /// Factors that were tried, and what they give.
    private struct Attempt {
        var parts: [Explanation.Part] = []
        var factors: [Formula] = []
        var product = ExactDecimal.one

        mutating func append(_ part: Explanation.Part) {
            factors.append(.part(parts.count))
            parts.append(part)
        }
    }

    /// The days that a year's price and growth may be those of: a charge is priced as it runs, a single payment
    /// on its day.
    private func days(
        of entries: [ScheduledLine.Entry]
    ) -> [(priced: CalendarDate, grown: CalendarDate)] {
        let due = entries.first?.payment.due ?? frame.study.horizon.start
        let single = [(due, due), (due, due.adding(days: 1))]
        guard column > 0 else { return single }
        let first = frame.study.horizon.firstDay(ofYear: column)
        return [(first, frame.study.day(standingFor: column))] + single
    }

    private func attempt(
        _ numbers: [CostModelInputDescriptor], on day: CalendarDate, by grown: CalendarDate
    ) throws(Problem) -> Attempt {
        var attempt = Attempt()
        for input in numbers {
            guard case .operand(let operand)? = model.inputs.values[input.name] else { continue }
            let value = try frame.study.value(of: operand, on: day, year: column, by: grown)
            attempt.append(inputs.part(input, operand, value, in: column))
            attempt.product = try attempt.product.multiplied(by: value)
        }
        if let period = pricePeriod, period.count(per: .year).numerator != 1 {
            let count = ExactDecimal(period.count(per: .year).numerator)
            attempt.append(
                Explanation.Part(
                    "\(period.rawValue)s in a year", FigureValue(.exact(count), .quantity(""))))
            attempt.product = try attempt.product.multiplied(by: count)
        }
        try grow(&attempt, by: grown)
        return attempt
    }

    /// Multiplies by the line's own growth, as a power of its rate where it is one.
    private func grow(_ attempt: inout Attempt, by day: CalendarDate) throws(Problem) {
        let escalation = model.escalation
        let factor = try escalation.factor(year: column, by: day)
        guard factor != .one else { return }
        let rate = Explanation.Part(
            "growth", FigureValue(.exact(escalation.ratePerYear), .fraction),
            inputs.name(of: "escalation"))
        let exponent: Int
        switch escalation.origin {
        case .year2: exponent = column - 1
        case .year1: exponent = column
        case .baseDate: exponent = 0
        }
        if exponent > 0, escalation.constantRatePerYear != nil {
            let base = Formula.sum([.number(1), .part(attempt.parts.count)])
            attempt.parts.append(rate)
            attempt.factors.append(exponent == 1 ? base : .power(base, .number(exponent)))
        } else {
            attempt.append(Explanation.Part("growth", FigureValue(.exact(factor), .ratio)))
        }
        attempt.product = try attempt.product.multiplied(by: factor)
    }

    private var pricePeriod: PricePeriod? {
        for key in ["per", "every"] {
            if case .pricePeriod(let period)? = model.inputs.values[key] { return period }
        }
        return nil
    }

    /// The factor of the line's own year, where it has a ramp and runs from the start.
    private var rampFactor: ExactDecimal? {
        guard column > 0, model.inputs.values["begins"] == nil,
            case .factors(let ramp)? = model.inputs.values["ramp"], let last = ramp.last
        else { return nil }
        return column <= ramp.count ? ramp[column - 1] : last
    }

    /// What the factor stands for that the inputs do not show.
    private var restLabel: String {
        let names = Set(model.inputs.values.keys)
        if !names.isDisjoint(with: ["begins", "ends"]) {
            return names.contains("ramp") ? "ramp and share of the year" : "share of the year"
        }
        let changes = model.inputs.values.values.contains { value in
            guard case .operand(.assumption(let id)) = value else { return false }
            return (frame.study.assumptions[id]?.steps.count ?? 0) > 1
        }
        return changes ? "change within the year" : "further terms"
    }

    /// Whether two amounts are the same but for the decimals that products are carried to.
    static func agrees(_ left: ExactDecimal, _ right: ExactDecimal) -> Bool {
        let (left, right) = (left.doubleValue, right.doubleValue)
        return abs(left - right) <= 1e-12 * max(abs(right), 1e-6)
    }

    // MARK: - Currency and tax

    private mutating func convert() throws(Problem) {
        guard let rate = line.exchangeRate, let amount = formula else { return }
        let index = add(
            Explanation.Part(
                "rate", FigureValue(.exact(try rate.value()), .ratio),
                FigureName(["rates", .stated(rate.from.code)])))
        formula = .product([amount, .part(index)])
    }

    private mutating func addTax() throws(Problem) {
        guard let tax = line.tax, let amount = formula else { return }
        let isBorne = !tax.rate.isZero && tax.recoverable < .one
        let isGross = tax.prices == .gross && !(model is any DerivedCostModel)
        guard isBorne || (isGross && !tax.rate.isZero) else {
            if !tax.rate.isZero { notes.append("The tax is recovered in full.") }
            return
        }
        let rate = add(Explanation.Part("tax", FigureValue(.exact(tax.rate), .fraction)))
        let gross = Formula.sum([.number(1), .part(rate)])
        var borne = Formula.number(1)
        if isBorne {
            if tax.recoverable.isZero {
                borne = gross
            } else {
                let share = add(
                    Explanation.Part(
                        "tax recovered", FigureValue(.exact(tax.recoverable), .fraction)))
                borne = .sum([
                    .number(1), .product([.part(rate), .difference(.number(1), .part(share))]),
                ])
            }
        }
        // What a derived line is a share of is without tax already.
        switch model is any DerivedCostModel ? .net : tax.prices {
        case .net: formula = .product([amount, borne])
        case .gross:
            // Gross and not recovered at all: what is paid is what it costs.
            if isBorne, tax.recoverable.isZero {
                parts.removeLast()
                notes.append("The price includes the tax, none of which is recovered.")
            } else {
                formula = .quotient(
                    isBorne ? .product([amount, borne]) : amount, gross)
            }
        }
    }
}
