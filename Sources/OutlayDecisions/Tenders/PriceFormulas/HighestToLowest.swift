import OutlayProblems

/// Points from none for the highest price to all for the lowest.
///
/// Where all prices are equal, each gets all points.
public struct HighestToLowest: PriceFormula {
    /// Creates the formula.
    public init() {}

    /// Creates the formula, which has no parameters.
    public init(settings: PriceFormulaSettings) throws(Problem) {}

    /// Returns (highest − price) / (highest − lowest).
    public func shares(of bids: [PriceBid]) throws(Problem) -> [Double] {
        let ends = PriceEnds(of: bids)
        guard ends.lowest < ends.highest else { return bids.map { _ in 1 } }
        return bids.map {
            (ends.highest - $0.price.doubleValue) / (ends.highest - ends.lowest)
        }
    }

    /// What readers see of the formula.
    public static let descriptor = PriceFormulaDescriptor(
        identifier: "min-max",
        title: "Straight line from the highest to the lowest price",
        formula: "points = maximum · (highest − price) / (highest − lowest)",
        whenToUse: "all points are to be spread between the dearest and the cheapest bid at hand",
        source: PublishedSource(
            author: "Vergabeblog",
            title:
                "Zur Preissensitivität von Zuschlagsformeln, 12 July, the two-sided interpolation",
            year: 2015),
        dependsOnOtherBids: true,
        traps: [
            "The dearest bid sets the scale: one more hopeless bid changes the points of all others, "
                + "and with them the winner.",
            "With two bids one gets all points and the other none, however near their prices are.",
        ],
        example: PriceExample(
            origin: "By hand: 120 is 4/5 of the way from 200 to 100",
            prices: [100, 120, 200], maximum: 40, points: [40, 32, 0]))
}
