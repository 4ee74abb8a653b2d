import OutlayEncoding

/// The tables of a report as comma-separated values with their data texts.
///
/// One table is written alone: its column titles, then its rows. Several tables stand one below the
/// other, each after a line with its caption and all but the first after an empty line. A text that a
/// spreadsheet would take for a formula gets an apostrophe in front; numbers do not.
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
        return tables.map { text(of: $0, isCaptioned: tables.count > 1) }.joined(separator: "\n")
    }

    private func text(of table: Table, isCaptioned: Bool) -> String {
        var writer = CSVWriter(formulaGuard: .spreadsheetSafe)
        if isCaptioned, !table.caption.isEmpty { writer.append([table.caption]) }
        writer.append(table.columns.map(\.title))
        for row in table.rows { writer.append(row.cells.map(\.data)) }
        return writer.text
    }
}
