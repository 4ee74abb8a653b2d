import OutlayProblems
import OutlayValues

/// Points in a straight line from a stated ceiling to a price of nothing.
public struct BenchmarkLinear: PriceFormula {
    /// The price that gets no points, above 0.
    public let ceiling: ExactDecimal

    /// Creates the formula with the parameter `ceiling`, which must be given.
    public init(settings: PriceFormulaSettings) throws(Problem) {
        ceiling = try settings.requiredCeiling(of: Self.descriptor.identifier)
    }

    /// Returns 1 − price / ceiling, at least 0.
    public func shares(of bids: [PriceBid]) throws(Problem) -> [Double] {
        bids.map { max(0, 1 - $0.price.doubleValue / ceiling.doubleValue) }
    }

    /// What readers see of the formula.
    public static let descriptor = PriceFormulaDescriptor(
        identifier: "benchmark-linear",
        title: "Straight line from a stated ceiling",
        formula: "points = maximum · (1 − price / ceiling), at least 0",
        whenToUse:
            "a ceiling is known before the bids are opened, and no bid is to change the "
            + "points of another",
        source: PublishedSource(
            author: "P. S. Stilger, J. Siderius, E. M. van Raaij",
            title: "A comparative study of formulas for choosing the economically most "
                + "advantageous tender, Journal of Public Procurement 17 (1), absolute scoring",
            year: 2017),
        parameters: [.ceiling],
        dependsOnOtherBids: false,
        traps: [
            "All hangs on the ceiling: far above the market it brings the bids close together, below the "
                + "market it leaves them without points.",
            "Nobody bids nothing, so that no bid gets all points and price counts for less than its share.",
        ],
        example: PriceExample(
            origin: "By hand: 50 is a quarter of 200, 250 is above it",
            prices: [50, 150, 250], maximum: 40,
            settings: PriceFormulaSettings(ceiling: ExactDecimal(200)), points: [30, 10, 0]))
}
