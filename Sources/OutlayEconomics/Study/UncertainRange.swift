import OutlayValues

/// How far a number may be off.
public struct UncertainRange: Sendable, Hashable {
    /// The lower end, at most the stated value.
    public var low: ExactDecimal
    /// The upper end, at least the stated value.
    public var high: ExactDecimal
    /// Which number of a line the range is about.
    public var subject: Subject
    /// How likely which number between the ends is.
    public var distribution: Form
    /// Whether the ends are extremes or the 10th and 90th percentile.
    public var meaning: Meaning

    /// Which number of a line a range is about.
    public enum Subject: String, Sendable, Hashable, CaseIterable {
        case amount
        case quantity
        case unitCost = "unit_cost"
        case realisation
    }

    /// What the ends of a range are.
    public enum Meaning: String, Sendable, Hashable, CaseIterable {
        case extremes
        case tenthToNinetieth = "p10-p90"
    }

    /// How likely which number is.
    public enum Form: Sendable, Hashable {
        /// Straight from the stated value, the likeliest, down to both ends.
        case triangular
        /// A smooth hill whose top is the stated value.
        case pert
        /// Every number between the ends alike.
        case uniform
        /// The bell curve around the middle of the ends, cut off where they are extremes.
        case normal
        /// A bell curve of the logarithm; both ends are above 0.
        case lognormal
        /// One of some numbers, each with its relative likelihood.
        case discrete([Outcome])
        /// Numbers that were observed, each as likely as another.
        case empirical([ExactDecimal])

        /// The word that documents use.
        public var name: String {
            switch self {
            case .triangular: "triangular"
            case .pert: "pert"
            case .uniform: "uniform"
            case .normal: "normal"
            case .lognormal: "lognormal"
            case .discrete: "discrete"
            case .empirical: "empirical"
            }
        }

        /// The words that documents use, the usual one first.
        public static let names = [
            "triangular", "pert", "uniform", "normal", "lognormal", "discrete", "empirical",
        ]
    }

    /// A number with its relative likelihood.
    public struct Outcome: Sendable, Hashable {
        /// The number.
        public var value: ExactDecimal
        /// How likely it is beside the others, 0 or more.
        public var weight: ExactDecimal

        /// Creates an outcome.
        public init(value: ExactDecimal, weight: ExactDecimal) {
            self.value = value
            self.weight = weight
        }
    }

    /// Creates a range.
    public init(
        low: ExactDecimal, high: ExactDecimal, subject: Subject = .amount,
        distribution: Form = .triangular, meaning: Meaning = .extremes
    ) {
        self.low = low
        self.high = high
        self.subject = subject
        self.distribution = distribution
        self.meaning = meaning
    }
}
