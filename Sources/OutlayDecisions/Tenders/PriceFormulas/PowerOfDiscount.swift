import OutlayProblems
import OutlaySampling
import OutlayValues

/// Points by a power of the bid's discount on a stated ceiling over the largest discount.
///
/// Where nobody bids below the ceiling, nobody gets points.
public struct PowerOfDiscount: PriceFormula {
    /// The price that discounts are counted from, above 0.
    public let ceiling: ExactDecimal
    /// The power, 0.1 … 10; below 1 the first discounts earn the most, 1 is a straight line.
    public let exponent: Double

    /// Creates the formula with the parameters `ceiling`, which must be given, and `exponent`.
    public init(settings: PriceFormulaSettings) throws(Problem) {
        ceiling = try settings.requiredCeiling(of: Self.descriptor.identifier)
        exponent = try settings.exponent(orElse: Self.standardExponent)
    }

    /// Returns (discount / largest discount) ^ exponent.
    public func shares(of bids: [PriceBid]) throws(Problem) -> [Double] {
        try PriceBid.requireWithin(ceiling, bids, of: Self.descriptor.identifier)
        let ceiling = ceiling.doubleValue
        let largest = ceiling - PriceEnds(of: bids).lowest
        guard largest > 0 else { return bids.map { _ in 0 } }
        return bids.map { bid in
            ElementaryFunctions.power((ceiling - bid.price.doubleValue) / largest, exponent)
        }
    }

    private static let standardExponent = 0.5

    /// What readers see of the formula.
    public static let descriptor = PriceFormulaDescriptor(
        identifier: "power-of-discount",
        title: "Power of the discount over the largest one",
        formula: "points = maximum · (discount / largest discount) ^ exponent; "
            + "discount = ceiling − price",
        whenToUse:
            "a ceiling is stated, and the first percent of discount is to earn more than "
            + "the last",
        source: PublishedSource(
            author: "Autorità Nazionale Anticorruzione",
            title: "Linee guida n. 2, Offerta economicamente più vantaggiosa, section IV, "
                + "Gazzetta Ufficiale, 25 May",
            year: 2018),
        parameters: [.ceiling, .exponent(default: standardExponent)],
        dependsOnOtherBids: true,
        traps: [
            "The largest discount moves the points of all others; a bid that cannot win can decide who "
                + "does.",
            "With an exponent of 1 tiny discounts spread over all points, however near the prices are; with "
                + "one well below 1 price hardly counts.",
        ],
        example: PriceExample(
            origin: "By hand: discounts of 40, 10 and 0 on 100; √(10 / 40) is 1/2",
            prices: [60, 90, 100], maximum: 30,
            settings: PriceFormulaSettings(ceiling: ExactDecimal(100)), points: [30, 15, 0]))
}
