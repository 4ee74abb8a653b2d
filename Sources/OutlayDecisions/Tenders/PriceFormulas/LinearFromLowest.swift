import OutlayProblems

/// Points that fall in a straight line from the lowest price to twice as much.
public struct LinearFromLowest: PriceFormula {
    /// Creates the formula.
    public init() {}

    /// Creates the formula, which has no parameters.
    public init(settings: PriceFormulaSettings) throws(Problem) {}

    /// Returns 1 − (price − lowest) / lowest, at least 0.
    public func shares(of bids: [PriceBid]) throws(Problem) -> [Double] {
        let lowest = PriceEnds(of: bids).lowest
        return bids.map { max(0, 1 - ($0.price.doubleValue - lowest) / lowest) }
    }

    /// What readers see of the formula.
    public static let descriptor = PriceFormulaDescriptor(
        identifier: "linear-from-lowest",
        title: "Straight line from the lowest price",
        formula: "points = maximum · (1 − (price − lowest) / lowest), at least 0",
        whenToUse: "each percent above the lowest price is to cost one hundredth of the points",
        source: PublishedSource(
            author: "Republic of South Africa, National Treasury",
            title: "Preferential Procurement Regulations, regulation 4: "
                + "Ps = 80 · (1 − (Pt − Pmin) / Pmin)",
            year: 2022),
        dependsOnOtherBids: true,
        traps: [
            "One low bid moves the points of all others; a bid that cannot win can decide who does.",
            "From twice the lowest price on nobody gets a point, so that still dearer costs nothing more.",
        ],
        example: PriceExample(
            origin:
                "By hand: 120 is 20 % above the lowest, 150 half above it, 250 more than twice it",
            prices: [100, 120, 150, 250], maximum: 80, points: [80, 64, 40, 0]))
}
