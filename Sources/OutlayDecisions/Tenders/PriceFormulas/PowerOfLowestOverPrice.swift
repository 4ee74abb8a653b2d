import OutlayProblems
import OutlaySampling

/// Points by a power of the lowest price over the bid's own, the square where nothing is said.
public struct PowerOfLowestOverPrice: PriceFormula {
    /// The power, 0.1 … 10; 2 for services and 3 for works and supplies in the source.
    public let exponent: Double

    /// Creates the formula with the parameter `exponent`.
    public init(settings: PriceFormulaSettings) throws(Problem) {
        exponent = try settings.exponent(orElse: Self.standardExponent)
    }

    /// Returns (lowest / price) ^ exponent.
    public func shares(of bids: [PriceBid]) throws(Problem) -> [Double] {
        let lowest = PriceEnds(of: bids).lowest
        return bids.map {
            ElementaryFunctions.power(lowest / $0.price.doubleValue, exponent)
        }
    }

    private static let standardExponent = 2.0

    /// What readers see of the formula.
    public static let descriptor = PriceFormulaDescriptor(
        identifier: "power-of-lowest-over-price",
        title: "Power of lowest price over price",
        formula: "points = maximum · (lowest / price) ^ exponent; 2 for services, 3 for works and "
            + "supplies",
        whenToUse:
            "bids are to lose points faster than in proportion as they move away from the "
            + "lowest price",
        source: PublishedSource(
            author: "Conférence romande des marchés publics",
            title:
                "Guide romand pour les marchés publics, annex T, as Wilhelm Avocats quotes it in "
                + "\"De l'utilité de la méthode de notation du prix au carré\"; read in November",
            year: 2026),
        parameters: [.exponent(default: standardExponent)],
        dependsOnOtherBids: true,
        traps: [
            "One low bid moves the points of all others; a bid that cannot win can decide who does.",
            "With an exponent of 3 a small difference in price takes many points, more than its weight "
                + "lets bidders expect; with one below 1 price hardly counts.",
        ],
        example: PriceExample(
            origin: "By hand: (100 / 200)² is 1/4, (100 / 125)² is 0.64",
            prices: [100, 200, 125], maximum: 50, points: [50, 12.5, 32]))
}
