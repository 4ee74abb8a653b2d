import OutlayValues

/// When an approval of an earlier revision still stands for a later one (`keep_approval_if`).
public struct ApprovalRetention: Sendable, Hashable {
    /// How far the total may have risen since that revision, as a fraction of its total.
    public var increaseAtMost: ExactDecimal
    /// A rise that is always small enough, in the policy's currency.
    public var increaseFloor: MinorUnits
    /// What must be the same as in that revision.
    public var same: Set<Property>

    /// What two revisions may have in common.
    public enum Property: String, Sendable, Hashable, CaseIterable {
        /// The option of the evaluation.
        case option
        /// The months that the contract binds.
        case term
        /// The vendor.
        case vendor
        /// The way of purchase.
        case route
    }

    /// The most decimals that a fraction has.
    static let maximumPlaces = 9

    /// A rise of 2 % or of 100 whole units, whichever is more; everything else the same.
    public static func standard(in currency: Currency) -> ApprovalRetention {
        let floor = Money(ExactDecimal(100), currency).minorUnits ?? 0
        return ApprovalRetention(
            increaseAtMost: ExactDecimal(2, places: 2), increaseFloor: MinorUnits(floor),
            same: Set(Property.allCases))
    }

    /// Creates a rule.
    public init(
        increaseAtMost: ExactDecimal, increaseFloor: MinorUnits = .zero,
        same: Set<Property> = Set(Property.allCases)
    ) {
        self.increaseAtMost = increaseAtMost
        self.increaseFloor = increaseFloor
        self.same = same
    }

    /// Returns whether a rise of `increase` over `approved` is small enough.
    func allows(_ increase: MinorUnits, over approved: MinorUnits) -> Bool {
        if increase <= increaseFloor { return true }
        // increase <= approved × significand / 10^places, in whole numbers; the inputs bound both sides.
        guard increaseAtMost.places <= Self.maximumPlaces,
            increaseAtMost.significand <= 1_000_000_000_000_000
        else {
            return false
        }
        let scale = (0..<increaseAtMost.places).reduce(Int128(1)) { scale, _ in scale * 10 }
        return Int128(increase.count) * scale
            <= Int128(approved.count) * increaseAtMost.significand
    }
}
