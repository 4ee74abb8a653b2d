import ArgumentParser
import Outlay

/// `outlay catalog search`: the rows of a catalogue that meet conditions.
struct CatalogSearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find the rows of a catalogue that meet conditions.",
        discussion: """
            outlay catalog search 'cloud-compute: vcpu>=8 provider=aws' --sort price_on_demand_usd_hour

            All conditions must hold. The signs are = != < <= > >= and ~ (contains, whatever the case); \
            a value with blanks stands in double quotes. An empty cell meets no condition.
            """)

    @Argument(
        help: ArgumentHelp(
            "A catalogue, a colon and conditions.", valueName: "catalogue: conditions"))
    var query: String

    @Option(
        help: ArgumentHelp(
            "The column to order rows by, the largest first with :desc.",
            valueName: "column[:desc]"))
    var sort: String?

    @Option(help: "The most rows shown.")
    var top = 20

    @Option(help: ArgumentHelp("The columns shown, with commas between them.", valueName: "a,b"))
    var columns: String?

    @OptionGroup var options: CommonOptions

    func run() throws {
        try Shell.run(options, schema: "catalog-search") { _ in
            try RowLimit.check(top)
            let workspace = try Workspace(options.surroundings)
            let library = try workspace.library()
            let (id, conditions) = try parts()
            let catalogue = try library.readable(id)
            let filter = try RowFilter(parsing: conditions, argument: "search \(id)")
            let order = try sort.map {
                try CatalogueSearch.Order(parsing: $0, argument: "--sort")
            }
            let search = try CatalogueSearch(catalogue, filter, order: order)
            let shown = try shownColumns(of: catalogue, search)
            let rows = Array(search.rows.prefix(top))
            return Answer(
                schema: "catalog-search",
                report: report(catalogue, search, rows, shown),
                result: json(catalogue, search, rows, shown),
                findings: library.warnings, inputs: workspace.inputs)
        }
    }

    /// Returns the catalogue's name and the conditions behind the colon.
    private func parts() throws(Problem) -> (id: String, conditions: String) {
        let parts = query.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let words = (parts.first ?? "").split(separator: " ")
        guard words.count == 1, let id = words.first else {
            throw Problem(
                .usage, "\(Problem.quoted(query)) does not begin with a catalogue and a colon",
                because: "conditions follow the catalogue's name and a colon",
                hint: "write it such as `cloud-compute: vcpu>=8`; `outlay catalog list` names them")
        }
        return (String(id), parts.count > 1 ? String(parts[1]) : "")
    }

    private func shownColumns(
        of catalogue: Catalogue, _ search: CatalogueSearch
    ) throws(Problem) -> [Int] {
        guard let columns else { return search.columns }
        var indices: [Int] = []
        for name in columns.split(separator: ",", omittingEmptySubsequences: false) {
            do {
                let trimmed = name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
                indices.append(try catalogue.column(String(trimmed)))
            } catch {
                throw error.located(at: .argument("--columns"))
            }
        }
        return indices
    }

    private func report(
        _ catalogue: Catalogue, _ search: CatalogueSearch, _ rows: [Int], _ columns: [Int]
    ) -> Report {
        let descriptions = columns.map { catalogue.metadata.columns[$0] }
        let names = catalogue.metadata.columns.map(\.name)
        let table = Table(
            columns: descriptions.map { column in
                column.type.isNumeric
                    ? .number(column.name) : Column(column.name, widthHint: 48)
            },
            rows: rows.map { row in
                Row(
                    zip(columns, descriptions).map { column, description in
                        let text = catalogue.text(row: row, column: column)
                        guard !text.isEmpty else { return .empty }
                        return description.type.isNumeric
                            ? .number(shown: text, data: text) : .text(text)
                    })
            },
            note: rows.count < search.rows.count
                ? "The first \(rows.count) of \(search.rows.count); `--top` shows more." : nil)
        return Report(
            title: query, subtitle: search.counts.sentence(columns: names, kept: "found"),
            summary: rows.isEmpty ? [.paragraph("No row meets the conditions.")] : [.table(table)])
    }

    private func json(
        _ catalogue: Catalogue, _ search: CatalogueSearch, _ rows: [Int], _ columns: [Int]
    ) -> JSONValue {
        let names = catalogue.metadata.columns.map(\.name)
        return [
            "catalogue": .string(catalogue.metadata.id),
            "counts": search.counts.json(columns: names),
            "columns": .strings(columns.map { names[$0] }),
            "rows": .array(
                rows.map { row in
                    [
                        "key": .string(catalogue.key(ofRow: row)),
                        "cells": .array(
                            columns.map { .string(catalogue.text(row: row, column: $0)) }),
                    ]
                }),
        ]
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "catalogue search", "The rows that meet the conditions, in the order asked for.",
        [
            Field("catalogue", .identifier, "The catalogue searched.", required: true),
            Field(
                "counts", .object(RowCounts.resultShape), "What became of the rows.",
                required: true),
            Field("columns", .list(of: .text()), "The columns shown.", required: true),
            Field("rows", .list(of: .object(rowShape)), "The first rows found.", required: true),
        ])

    private static let rowShape = ObjectShape(
        "found row", "One row that meets the conditions.",
        [
            Field("key", .text(), "The row's key.", required: true),
            Field(
                "cells", .list(of: .text(TextRule(length: 0...Int.max))),
                "The cells of the columns shown; empty where there is no value.",
                required: true),
        ])
}
