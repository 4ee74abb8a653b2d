import OutlayProblems
import OutlayValues

/// A financial function, declared so that all the rest of the program finds it.
///
/// One function is one file in a room beside this one and one line in ``AllFunctions``. Commands, help, JSON
/// and the reference page take everything from its descriptor.
public protocol FinancialFunction: Sendable {
    /// What readers, help texts and reports say of the function.
    static var descriptor: FunctionDescriptor { get }

    /// Computes the answer to inputs that ``descriptor`` declares.
    ///
    /// - Throws: A ``Problem`` for inputs that contradict each other, or that have no answer.
    static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer
}

/// What a function is, what it takes and what it gives.
public struct FunctionDescriptor: Sendable {
    /// The stable identifier, such as `npv`.
    public var identifier: String
    /// The name as prose uses it.
    public var title: String
    /// What it belongs to.
    public var group: FunctionGroup
    /// What it answers, as one sentence.
    public var summary: String
    /// What it takes, in the order that lists show.
    public var inputs: [FunctionInput]
    /// What it gives, in the order that answers have.
    public var results: [FunctionResult]
    /// The formula in plain text, with its symbols explained.
    public var formula: String
    /// Where the formula is published.
    public var source: String
    /// Worked examples, at least one.
    public var examples: [FunctionExample]

    /// Creates a description.
    public init(
        identifier: String, title: String, group: FunctionGroup, summary: String,
        inputs: [FunctionInput], results: [FunctionResult], formula: String, source: String,
        examples: [FunctionExample]
    ) {
        self.identifier = identifier
        self.title = title
        self.group = group
        self.summary = summary
        self.inputs = inputs
        self.results = results
        self.formula = formula
        self.source = source
        self.examples = examples
    }

    /// The input that bare numbers belong to: the first list of numbers.
    public var bareNumbers: FunctionInput? { inputs.first { $0.kind.isNumberList } }

    /// The input that bare dates belong to.
    public var bareDates: FunctionInput? { inputs.first { $0.kind == .dates } }
}

/// What a function belongs to.
public enum FunctionGroup: String, Sendable, Hashable, CaseIterable {
    /// Worth and return of flows.
    case cashFlows = "cash-flows"
    /// Rates, loans and even payments.
    case timeValue = "time-value"
    /// One choice against another.
    case comparison
    /// Writing assets down.
    case depreciation
    /// Leasing against buying.
    case leasing
    /// Prices, discounts and usage.
    case pricing
    /// Uncertain amounts.
    case uncertainty
    /// Rounding and splitting amounts.
    case amounts

    /// What readers see.
    public var title: String {
        switch self {
        case .cashFlows: "Worth and return of flows"
        case .timeValue: "Rates, loans and even payments"
        case .comparison: "One choice against another"
        case .depreciation: "Writing assets down"
        case .leasing: "Leasing against buying"
        case .pricing: "Prices, usage and growth"
        case .uncertainty: "Uncertain amounts"
        case .amounts: "Rounding and splitting amounts"
        }
    }
}

/// One thing that a function takes.
public struct FunctionInput: Sendable, Hashable {
    /// The name as users write it, such as `finance-rate`.
    public var name: String
    /// What it says, as one phrase.
    public var meaning: String
    /// What values it takes.
    public var kind: Kind
    /// The unit, empty where it has none.
    public var unit: String
    /// Whether it must be given, or what holds without it.
    public var presence: Presence

    /// What values an input takes.
    public enum Kind: Sendable, Hashable {
        /// A number within a range.
        case number(ClosedRange<Double>)
        /// A rate as a fraction above -1.
        case rate
        /// A decimal that is computed with exactly.
        case exact
        /// A whole number, no less than this.
        case count(from: Int)
        /// Numbers.
        case numbers
        /// Decimals that are computed with exactly.
        case exacts
        /// A date.
        case date
        /// Dates.
        case dates
        /// One of these words.
        case choice([String])
        /// Yes or no.
        case flag
        /// Rates with the last period each holds for, such as `30:0.035,0.03`.
        case rateSteps

        /// Any finite number.
        public static let anyNumber = Kind.number(-Double.infinity...Double.infinity)
        /// A finite number of 0 or more.
        public static let notNegative = Kind.number(0...Double.infinity)

        /// Whether it is a list of numbers.
        var isNumberList: Bool { self == .numbers || self == .exacts }

        /// The values it takes, in words.
        public var range: String {
            switch self {
            case .number(let range):
                switch (range.lowerBound.isFinite, range.upperBound.isFinite) {
                case (true, true):
                    "\(range.lowerBound.plainText) to \(range.upperBound.plainText)"
                case (true, false): "\(range.lowerBound.plainText) or more"
                case (false, true): "\(range.upperBound.plainText) or less"
                case (false, false): "a number"
                }
            case .rate: "a fraction above -1, 0.08 for 8 %"
            case .exact: "an exact decimal"
            case .count(let least): "a whole number, \(least) or more"
            case .numbers: "numbers"
            case .exacts: "exact decimals"
            case .date: "a date, YYYY-MM-DD"
            case .dates: "dates, YYYY-MM-DD"
            case .choice(let words): words.list("or")
            case .flag: "yes or no"
            case .rateSteps: "rates, each with the last period it holds for: 30:0.035,0.03"
            }
        }
    }

    /// Whether an input must be given.
    public enum Presence: Sendable, Hashable {
        /// It must be given.
        case required
        /// It may be left out, and then this holds, in words.
        case optional(String)
    }

    /// Creates a description.
    public init(
        _ name: String, _ meaning: String, _ kind: Kind, unit: String = "",
        _ presence: Presence = .required
    ) {
        self.name = name
        self.meaning = meaning
        self.kind = kind
        self.unit = unit
        self.presence = presence
    }
}

/// One thing that a function gives.
public struct FunctionResult: Sendable, Hashable {
    /// The name as results write it, such as `first_whole_period`.
    public var name: String
    /// What it says, as one phrase.
    public var meaning: String
    /// The unit, empty where it has none.
    public var unit: String

    /// Creates a description.
    public init(_ name: String, _ meaning: String, unit: String = "") {
        self.name = name
        self.meaning = meaning
        self.unit = unit
    }
}

/// Inputs with the figures that a function gives them.
public struct FunctionExample: Sendable {
    /// Where the inputs and figures come from.
    public var origin: String
    /// The inputs as users write them, by their names.
    public var inputs: [FunctionText]
    /// The figures, by their names.
    public var figures: [(name: String, value: FunctionFigure)]
    /// How far computed figures may lie from the stated ones.
    public var tolerance: Double

    /// Creates an example.
    public init(
        _ origin: String, _ inputs: KeyValuePairs<String, String>,
        gives figures: KeyValuePairs<String, FunctionFigure>, within tolerance: Double = 1e-9
    ) {
        self.origin = origin
        self.inputs = inputs.map { FunctionText($0.key, $0.value) }
        self.figures = figures.map { ($0.key, $0.value) }
        self.tolerance = tolerance
    }
}

/// The figures that a function gives.
public struct FunctionAnswer: Sendable {
    /// The figures by their names, in the order of the descriptor's results.
    public var figures: [(name: String, value: FunctionFigure)]
    /// The conventions that were followed, one phrase each.
    public var conventions: [String]
    /// What a reader must know beside the figures.
    public var findings: [Problem]

    /// Creates an answer.
    public init(
        _ figures: KeyValuePairs<String, FunctionFigure>, conventions: [String] = [],
        findings: [Problem] = []
    ) {
        self.figures = figures.map { ($0.key, $0.value) }
        self.conventions = conventions
        self.findings = findings
    }

    /// Returns the figure called `name`, or nil.
    public subscript(name: String) -> FunctionFigure? {
        figures.first { $0.name == name }?.value
    }
}
