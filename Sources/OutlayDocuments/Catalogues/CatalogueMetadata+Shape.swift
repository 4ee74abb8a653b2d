import OutlayEconomics
import OutlayProblems
import OutlayValues

extension CatalogueMetadata {
    /// The name of the kind in documents.
    package static let kind = "CatalogueMetadata"

    /// What a document of the kind may hold.
    package static let shape = ObjectShape(
        kind, "What a catalogue's table holds and where it comes from.",
        [
            Field(
                "apiVersion", .constant("outlay/v1", code: .unknownVersion),
                "The version of the document format.", required: true, example: "outlay/v1"),
            Field(
                "kind", .constant(kind, code: .unknownKind), "The kind of the document.",
                required: true, example: kind),
            Field(
                "metadata", .object(identity), "What the catalogue is called.", required: true),
            Field(
                "file", .text(), "The table's CSV file, beside this document.", required: true,
                example: "storage-drives.csv"),
            Field(
                "sha256", checksum, "The SHA-256 of the table's bytes.", required: true),
            Field("rows", .integer(0...Int.max), "The count of rows.", required: true),
            Field(
                "extracted", .date, "The day the table was made from its sources.",
                required: true, example: "2026-11-23"),
            Field(
                "sources", .list(of: .object(sourceShape), count: 1...Int.max),
                "Where the figures come from.", required: true),
        ]
            + remarkFields
            + [
                Field(
                    "prices", .choice(Tax.Basis.allCases.map(\.rawValue)),
                    "Whether prices hold tax."),
                Field("valid_until", .date, "The last day the prices may be relied on."),
                Field(
                    "key", .text(), "The column that names a row.", required: true,
                    example: "id"),
                Field("row_source", .text(), "The column that names a row's source."),
                Field(
                    "columns", .list(of: .object(columnShape), count: 1...Int.max),
                    "The table's columns.", required: true),
            ])

    private static let remarkFields = [
        Field("attribution", .text(), "What users of the data must say."),
        Field("selection", .text(), "What was taken from the sources and what was left out."),
        Field("limits", .text(), "What the table does not say."),
        Field("note", .text(), "What else there is to know."),
    ]

    /// What `metadata` holds in catalogues and quote maps.
    static let identity = ObjectShape(
        "metadata", "What the document is called.",
        [
            Field("id", .identifier, "The catalogue's name.", required: true, example: "prices"),
            Field("title", .text(), "What it holds, in one line.", required: true),
        ])

    private static let sourceShape = ObjectShape(
        "source", "Where figures come from.",
        groups: [.exactlyOne(["repository", "package", "file"])],
        [
            Field("repository", .text(), "The repository the data came from."),
            Field("commit", .text(), "The repository's commit."),
            Field("package", .text(), "The registry, name and version it came from."),
            Field("file", .text(), "The file it came from, such as a quote."),
            Field("sha256", checksum, "The SHA-256 of that file's bytes."),
            Field("paths", .list(of: .text()), "The files in the repository or package."),
            Field("licence", .text(), "What the data may be used for."),
            Field("data_date", dayOrMonth, "The day or month of the data."),
            Field("upstream", .text(), "Where the source has it from."),
            Field("note", .text(), "What else there is to know."),
        ])

    /// The fields of a source that are texts, in the order of the documentation.
    static let sourceFields = [
        "repository", "commit", "package", "file", "sha256", "paths", "licence", "data_date",
        "upstream", "note",
    ]

    private static let columnShape = ObjectShape(
        "column", "What the cells of a column are.",
        groups: [
            .atMostOne(["currency", "currency_column"]), .atMostOne(["per", "per_column"]),
            .atMostOne(["date", "date_column"]),
        ],
        [
            Field("name", .text(), "The name in the table's header.", required: true),
            Field("type", .choice(typeWords), "What the cells are.", required: true),
            Field("unit", .text(), "The unit of numbers.", example: "GiB"),
            Field("minimum", .number(), "The least number that is possible."),
            Field("maximum", .number(), "The largest number that is possible."),
            Field("currency", .currency, "The currency of prices."),
            Field("currency_column", .text(), "The column with the currency of prices."),
            Field("per", .text(), "What a price is for: a period, item or another unit."),
            Field("per_column", .text(), "The column with what a price is for."),
            Field("date", .date, "The day the prices were current."),
            Field("date_column", .text(), "The column with the day of prices."),
            Field(
                "format", .choice(MonthForm.allCases.map(\.rawValue)),
                "How January 2009 is written.", standard: MonthForm.digits.rawValue),
            Field("required", .yesNo, "Whether every row has a value.", standard: "false"),
            Field("note", .text(), "What else there is to know."),
        ])

    private static let typeWords = ["text", "number", "price", "date", "month", "yes-no"]

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
