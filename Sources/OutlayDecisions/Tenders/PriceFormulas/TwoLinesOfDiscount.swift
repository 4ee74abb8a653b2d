import OutlayProblems
import OutlayValues

/// Points that rise steeply up to the mean discount and slowly beyond it.
///
/// The discount is counted from a stated ceiling. Bids up to the mean discount share most of the points in
/// proportion; the rest is spread between the mean and the largest discount. Where nobody bids below the
/// ceiling, nobody gets points.
public struct TwoLinesOfDiscount: PriceFormula {
    /// The price that discounts are counted from, above 0.
    public let ceiling: ExactDecimal
    /// The share of the points at the mean discount, 0.5 … 1.
    public let thresholdShare: Double

    /// Creates the formula with the parameters `ceiling`, which must be given, and `threshold_share`.
    public init(settings: PriceFormulaSettings) throws(Problem) {
        ceiling = try settings.requiredCeiling(of: Self.descriptor.identifier)
        thresholdShare = try settings.thresholdShare(orElse: Self.standardShare)
    }

    /// Returns the share on the line below or above the mean discount.
    public func shares(of bids: [PriceBid]) throws(Problem) -> [Double] {
        try PriceBid.requireWithin(ceiling, bids, of: Self.descriptor.identifier)
        // Counted exactly: which side of the mean a bid is on must not hang on a last digit.
        let count = ExactDecimal(bids.count)
        var total = ExactDecimal.zero
        var largest = ExactDecimal.zero
        var discounts: [ExactDecimal] = []
        for bid in bids {
            let discount = try ceiling - bid.price
            discounts.append(discount)
            total = try total + discount
            largest = max(largest, discount)
        }
        guard total > .zero else { return bids.map { _ in 0 } }
        let mean = total.doubleValue / count.doubleValue
        var shares: [Double] = []
        for discount in discounts {
            guard try discount * count > total else {
                shares.append(min(thresholdShare * discount.doubleValue / mean, thresholdShare))
                continue
            }
            let beyond = (discount.doubleValue - mean) / (largest.doubleValue - mean)
            shares.append(thresholdShare + (1 - thresholdShare) * beyond)
        }
        return shares
    }

    private static let standardShare = 0.9

    /// What readers see of the formula.
    public static let descriptor = PriceFormulaDescriptor(
        identifier: "two-lines-of-discount",
        title: "Two lines around the mean discount",
        formula: "up to the mean discount: points = maximum · X · discount / mean; beyond it: "
            + "points = maximum · (X + (1 − X) · (discount − mean) / (largest − mean)); "
            + "discount = ceiling − price, X = threshold_share, 0.80, 0.85 or 0.90 in the source",
        whenToUse:
            "a ceiling is stated, and discounts beyond the mean one are to earn little "
            + "more",
        source: PublishedSource(
            author: "Repubblica Italiana",
            title: "Decreto del Presidente della Repubblica 5 ottobre 2010, n. 207, annex P, "
                + "section II, letter b",
            year: 2010),
        parameters: [.ceiling, .thresholdShare(default: standardShare)],
        dependsOnOtherBids: true,
        traps: [
            "Every bid moves the mean discount, and with it the points of all others; a bid that cannot win "
                + "can decide who does.",
            "Beyond the mean a much lower price earns hardly more, so that price loses its weight among "
                + "the cheapest bids.",
            "Where all bids are equal, none gets all points.",
        ],
        example: PriceExample(
            origin: "By hand: discounts of 30, 20 and 10 on 100, their mean 20; 10 is half of it",
            prices: [70, 80, 90], maximum: 40,
            settings: PriceFormulaSettings(ceiling: ExactDecimal(100)), points: [40, 36, 18]))
}
