import OutlayProblems

/// What a scoring method is, what it takes, and an example of it.
public struct MethodDescriptor: Sendable, Hashable {
    /// The stable identifier, such as `weighted-sum`.
    public let identifier: String
    /// The name as prose uses it.
    public let title: String
    /// The formula in plain text, with its symbols explained.
    public let formula: String
    /// When the method answers the question that is asked.
    public let whenToUse: String
    /// When it misleads.
    public let whenNotTo: String
    /// Where the method is defined.
    public let source: PublishedSource
    /// What the method takes from each criterion.
    public let inputs: [InputDescriptor]
    /// What the method may be told beside the table.
    public let settings: [MethodSetting]
    /// What the method holds for any table; nothing where it is not known to.
    public let promises: Set<MethodPromise>
    /// A small table with the scores the method gives it.
    public let example: WorkedExample

    /// Creates a description.
    public init(
        identifier: String, title: String, formula: String, whenToUse: String, whenNotTo: String,
        source: PublishedSource, inputs: [InputDescriptor], settings: [MethodSetting] = [],
        promises: Set<MethodPromise> = [], example: WorkedExample
    ) {
        self.identifier = identifier
        self.title = title
        self.formula = formula
        self.whenToUse = whenToUse
        self.whenNotTo = whenNotTo
        self.source = source
        self.inputs = inputs
        self.settings = settings
        self.promises = promises
        self.example = example
    }
}

/// A publication.
public struct PublishedSource: Sendable, Hashable {
    /// The authors, as the publication prints them.
    public let author: String
    /// The title, with the place in it.
    public let title: String
    /// The year of publication.
    public let year: Int

    /// Creates a source.
    public init(author: String, title: String, year: Int) {
        self.author = author
        self.title = title
        self.year = year
    }
}

/// One thing that a method takes from each criterion.
public struct InputDescriptor: Sendable, Hashable {
    /// The input's name, such as `weight`.
    public let name: String
    /// What it says.
    public let meaning: String
    /// The unit, empty where it has none.
    public let unit: String
    /// Whether it must be given, or what holds without it.
    public let presence: Presence
    /// The values allowed, in words.
    public let range: String

    /// Whether an input must be given.
    public enum Presence: Sendable, Hashable {
        /// It must be given.
        case required
        /// It may be left out, and then this holds.
        case optional(default: String)
    }

    /// Creates a description.
    public init(name: String, meaning: String, unit: String, presence: Presence, range: String) {
        self.name = name
        self.meaning = meaning
        self.unit = unit
        self.presence = presence
        self.range = range
    }

    /// The weight, which every method takes.
    public static let weight = InputDescriptor(
        name: "weight", meaning: "what the way from worst to best is worth", unit: "",
        presence: .required, range: "0 or more, one of them above 0")
    /// The direction, which every method takes.
    public static let direction = InputDescriptor(
        name: "direction", meaning: "whether more or less is better", unit: "",
        presence: .optional(default: "higher"), range: "higher or lower")
    /// The stated ends of the scale, for methods that rest on them.
    public static let statedScale = InputDescriptor(
        name: "scale", meaning: "the worst and the best performance that any option can have",
        unit: "the criterion's", presence: .required,
        range: "two different numbers in the criterion's direction")
    /// The stated ends of the scale, for methods that take them.
    public static let scale = InputDescriptor(
        name: "scale", meaning: "the worst and the best performance",
        unit: "the criterion's", presence: .optional(default: "ends of the table"),
        range: "two different numbers in the criterion's direction")
    /// The preference function, for methods that compare options in pairs.
    public static let preference = InputDescriptor(
        name: "preference", meaning: "from which difference on one option is preferred to another",
        unit: "the criterion's", presence: .optional(default: "any difference counts in full"),
        range: "a shape with its thresholds, 0 or more")
    /// The veto threshold, for methods in which a weakness can rule out a preference.
    public static let veto = InputDescriptor(
        name: "veto", meaning: "the disadvantage that no other criterion makes up for",
        unit: "the criterion's", presence: .optional(default: "none"),
        range: "above 0 and no less than where a preference is full")
}

/// A table with the scores that a method gives it.
public struct WorkedExample: Sendable, Hashable {
    /// Where the table and its scores come from.
    public let origin: String
    /// The names of the options.
    public let options: [String]
    /// The criteria.
    public let columns: [DecisionMatrix.Column]
    /// The performances, one row per option.
    public let rows: [[Double]]
    /// The score of each option.
    public let scores: [Double]
    /// How far a computed score may lie from the stated one.
    public let tolerance: Double

    /// Creates an example.
    public init(
        origin: String, options: [String], columns: [DecisionMatrix.Column], rows: [[Double]],
        scores: [Double], tolerance: Double
    ) {
        self.origin = origin
        self.options = options
        self.columns = columns
        self.rows = rows
        self.scores = scores
        self.tolerance = tolerance
    }

    /// Returns the table of the example.
    ///
    /// - Throws: A ``Problem`` where the example is not a table that methods take.
    public func matrix() throws(Problem) -> DecisionMatrix {
        try DecisionMatrix(columns: columns, cells: rows.flatMap(\.self), rowNames: options)
    }
}
