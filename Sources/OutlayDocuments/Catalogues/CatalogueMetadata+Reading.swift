import OutlayEconomics
import OutlayProblems
import OutlayValues

extension CatalogueMetadata {
    /// Returns the metadata that a document holds.
    ///
    /// - Throws: ``DocumentProblems`` with everything that is wrong with it, in file order.
    package static func read(
        _ source: DocumentSource
    ) throws(DocumentProblems) -> CatalogueMetadata {
        guard let root = source.root else { throw DocumentProblems(source.problems) }
        var problems = source.problems + Shape.object(shape).problems(of: root)
        guard problems.isEmpty else { throw DocumentProblems(problems.inFileOrder) }
        let columns = root.list("columns")
        let names = columns.map { $0.string("name") }
        problems += columnProblems(columns, names: names)
        for field in ["key", "row_source"] {
            if let problem = root.columnReferenceProblem(field, names) { problems.append(problem) }
        }
        for entry in root.list("sources") where entry["file"] == nil && entry["licence"] == nil {
            problems.append(
                Problem(
                    .missingField, "`licence` is missing", at: entry.headingLocation,
                    because: "a published source says what its data may be used for",
                    hint: "add `licence: Apache-2.0`, or the licence it has"))
        }
        guard problems.isEmpty, let metadata = CatalogueMetadata(root) else {
            throw DocumentProblems(problems.inFileOrder)
        }
        return metadata
    }

    /// Takes over a document that passed its checks.
    private init?(_ root: DocumentNode) {
        guard let identity = root["metadata"], let rows = root["rows"]?.integer,
            let extracted = root["extracted"]?.date
        else { return nil }
        id = identity.string("id")
        title = identity.string("title")
        file = root.string("file")
        sha256 = root.string("sha256")
        rowCount = rows
        self.extracted = extracted
        sources = root.list("sources").map(CatalogueSource.init)
        remarks = CatalogueRemark.fields.compactMap { field in
            root[field]?.text.map { CatalogueRemark(field: field, text: $0) }
        }
        taxBasis = root["prices"]?.text.flatMap(Tax.Basis.init)
        validUntil = root["valid_until"]?.date
        key = root.string("key")
        rowSource = root["row_source"]?.text
        columns = root.list("columns").compactMap(CatalogueColumn.init)
    }

    private static func columnProblems(_ columns: [DocumentNode], names: [String]) -> [Problem] {
        var problems: [Problem] = []
        for (index, column) in columns.enumerated() {
            if names[..<index].contains(names[index]) {
                problems.append(
                    Problem(
                        .duplicateIdentifier, "two columns are called `\(names[index])`",
                        at: (column["name"] ?? column).location,
                        because: "each column has its own name"))
            }
            problems += column.misplacedTypeFields()
            problems += currencyProblems(of: column)
            for field in ["currency_column", "per_column", "date_column"] {
                if let problem = column.columnReferenceProblem(field, names) {
                    problems.append(problem)
                }
            }
        }
        return problems
    }

    private static func currencyProblems(of column: DocumentNode) -> [Problem] {
        guard column.string("type") == "price", column["currency"] == nil,
            column["currency_column"] == nil
        else { return [] }
        return [
            Problem(
                .missingField, "`currency` or `currency_column` is missing",
                at: column.headingLocation, because: "a price column says its currency",
                hint: "add `currency: EUR`")
        ]
    }
}

extension CatalogueSource {
    fileprivate init(_ node: DocumentNode) {
        fields = CatalogueMetadata.sourceFields.compactMap { field in
            guard let value = node[field] else { return nil }
            let text = value.text ?? value.items.compactMap(\.text).joined(separator: ", ")
            return CatalogueRemark(field: field, text: text)
        }
    }
}

extension CatalogueColumn {
    /// Takes over a column that passed its checks.
    init?(_ node: DocumentNode) {
        name = node.string("name")
        isRequired = node["required"]?.yesNo ?? false
        note = node["note"]?.text
        switch node.string("type") {
        case "number":
            type = .number(
                unit: node["unit"]?.text ?? "", minimum: node["minimum"]?.decimal,
                maximum: node["maximum"]?.decimal)
        case "price":
            guard let terms = PriceTerms(node) else { return nil }
            type = .price(terms)
        case "date": type = .date
        case "month":
            type = .month(node["format"]?.text.flatMap(MonthForm.init) ?? .digits)
        case "yes-no": type = .yesNo
        default: type = .text
        }
    }
}

extension PriceTerms {
    fileprivate init?(_ node: DocumentNode) {
        func statement<Value>(_ value: Value?, _ column: String) -> Statement<Value>? {
            value.map { .stated($0) } ?? node[column]?.text.map { .column($0) }
        }
        guard let currency = statement(node["currency"]?.currency, "currency_column") else {
            return nil
        }
        self.currency = currency
        per = statement(node["per"]?.text, "per_column")
        date = statement(node["date"]?.date, "date_column")
    }
}

extension DocumentNode {
    /// The text of a field that checking found there.
    func string(_ key: String) -> String { self[key]?.text ?? "" }

    /// The items of a field that checking found there.
    func list(_ key: String) -> [DocumentNode] { self[key]?.items ?? [] }

    /// Returns the problem of a field that names a column which is not there, or nil.
    func columnReferenceProblem(_ field: String, _ names: [String]) -> Problem? {
        guard let node = self[field], let name = node.text, !names.contains(name) else {
            return nil
        }
        return node.problem(
            .unknownColumn, "there is no column \(Problem.quoted(name))",
            because: "`\(field)` names one of the columns",
            hint: Suggestion.hint(for: name, among: names))
    }

    /// Returns a problem for each field that only columns of other types have.
    func misplacedTypeFields() -> [Problem] {
        let priceFields = [
            "currency", "currency_column", "per", "per_column", "date", "date_column",
        ]
        let type = string("type")
        let rules = [
            ("number", ["unit", "minimum", "maximum"]), ("price", priceFields),
            ("month", ["format"]),
        ]
        return rules.filter { $0.0 != type }.flatMap { owner, fields in
            entries.filter { fields.contains($0.key) }.map { entry in
                Problem(
                    .fieldsExclude, "`\(entry.key)` beside `type: \(type)`",
                    at: entry.keyLocation, because: "only a \(owner) column has it",
                    hint: "leave it out, or change the type")
            }
        }
    }
}
