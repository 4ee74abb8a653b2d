import OutlayBudgets
import OutlayEncoding
import OutlayProblems
import OutlayValues

/// How a governed document is written, so that reading, loading and help need nothing else of it.
///
/// What its fields mean is told by its strict reader alone; see ``GovernedReader``.
package struct GovernedForm: Sendable {
    /// What `kind:` says.
    package let name: String
    /// The name of its schema.
    package let schema: String
    /// What the ledger calls it.
    package let ledgerKind: LedgerDocumentKind
    /// What such a document may hold.
    package let shape: ObjectShape
    /// Whether its strict form bears an id, a first day and a currency of its own.
    let facts: Set<Fact>
    /// Returns the identifier of one that states none, or nil where it has to.
    let standardID: @Sendable (DocumentNode) -> String?

    /// What a strict form may bear, and a document may leave to where it is loaded.
    enum Fact {
        case id
        case firstDay
        case currency
    }
}

/// A governed document that people write as YAML or JSON.
package protocol WrittenDocument: GovernedDocument {
    /// How it is written.
    static var form: GovernedForm { get }
}

/// What holds where a document leaves out its currency, its first day or its revision.
public struct DocumentDefaults: Sendable, Hashable {
    /// The currency of amounts, as of the ledger it is loaded into.
    public var currency: Currency?
    /// The first day it is in force.
    public var effectiveFrom: CalendarDate?
    /// Which revision it is.
    public var revision: Int?

    /// Creates defaults; what is nil has to be stated by the document.
    public init(
        currency: Currency? = nil, effectiveFrom: CalendarDate? = nil, revision: Int? = nil
    ) {
        self.currency = currency
        self.effectiveFrom = effectiveFrom
        self.revision = revision
    }
}

// MARK: - What shapes of governed documents share

extension GovernedForm {
    /// The first fields of a document of `kind`.
    static func heading(_ kind: String, metadata: Field) -> [Field] {
        [
            Field(
                "apiVersion", .constant("outlay/v1", code: .unknownVersion),
                "The version of the document format.", example: "outlay/v1",
                standard: "outlay/v1"),
            Field(
                "kind", .constant(kind, code: .unknownKind), "What the document is.",
                required: true, example: kind),
            metadata,
        ]
    }

    /// The field `metadata` of documents whose id has to be stated, or may be left out.
    static func metadata(idRequired: Bool, id: String, standard: String? = nil) -> Field {
        Field(
            "metadata",
            .object(
                ObjectShape(
                    "metadata", "What the document is called, and which revision of it this is.",
                    [
                        Field(
                            "id", .text(TextRule(length: 1...200)), "The document's identifier.",
                            required: idRequired, example: id, standard: standard),
                        Field(
                            "revision", .integer(1...1_000_000_000),
                            "Which revision this is; the one after the last loaded unless given.",
                            example: "1"),
                        Field(
                            "title", .text(TextRule(length: 1...200)),
                            "What readers of the file see; no part of what is loaded."),
                    ])), "What the document is called.", required: idRequired,
            example: "{id: \(id), revision: 1}")
    }

    /// The first day of a revision.
    static let effectiveFrom = Field(
        "effective_from", .date,
        "The first day on which the revision holds; the day it is loaded unless given.",
        example: "2027-01-01")

    /// The currency of amounts.
    static let currency = Field(
        "currency", .currency, "The currency of its amounts; the ledger's unless given.",
        example: "EUR")

    /// An amount of 0 or more.
    static let amount = Shape.number(NumberRule(.money, minimum: .including(.zero)))
    /// A fraction of 0 or more.
    static let share = Shape.number(
        NumberRule(.ratio, minimum: .including(.zero), maximum: .including(ExactDecimal(100))))
    /// The name of a person, role, line or vendor.
    static let name = Shape.text(TextRule(length: 1...128))
    /// Several of them.
    static let names = Shape.list(of: name)
    /// A line of text.
    static let line = Shape.text(TextRule(length: 1...200))

    /// A count of days such as `60d`.
    static let days = Shape.text(TextRule(form: daysForm))
    /// A count of days, or `false` for never.
    static let daysOrNever = Shape.either([.yesNo, days])

    static let daysForm = TextForm(
        "a count of days", written: "as 60d", pattern: "^[0-9]{1,5}d?$"
    ) { text in
        let digits = text.hasSuffix("d") ? text.dropLast() : text[...]
        return (1...5).contains(digits.utf8.count) && digits.utf8.allSatisfy { $0 &- 48 < 10 }
    }

    static let digest = Shape.text(
        TextRule(
            form: TextForm(
                "a SHA-256 digest", written: "as 64 hexadecimal digits in lower case",
                pattern: "^[0-9a-f]{64}$",
                matches: { text in
                    text.utf8.count == 64
                        && text.utf8.allSatisfy { $0 &- 48 < 10 || $0 &- 97 < 6 }
                })))

    /// Days from a first to a last one, either of which may be left out.
    static let fromAndTo = [
        Field("from", .date, "The first day; always unless given."),
        Field("to", .date, "The last day, on which it still holds; for ever unless given."),
    ]
}
