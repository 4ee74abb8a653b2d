import OutlayProblems
import OutlayValues

/// A way in which money falls due over time: one file in `Models/`, one line in ``AllModels``.
///
/// The same models serve costs and benefits; their amounts are positive in both.
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

    /// Returns the payments in `window`, in order of their due days, amounts before tax.
    ///
    /// - Throws: A ``Problem`` when an assumption has no value or a number grows beyond 38 digits.
    func payments(in study: Study, window: Window) throws(Problem) -> [Payment]
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
    /// Where the formula comes from.
    public var source: String
    /// At least one worked example.
    public var examples: [CostModelExample]

    /// Creates a descriptor.
    public init(
        identifier: String, title: String, selectingKey: String,
        inputs: [CostModelInputDescriptor], source: String, examples: [CostModelExample]
    ) {
        self.identifier = identifier
        self.title = title
        self.selectingKey = selectingKey
        self.inputs = inputs
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
}

extension CostModelInputDescriptor.Kind {
    /// Whether it takes one number, which may be an assumption.
    fileprivate var isNumber: Bool {
        switch self {
        case .operand, .share: true
        case .pricePeriod, .chargePeriod, .moment, .date, .factors, .escalation, .instalments: false
        }
    }
}

/// A worked example: inputs, and the yearly amounts that follow over a horizon.
public struct CostModelExample: Sendable {
    /// What it shows.
    public var title: String
    /// The inputs.
    public var inputs: CostModelInputs
    /// The yearly amounts from time 0 on, over three years from 2027-01-01.
    public var amounts: [ExactDecimal]

    /// Creates an example.
    public init(title: String, inputs: CostModelInputs, amounts: [ExactDecimal]) {
        self.title = title
        self.inputs = inputs
        self.amounts = amounts
    }
}

/// The inputs of one line, by the names its model declares.
public struct CostModelInputs: Sendable, Hashable {
    /// The values given.
    public var values: [String: Value]

    /// One value.
    public enum Value: Sendable, Hashable {
        case operand(Operand)
        case pricePeriod(PricePeriod)
        case moment(Moment)
        case date(CalendarDate)
        case factors([ExactDecimal])
        case escalation(Escalation)
        case instalments(Instalments)
    }

    /// Creates inputs.
    public init(_ values: [String: Value]) {
        self.values = values
    }

    func operand(_ name: String) -> Operand? {
        if case .operand(let operand) = values[name] { operand } else { nil }
    }

    func pricePeriod(_ name: String) -> PricePeriod? {
        if case .pricePeriod(let period) = values[name] { period } else { nil }
    }

    func moment(_ name: String) -> Moment? {
        if case .moment(let moment) = values[name] { moment } else { nil }
    }

    func date(_ name: String) -> CalendarDate? {
        if case .date(let date) = values[name] { date } else { nil }
    }

    func factors(_ name: String) -> [ExactDecimal]? {
        if case .factors(let factors) = values[name] { factors } else { nil }
    }

    func escalation(_ name: String) -> Escalation? {
        if case .escalation(let escalation) = values[name] { escalation } else { nil }
    }

    func instalments(_ name: String) -> Instalments? {
        if case .instalments(let instalments) = values[name] { instalments } else { nil }
    }
}

/// When a one-off amount is paid.
public enum Moment: Sendable, Hashable {
    /// At time 0.
    case start
    /// At the end of the last year.
    case end
    /// On a day.
    case date(CalendarDate)
}

/// When within its year a charge is paid.
public enum Instalments: Sendable, Hashable {
    /// At the beginning of each charge period.
    case advance
    /// At the end of each charge period.
    case arrears
    /// In twelve parts, at the end of each month.
    case monthly
    /// In four parts, at the end of each quarter.
    case quarterly
    /// In equal parts on those of the days that fall in the year.
    case dates([CalendarDate])
}
