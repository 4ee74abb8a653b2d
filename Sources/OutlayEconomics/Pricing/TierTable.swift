import OutlayProblems
import OutlayValues

/// One step of a price list: what a unit costs up to a quantity.
public struct PriceTier: Sendable, Hashable {
    /// The last quantity at this price, itself included; nil for every quantity beyond the tier before.
    public var upTo: ExactDecimal?
    /// The price of one unit; may have more decimals than the currency.
    public var unitPrice: ExactDecimal

    /// Creates a tier.
    public init(upTo: ExactDecimal?, unitPrice: ExactDecimal) {
        self.upTo = upTo
        self.unitPrice = unitPrice
    }
}

/// How a tier table prices a quantity.
public enum TierPricing: String, Sendable, Hashable, CaseIterable {
    /// Each slice of the quantity at the price of its tier.
    case graduated
    /// The whole quantity at the price of the tier it reaches.
    case volume
}

/// A checked price list by quantity.
///
/// Upper bounds are inclusive: of tiers up to 1 000 and beyond, the 1 000th unit has the first price.
public struct TierTable: Sendable, Hashable {
    /// The tiers, their bounds ascending; the last may be open.
    public let tiers: [PriceTier]

    /// Checks and keeps `tiers`.
    ///
    /// - Throws: ``ProblemCode/invalidTiers`` where there is no tier, where a bound does not rise above the one
    ///   before or an open tier is not the last; ``ProblemCode/negativePrice`` for a price below 0.
    public init(_ tiers: [PriceTier]) throws(Problem) {
        guard !tiers.isEmpty else {
            throw Problem(
                .invalidTiers, "the price list has no tier",
                because: "a quantity has a price by the tier it falls in",
                hint: "add a tier with `up_to` and `unit_cost`")
        }
        var latest = ExactDecimal.zero
        for (index, tier) in tiers.enumerated() {
            guard !tier.unitPrice.isNegative else {
                throw Problem(
                    .negativePrice, "the price of tier \(index + 1) is \(tier.unitPrice)",
                    because: "a price is 0 or more", hint: "correct its `unit_cost`")
            }
            guard let bound = tier.upTo else {
                guard index == tiers.count - 1 else {
                    throw Problem(
                        .invalidTiers, "tier \(index + 1) has no upper end and is not the last",
                        because: "what lies beyond it could never be reached",
                        hint: "give it an `up_to`, or put it last")
                }
                continue
            }
            guard bound > latest else {
                throw Problem(
                    .invalidTiers, "tier \(index + 1) ends at \(bound)",
                    because: index == 0
                        ? "a tier ends above 0"
                        : "the tier before it ends at \(latest), and tiers must rise",
                    hint: "put the tiers in ascending order of `up_to`")
            }
            latest = bound
        }
        self.tiers = tiers
    }

    /// Returns what `quantity` costs.
    ///
    ///     let table = try TierTable([
    ///         PriceTier(upTo: 1_000, unitPrice: 0.10), PriceTier(upTo: nil, unitPrice: 0.05),
    ///     ])
    ///     try table.price(of: 1_500, by: .graduated)   // 1 000 × 0.10 + 500 × 0.05 = 125
    ///     try table.price(of: 1_500, by: .volume)      // 1 500 × 0.05 = 75
    ///
    /// - Parameters:
    ///   - quantity: The units of one price period, 0 or more; parts of a unit count.
    ///   - pricing: Whether slices or the whole have the price of a tier.
    /// - Returns: The unrounded price.
    /// - Throws: ``ProblemCode/negativeQuantity``; ``ProblemCode/invalidTiers`` for a quantity beyond the last
    ///   tier; ``ProblemCode/overflow`` when a number needs more than 38 digits.
    /// - Complexity: O(*n*) in the number of tiers.
    /// - Source: Stripe, *Tiered pricing* (docs.stripe.com/subscriptions/pricing-models/tiered-pricing, read
    ///   2026-11-23), which calls the two graduated and volume-based.
    public func price(
        of quantity: ExactDecimal, by pricing: TierPricing
    ) throws(Problem) -> ExactDecimal {
        try Problem.requireQuantity(quantity)
        if let last = tiers.last?.upTo, quantity > last {
            throw Problem(
                .invalidTiers, "no tier prices \(quantity) units",
                because: "the last one ends at \(last)",
                hint: "leave `up_to` out of the last tier, or add one")
        }
        switch pricing {
        case .volume:
            let tier = tiers.first { $0.upTo.map { quantity <= $0 } ?? true }
            return try quantity.multiplied(by: tier?.unitPrice ?? .zero)
        case .graduated:
            var total = ExactDecimal.zero
            var below = ExactDecimal.zero
            for tier in tiers where below < quantity {
                let end = tier.upTo.map { min($0, quantity) } ?? quantity
                try total += (end - below).multiplied(by: tier.unitPrice)
                below = end
            }
            return total
        }
    }
}

/// Units that are sold in whole packages, such as 1 000 calls.
public struct PackagePrice: Sendable, Hashable {
    /// The units in a package, above 0.
    public let size: ExactDecimal
    /// The price of one package.
    public let price: ExactDecimal

    /// Creates a package price.
    ///
    /// - Throws: ``ProblemCode/invalidTiers`` for a size of 0 or less, ``ProblemCode/negativePrice``.
    public init(size: ExactDecimal, price: ExactDecimal) throws(Problem) {
        guard size > .zero else {
            throw Problem(
                .invalidTiers, "a package holds \(size) units",
                because: "units are sold by packages of more than 0",
                hint: "correct `package_size`")
        }
        try Problem.requirePrice(price)
        self.size = size
        self.price = price
    }

    /// Returns what `quantity` costs: a package that is begun is paid for in full.
    ///
    /// - Throws: ``ProblemCode/negativeQuantity``, or ``ProblemCode/overflow``.
    /// - Source: Stripe, *Package pricing* (docs.stripe.com/subscriptions/pricing-models/package-pricing, read
    ///   2026-11-23).
    public func price(of quantity: ExactDecimal) throws(Problem) -> ExactDecimal {
        try Problem.requireQuantity(quantity)
        return try packages(of: quantity).multiplied(by: price)
    }

    /// Returns how many packages `quantity` takes, rounded up.
    ///
    /// - Throws: ``ProblemCode/overflow`` when the count needs more than 38 digits.
    public func packages(of quantity: ExactDecimal) throws(Problem) -> ExactDecimal {
        let nearest = try quantity.divided(by: size, carrying: 0)
        // Rounded to the nearest count, one too few where that is below.
        return try nearest * size < quantity ? nearest + .one : nearest
    }
}

extension Problem {
    /// Throws where `quantity` is below 0.
    static func requireQuantity(
        _ quantity: ExactDecimal, _ name: String = "quantity"
    ) throws(Problem) {
        guard quantity.isNegative else { return }
        throw Problem(
            .negativeQuantity, "the \(name) is \(quantity)",
            because: "nobody buys, uses or owns less than nothing",
            hint: "correct the sign; money that comes back is a residual or a benefit")
    }

    /// Throws where `price` is below 0.
    static func requirePrice(_ price: ExactDecimal, _ name: String = "price") throws(Problem) {
        guard price.isNegative else { return }
        throw Problem(
            .negativePrice, "the \(name) is \(price)", because: "a price is 0 or more",
            hint: "correct the sign; money that comes back is a residual or a benefit")
    }
}
