import OutlayEncoding
import OutlayValues

/// A complete Evaluation document with sample figures, for a writer to start from.
package struct DocumentTemplate: Sendable {
    /// What it is asked for by, such as `build-or-buy`.
    package let name: String
    /// What it is about, in a few words.
    package let title: String
    /// The question it answers, as a sentence without full stop.
    package let question: String
    /// The text behind the metadata, with blanks such as `{{currency}}`.
    private let body: String

    /// Creates a template.
    init(name: String, title: String, question: String, body: String) {
        self.name = name
        self.title = title
        self.question = question
        self.body = body
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
        let id = details.id ?? "\(name)-\(details.start.year)"
        return head(details) + """

            #
            # \(title): \(question)?
            #
            # Every figure and text marked as a sample is invented: put your own in its place. The first
            # offer shows each kind of line field by field; later ones say the same in short.
            #
            #   outlay validate FILE           finds every mistake
            #   outlay compare FILE            ranks the options and shows what each costs and gains
            #   outlay tco FILE                shows the years of every option
            #   outlay schema evaluation.tax   explains a field
            apiVersion: outlay/v1
            kind: Evaluation
            metadata:
              id: \(Self.scalar(id))
              title: \(Self.scalar(details.title ?? title))
              owner: \(Self.scalar(details.owner))
              created: \(details.created)

            """ + "\n" + filled(details) + "\n"
    }

    private func head(_ details: Details) -> String {
        guard let path = details.schemaPath else { return "# An Evaluation document of Outlay." }
        return "# yaml-language-server: $schema=\(path)"
    }

    private func filled(_ details: Details) -> String {
        let blanks = [
            ("currency", details.currency.code),
            ("start", details.start.description),
            ("second-month", details.start.adding(months: 1).description),
            ("today", details.created.description),
            ("offer-end", max(details.start, details.created.adding(days: 90)).description),
        ]
        return blanks.reduce(body) { text, blank in
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
