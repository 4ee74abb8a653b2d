import ArgumentParser
import Outlay

/// `outlay catalog list`: the catalogues there are, and how old their prices are.
struct CatalogListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the catalogues and how old their prices are.",
        discussion: """
            outlay catalog list
            outlay catalog list --older-than 180d
            """)

    @Option(
        help: ArgumentHelp("The age beyond which a price is stale.", valueName: "days"))
    var olderThan = AgeLimit(days: 365)

    @OptionGroup var options: CommonOptions

    func run() throws {
        try Shell.run(options, schema: "catalog-list") { shell in
            let workspace = try Workspace(options.surroundings)
            let library = try workspace.library()
            let entries = try library.identifiers().map { id in
                let catalogue = try library.readable(id)
                let check = CatalogueCheck(
                    catalogue, asOf: shell.asOf, limitDays: olderThan.days)
                return Entry(catalogue: catalogue, ages: check.ages)
            }
            return Answer(
                schema: "catalog-list",
                report: report(entries, asOf: shell.asOf, folder: library.folder),
                result: [
                    "older_than_days": .integer(olderThan.days),
                    "catalogues": .array(entries.map(\.json)),
                ],
                findings: library.warnings, inputs: workspace.inputs)
        }
    }

    private func report(_ entries: [Entry], asOf: CalendarDate, folder: String) -> Report {
        let table = Table(
            columns: [
                Column("Catalogue"), Column("Title", widthHint: 44), .number("Rows"),
                Column("Currency"), .number("Prices"), Column("Newest"), .number("Stale"),
                .number("Undated"),
            ],
            rows: entries.map(\.row),
            note: "Stale: older than \(olderThan.days) days on \(asOf).")
        let count = entries.count == 1 ? "1 catalogue" : "\(entries.count) catalogues"
        return Report(
            title: "\(count) in \(folder.isEmpty ? "." : folder)", summary: [.table(table)])
    }

    private struct Entry {
        var catalogue: Catalogue
        var ages: CatalogueCheck.Ages

        var row: Row {
            Row([
                .text(catalogue.metadata.id), .text(catalogue.metadata.title),
                .count(catalogue.table.rows.count),
                .text(catalogue.currencyCodes.joined(separator: " ")),
                ages.prices == 0 ? .empty : .count(ages.prices),
                ages.newest.map { .text($0.description) } ?? .empty,
                ages.staleShare.map { .percentage($0) } ?? .empty,
                ages.prices == 0 ? .empty : .count(ages.undated),
            ])
        }

        var json: JSONValue {
            [
                "id": .string(catalogue.metadata.id), "title": .string(catalogue.metadata.title),
                "rows": .integer(catalogue.table.rows.count),
                "currencies": .strings(catalogue.currencyCodes),
                "prices": .integer(ages.prices),
                "newest_price": .string(orNull: ages.newest?.description),
                "stale": .integer(ages.stale), "undated": .integer(ages.undated),
                "stale_share": .string(
                    orNull: ages.staleShare.map { FigureText.data($0, places: 4) }),
            ]
        }
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "catalogue list", "The catalogues there are.",
        [
            Field(
                "older_than_days", .integer(0...Int.max),
                "The days beyond which a price is stale.", required: true),
            Field(
                "catalogues", .list(of: .object(entryShape)), "The catalogues by identifier.",
                required: true),
        ])

    private static let entryShape = ObjectShape(
        "listed catalogue", "One catalogue and the age of its prices.",
        [
            Field("id", .identifier, "The catalogue's identifier.", required: true),
            Field("title", .text(), "What it holds.", required: true),
            Field("rows", .integer(0...Int.max), "The count of rows.", required: true),
            Field(
                "currencies", .list(of: .currency), "The currencies of its prices.",
                required: true),
            Field("prices", .integer(0...Int.max), "The count of prices.", required: true),
            Field("newest_price", .date, "The newest day of a price; null without one."),
            Field("stale", .integer(0...Int.max), "The count of stale prices.", required: true),
            Field(
                "undated", .integer(0...Int.max), "The count of prices without a day.",
                required: true),
            Field(
                "stale_share", .text(),
                "The share of stale prices, a fraction of 1; null without prices."),
        ])
}

extension Cell {
    /// Returns a count.
    static func count(_ count: Int) -> Cell { .number(ExactDecimal(count), places: 0) }
}
