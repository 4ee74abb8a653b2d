import OutlayProblems
import OutlayValues

/// Why one option was chosen over another: what it costs more, what it is worth more, and the reason given.
public struct TradeoffRecord: Sendable, Hashable {
    /// The identifier of the option that was chosen.
    public let chosen: String
    /// The identifier of the option that was not.
    public let over: String
    /// What the chosen option costs more, in ``currency``; negative where it costs less.
    public let extraCost: ExactDecimal
    /// The code of the currency.
    public let currency: String
    /// The points of value that the chosen option has more, of 100; negative where it has fewer.
    public let extraValue: Double
    /// The buyer's reason.
    public let reason: String
    /// What one more point is worth to the buyer, in ``currency``; nil where they do not say.
    public let worthPerPoint: ExactDecimal?

    /// What is given up for what.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Costs more and is worth more: value is bought.
        case paysForValue = "pays-for-value"
        /// Costs less and is worth less: money is saved.
        case savesOnValue = "saves-on-value"
        /// Costs no more and is worth no less, and one of the two is better: nothing is given up.
        case givesUpNothing = "gives-up-nothing"
        /// Costs no less and is worth no more, and one of the two is worse: the figures do not speak for it.
        case paysForLess = "pays-for-less"
        /// Costs the same and is worth the same.
        case same
    }

    /// Records a choice.
    ///
    /// - Throws: ``ProblemCode/duplicateIdentifier`` for an option over itself, ``ProblemCode/outOfRange`` for
    ///   values that are not finite or a worth below 0, ``ProblemCode/missingField`` for an empty reason, or
    ///   what the difference of the costs throws.
    public init(
        chosen: String, cost: ExactDecimal, value: Double, over: String, itsCost: ExactDecimal,
        itsValue: Double, currency: String, reason: String, worthPerPoint: ExactDecimal? = nil
    ) throws(Problem) {
        let place = Location.part("option \(over)")
        guard chosen != over else {
            throw Problem(
                .duplicateIdentifier, "\(Problem.quoted(chosen)) is chosen over itself", at: place,
                because: "a tradeoff is between two options")
        }
        for (id, value) in [(chosen, value), (over, itsValue)] where !value.isFinite {
            throw Problem(
                .outOfRange, "the value of \(Problem.quoted(id)) is \(value)",
                at: .part("option \(id)"),
                because: "a value is a finite number")
        }
        if let worthPerPoint, worthPerPoint.isNegative {
            throw Problem(
                .outOfRange, "a point more is worth \(worthPerPoint)", at: place,
                because: "what a point is worth is 0 or more")
        }
        guard reason.contains(where: { !$0.isWhitespace }) else {
            throw Problem(
                .missingField,
                "choosing \(Problem.quoted(chosen)) over \(Problem.quoted(over)) has no reason",
                at: place,
                because: "a reviewer reads why the difference is worth its price")
        }
        self.chosen = chosen
        self.over = over
        self.currency = currency
        extraCost = try cost - itsCost
        extraValue = Ranking.rounded(value) - Ranking.rounded(itsValue)
        self.reason = reason
        self.worthPerPoint = worthPerPoint
    }

    /// What is given up for what; values are compared after rounding to 1e-9.
    public var kind: Kind {
        let value = Ranking.rounded(extraValue)
        return switch (extraCost > .zero, extraCost.isNegative, value) {
        case (false, false, 0): .same
        case (true, _, let value) where value > 0: .paysForValue
        case (_, true, let value) where value < 0: .savesOnValue
        case (false, _, let value) where value >= 0: .givesUpNothing
        default: .paysForLess
        }
    }

    /// The cost of each point gained, or the saving for each point given up, in ``currency``.
    ///
    /// nil where money and value do not stand against each other.
    public var costPerPoint: Double? {
        switch kind {
        case .paysForValue, .savesOnValue: extraCost.doubleValue / extraValue
        case .givesUpNothing, .paysForLess, .same: nil
        }
    }

    /// Whether the choice pays by what the buyer says a point is worth; nil where they do not say.
    ///
    /// It does where the points gained are worth the extra cost, or the points given up no more than the
    /// saving.
    public var isWorthIt: Bool? {
        worthPerPoint.map { extraValue * $0.doubleValue >= extraCost.doubleValue }
    }

    /// The record in sentences, without the reason.
    public var inWords: String {
        var words =
            "\(Problem.quoted(chosen)) was chosen over \(Problem.quoted(over)): it costs \(costInWords) and is worth "
            + valueInWords
        switch kind {
        case .paysForValue:
            words += ", which is \(perPoint) for each point gained"
        case .savesOnValue:
            words += ", which saves \(perPoint) for each point given up"
        case .paysForLess:
            words += ", so that the figures speak for \(Problem.quoted(over))"
        case .givesUpNothing, .same: break
        }
        if let worthPerPoint, let isWorthIt {
            words +=
                "; the buyer says a point is worth \(worthPerPoint) \(currency), and by that it is "
                + (isWorthIt ? "worth it" : "not worth it")
        }
        return words
    }

    private var costInWords: String {
        if extraCost.isZero { return "the same" }
        return "\(extraCost.magnitude) \(currency) " + (extraCost.isNegative ? "less" : "more")
    }

    private var valueInWords: String {
        let value = Ranking.rounded(extraValue)
        if value == 0 { return "the same" }
        return "\(Self.text(value.magnitude)) points " + (value < 0 ? "less" : "more")
    }

    private var perPoint: String {
        "\(costPerPoint.map(Self.text) ?? "") \(currency)"
    }

    private static func text(_ number: Double) -> String {
        let rounded = try? ExactDecimal(nearest: number, places: 2)
        return rounded.map(\.description) ?? "\(number)"
    }
}
