import OutlayProblems
import OutlayValues

/// A way to turn the prices of a tender into points, declared so that all the rest of the program finds it.
///
/// One formula is one file beside this one and one line in ``AllPriceFormulas``. A value of the type is the
/// formula with its parameters.
public protocol PriceFormula: Sendable {
    /// What readers, help texts and reports say of the formula.
    static var descriptor: PriceFormulaDescriptor { get }

    /// Creates the formula as `settings` say; what they leave out has its default.
    ///
    /// - Throws: A ``Problem`` for a parameter that is missing or outside its range. Parameters that the
    ///   formula does not take are refused by ``AllPriceFormulas/formula(named:settings:)``.
    init(settings: PriceFormulaSettings) throws(Problem)

    /// Returns the share of the points, 0 … 1, of each of `bids`, which are one or more, each above 0.
    ///
    /// - Throws: A ``Problem`` for a bid that the formula cannot take; it names the option.
    func shares(of bids: [PriceBid]) throws(Problem) -> [Double]
}

extension PriceFormula {
    /// Gives each of `bids` its points.
    ///
    ///     try LowestOverPrice().points(for: bids, outOf: 40)
    ///
    /// - Parameters:
    ///   - bids: The bids that may win; at least one.
    ///   - maximum: The most points that a price can get, above 0.
    /// - Returns: The points in the order of the bids, unrounded, 0 … `maximum`.
    /// - Throws: ``ProblemCode/wrongLength`` without a bid, ``ProblemCode/outOfRange`` for a price or a
    ///   maximum that is not above 0, ``ProblemCode/duplicateIdentifier``, or what the formula refuses.
    /// - Complexity: O(*n*) in the number of bids.
    public func points(
        for bids: [PriceBid], outOf maximum: ExactDecimal
    ) throws(Problem) -> [Double] {
        try PriceBid.check(bids)
        guard maximum > .zero else {
            throw Problem(
                .outOfRange, "the points for price are \(maximum)",
                because: "the cheapest bid gets a number of points above 0")
        }
        return try shares(of: bids).map { maximum.doubleValue * $0 }
    }
}

/// The prices that formulas look at.
struct PriceEnds {
    let lowest: Double
    let highest: Double

    /// Finds the ends of `bids`; at least one.
    init(of bids: [PriceBid]) {
        var (low, high) = (bids[0].price, bids[0].price)
        for bid in bids { (low, high) = (min(low, bid.price), max(high, bid.price)) }
        (lowest, highest) = (low.doubleValue, high.doubleValue)
    }
}

extension PriceFormulaSettings {
    /// Returns the ceiling.
    ///
    /// - Throws: ``ProblemCode/missingField`` where none is given, ``ProblemCode/outOfRange`` where it is not
    ///   above 0.
    func requiredCeiling(of formula: String) throws(Problem) -> ExactDecimal {
        guard let ceiling else {
            throw Problem(
                .missingField, "`\(formula)` has no ceiling",
                because: "it measures prices by one that is stated before the bids are opened",
                hint: "state `ceiling`, the price that gets no points")
        }
        guard ceiling > .zero else {
            throw Problem(
                .outOfRange, "the ceiling is \(ceiling)", because: "it is a price above 0")
        }
        return ceiling
    }

    /// Returns the exponent, or `standard` where none is given.
    ///
    /// - Throws: ``ProblemCode/outOfRange`` outside 0.1 … 10.
    func exponent(orElse standard: Double) throws(Problem) -> Double {
        let exponent = exponent ?? standard
        guard (0.1...10).contains(exponent) else {
            throw Problem(
                .outOfRange, "the exponent is \(exponent)", because: "it is a number from 0.1 to 10"
            )
        }
        return exponent
    }

    /// Returns the share at the threshold, or `standard` where none is given.
    ///
    /// - Throws: ``ProblemCode/outOfRange`` outside 0.5 … 1.
    func thresholdShare(orElse standard: Double) throws(Problem) -> Double {
        let share = thresholdShare ?? standard
        guard (0.5...1).contains(share) else {
            throw Problem(
                .outOfRange, "the share at the threshold is \(share)",
                because: "it is a number from 0.5 to 1")
        }
        return share
    }
}

extension PriceBid {
    /// Throws ``ProblemCode/outOfRange`` for the first bid above `ceiling`.
    static func requireWithin(
        _ ceiling: ExactDecimal, _ bids: [PriceBid], of formula: String
    ) throws(Problem) {
        for bid in bids where bid.price > ceiling {
            throw Problem(
                .outOfRange, "the price of \(Problem.quoted(bid.id)) is \(bid.price)",
                at: bid.place,
                because: "`\(formula)` takes bids up to the ceiling, \(ceiling)",
                hint: "leave the bid out, as the tender does with a bid above its ceiling")
        }
    }
}
