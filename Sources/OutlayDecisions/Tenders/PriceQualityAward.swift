import OutlayProblems
import OutlayValues

/// Who wins when points for price and points for quality are added up.
///
/// Totals are compared after rounding to 1e-9; equal ones win together.
public struct PriceQualityAward: Sendable, Hashable {
    /// A bid with its price and what its quality is worth.
    public struct Offer: Sendable, Hashable {
        /// The option's identifier.
        public var id: String
        /// The price, above 0, in the one currency of the tender.
        public var price: ExactDecimal
        /// The points for everything but the price; finite.
        public var qualityPoints: Double

        /// Creates an offer.
        public init(id: String, price: ExactDecimal, qualityPoints: Double) {
            self.id = id
            self.price = price
            self.qualityPoints = qualityPoints
        }
    }

    /// A bid that does not win and yet decides who does.
    public struct Reversal: Sendable, Hashable {
        /// The identifier of the losing bid.
        public let withdrawn: String
        /// The identifiers of those that win with it in the tender, in the order given.
        public let winners: [String]
        /// The identifiers of those that win without it, in the order given.
        public let winnersWithout: [String]
    }

    /// The offers as given.
    public let offers: [Offer]
    /// The points of each offer for its price.
    public let pricePoints: [Double]
    /// The points of each offer together.
    public let totals: [Double]
    /// The place of each offer, 1 the best; equal totals share the smaller one.
    public let ranks: [Int]
    /// The losing offers each of which, taken out alone, would leave other winners, in the order given.
    public let reversals: [Reversal]

    /// Adds up the points of `offers`, then once more without each losing one.
    ///
    /// - Parameters:
    ///   - offers: The offers that may win; at least one.
    ///   - formula: What turns prices into points.
    ///   - maximum: The most points that a price can get, above 0.
    /// - Throws: What ``PriceFormula/points(for:outOf:)`` throws, and ``ProblemCode/outOfRange`` for quality
    ///   points that are not a finite number.
    /// - Complexity: O(*n*²) in the number of offers where points hang on the other bids, else O(*n* log *n*).
    public init(
        among offers: [Offer], by formula: any PriceFormula, outOf maximum: ExactDecimal
    ) throws(Problem) {
        for offer in offers where !(offer.qualityPoints.magnitude <= 1e150) {
            throw Problem(
                .outOfRange,
                "the quality points of \(Problem.quoted(offer.id)) are \(offer.qualityPoints)",
                at: .part("option \(offer.id)"),
                because: "they are a number of at most 1e150 in magnitude")
        }
        let points = try formula.points(for: offers.map(\.bid), outOf: maximum)
        let totals = zip(points, offers).map { $0 + $1.qualityPoints }
        let ranks = Ranking.competition(scores: totals)
        self.offers = offers
        pricePoints = points
        self.totals = totals
        self.ranks = ranks
        let winners = Self.winners(offers, ranks)
        var reversals: [Reversal] = []
        // Without the others' influence the best of all stays the best of fewer.
        if type(of: formula).descriptor.dependsOnOtherBids {
            for index in offers.indices where ranks[index] > 1 {
                var rest = offers
                rest.remove(at: index)
                let points = try formula.points(for: rest.map(\.bid), outOf: maximum)
                let totals = zip(points, rest).map { $0 + $1.qualityPoints }
                let others = Self.winners(rest, Ranking.competition(scores: totals))
                if others != winners {
                    reversals.append(
                        Reversal(
                            withdrawn: offers[index].id, winners: winners, winnersWithout: others))
                }
            }
        }
        self.reversals = reversals
    }

    /// The identifiers of those that win, in the order given; more than one in a tie.
    public var winners: [String] { Self.winners(offers, ranks) }

    private static func winners(_ offers: [Offer], _ ranks: [Int]) -> [String] {
        zip(offers, ranks).filter { $0.1 == 1 }.map(\.0.id)
    }
}

extension PriceQualityAward.Offer {
    /// The offer without its quality.
    fileprivate var bid: PriceBid { PriceBid(id: id, price: price) }
}
