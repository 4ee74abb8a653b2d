import ArgumentParser
import Outlay

/// `outlay import quote`: a vendor's CSV quote becomes a catalogue.
struct ImportQuoteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quote",
        abstract: "Turn a vendor's CSV quote into a catalogue that options can point at.",
        discussion: """
            outlay import quote offer.csv --map offer-map.yaml
            outlay import quote offer.csv --map offer-map.yaml --format json

            A QuoteMap document says which columns are taken over and how numbers are written. Blanks in \
            required columns, texts in place of numbers, shared keys and unmapped columns are refused, all of \
            them in one pass.
            """)

    @Argument(help: "The quote, a CSV file.")
    var quote: String

    @Option(help: ArgumentHelp("The QuoteMap document.", valueName: "file"))
    var map: String

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The folder the catalogue is written to; the folder of catalogues where not given.",
            valueName: "folder"))
    var output: String?

    @Flag(help: "Say what would be written, and write nothing.")
    var dryRun = false

    @Flag(help: "Replace a catalogue of the same name.")
    var replace = false

    @OptionGroup var options: CommonOptions

    func run() throws {
        try Shell.run(options, schema: "import-quote") { shell in
            let workspace = try Workspace(options.surroundings)
            let source = try workspace.document(map)
            let bytes = try FileAccess.read(quote, limit: FileAccess.tableLimit)
            let quoteDigest = FileDigest(path: quote, sha256: SHA256Digest.of(bytes))
            let imported: QuoteImport
            do throws(DocumentProblems) {
                imported = try QuoteImport(
                    path: quote, bytes: bytes, map: QuoteMap.read(source), on: shell.asOf)
            } catch {
                throw Problems(list: error.list)
            }
            let folder = try destination(workspace)
            let target = Target(folder: folder, metadata: imported.metadata)
            try target.requireAbsence(unless: replace)
            if !dryRun { try target.write(imported) }
            return Answer(
                schema: "import-quote", report: report(imported, target),
                result: json(imported, target), inputs: workspace.inputs + [quoteDigest])
        }
    }

    private func destination(_ workspace: Workspace) throws(Problem) -> String {
        let folder: String
        if let output { folder = output } else { folder = try workspace.library().folder }
        return folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/"
    }

    /// The two files of a catalogue.
    private struct Target {
        let folder: String
        let table: String
        let metadata: String

        init(folder: String, metadata: CatalogueMetadata) {
            self.folder = folder
            table = folder + metadata.file
            self.metadata = folder + metadata.id + ".yaml"
        }

        func requireAbsence(unless replaces: Bool) throws(Problem) {
            guard !replaces, let path = [table, metadata].first(where: FileAccess.exists) else {
                return
            }
            throw Problem(
                .fileExists, "`\(path)` exists already", at: .file(path),
                because: "a catalogue is not overwritten unasked",
                hint: "add --replace, or give the map another id")
        }

        /// Writes the table, then its metadata: without that it is no catalogue yet.
        func write(_ imported: QuoteImport) throws(Problem) {
            try FileAccess.createFolder(folder)
            try FileAccess.write([
                (table, Array(imported.table.utf8)),
                (metadata, Array(imported.metadata.text.utf8)),
            ])
        }
    }

    private func report(_ imported: QuoteImport, _ target: Target) -> Report {
        let metadata = imported.metadata
        let shown = imported.rows.prefix(10)
        let table = Table(
            columns: metadata.columns.map { column in
                column.type.isNumeric
                    ? .number(column.name) : Column(column.name, widthHint: 48)
            },
            rows: shown.map { cells in
                Row(
                    zip(cells, metadata.columns).map { text, column in
                        guard !text.isEmpty else { return .empty }
                        return column.type.isNumeric
                            ? .number(shown: text, data: text) : .text(text)
                    })
            },
            note: shown.count < imported.rows.count
                ? "The first \(shown.count) of \(imported.rows.count) rows." : nil)
        let rows = imported.rows.count == 1 ? "1 row" : "\(imported.rows.count) rows"
        return Report(
            title: "\(rows) \(dryRun ? "would become" : "became") the catalogue \(metadata.id)",
            subtitle: metadata.title,
            summary: [
                .facts([
                    Fact("Table", .code(target.table)), Fact("Metadata", .code(target.metadata)),
                    Fact("Prices", RichText(metadata.taxBasis?.rawValue ?? "")),
                    Fact(
                        "Valid until", RichText(metadata.validUntil?.description ?? "not stated")),
                ]), .table(table),
            ])
    }

    private func json(_ imported: QuoteImport, _ target: Target) -> JSONValue {
        [
            "catalogue": .string(imported.metadata.id),
            "table": .string(target.table), "metadata": .string(target.metadata),
            "rows": .integer(imported.rows.count),
            "columns": .strings(imported.metadata.columns.map(\.name)),
            "prices": .string(orNull: imported.metadata.taxBasis?.rawValue),
            "valid_until": .string(orNull: imported.metadata.validUntil?.description),
            "sha256": .string(imported.metadata.sha256), "written": .bool(!dryRun),
        ]
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "imported quote", "The catalogue that a quote became.",
        [
            Field("catalogue", .identifier, "The catalogue's identifier.", required: true),
            Field("table", .text(), "The path of its table.", required: true),
            Field("metadata", .text(), "The path of its metadata.", required: true),
            Field("rows", .integer(0...Int.max), "The count of rows.", required: true),
            Field("columns", .list(of: .text()), "The columns taken over.", required: true),
            Field("prices", .text(), "net or gross.", required: true),
            Field("valid_until", .date, "The last day of the quote; null where not stated."),
            Field("sha256", .text(), "The SHA-256 of the table.", required: true),
            Field(
                "written", .yesNo, "Whether the files were written; false in a dry run.",
                required: true),
        ])
}
