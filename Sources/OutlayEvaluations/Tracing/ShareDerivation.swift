import OutlayEconomics
import OutlayProblems
import OutlayValues

/// How the amount of a line that is a share of others follows from theirs.
struct ShareDerivation {
    /// The share times what it is a share of.
    let formula: Formula
    /// The share, its growth, the amounts of the other lines, then what the share follows from where it is not
    /// one of the line's own numbers.
    let parts: [Explanation.Part]
    /// The rule, where the share is not one of the line's own numbers.
    let rule: String?

    /// The amount of one line in one column, without tax and in the study's currency.
    private struct Amount {
        let line: ScheduledLine
        let column: Int
        let net: ExactDecimal
        let cost: ExactDecimal
    }

    /// Follows `stated` from the lines that it is a share of; nil where the line is no share, or of nothing.
    ///
    /// It is a share of what they cost in the same column, or, charged again and again, of what they had cost
    /// before.
    init?(
        of stated: ExactDecimal, in column: Int, _ inputs: LineInputFigures
    ) throws(Problem) {
        guard let model = inputs.line.line.model as? any DerivedCostModel else { return nil }
        let side = inputs.side
        let amounts = try Self.amounts(of: model, inputs)
        let bases = [
            amounts.filter { $0.column == column }, amounts.filter { $0.column == 0 },
            amounts.filter { $0.column <= column },
        ]
        let numbers = inputs.descriptors.filter { input in
            if case .operand = model.inputs.values[input.name] {
                input.isProportional
            } else {
                false
            }
        }
        let day = side.frame.study.horizon.firstDay(ofYear: max(1, column))
        let grown = column > 0 ? side.frame.study.day(standingFor: column) : day
        var factors: [Explanation.Part] = []
        var factor = try model.escalation.factor(year: column, by: grown)
        if factor != .one {
            factors.append(Explanation.Part("growth", FigureValue(.exact(factor), .ratio)))
        }
        for input in numbers {
            guard case .operand(let operand)? = model.inputs.values[input.name] else { continue }
            let value = try side.frame.study.value(of: operand, on: day, year: column, by: grown)
            factors.append(inputs.part(input, operand, value, in: column))
            factor = try factor.multiplied(by: value)
        }
        var chosen: [Amount]?
        for basis in bases {
            let product = try factor.multiplied(by: basis.map(\.net).sum())
            if YearDerivation.agrees(product, stated) {
                chosen = basis
                break
            }
        }
        var rule: String?
        var terms: [Explanation.Part] = []
        if chosen == nil {
            // Other terms of the model take part: the share is what they make of it.
            guard
                let basis = bases.first(where: { basis in
                    (try? basis.map(\.net).sum()).map { !$0.isZero } ?? false
                })
            else { return nil }
            let share = try stated.divided(by: basis.map(\.net).sum())
            factors = [Explanation.Part("share", FigureValue(.exact(share), .ratio))]
            for input in inputs.descriptors {
                guard case .operand(let operand)? = model.inputs.values[input.name] else {
                    continue
                }
                let value = try side.frame.study.value(
                    of: operand, on: day, year: column, by: grown)
                terms.append(inputs.part(input, operand, value, in: column))
            }
            rule = "\(type(of: model).descriptor.title), by its terms"
            chosen = basis
        }
        let shared = (chosen ?? []).map { Self.part($0, side) }
        parts = factors + shared + terms
        formula = .product(
            factors.indices.map { .part($0) }
                + [.sum(shared.indices.map { .part(factors.count + $0) })])
        self.rule = rule
    }

    /// Returns what the lines of the basis pay, by line and column.
    private static func amounts(
        of model: any DerivedCostModel, _ inputs: LineInputFigures
    ) throws(Problem) -> [Amount] {
        let economics = inputs.side.frame.option.economics
        var amounts: [Amount] = []
        for line in economics.costs + economics.benefits
        where model.basis.contains(line.line, askedBy: inputs.line.line) {
            for column in Set(line.entries.map(\.payment.column)).sorted() {
                let entries = line.entries.filter { $0.payment.column == column }
                amounts.append(
                    Amount(
                        line: line, column: column, net: try entries.map(\.net).sum(),
                        cost: try entries.filter { !$0.isSunk }.map(\.cost).sum()))
            }
        }
        return amounts
    }

    /// Returns an amount as a part: the figure of the line's year, where that is without tax too.
    private static func part(_ amount: Amount, _ side: CostSide) -> Explanation.Part {
        let frame = side.frame
        let isCost: Bool
        if case .cost = amount.line.line.direction { isCost = true } else { isCost = false }
        let own = CostSide(frame: frame, kind: isCost ? .costs : .benefits, coverage: .all)
        let id = amount.line.line.id
        let isFigure =
            amount.net == amount.cost && own.columns(of: amount.line).contains(amount.column)
        return Explanation.Part(
            "\(id) \(frame.years.phrase(amount.column))" + (isFigure ? "" : " without tax"),
            .money(amount.net, frame.currency),
            isFigure ? own.name(.stated(id), frame.years.word(amount.column)) : nil)
    }
}
