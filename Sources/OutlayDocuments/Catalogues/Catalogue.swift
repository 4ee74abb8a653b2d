import OutlayEncoding
import OutlayProblems
import OutlayValues

/// A catalogue in memory: what is known of its table, and the table.
package struct Catalogue: Sendable {
    /// What is known of the table.
    package let metadata: CatalogueMetadata
    /// The table; its columns are those of the metadata, in any order.
    package let table: CSVTable
    /// The index of each column in the table's rows, in the order of the metadata.
    package let columnIndices: [Int]
    /// How the table differs from its metadata: its checksum and count of rows, as warnings.
    package let warnings: [Problem]
    private let rowsByKey: [String: [Int]]
    private let columnsByName: [String: Int]

    /// Joins a table and its metadata.
    ///
    /// - Throws: ``ProblemCode/unknownColumn`` when the table lacks a column of the metadata, or the other
    ///   way round.
    package init(
        _ metadata: CatalogueMetadata, table: CSVTable, sha256: String
    ) throws(Problem) {
        self.metadata = metadata
        self.table = table
        try Self.checkColumns(metadata, table)
        let places = Dictionary(
            uniqueKeysWithValues: table.columns.enumerated().map { ($1.text, $0) })
        columnIndices = metadata.columns.compactMap { places[$0.name] }
        columnsByName = Dictionary(
            uniqueKeysWithValues: metadata.columns.enumerated().map { ($1.name, $0) })
        let key = places[metadata.key] ?? 0
        rowsByKey = Dictionary(grouping: table.rows.indices) { table.rows[$0][key].text }
        warnings = Self.differences(metadata, table, sha256)
    }

    /// The key of the row at an index.
    package func key(ofRow row: Int) -> String {
        columnsByName[metadata.key].map { text(row: row, column: $0) } ?? ""
    }

    /// Returns the index of the row that `key` names.
    ///
    /// - Throws: ``ProblemCode/unknownRow`` with the nearest key, or ``ProblemCode/duplicateIdentifier``.
    /// - Complexity: O(1) for a known key.
    package func row(_ key: String) throws(Problem) -> Int {
        let rows = rowsByKey[key] ?? []
        if rows.count == 1 { return rows[0] }
        guard rows.isEmpty else {
            throw Problem(
                .duplicateIdentifier,
                "\(rows.count) rows of the catalogue `\(metadata.id)` are called "
                    + Problem.quoted(key),
                because: "a row is referred to by a key of its own",
                hint: "outlay catalog check \(metadata.id)")
        }
        throw Problem(
            .unknownRow,
            "there is no row \(Problem.quoted(key)) in the catalogue `\(metadata.id)`",
            because: "`\(table.source.path)` has no such cell in its column `\(metadata.key)`",
            hint: Suggestion.hint(for: key, among: rowsByKey.keys)
                ?? "outlay catalog search '\(metadata.id): …' lists rows")
    }

    /// Returns the index of the column `name` in the metadata.
    ///
    /// - Throws: ``ProblemCode/unknownColumn`` with the nearest name.
    package func column(_ name: String) throws(Problem) -> Int {
        if let column = columnsByName[name] { return column }
        throw Problem(
            .unknownColumn,
            "there is no column \(Problem.quoted(name)) in the catalogue `\(metadata.id)`",
            because: "its columns are " + metadata.columns.map(\.name).quotedList("and"),
            hint: Suggestion.hint(for: name, among: metadata.columns.map(\.name)))
    }

    /// The text of a cell, by the index of its row and of its column in the metadata.
    package func text(row: Int, column: Int) -> String {
        table.rows[row][columnIndices[column]].text
    }

    /// The place of a cell in the table's file.
    package func location(row: Int, column: Int) -> Location {
        table.source.location(table.rows[row][columnIndices[column]].range)
    }

    /// The codes of the currencies that prices are in, those that only rows state among them, sorted.
    package var currencyCodes: [String] {
        var codes: Set<String> = []
        for column in metadata.columns {
            guard case .price(let terms) = column.type else { continue }
            switch terms.currency {
            case .stated(let currency): codes.insert(currency.code)
            case .column(let name):
                guard let column = columnsByName[name] else { continue }
                codes.formUnion(table.rows.indices.map { text(row: $0, column: column) })
            }
        }
        return codes.filter { !$0.isEmpty }.sorted()
    }

    /// The indices of the rows whose key another row has too.
    package var rowsWithSharedKey: [Int] {
        rowsByKey.values.filter { $0.count > 1 }.flatMap { $0 }.sorted()
    }

    private static func checkColumns(
        _ metadata: CatalogueMetadata, _ table: CSVTable
    ) throws(Problem) {
        let (stated, found) = (metadata.columns.map(\.name), table.columns.map(\.text))
        if let missing = stated.first(where: { !found.contains($0) }) {
            throw Problem(
                .unknownColumn, "the table has no column `\(missing)`",
                at: .file(table.source.path),
                because: "the metadata of the catalogue `\(metadata.id)` describes it",
                hint: Suggestion.hint(for: missing, among: found))
        }
        if let surplus = table.columns.first(where: { !stated.contains($0.text) }) {
            throw Problem(
                .unknownColumn, "the column \(Problem.quoted(surplus.text)) is not described",
                at: table.source.location(surplus.range),
                because: "the metadata of the catalogue `\(metadata.id)` describes every column",
                hint: Suggestion.hint(for: surplus.text, among: stated))
        }
    }

    private static func differences(
        _ metadata: CatalogueMetadata, _ table: CSVTable, _ sha256: String
    ) -> [Problem] {
        var problems: [Problem] = []
        if sha256 != metadata.sha256 {
            problems.append(
                Problem(
                    .checksumMismatch, "the table of `\(metadata.id)` was changed",
                    at: .file(table.source.path),
                    because: "its SHA-256 begins with \(sha256.prefix(12)), and the metadata says "
                        + "\(metadata.sha256.prefix(12))",
                    hint: "restore the table, or state its new checksum"))
        }
        if table.rows.count != metadata.rowCount {
            problems.append(
                Problem(
                    .rowCountMismatch, "the table of `\(metadata.id)` has \(table.rows.count) rows",
                    at: .file(table.source.path),
                    because: "the metadata says \(metadata.rowCount)",
                    hint: "restore the table, or state its new count of rows"))
        }
        for index in problems.indices { problems[index].severity = .warning }
        return problems
    }
}
