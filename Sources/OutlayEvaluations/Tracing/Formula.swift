import OutlayDecisions
import OutlayEconomics
import OutlayProblems
import OutlayValues

/// How a figure follows from its parts, as something to show and to compute.
public indirect enum Formula: Sendable, Hashable {
    /// The part at this index, from 0.
    case part(Int)
    /// A number that is always the same.
    case number(Int)
    /// Everything added up; nothing is 0.
    case sum([Formula])
    /// The first less the second.
    case difference(Formula, Formula)
    /// Everything multiplied.
    case product([Formula])
    /// The first divided by the second.
    case quotient(Formula, Formula)
    /// The first raised to the second.
    case power(Formula, Formula)
    /// Rounded half to even at so many decimals.
    case rounded(Formula, places: Int)
    /// The years until the flows, in order, have paid back.
    case payback([Formula])
    /// The one rate at which the flows, each after so many years, are worth nothing.
    case rateOfReturn([Formula], years: [Double])
    /// What a performance is worth, 0 … 100.
    case value(ValueFunction, of: Formula)
    /// The place of the first among all, 1 the best.
    case rank([Formula], higherIsBetter: Bool)

    /// Returns the sum of `count` parts.
    static func sum(ofParts count: Int) -> Formula {
        .sum((0..<count).map { .part($0) })
    }

    /// Returns `amount` discounted: amount ÷ (1 + rate)^years.
    package static func discounted(_ amount: Formula, rate: Formula, years: Formula) -> Formula {
        .quotient(amount, .power(.sum([.number(1), rate]), years))
    }
}

extension Formula {
    /// Returns what the formula makes of `parts`: exact as long as every step is.
    ///
    /// - Returns: nil where a part that is needed is no number, or a payback never comes.
    /// - Throws: ``ProblemCode/overflow`` where an exact step needs more than 38 digits.
    public func result(of parts: [FigureValue]) throws(Problem) -> FigureNumber? {
        switch self {
        case .part(let index):
            return parts.indices.contains(index) ? parts[index].number : nil
        case .number(let number): return .exact(ExactDecimal(number))
        case .sum(let terms):
            return try Self.folded(terms, parts, from: .zero, by: .addition)
        case .product(let factors):
            return try Self.folded(factors, parts, from: .one, by: .multiplication)
        case .difference(let left, let right):
            return try Self.combined(left, right, parts, by: .subtraction)
        case .quotient(let left, let right):
            return try Self.combined(left, right, parts, by: .division)
        case .power(let base, let exponent):
            return try Self.power(base, exponent, parts)
        case .rounded(let formula, let places):
            switch try formula.result(of: parts) {
            case .exact(let number): return .exact(number.rounded(toPlaces: places, .halfEven))
            case .real(let number):
                return .exact(try ExactDecimal(nearest: number, places: places))
            case nil: return nil
            }
        case .payback(let flows):
            return try Self.payback(flows, parts)
        case .rateOfReturn(let flows, let years):
            return try Self.amounts(flows, parts).flatMap { amounts in
                let flows = zip(years, amounts).map { Returns.Flow(years: $0, amount: $1) }
                return Returns.rateOfReturn(of: flows).onlyRate.map { .real($0) }
            }
        case .value(let function, let performance):
            guard case .exact(let number)? = try performance.result(of: parts) else { return nil }
            return function.value(of: .number(number)).map { .real($0) }
        case .rank(let scores, let higherIsBetter):
            var numbers: [Double] = []
            for score in scores {
                guard let number = try score.result(of: parts) else { return nil }
                numbers.append(number.doubleValue)
            }
            return Ranking.competition(scores: numbers, higherIsBetter: higherIsBetter).first
                .map { .exact(ExactDecimal($0)) }
        }
    }

    /// An operation of arithmetic on two numbers, exact where both are.
    private enum Operation {
        case addition, subtraction, multiplication, division

        func result(
            _ left: FigureNumber, _ right: FigureNumber
        ) throws(Problem) -> FigureNumber {
            guard case .exact(let first) = left, case .exact(let second) = right else {
                return .real(real(left.doubleValue, right.doubleValue))
            }
            switch self {
            case .addition: return .exact(try first + second)
            case .subtraction: return .exact(try first - second)
            case .multiplication: return .exact(try first.multiplied(by: second))
            case .division: return .exact(try first.divided(by: second))
            }
        }

        private func real(_ left: Double, _ right: Double) -> Double {
            switch self {
            case .addition: left + right
            case .subtraction: left - right
            case .multiplication: left * right
            case .division: left / right
            }
        }
    }

    private static func folded(
        _ formulas: [Formula], _ parts: [FigureValue], from start: ExactDecimal,
        by operation: Operation
    ) throws(Problem) -> FigureNumber? {
        var result = FigureNumber.exact(start)
        for formula in formulas {
            guard let next = try formula.result(of: parts) else { return nil }
            result = try operation.result(result, next)
        }
        return result
    }

    private static func combined(
        _ left: Formula, _ right: Formula, _ parts: [FigureValue], by operation: Operation
    ) throws(Problem) -> FigureNumber? {
        guard let first = try left.result(of: parts), let second = try right.result(of: parts)
        else { return nil }
        return try operation.result(first, second)
    }

    private static func power(
        _ base: Formula, _ exponent: Formula, _ parts: [FigureValue]
    ) throws(Problem) -> FigureNumber? {
        guard let base = try base.result(of: parts), let exponent = try exponent.result(of: parts)
        else { return nil }
        if case .exact(let number) = base, case .exact(let count) = exponent,
            let whole = count.wholeValue, whole >= 0
        {
            return .exact(try number.raised(to: whole))
        }
        return .real(OutlayEconomics.power(base.doubleValue, exponent.doubleValue))
    }

    private static func payback(
        _ flows: [Formula], _ parts: [FigureValue]
    ) throws(Problem) -> FigureNumber? {
        guard let amounts = try amounts(flows, parts) else { return nil }
        return try Payback.first(of: amounts).map { .real($0) }
    }

    private static func amounts(
        _ formulas: [Formula], _ parts: [FigureValue]
    ) throws(Problem) -> [ExactDecimal]? {
        var amounts: [ExactDecimal] = []
        for formula in formulas {
            guard case .exact(let amount)? = try formula.result(of: parts) else { return nil }
            amounts.append(amount)
        }
        return amounts
    }
}

extension Formula {
    /// Returns the formula in symbols, with `name` saying what stands for each part.
    ///
    ///     seats × unit price × 12 × (1 + growth)^2
    public func inSymbols(_ name: (Int) -> String) -> String {
        text(name).text
    }

    /// How tightly the operators of a text hold it together.
    private enum Binding: Int, Comparable {
        case sum, product, power, atom

        static func < (left: Binding, right: Binding) -> Bool { left.rawValue < right.rawValue }
    }

    private func text(_ name: (Int) -> String) -> (text: String, binding: Binding) {
        func list(_ formulas: [Formula]) -> String {
            formulas.map { $0.text(name).text }.joined(separator: "; ")
        }
        switch self {
        case .part(let index): return (name(index), .atom)
        case .number(let number): return ("\(number)", .atom)
        case .sum(let terms):
            guard let first = terms.first else { return ("0", .atom) }
            guard terms.count > 1 else { return first.text(name) }
            return (terms.map { $0.bound(.sum, name) }.joined(separator: " + "), .sum)
        case .product(let factors):
            guard let first = factors.first else { return ("1", .atom) }
            guard factors.count > 1 else { return first.text(name) }
            return (factors.map { $0.bound(.product, name) }.joined(separator: " × "), .product)
        case .difference(let left, let right):
            return ("\(left.bound(.sum, name)) − \(right.bound(.product, name))", .sum)
        case .quotient(let left, let right):
            return ("\(left.bound(.product, name)) ÷ \(right.bound(.power, name))", .product)
        case .power(let base, let exponent):
            return ("\(base.bound(.atom, name))^\(exponent.bound(.atom, name))", .power)
        case .rounded(let formula, let places):
            return ("round(\(formula.text(name).text), \(places))", .atom)
        case .payback(let flows): return ("payback(\(list(flows)))", .atom)
        case .rateOfReturn(let flows, _): return ("rate(\(list(flows)))", .atom)
        case .value(_, let performance): return ("value(\(performance.text(name).text))", .atom)
        case .rank(let scores, _): return ("rank(\(list(scores)))", .atom)
        }
    }

    private func bound(_ least: Binding, _ name: (Int) -> String) -> String {
        let (text, binding) = text(name)
        return binding < least ? "(\(text))" : text
    }
}
