import OutlayBudgets
import OutlayEncoding

extension ActualsMap {
    /// What `kind:` says.
    package static let kind = "ActualsMap"

    /// What an ActualsMap document looks like.
    ///
    /// What is beyond a shape, such as a rule that says nothing of its rows, is told by the strict reader.
    package static let shape = ObjectShape(
        kind, "Which budget line the rows of a file of actuals belong to.",
        [
            Field(
                "apiVersion", .constant("outlay/v1", code: .unknownVersion),
                "The version of the document format.", example: "outlay/v1"),
            Field(
                "kind", .constant(kind, code: .unknownKind), "What the document is.",
                required: true, example: kind),
            Field(
                "rules", .list(of: .object(rule)),
                "Which rows become what; the first rule that fits decides."),
            Field(
                "otherwise", .text(),
                "The line of rows that no rule fits; without it they are left out and listed.",
                example: "CC-400"),
            Field(
                "invoices", .map(keys: .text, values: .text()),
                "The ledger's number of a document that the file names in another way."),
            Field(
                "columns", .object(columns),
                "What the columns mean, where the file is neither FOCUS nor a plain ledger's."),
        ])

    private static let rule = ObjectShape(
        "actuals rule", "What becomes of rows.",
        [
            Field("when", conditions, "What the row's columns hold; all of them have to."),
            Field("tags", conditions, "What the row's tags hold; all of them have to."),
            Field(
                "line", .text(), "The budget line; without it the row's own, else `otherwise`.",
                example: "CC-410"),
            Field(
                "vendor", .text(), "Who bills, by the vendor register.", example: "northwind"),
            Field(
                "request", .text(), "The order or contract that the rows settle.",
                example: "REQ-2026-031"),
            Field("leave_out", .text(), "Why such rows are not booked.", example: "input tax"),
        ])

    private static let conditions = Shape.map(
        keys: .text, values: .either([.text(), .list(of: .text(), count: 1...Int.max)]))

    private static let columns = ObjectShape(
        "actuals columns", "The columns of a file, by what they mean.",
        [
            Field("amount", .text(), "The amount.", required: true, example: "Betrag"),
            Field(
                "date", .text(), "The day whose month is charged.", required: true,
                example: "Datum"),
            Field("currency", .text(), "Its currency; the ledger's where not given."),
            Field(
                "document", .list(of: .either([.text(), .list(of: part, count: 1...Int.max)])),
                "What names the document that bills the row; the first that says something counts."),
            Field("issuer", .text(), "Who bills."),
            Field("vendor", .text(), "The vendor, by the register."),
            Field("line", .text(), "The budget line."),
            Field("request", .text(), "The order or contract, by its request."),
            Field("tags", .text(), "Tags as a JSON object."),
            Field(
                "delimiter", .choice(CSVDelimiter.allCases.map(\.rawValue)),
                "What stands between two fields.", standard: ","),
            Field(
                "decimal_sign", .choice(ActualsLayout.DecimalSign.allCases.map(\.rawValue)),
                "What stands in front of decimals.", standard: "."),
            Field(
                "skipped_lines", .integer(0...1000), "The lines in front of the header.",
                standard: "0"),
        ])

    private static let part = Shape.either([
        .text(),
        .object(
            ObjectShape(
                "name part", "A column, or its first characters.",
                [
                    Field("column", .text(), "The column.", required: true),
                    Field(
                        "length", .integer(1...100), "How many of its first characters count.",
                        standard: "all"),
                ])),
    ])
}
