import OutlayProblems
import OutlayValues

/// Who wins when the lowest price among the technically acceptable offers does, and why nobody else.
///
/// An offer is acceptable where every knock-out is passed and every minimum reached. Equal lowest prices win
/// together. What is unknown of an offer is neither a pass nor a fail: it cannot win as it stands.
///
/// - Source: United States, Federal Acquisition Regulation, 15.101-2, lowest price technically acceptable
///   source selection process.
public struct LowestPriceAward: Sendable, Hashable {
    /// An offer with its price and whether it is acceptable.
    public struct Offer: Sendable, Hashable {
        /// The option's identifier.
        public var id: String
        /// The price in the one currency of the tender, 0 or more; nil where it is not known.
        public var price: ExactDecimal?
        /// Whether it may win at all.
        public var standing: Standing

        /// Creates an offer.
        public init(id: String, price: ExactDecimal?, standing: Standing) {
            self.id = id
            self.price = price
            self.standing = standing
        }
    }

    /// Whether an offer is technically acceptable.
    public enum Standing: Sendable, Hashable {
        /// Every knock-out is passed and every minimum reached.
        case acceptable
        /// These knock-outs are failed, by their identifiers.
        case failed([String])
        /// These criteria are below their minimum, by their identifiers.
        case belowMinimum([String])
        /// Nothing is failed, and the answers to these are not known, by their identifiers.
        case unknown([String])
    }

    /// Why an offer won or lost.
    public enum Outcome: Sendable, Hashable {
        /// It has the lowest price alone.
        case won
        /// It has the lowest price together with others, by their identifiers.
        case tied(with: [String])
        /// It is acceptable and costs this much more than the lowest, above 0.
        case dearer(by: ExactDecimal)
        /// It is acceptable and has no price.
        case noPrice
        /// It is not acceptable, or not known to be.
        case notAcceptable(Standing)
    }

    /// The offers as given.
    public let offers: [Offer]
    /// Why each offer won or lost, in the same order.
    public let outcomes: [Outcome]
    /// The lowest price among the acceptable offers, nil where none has one.
    public let lowestPrice: ExactDecimal?

    /// Finds the lowest price among the acceptable offers.
    ///
    /// - Throws: ``ProblemCode/duplicateIdentifier`` for two offers of one name, ``ProblemCode/outOfRange`` for
    ///   a negative price.
    /// - Complexity: O(*n*) in the number of offers.
    public init(among offers: [Offer]) throws(Problem) {
        var names: Set<String> = []
        for offer in offers {
            let place = Location.part("option \(offer.id)")
            guard names.insert(offer.id).inserted else {
                throw Problem(
                    .duplicateIdentifier, "two offers are called \(Problem.quoted(offer.id))",
                    at: place,
                    because: "each option has one price")
            }
            if let price = offer.price, price.isNegative {
                throw Problem(
                    .outOfRange, "the price of \(Problem.quoted(offer.id)) is \(price)", at: place,
                    because: "a price is 0 or more")
            }
        }
        let lowest = offers.filter { $0.standing == .acceptable }.compactMap(\.price).min()
        let lowestIDs = offers.filter { $0.standing == .acceptable && $0.price == lowest }.map(\.id)
        var outcomes: [Outcome] = []
        for offer in offers {
            guard offer.standing == .acceptable else {
                outcomes.append(.notAcceptable(offer.standing))
                continue
            }
            guard let price = offer.price, let lowest else {
                outcomes.append(.noPrice)
                continue
            }
            if price > lowest {
                outcomes.append(.dearer(by: try price - lowest))
            } else {
                let others = lowestIDs.filter { $0 != offer.id }
                outcomes.append(others.isEmpty ? .won : .tied(with: others))
            }
        }
        self.offers = offers
        self.outcomes = outcomes
        lowestPrice = lowest
    }

    /// The identifiers of the offers that win, in the order given; none where nothing acceptable has a price.
    public var winners: [String] {
        zip(offers, outcomes).filter { pair in
            switch pair.1 {
            case .won, .tied: true
            case .dearer, .noPrice, .notAcceptable: false
            }
        }
        .map(\.0.id)
    }

    /// The identifiers of the offers that could win or tie yet, once what is not known of them is.
    ///
    /// They fail nothing that is known, and their price is not known or no higher than the lowest.
    public var openChallengers: [String] {
        zip(offers, outcomes).filter { offer, outcome in
            switch outcome {
            case .noPrice: true
            case .notAcceptable(.unknown):
                offer.price.map { price in lowestPrice.map { price <= $0 } ?? true } ?? true
            case .won, .tied, .dearer, .notAcceptable: false
            }
        }
        .map(\.0.id)
    }
}

extension LowestPriceAward.Standing {
    /// Reads the standing of a candidate off its knock-outs and minimums, in the model's order.
    ///
    /// A failed knock-out comes before a missed minimum, and both before what is not known.
    public init(of candidate: CandidateResult, knockOuts: [KnockOut]) {
        let pairs = zip(knockOuts, candidate.knockOuts)
        let failed = pairs.filter { pair in
            if case .failed = pair.1 { true } else { false }
        }
        let missed = candidate.minimums.filter { minimum in
            if case .failed = minimum.outcome { true } else { false }
        }
        let unknown =
            pairs.filter { $0.1 == .unknown }.map(\.0.id)
            + candidate.minimums.filter { $0.outcome == .unknown }.map(\.criterion)
        if !failed.isEmpty {
            self = .failed(failed.map(\.0.id))
        } else if !missed.isEmpty {
            self = .belowMinimum(missed.map(\.criterion))
        } else {
            self = unknown.isEmpty ? .acceptable : .unknown(unknown)
        }
    }
}
