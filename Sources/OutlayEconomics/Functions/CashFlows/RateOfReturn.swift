/// The rates at which flows are worth nothing today: one, several, or none and why.
///
/// The internal rate of return is a root of NPV(r) = 0 with r above -1. Flows that change their sign once
/// have exactly one; others can have several, each as good as the next, or none.
///
///     try RateOfReturn.of([-100, 230, -132])   // several: 0.1 and 0.2
public enum RateOfReturn: Sendable, Hashable {
    /// The only root.
    case one(Double)
    /// The only root is double: the net present value touches 0 there without changing its sign.
    case double(Double)
    /// Every root, ascending; two or more.
    case several([RateRoot])
    /// The only root lies so near -1, or so high, that a `Double` does not hold it; the nearest it holds.
    case notRepresentable(near: Double)
    /// There is no root.
    case none(NoRate)

    /// Every root, ascending.
    public var roots: [RateRoot] {
        switch self {
        case .one(let rate): [RateRoot(rate: rate)]
        case .double(let rate): [RateRoot(rate: rate, isDouble: true)]
        case .several(let roots): roots
        case .notRepresentable(let near): [RateRoot(rate: near, isRepresentable: false)]
        case .none: []
        }
    }

    /// The one rate, where there is one and no more; a double one counts as one.
    public var onlyRate: Double? {
        switch self {
        case .one(let rate), .double(let rate): rate
        case .several, .notRepresentable, .none: nil
        }
    }

    /// Creates the answer that `roots`, ascending and found by a complete search, amount to.
    init(roots: [RateRoot]) {
        guard let first = roots.first else {
            self = .none(.noRealRoot)
            return
        }
        if roots.count > 1 {
            self = .several(roots)
        } else if !first.isRepresentable {
            self = .notRepresentable(near: first.rate)
        } else {
            self = first.isDouble ? .double(first.rate) : .one(first.rate)
        }
    }
}

/// One rate at which flows are worth nothing today.
public struct RateRoot: Sendable, Hashable {
    /// The rate per period, or per year for dated flows, as a fraction above -1.
    public var rate: Double
    /// Whether the net present value touches 0 there without changing its sign.
    public var isDouble: Bool
    /// Whether ``rate`` holds the root; where not, it is the nearest `Double` that is finite.
    public var isRepresentable: Bool

    /// Creates a root.
    public init(rate: Double, isDouble: Bool = false, isRepresentable: Bool = true) {
        self.rate = rate
        self.isDouble = isDouble
        self.isRepresentable = isRepresentable
    }
}

/// Why flows have no rate of return.
public enum NoRate: String, Sendable, Hashable {
    /// All flows are of one sign, so that no rate brings them to 0.
    case noSignChange = "no-sign-change"
    /// The flows change their sign, and yet their value is of one sign at every rate above -1.
    case noRealRoot = "no-real-root"
}
