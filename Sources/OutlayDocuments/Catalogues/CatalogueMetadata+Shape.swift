import OutlayProblems
import OutlayValues

extension CatalogueMetadata {
    /// The name of the kind in documents.
    package static let kind = "CatalogueMetadata"

    /// What a document of the kind may hold.
    package static let shape: Shape = .object(
        ObjectShape(
            kind, "what a catalogue's table holds and where it comes from",
            [
                Field(
                    "apiVersion", .constant("outlay/v1", code: .unknownVersion),
                    "the version of the document format", required: true, example: "outlay/v1"),
                Field(
                    "kind", .constant(kind, code: .unknownKind), "the kind of the document",
                    required: true, example: kind),
                Field(
                    "metadata", identityShape, "what the catalogue is called", required: true),
                Field(
                    "file", .text(), "the table's CSV file, beside this document", required: true,
                    example: "storage-drives.csv"),
                Field(
                    "sha256", checksum, "the SHA-256 of the table's bytes", required: true),
                Field("rows", .integer(0...Int.max), "the count of rows", required: true),
                Field(
                    "extracted", .date, "the day the table was made from its sources",
                    required: true, example: "2026-11-23"),
                Field(
                    "sources", .list(of: sourceShape, count: 1...Int.max),
                    "where the figures come from", required: true),
            ]
                + CatalogueRemark.fields.map { Field($0, .text(), "\($0) of the table, in words") }
                + [
                    Field(
                        "prices", .choice(CatalogueTaxBasis.allCases.map(\.rawValue)),
                        "whether prices hold tax"),
                    Field("valid_until", .date, "the last day the prices may be relied on"),
                    Field(
                        "key", .text(), "the column that names a row", required: true,
                        example: "id"),
                    Field("row_source", .text(), "the column that names a row's source"),
                    Field(
                        "columns", .list(of: columnShape, count: 1...Int.max),
                        "the table's columns", required: true),
                ]))

    /// What `metadata` holds in catalogues and quote maps.
    static let identityShape: Shape = .object(
        ObjectShape(
            "metadata", "what the document is called",
            [
                Field("id", .identifier, "the catalogue's name", required: true, example: "prices"),
                Field("title", .text(), "what it holds, in one line", required: true),
            ]))

    private static let sourceShape: Shape = .object(
        ObjectShape(
            "source", "where figures come from",
            groups: [.exactlyOne(["repository", "package", "file"])],
            [
                Field("repository", .text(), "the repository the data came from"),
                Field("commit", .text(), "the repository's commit"),
                Field("package", .text(), "the registry, name and version it came from"),
                Field("file", .text(), "the file it came from, such as a quote"),
                Field("sha256", checksum, "the SHA-256 of that file's bytes"),
                Field("paths", .list(of: .text()), "the files in the repository or package"),
                Field("licence", .text(), "what the data may be used for"),
                Field("data_date", dayOrMonth, "the day or month of the data"),
                Field("upstream", .text(), "where the source has it from"),
                Field("note", .text(), "what else there is to know"),
            ]))

    /// The fields of a source that are texts, in the order of the documentation.
    static let sourceFields = [
        "repository", "commit", "package", "file", "sha256", "paths", "licence", "data_date",
        "upstream", "note",
    ]

    private static let columnShape: Shape = .object(
        ObjectShape(
            "column", "what the cells of a column are",
            groups: [
                .atMostOne(["currency", "currency_column"]), .atMostOne(["per", "per_column"]),
                .atMostOne(["date", "date_column"]),
            ],
            [
                Field("name", .text(), "the name in the table's header", required: true),
                Field("type", .choice(typeWords), "what the cells are", required: true),
                Field("unit", .text(), "the unit of numbers", example: "GiB"),
                Field("minimum", .number(), "the least number that is possible"),
                Field("maximum", .number(), "the largest number that is possible"),
                Field("currency", .currency, "the currency of prices"),
                Field("currency_column", .text(), "the column with the currency of prices"),
                Field("per", .text(), "what a price is for: a period, item or another unit"),
                Field("per_column", .text(), "the column with what a price is for"),
                Field("date", .date, "the day the prices were current"),
                Field("date_column", .text(), "the column with the day of prices"),
                Field(
                    "format", .choice(MonthForm.allCases.map(\.rawValue)),
                    "how January 2009 is written", standard: MonthForm.digits.rawValue),
                Field("required", .yesNo, "whether every row has a value", standard: "false"),
                Field("note", .text(), "what else there is to know"),
            ]))

    static let typeWords = ["text", "number", "price", "date", "month", "yes-no"]

    private static let checksum: Shape = .text(
        TextRule(
            form: TextForm(
                "a SHA-256 checksum", written: "as 64 hexadecimal digits in lower case",
                pattern: "^[0-9a-f]{64}$",
                matches: { text in
                    text.utf8.count == 64
                        && text.utf8.allSatisfy { $0 &- 48 < 10 || $0 &- 97 < 6 }
                })))

    private static let dayOrMonth: Shape = .text(
        TextRule(
            form: TextForm(
                "a day or month", written: "as 2024-09-28 or 2024-09",
                pattern: "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$",
                matches: { text in
                    MonthForm.digits.firstDay(of: text) != nil
                        || (try? CalendarDate(parsing: text)) != nil
                })))
}
