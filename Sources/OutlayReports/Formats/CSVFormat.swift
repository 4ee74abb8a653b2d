/// The tables of a report as comma-separated values with their data texts.
///
/// One table is written alone: its column titles, then its rows. Several tables stand one below the
/// other, each after a line with its caption and before an empty line.
///
/// A text that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, tab or
/// carriage return) gets an apostrophe in front; numbers do not.
public struct CSVFormat: ReportFormat {
    /// The name that `--format` takes.
    public let identifier = "csv"
    /// What people call the format.
    public let title = "CSV"
    /// The ending of a file's name.
    public let fileExtension = "csv"

    /// Creates the format.
    public init() {}

    /// Returns the tables of `report` as CSV (RFC 4180, lines ended by LF).
    public func render(_ report: Report) -> String {
        let tables = report.tables
        guard tables.count != 1 else { return tables.map(text(of:)).joined() }
        return tables.map { table in
            line([.text(table.caption)]) + text(of: table)
        }.joined(separator: "\n")
    }

    private func text(of table: Table) -> String {
        line(table.columns.map { .text($0.title) }) + table.rows.map { line($0.cells) }.joined()
    }

    private func line(_ cells: [Cell]) -> String {
        cells.map(field).joined(separator: ",") + "\n"
    }

    private func field(_ cell: Cell) -> String {
        var text = cell.data
        if case .text = cell, let first = text.first, "=+-@\t\r".contains(first) {
            text = "'" + text
        }
        guard text.contains(where: { "\",\n\r".contains($0) || $0.isNewline }) else { return text }
        return "\""
            + text.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
    }
}
