import OutlayValues

/// What a formula for price points is, what it takes, and what can go wrong with it.
public struct PriceFormulaDescriptor: Sendable, Hashable {
    /// The stable identifier, such as `lowest-over-price`.
    public let identifier: String
    /// The name as prose uses it.
    public let title: String
    /// The formula in plain text, with its symbols explained.
    public let formula: String
    /// When the formula answers the question that is asked.
    public let whenToUse: String
    /// Where the formula is published.
    public let source: PublishedSource
    /// What the formula takes beside prices and points.
    public let parameters: [PriceParameter]
    /// Whether a bid's points hang on the other bids, so that a losing bid can change the winner.
    public let dependsOnOtherBids: Bool
    /// What can go wrong, one sentence each; at least one.
    public let traps: [String]
    /// Prices with the points that the formula gives them.
    public let example: PriceExample

    /// Creates a description.
    public init(
        identifier: String, title: String, formula: String, whenToUse: String,
        source: PublishedSource, parameters: [PriceParameter] = [], dependsOnOtherBids: Bool,
        traps: [String],
        example: PriceExample
    ) {
        self.identifier = identifier
        self.title = title
        self.formula = formula
        self.whenToUse = whenToUse
        self.source = source
        self.parameters = parameters
        self.dependsOnOtherBids = dependsOnOtherBids
        self.traps = traps
        self.example = example
    }
}

/// One thing that a formula takes beside prices and points.
public enum PriceParameter: Sendable, Hashable {
    /// A price above 0 that is stated before the bids are opened; it must be given.
    case ceiling
    /// A power, 0.1 … 10, and the one that holds where nothing is said.
    case exponent(default: Double)
    /// The share of the points at the threshold, 0.5 … 1, and the one that holds where nothing is said.
    case thresholdShare(default: Double)

    /// The parameter's name as users write it.
    public var name: String {
        switch self {
        case .ceiling: "ceiling"
        case .exponent: "exponent"
        case .thresholdShare: "threshold_share"
        }
    }
}

/// What a user said of a formula's parameters; nil leaves the default.
public struct PriceFormulaSettings: Sendable, Hashable {
    /// The price that is stated before the bids are opened, above 0, in the tender's currency.
    public var ceiling: ExactDecimal?
    /// A power, 0.1 … 10.
    public var exponent: Double?
    /// The share of the points at the threshold, 0.5 … 1.
    public var thresholdShare: Double?

    /// Creates settings; none leave every default.
    public init(
        ceiling: ExactDecimal? = nil, exponent: Double? = nil, thresholdShare: Double? = nil
    ) {
        self.ceiling = ceiling
        self.exponent = exponent
        self.thresholdShare = thresholdShare
    }

    /// The names of the parameters that are given, in their order.
    var given: [String] {
        (ceiling == nil ? [] : [PriceParameter.ceiling.name])
            + (exponent == nil ? [] : [PriceParameter.exponent(default: 1).name])
            + (thresholdShare == nil ? [] : [PriceParameter.thresholdShare(default: 1).name])
    }
}

/// Prices with the points that a formula gives them.
public struct PriceExample: Sendable, Hashable {
    /// Where the prices and points come from.
    public let origin: String
    /// The prices.
    public let prices: [ExactDecimal]
    /// The most points that a price can get.
    public let maximum: ExactDecimal
    /// The formula's parameters.
    public let settings: PriceFormulaSettings
    /// The points of each price.
    public let points: [Double]
    /// How far computed points may lie from the stated ones.
    public let tolerance: Double

    /// Creates an example.
    public init(
        origin: String, prices: [Int], maximum: Int,
        settings: PriceFormulaSettings = PriceFormulaSettings(), points: [Double],
        tolerance: Double = 1e-9
    ) {
        self.origin = origin
        self.prices = prices.map { ExactDecimal($0) }
        self.maximum = ExactDecimal(maximum)
        self.settings = settings
        self.points = points
        self.tolerance = tolerance
    }
}
