import OutlayEncoding
import OutlayValues

/// A complete document with sample figures, for a writer to start from.
package struct DocumentTemplate: Sendable {
    /// What it is asked for by, such as `build-or-buy`.
    package let name: String
    /// The kind of document that it makes, as `kind:` says it.
    package let kind: String
    /// What it is about, in a few words.
    package let title: String
    /// The question it answers, as a sentence without full stop.
    package let question: String
    /// What a document made from it may say of its own, in the order help lists it.
    package let details: [Detail]
    /// The command that takes the document once it is filled in, such as `budget load`; the file's path follows.
    package let command: String
    /// The lines of the comment in front, each without its `#`.
    private let remarks: [String]
    /// The document's identifier where none is given, with blanks.
    private let standardID: String
    /// The text behind the metadata, with blanks such as `{{currency}}`.
    private let body: String

    /// Creates the template of an evaluation.
    init(name: String, title: String, question: String, body: String) {
        self.init(
            name: name, kind: Self.evaluation, title: title, question: question,
            details: Detail.allCases, command: "compare",
            remarks: [
                "Every figure and text marked as a sample is invented: put your own in its place. The first",
                "offer shows each kind of line field by field; later ones say the same in short.",
                "",
                "  outlay validate FILE           finds every mistake",
                "  outlay compare FILE            ranks the options and shows what each costs and gains",
                "  outlay tco FILE                shows the years of every option",
                "  outlay schema evaluation.tax   explains a field",
            ],
            standardID: name + "-{{start-year}}", body: body)
    }

    /// Creates the template of a document of any kind.
    init(
        name: String, kind: String, title: String, question: String, details: [Detail],
        command: String, remarks: [String], standardID: String = "", body: String
    ) {
        self.name = name
        self.kind = kind
        self.title = title
        self.question = question
        self.details = details
        self.command = command
        self.remarks = remarks
        self.standardID = standardID
        self.body = body
    }

    /// What `kind:` says of an evaluation.
    package static let evaluation = "Evaluation"

    /// Something that a document made from a template may say of its own.
    package enum Detail: String, Sendable, CaseIterable {
        case id
        case title
        case owner
        case currency
        case start
    }

    /// What a document made from a template says of its own.
    package struct Details: Sendable {
        /// The document's identifier; the template's for the year unless given.
        package var id: String?
        /// What readers see; the template's title unless given.
        package var title: String?
        /// The person who answers for it.
        package var owner: String
        /// The currency of every figure.
        package var currency: Currency
        /// The day that is time 0.
        package var start: CalendarDate
        /// The day the document is written on.
        package var created: CalendarDate
        /// The path from the document to its schema, or nil where there is none.
        package var schemaPath: String?

        /// Creates details that begin on the next 1 January.
        package init(created: CalendarDate) {
            owner = "to be named"
            currency = .eur
            start = CalendarDate(year: created.year + 1, month: 1, day: 1) ?? created
            self.created = created
        }
    }

    /// Returns the document that these details make of the template.
    package func document(_ details: Details) -> String {
        let about = ["", "\(title): \(question)?", ""] + remarks
        return head(details) + "\n"
            + about.map { $0.isEmpty ? "#\n" : "# \($0)\n" }.joined()
            + "apiVersion: outlay/v1\nkind: \(kind)\n" + metadata(details)
            + "\n" + filled(body, details) + "\n"
    }

    private func head(_ details: Details) -> String {
        guard let path = details.schemaPath else {
            return "# \(kind.startsWithVowel ? "An" : "A") \(kind) document of Outlay."
        }
        return "# yaml-language-server: $schema=\(path)"
    }

    /// The lines of the metadata, with those alone that the kind of document has.
    private func metadata(_ given: Details) -> String {
        let lines = details.compactMap { detail -> String? in
            switch detail {
            case .id: "id: \(Self.scalar(given.id ?? filled(standardID, given)))"
            case .title: "title: \(Self.scalar(given.title ?? title))"
            case .owner: "owner: \(Self.scalar(given.owner))\n  created: \(given.created)"
            case .currency, .start: nil
            }
        }
        return lines.isEmpty ? "" : "metadata:\n" + lines.map { "  \($0)\n" }.joined()
    }

    private func filled(_ text: String, _ details: Details) -> String {
        let yearEnd = details.start.adding(months: 12).adding(days: -1)
        let blanks = [
            ("currency", details.currency.code),
            ("start", details.start.description),
            ("start-year", String(details.start.year)),
            ("year-end", yearEnd.description),
            ("fiscal-year", "FY\(yearEnd.year)"),
            ("second-month", details.start.adding(months: 1).description),
            ("today", details.created.description),
            ("offer-end", max(details.start, details.created.adding(days: 90)).description),
        ]
        return blanks.reduce(text) { text, blank in
            text.replacing("{{\(blank.0)}}", with: blank.1)
        }
    }

    /// Returns a text as a YAML scalar: as it is where that is safe, else in double quotes.
    private static func scalar(_ text: String) -> String {
        func isPlain(_ byte: UInt8) -> Bool {
            byte &- 48 < 10 || isLetter(byte) || " ._-/()".utf8.contains(byte)
        }
        func isLetter(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 }
        let words: Set = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
        let isSafe =
            text.utf8.first.map(isLetter) ?? false && text.utf8.allSatisfy(isPlain)
            && text.last != " " && !words.contains(text.lowercased())
        return isSafe ? text : JSONValue.string(text).text()
    }
}

extension DocumentTemplate {
    /// Whether the day that it begins on is that of a fiscal year, the first of a month.
    package var hasFiscalYear: Bool { kind != Self.evaluation && details.contains(.start) }

    /// The name of the file that has the schema of its kind.
    package var schemaFileName: String? {
        DocumentKind.all.first { $0.name == kind }?.schemaFileName
    }

    /// What it makes, as in "a Budget from the template budget".
    package var product: String {
        "\(kind.startsWithVowel ? "an" : "a") \(kind) from the template \(name)"
    }
}

extension String {
    fileprivate var startsWithVowel: Bool { first.map { "AEIOUaeiou".contains($0) } ?? false }
}
