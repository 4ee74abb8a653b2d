import OutlayProblems
import OutlayValues

/// What a value of a document may be; checking, JSON Schema and help all come from it.
///
/// A scalar has no type of its own: the shape of its field gives it one, so that `NO` in a text
/// field is Norway and `1.10` in a number field is 1.10.
package indirect enum Shape: Sendable {
    /// Any text that `rule` allows.
    case text(TextRule = TextRule())
    /// A name by which other parts of the document refer to this one.
    case identifier
    /// An exact decimal.
    case number(NumberRule = NumberRule())
    /// A whole number of the range.
    case integer(ClosedRange<Int>)
    /// `true` or `false`.
    case yesNo
    /// A day, `YYYY-MM-DD`.
    case date
    /// An ISO 4217 code.
    case currency
    /// One of these words.
    case choice([String])
    /// Exactly this word; another one is a problem of `code`.
    case constant(String, code: ProblemCode)
    /// A list of so many items.
    case list(of: Shape, count: ClosedRange<Int> = 0...Int.max)
    /// A map whose keys the writer chooses.
    case map(keys: KeyShape, values: Shape)
    /// A map with named fields.
    case object(ObjectShape)
    /// One of several shapes, told apart by the form of the value.
    case either([Shape])
}

/// What the keys of a map may be.
package enum KeyShape: Sendable {
    /// Names by which other parts of the document refer to the values.
    case identifier
    /// Some of these words.
    case choice([String])
    /// Any text.
    case text
    /// Years (`2027`) or days (`2027-07-01`).
    case yearOrDate
    /// Fiscal years by their names (`FY2027`).
    case fiscalYear
}

/// What a text field allows.
package struct TextRule: Sendable {
    /// The number of characters allowed.
    package let length: ClosedRange<Int>
    /// The form the text must have, or nil for any.
    package let form: TextForm?

    /// Creates a rule for texts; a required text has at least one character.
    package init(length: ClosedRange<Int> = 1...Int.max, form: TextForm? = nil) {
        self.length = length
        self.form = form
    }
}

/// A named form of text, such as a checksum.
package struct TextForm: Sendable {
    /// What such a text is, with its article: `a checksum`.
    package let noun: String
    /// How it is written, to follow "… is written": `as 64 hexadecimal digits`.
    package let rule: String
    /// The same rule as an ECMA 262 regular expression, for JSON Schema.
    package let pattern: String
    /// Returns whether a text has the form.
    package let matches: @Sendable (String) -> Bool

    /// Creates a form; `pattern` and `matches` must agree.
    package init(
        _ noun: String, written rule: String, pattern: String,
        matches: @escaping @Sendable (String) -> Bool
    ) {
        self.noun = noun
        self.rule = rule
        self.pattern = pattern
        self.matches = matches
    }
}

/// What a number field allows.
package struct NumberRule: Sendable {
    /// What a number stands for.
    package enum Kind: Sendable {
        /// A plain number or quantity.
        case quantity
        /// A fraction of 1.
        case ratio
        /// An amount of money in a currency given elsewhere.
        case money
    }

    /// One end of the allowed range.
    package enum Bound: Sendable {
        /// The number itself is allowed.
        case including(ExactDecimal)
        /// Only numbers beyond it are allowed.
        case excluding(ExactDecimal)
    }

    /// What the number stands for.
    package let kind: Kind
    /// The lower end, or nil for none.
    package let minimum: Bound?
    /// The upper end, or nil for none.
    package let maximum: Bound?

    /// Creates a rule for numbers.
    package init(_ kind: Kind = .quantity, minimum: Bound? = nil, maximum: Bound? = nil) {
        self.kind = kind
        self.minimum = minimum
        self.maximum = maximum
    }
}

/// A map with named fields, such as an Evaluation or one of its costs.
package struct ObjectShape: Sendable {
    /// What the document calls it: `Evaluation`, `cost`.
    package let name: String
    /// What it is, in one line.
    package let summary: String
    /// Fields of which at most or exactly one may be given.
    package let groups: [FieldGroup]
    /// Every field it may have, in the order of the documentation.
    package let fields: [Field]

    /// Creates a shape with these fields.
    package init(
        _ name: String, _ summary: String, groups: [FieldGroup] = [], _ fields: [Field]
    ) {
        self.name = name
        self.summary = summary
        self.groups = groups
        self.fields = fields
    }

    /// The name with its article, such as `an Evaluation`.
    package var noun: String {
        guard name != "metadata" else { return name }
        let vowel = name.first.map { "aeiouAEIOU".contains($0) } ?? false
        return (vowel ? "an " : "a ") + name
    }
}

/// One field of an object.
package struct Field: Sendable {
    /// The key in the document.
    package let name: String
    /// What the field is for, in one line; the schema's `description`.
    package let summary: String
    /// Whether an object without it is refused.
    package let isRequired: Bool
    /// A sample value as it is written in YAML, or nil.
    package let example: String?
    /// What holds where the field is absent, as it would be written, or nil for nothing.
    package let standard: String?
    private let makeShape: @Sendable () -> Shape

    /// Creates a field; `shape` is asked for only when needed, so that shapes may contain themselves.
    package init(
        _ name: String, _ shape: @autoclosure @escaping @Sendable () -> Shape, _ summary: String,
        required: Bool = false, example: String? = nil, standard: String? = nil
    ) {
        self.name = name
        self.makeShape = shape
        self.summary = summary
        self.isRequired = required
        self.example = example
        self.standard = standard
    }

    /// What the field's value may be.
    package var shape: Shape { makeShape() }
}

/// Fields of one object that exclude each other.
package enum FieldGroup: Sendable {
    /// None or one of these fields may be given.
    case atMostOne([String])
    /// One of these fields must be given, and no second one.
    case exactlyOne([String])

    /// The names of the fields.
    package var names: [String] {
        switch self {
        case .atMostOne(let names), .exactlyOne(let names): names
        }
    }
}
