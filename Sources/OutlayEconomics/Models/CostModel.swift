import OutlayProblems
import OutlayValues

/// A way in which money falls due over time: one file in `Models/`, one line in ``AllModels``.
///
/// The same models serve costs and benefits; amounts are positive in both, and a credit is negative.
public protocol CostModel: Sendable {
    /// What the rest of the program needs to know of the model.
    static var descriptor: CostModelDescriptor { get }

    /// Creates the model from inputs that ``descriptor`` declares.
    ///
    /// - Throws: A ``Problem`` when inputs contradict each other.
    init(_ inputs: CostModelInputs) throws(Problem)

    /// What it was created from.
    var inputs: CostModelInputs { get }

    /// How the line's own price grows.
    var escalation: Escalation { get }

    /// Whether its money falls due once or comes back.
    var recurrence: CostRecurrence { get }

    /// Returns the payments in `window`, in order of their due days, amounts before tax.
    ///
    /// - Throws: A ``Problem`` when an assumption has no value or a number grows beyond 38 digits.
    func payments(in study: Study, window: Window) throws(Problem) -> [Payment]
}

extension CostModel {
    /// Whether its money falls due once or comes back: what its descriptor says.
    public var recurrence: CostRecurrence { Self.descriptor.recurrence }

    /// No growth, for models without a price of their own.
    public var escalation: Escalation { .none }
}

/// Whether money falls due once or comes back.
public enum CostRecurrence: String, Sendable, Hashable, CaseIterable {
    /// On single days, such as a purchase.
    case oneOff = "one-off"
    /// Month by month or year by year.
    case recurring
}

/// What a cost model is, so that readers, schemas, help and reports need nothing else.
public struct CostModelDescriptor: Sendable {
    /// The stable identifier, such as `recurring`.
    public var identifier: String
    /// What readers see.
    public var title: String
    /// The document key whose presence chooses this model, such as `every`.
    public var selectingKey: String
    /// What it takes, in the order documentation lists them.
    public var inputs: [CostModelInputDescriptor]
    /// Whether its money falls due once or comes back.
    public var recurrence: CostRecurrence
    /// Whether it speaks of costs alone, so that a benefit cannot have it.
    public var isForCostsOnly: Bool
    /// Whether all its money goes by use, so that nobody is bound to any of it.
    public var isByUse: Bool
    /// Where the formula comes from.
    public var source: String
    /// At least one worked example.
    public var examples: [CostModelExample]

    /// Creates a descriptor.
    public init(
        identifier: String, title: String, selectingKey: String,
        inputs: [CostModelInputDescriptor], recurrence: CostRecurrence = .recurring,
        isForCostsOnly: Bool = false, isByUse: Bool = false, source: String,
        examples: [CostModelExample]
    ) {
        self.identifier = identifier
        self.title = title
        self.selectingKey = selectingKey
        self.inputs = inputs
        self.recurrence = recurrence
        self.isForCostsOnly = isForCostsOnly
        self.isByUse = isByUse
        self.source = source
        self.examples = examples
    }
}

/// One input of a cost model.
public struct CostModelInputDescriptor: Sendable, Hashable {
    /// The document key.
    public var name: String
    /// What people call it, such as `unit price`.
    public var label: String
    /// One phrase that says what it is, with its unit.
    public var summary: String
    /// What values it takes.
    public var kind: Kind
    /// Whether a document must give it.
    public var isRequired: Bool
    /// Whether the line's money is in proportion to it, all else equal; false where a price steps with it.
    public var isProportional: Bool

    /// What values an input takes.
    public enum Kind: Sendable, Hashable {
        /// A number of 0 or more, an assumption, or a catalogue column; money where `isMoney`.
        case operand(isMoney: Bool)
        /// A fraction from 0 to 1, or an assumption.
        case share
        /// The period a price is for.
        case pricePeriod
        /// The period of a charge: month, quarter or year.
        case chargePeriod
        /// `start`, `end`, or a date.
        case moment
        /// A date.
        case date
        /// One factor of 0 or more per year.
        case factors
        /// A rate, or a rate with its origin.
        case escalation
        /// When each charge is paid.
        case instalments
        /// Prices by quantity.
        case tiers
        /// Amounts by study year, by calendar year or by date; credits are negative.
        case schedule
        /// Identifiers of other lines of the option.
        case lines
        /// Categories of other lines of the option.
        case categories
        /// A whole number from 1 to 600.
        case count
        /// A fraction above -1 by which something grows.
        case rate
        /// `true` or `false`.
        case flag
        /// One of these words.
        case choice([String])
    }

    /// Creates an input descriptor.
    ///
    /// Its label is its name where none is given. An operand or a share is proportional unless said otherwise.
    public init(
        _ name: String, _ summary: String, _ kind: Kind, isRequired: Bool = false,
        label: String? = nil, isProportional: Bool? = nil
    ) {
        self.name = name
        self.label = label ?? name
        self.summary = summary
        self.kind = kind
        self.isRequired = isRequired
        self.isProportional = isProportional ?? kind.isNumber
    }

    /// The most units that a contract allows, which models that go by use share.
    static let ceiling = CostModelInputDescriptor(
        "usage_ceiling", "the most units of a price period that the contract allows",
        .operand(isMoney: false), label: "ceiling", isProportional: false)

    /// Whether it is the money of something, in all or for each.
    package var isPrice: Bool { kind == .operand(isMoney: true) || Self.isPrice(name) }

    /// Returns whether the input called `name` is the money of something.
    static func isPrice(_ name: String) -> Bool {
        ["amount", "rate", "lease", "loan", "residual", "disposal"].contains(name)
            || name.contains("cost") || name.contains("price")
    }
}

extension CostModelInputDescriptor.Kind {
    /// Whether it takes one number, which may be an assumption.
    fileprivate var isNumber: Bool {
        switch self {
        case .operand, .share: true
        default: false
        }
    }
}

/// A worked example: inputs, and the yearly amounts that follow over a horizon.
public struct CostModelExample: Sendable {
    /// What it shows.
    public var title: String
    /// The inputs.
    public var inputs: CostModelInputs
    /// What the lines that a derived model refers to pay.
    public var basis: [Payment]
    /// The yearly amounts from time 0 on, over three years from 2027-01-01.
    public var amounts: [ExactDecimal]

    /// Creates an example.
    public init(
        title: String, inputs: CostModelInputs, basis: [Payment] = [], amounts: [ExactDecimal]
    ) {
        self.title = title
        self.inputs = inputs
        self.basis = basis
        self.amounts = amounts
    }
}
