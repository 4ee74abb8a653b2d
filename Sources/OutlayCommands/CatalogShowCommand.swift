import ArgumentParser
import Outlay

/// `outlay catalog show`: what a catalogue holds and where it comes from, or one of its rows.
struct CatalogShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a catalogue's sources and columns, or one of its rows.",
        discussion: """
            outlay catalog show cloud-compute
            outlay catalog show cloud-compute/aws/m7i.2xlarge
            """)

    @Argument(
        help: ArgumentHelp(
            "A catalogue, or a row of it such as cloud-compute/aws/m7i.2xlarge.",
            valueName: "catalogue[/row]"))
    var name: String

    @OptionGroup var options: CommonOptions

    func run() throws {
        try Shell.run(options, schema: "catalog-show") { _ in
            let workspace = try Workspace(options.surroundings)
            let library = try workspace.library()
            let reference = name.contains("/") ? try CatalogueReference(parsing: name) : nil
            let catalogue = try library.readable(reference?.catalogue ?? name)
            let row = try reference.map { try catalogue.row($0.row) }
            let cells = try row.map { row in
                try catalogue.metadata.columns.indices.map {
                    try catalogue.cell(row: row, column: $0)
                }
            }
            return Answer(
                schema: "catalog-show",
                report: cells.map { self.report(catalogue, $0) } ?? self.report(catalogue),
                result: json(catalogue, row: cells),
                findings: library.warnings, inputs: workspace.inputs)
        }
    }

    private func report(_ catalogue: Catalogue, _ cells: [CatalogueCell]) -> Report {
        let table = Table(
            columns: [
                Column("Column"), Column("Value", widthHint: 60), Column("Unit"),
                Column("Price date"),
            ],
            rows: cells.map { cell in
                Row([
                    .text(cell.column), cell.content == nil ? .empty : .text(cell.text),
                    .text(cell.content == nil ? "" : cell.unit),
                    .text(cell.date?.description ?? ""),
                ])
            })
        return Report(title: name, subtitle: catalogue.metadata.title, summary: [.table(table)])
    }

    private func report(_ catalogue: Catalogue) -> Report {
        let metadata = catalogue.metadata
        var facts = [
            Fact("Table", RichText("\(metadata.file), \(catalogue.table.rows.count) rows")),
            Fact("Extracted", RichText(metadata.extracted.description)),
            Fact("Rows are named by", .code(metadata.key)),
        ]
        if let basis = metadata.taxBasis { facts.append(Fact("Prices", RichText(basis.rawValue))) }
        if let day = metadata.validUntil {
            facts.append(Fact("Valid until", RichText(day.description)))
        }
        facts += metadata.remarks.map { remark in
            Fact(
                remark.field.prefix(1).uppercased() + remark.field.dropFirst(),
                RichText(remark.text))
        }
        return Report(
            title: metadata.id, subtitle: metadata.title, summary: [.facts(facts)],
            sections: [
                ReportSection(id: "sources", title: "Sources", blocks: [.table(sources(metadata))]),
                ReportSection(id: "columns", title: "Columns", blocks: [.table(columns(metadata))]),
            ])
    }

    private func sources(_ metadata: CatalogueMetadata) -> Table {
        Table(
            columns: [
                Column("Source", widthHint: 56), Column("Commit", widthHint: 12),
                Column("Licence", widthHint: 24), Column("Data of"),
            ],
            rows: metadata.sources.map { source in
                let fields = [
                    source.name, source["commit"], source["licence"], source["data_date"],
                ]
                return Row(fields.map { $0.map { .text($0) } ?? .empty })
            })
    }

    private func columns(_ metadata: CatalogueMetadata) -> Table {
        Table(
            columns: [
                Column("Column"), Column("Type"), Column("Unit"), Column("Price date"),
                Column("Required"), Column("Note", widthHint: 40),
            ],
            rows: metadata.columns.map { column in
                let fields = [
                    column.name, column.type.word, column.unit, column.dateText,
                    column.isRequired ? "yes" : "", column.note ?? "",
                ]
                return Row(fields.map { .text($0) })
            })
    }

    private func json(_ catalogue: Catalogue, row cells: [CatalogueCell]?) -> JSONValue {
        let metadata = catalogue.metadata
        return [
            "id": .string(metadata.id), "title": .string(metadata.title),
            "file": .string(metadata.file), "sha256": .string(metadata.sha256),
            "rows": .integer(catalogue.table.rows.count),
            "extracted": .string(metadata.extracted.description),
            "prices": .string(orNull: metadata.taxBasis?.rawValue),
            "valid_until": .string(orNull: metadata.validUntil?.description),
            "key": .string(metadata.key), "remarks": Self.json(metadata.remarks),
            "sources": .array(metadata.sources.map { Self.json($0.fields) }),
            "columns": .array(
                metadata.columns.map { column in
                    [
                        "name": .string(column.name), "type": .string(column.type.word),
                        "unit": .string(column.unit), "date": .string(column.dateText),
                        "required": .bool(column.isRequired),
                        "note": .string(orNull: column.note),
                    ]
                }),
            "row": cells.map(Self.json) ?? .null,
        ]
    }

    private static func json(_ fields: [CatalogueRemark]) -> JSONValue {
        .object(
            fields.reduce(into: JSONObject()) { object, field in
                object[field.field] = .string(field.text)
            })
    }

    private static func json(_ cells: [CatalogueCell]) -> JSONValue {
        [
            "key": .string(cells.first?.row ?? ""),
            "source": .string(orNull: cells.first?.source),
            "cells": .array(
                cells.map { cell in
                    [
                        "column": .string(cell.column),
                        "value": .string(orNull: cell.content == nil ? nil : cell.text),
                        "unit": .string(cell.unit),
                        "currency": .string(orNull: cell.currency?.code),
                        "date": .string(orNull: cell.date?.description),
                    ]
                }),
        ]
    }
}

extension CatalogueColumn {
    /// The unit of the column's numbers or prices, as far as the metadata says it.
    fileprivate var unit: String {
        switch type {
        case .number(let unit, _, _): return unit
        case .price(let terms):
            let currency =
                switch terms.currency {
                case .stated(let currency): currency.code
                case .column(let name): "by \(name)"
                }
            switch terms.per {
            case .stated(let unit)?: return "\(currency)/\(unit)"
            case .column(let name)?: return "\(currency), by \(name)"
            case nil: return currency
            }
        default: return ""
        }
    }

    /// The day of the column's prices, or the column that says it.
    fileprivate var dateText: String {
        guard case .price(let terms) = type else { return "" }
        return switch terms.date {
        case .stated(let date)?: date.description
        case .column(let name)?: "by \(name)"
        case nil: ""
        }
    }
}

extension CatalogShowCommand {
    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "catalogue", "A catalogue, and one of its rows where one was asked for.",
        [
            Field("id", .identifier, "The catalogue's identifier.", required: true),
            Field("title", .text(), "What it holds.", required: true),
            Field("file", .text(), "The table's file.", required: true),
            Field("sha256", .text(), "The stated SHA-256 of the table.", required: true),
            Field("rows", .integer(0...Int.max), "The count of rows.", required: true),
            Field("extracted", .date, "The day the table was made.", required: true),
            Field("prices", .text(), "net or gross; null where not stated."),
            Field("valid_until", .date, "The last day of the prices; null where not stated."),
            Field("key", .text(), "The column that names a row.", required: true),
            Field(
                "remarks", .map(keys: .text, values: .text()),
                "Attribution, selection, limits and note.", required: true),
            Field(
                "sources", .list(of: .map(keys: .text, values: .text())),
                "Where the figures come from.", required: true),
            Field(
                "columns", .list(of: .object(columnShape)), "The columns in the table's order.",
                required: true),
            Field("row", .object(rowShape), "The row asked for; null for a whole catalogue."),
        ])

    /// A text, perhaps an empty one.
    private static let text = Shape.text(TextRule(length: 0...Int.max))

    private static let columnShape = ObjectShape(
        "catalogue column", "What the cells of a column are.",
        [
            Field("name", .text(), "The column's name.", required: true),
            Field("type", .text(), "What its cells are.", required: true),
            Field("unit", text, "The unit of numbers and prices, or empty.", required: true),
            Field("date", text, "The day of prices, or empty.", required: true),
            Field("required", .yesNo, "Whether every row has a value.", required: true),
            Field("note", .text(), "What else there is to know; null for nothing."),
        ])

    private static let rowShape = ObjectShape(
        "catalogue row", "One row of a catalogue.",
        [
            Field("key", .text(), "The row's key.", required: true),
            Field("source", .text(), "The row's source; null where not stated."),
            Field(
                "cells", .list(of: .object(cellShape)), "The cells in the order of the columns.",
                required: true),
        ])

    private static let cellShape = ObjectShape(
        "catalogue cell", "One cell with what its column says of it.",
        [
            Field("column", .text(), "The column's name.", required: true),
            Field("value", .text(), "The cell's text; null where it is empty."),
            Field("unit", text, "The unit, or empty.", required: true),
            Field("currency", .currency, "The currency of a price; null for anything else."),
            Field("date", .date, "The day of a price; null where not stated."),
        ])
}
