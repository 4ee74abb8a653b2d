import OutlayProblems

/// Points in proportion to the lowest price over the bid's own.
public struct LowestOverPrice: PriceFormula {
    /// Creates the formula.
    public init() {}

    /// Creates the formula, which has no parameters.
    public init(settings: PriceFormulaSettings) throws(Problem) {}

    /// Returns lowest / price.
    public func shares(of bids: [PriceBid]) throws(Problem) -> [Double] {
        let lowest = PriceEnds(of: bids).lowest
        return bids.map { lowest / $0.price.doubleValue }
    }

    /// What readers see of the formula.
    public static let descriptor = PriceFormulaDescriptor(
        identifier: "lowest-over-price",
        title: "Lowest price over price",
        formula: "points = maximum · lowest / price",
        whenToUse:
            "a price twice the lowest is to keep half the points, and no price is to lose "
            + "all of them",
        source: PublishedSource(
            author: "World Bank",
            title: "Standard Request for Proposals, Selection of Consultants, data sheet: "
                + "Sf = 100 · Fm / F",
            year: 2004),
        dependsOnOtherBids: true,
        traps: [
            "One low bid moves the points of all others; a bid that cannot win can decide who does.",
            "The curve flattens: among dear bids the same difference in price takes fewer points.",
            "Even the dearest bid keeps some points, so that price counts for less than its share.",
        ],
        example: PriceExample(
            origin: "By hand: 10 000 / 15 000 is 2/3, 10 000 / 30 000 is 1/3",
            prices: [15000, 10000, 30000], maximum: 30, points: [20, 30, 10]))
}
