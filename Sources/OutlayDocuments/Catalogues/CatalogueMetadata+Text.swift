import OutlayEncoding

extension CatalogueMetadata {
    /// The document in YAML, which reads back as the same metadata.
    package var text: String {
        var lines = [
            "apiVersion: outlay/v1", "kind: \(Self.kind)",
            "metadata: " + Self.map([("id", id), ("title", Self.quoted(title))]),
            "file: \(Self.quoted(file))", "sha256: \(sha256)", "rows: \(rowCount)",
            "extracted: \(extracted)", "sources:",
        ]
        lines += sources.map { source in
            "  - "
                + Self.map(
                    source.fields.map { field in
                        (field.field, Self.quoted(field.text, isList: field.field == "paths"))
                    })
        }
        lines += remarks.map { "\($0.field): \(Self.quoted($0.text))" }
        if let taxBasis { lines.append("prices: \(taxBasis.rawValue)") }
        if let validUntil { lines.append("valid_until: \(validUntil)") }
        lines.append("key: \(Self.quoted(key))")
        if let rowSource { lines.append("row_source: \(Self.quoted(rowSource))") }
        lines.append("columns:")
        lines += columns.map { "  - " + Self.map(Self.fields(of: $0)) }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func fields(of column: CatalogueColumn) -> [(String, String)] {
        var fields = [("name", quoted(column.name)), ("type", column.type.word)]
        switch column.type {
        case .number(let unit, let minimum, let maximum):
            if !unit.isEmpty { fields.append(("unit", quoted(unit))) }
            if let minimum { fields.append(("minimum", minimum.description)) }
            if let maximum { fields.append(("maximum", maximum.description)) }
        case .price(let terms):
            fields.append(field("currency", terms.currency) { $0.code })
            if let per = terms.per { fields.append(field("per", per) { quoted($0) }) }
            if let date = terms.date { fields.append(field("date", date) { $0.description }) }
        case .month(let form): fields.append(("format", quoted(form.rawValue)))
        case .text, .date, .yesNo: break
        }
        if column.isRequired { fields.append(("required", "true")) }
        if let note = column.note { fields.append(("note", quoted(note))) }
        return fields
    }

    private static func field<Value>(
        _ name: String, _ statement: PriceTerms.Statement<Value>, _ text: (Value) -> String
    ) -> (String, String) {
        switch statement {
        case .stated(let value): (name, text(value))
        case .column(let column): (name + "_column", quoted(column))
        }
    }

    private static func map(_ fields: [(String, String)]) -> String {
        "{" + fields.map { "\($0.0): \($0.1)" }.joined(separator: ", ") + "}"
    }

    /// Returns a text in double quotes: what JSON writes, YAML reads.
    private static func quoted(_ text: String, isList: Bool = false) -> String {
        let value = JSONValue.string(text).text()
        return isList ? "[\(value)]" : value
    }
}
