import OutlayEconomics
import OutlayEncoding
import OutlayProblems
import OutlayValues

extension QuoteMap {
    /// The name of the kind in documents.
    package static let kind = "QuoteMap"

    /// What a document of the kind may hold.
    package static let shape = ObjectShape(
        kind, "How a vendor's CSV quote is read into a catalogue.",
        [
            Field(
                "apiVersion", .constant("outlay/v1", code: .unknownVersion),
                "The version of the document format.", required: true, example: "outlay/v1"),
            Field(
                "kind", .constant(kind, code: .unknownKind), "What the document is.",
                required: true, example: kind),
            Field(
                "metadata", .object(CatalogueMetadata.identity),
                "What the catalogue is called that is written.", required: true),
            Field("vendor", .text(), "Who quotes.", required: true, example: "northwind"),
            Field(
                "currency", .currency, "The currency of the prices.", required: true,
                example: "EUR"),
            Field(
                "prices", .choice(Tax.Basis.allCases.map(\.rawValue)),
                "Whether prices hold tax: net or gross.", required: true, example: "net"),
            Field(
                "quoted", .date, "The day of the quote.", required: true, example: "2026-09-28"),
            Field("valid_until", .date, "The last day the quote is valid."),
            Field(
                "delimiter", .choice(delimiterWords),
                "What stands between two fields: a sign, or tab.", standard: ","),
            Field(
                "decimal", .choice([".", ","]), "What stands in front of decimals.",
                standard: "."),
            Field(
                "grouping", .choice([".", ",", " ", "'", "\u{A0}", "\u{202F}"]),
                "What stands between groups of three digits.", standard: "none"),
            Field(
                "skip_lines", .integer(0...1000), "The lines in front of the header.",
                standard: "0"),
            Field(
                "key", .text(), "The quote's column that names a row.", required: true,
                example: "Artikel"),
            Field(
                "columns", .list(of: .object(columnShape), count: 1...Int.max),
                "The columns that are taken over.", required: true),
            Field("ignore", .list(of: .text()), "The columns that are left out on purpose."),
        ])

    private static let columnShape = ObjectShape(
        "mapped column", "A column of the quote and what it becomes.",
        [
            Field("from", .text(), "The name in the quote.", required: true, example: "Artikel"),
            Field("to", .identifier, "The name in the catalogue.", required: true, example: "id"),
            Field(
                "type", .choice(["text", "number", "price", "date", "yes-no"]),
                "What the cells are.", required: true, example: "text"),
            Field("unit", .text(), "The unit of numbers.", example: "GiB"),
            Field("minimum", .number(), "The least number that is possible."),
            Field("maximum", .number(), "The largest number that is possible."),
            Field("per", .text(), "What a price is for: a period, item or another unit."),
            Field("required", .yesNo, "Whether every row has a value.", standard: "false"),
            Field("note", .text(), "What else there is to know."),
        ])

    private static let delimiterWords = CSVDelimiter.allCases.map {
        $0 == .tab ? "tab" : $0.rawValue
    }

    /// Returns the map that a document holds.
    ///
    /// - Throws: ``DocumentProblems`` with everything that is wrong with it, in file order.
    package static func read(_ source: DocumentSource) throws(DocumentProblems) -> QuoteMap {
        guard let root = source.root else { throw DocumentProblems(source.problems) }
        var problems = source.problems + Shape.object(shape).problems(of: root)
        guard problems.isEmpty else { throw DocumentProblems(problems.inFileOrder) }
        problems += agreementProblems(root)
        guard problems.isEmpty, let map = QuoteMap(root) else {
            throw DocumentProblems(problems.inFileOrder)
        }
        return map
    }

    private static func agreementProblems(_ root: DocumentNode) -> [Problem] {
        var problems: [Problem] = []
        let columns = root.list("columns")
        for field in ["from", "to"] {
            var seen: Set<String> = []
            for column in columns where !seen.insert(column.string(field)).inserted {
                problems.append(
                    Problem(
                        .duplicateIdentifier,
                        "two columns have `\(field): \(column.string(field))`",
                        at: (column[field] ?? column).location,
                        because: "each column is mapped once, to a name of its own"))
            }
        }
        for column in columns { problems += column.misplacedTypeFields() }
        let from = columns.map { $0.string("from") }
        if let problem = root.columnReferenceProblem("key", from) { problems.append(problem) }
        for ignored in root.list("ignore") {
            guard let name = ignored.text, from.contains(name) else { continue }
            problems.append(
                ignored.problem(
                    .fieldsExclude, "\(Problem.quoted(name)) is mapped and ignored",
                    because: "a column is either taken over or left out",
                    hint: "remove it from one of the two lists"))
        }
        if let end = root["valid_until"], let last = end.date, let quoted = root["quoted"]?.date,
            last < quoted
        {
            problems.append(
                end.problem(
                    .outOfRange, "the quote expires before it is made",
                    because: "`quoted` is \(quoted), `valid_until` is \(last)",
                    hint: "correct one of the two dates"))
        }
        if let decimal = root["decimal"]?.text ?? .some("."), let grouping = root["grouping"],
            grouping.text == decimal
        {
            problems.append(
                grouping.problem(
                    .fieldsExclude, "decimals and groups have the same sign `\(decimal)`",
                    because: "1\(decimal)234 would be two numbers",
                    hint: "correct `decimal` or `grouping`"))
        }
        return problems
    }

    /// Takes over a document that passed its checks.
    private init?(_ root: DocumentNode) {
        guard let identity = root["metadata"], let quoted = root["quoted"]?.date,
            let currency = root["currency"]?.currency,
            let taxBasis = Tax.Basis(rawValue: root.string("prices"))
        else { return nil }
        id = identity.string("id")
        title = identity.string("title")
        vendor = root.string("vendor")
        self.taxBasis = taxBasis
        self.quoted = quoted
        validUntil = root["valid_until"]?.date
        let delimiter = root["delimiter"]?.text ?? ","
        layout = CSVOptions(
            delimiter: CSVDelimiter(rawValue: delimiter) ?? .tab,
            skippedLines: root["skip_lines"]?.integer ?? 0)
        numbers = QuoteNumbers(
            decimal: root["decimal"]?.text?.unicodeScalars.first ?? ".",
            grouping: root["grouping"]?.text?.unicodeScalars.first)
        key = root.string("key")
        ignored = root.list("ignore").compactMap(\.text)
        columns = root.list("columns").compactMap { node in
            Column(node, key: root.string("key"), currency: currency, quoted: quoted)
        }
    }
}

extension QuoteMap.Column {
    fileprivate init?(
        _ node: DocumentNode, key: String, currency: Currency, quoted: CalendarDate
    ) {
        from = node.string("from")
        let type: CatalogueColumnType
        switch node.string("type") {
        case "number":
            type = .number(
                unit: node["unit"]?.text ?? "", minimum: node["minimum"]?.decimal,
                maximum: node["maximum"]?.decimal)
        case "price":
            type = .price(
                PriceTerms(
                    currency: .stated(currency), per: node["per"]?.text.map { .stated($0) },
                    date: .stated(quoted)))
        case "date": type = .date
        case "yes-no": type = .yesNo
        default: type = .text
        }
        to = CatalogueColumn(
            name: node.string("to"), type: type,
            isRequired: from == key || node["required"]?.yesNo ?? false,
            note: node["note"]?.text)
    }
}
