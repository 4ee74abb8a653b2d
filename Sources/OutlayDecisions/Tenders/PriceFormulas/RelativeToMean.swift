import OutlayProblems

/// Half the points for the mean price, and a hundredth more or less for each percent below or above it.
public struct RelativeToMean: PriceFormula {
    /// Creates the formula.
    public init() {}

    /// Creates the formula, which has no parameters.
    public init(settings: PriceFormulaSettings) throws(Problem) {}

    /// Returns 1/2 − (price − mean) / mean, within 0 … 1.
    public func shares(of bids: [PriceBid]) throws(Problem) -> [Double] {
        // Scaled by the lowest, so that a sum of large prices stays a number.
        let lowest = PriceEnds(of: bids).lowest
        let ratios = bids.map { $0.price.doubleValue / lowest }
        let mean = ratios.reduce(0, +) / Double(ratios.count)
        return ratios.map { min(max(0.5 - ($0 - mean) / mean, 0), 1) }
    }

    /// What readers see of the formula.
    public static let descriptor = PriceFormulaDescriptor(
        identifier: "relative-to-mean",
        title: "Distance from the mean price",
        formula:
            "points = maximum · (1/2 − (price − mean) / mean), from 0 to the maximum; mean of all "
            + "prices",
        whenToUse:
            "there are enough bids for their mean to speak for the market, and the lowest "
            + "alone is not to set the scale",
        source: PublishedSource(
            author: "procurementtemplates.co.uk",
            title: "Mean Calculation; read in November",
            year: 2026),
        dependsOnOtherBids: true,
        traps: [
            "Every bid moves the mean; a hopelessly dear one lifts the points of all others, and two "
                + "bidders who agree can place it.",
            "From half the mean downwards a lower price earns nothing more.",
        ],
        example: PriceExample(
            origin: "By hand: the mean is 100; 80 is 20 % below it, 120 is 20 % above it",
            prices: [80, 100, 120], maximum: 100, points: [70, 50, 30]))
}
