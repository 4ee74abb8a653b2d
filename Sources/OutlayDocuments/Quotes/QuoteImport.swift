import OutlayEncoding
import OutlayProblems
import OutlayValues

/// A quote, read by its map and ready to be written as a catalogue.
package struct QuoteImport: Sendable {
    /// The metadata of the catalogue.
    package let metadata: CatalogueMetadata
    /// The catalogue's table as CSV.
    package let table: String
    /// The table's rows, as texts in the order of the columns.
    package let rows: [[String]]

    /// Reads a quote.
    ///
    /// - Parameters:
    ///   - path: The quote's path as the user gave it.
    ///   - bytes: The quote's bytes.
    ///   - map: How the quote is read.
    ///   - day: The day of the import.
    /// - Throws: ``DocumentProblems`` with every problem of the quote, in file order.
    package init(
        path: String, bytes: [UInt8], map: QuoteMap, on day: CalendarDate
    ) throws(DocumentProblems) {
        let reader: QuoteReader
        do {
            let source = try SourceText(
                path: path, bytes: bytes, byteLimit: CatalogueLibrary.tableByteLimit)
            reader = try QuoteReader(source, map)
        } catch {
            throw DocumentProblems([error])
        }
        guard reader.problems.isEmpty else { throw DocumentProblems(reader.problems.inFileOrder) }
        rows = reader.rows
        var writer = CSVWriter()
        writer.append(map.columns.map(\.to.name))
        for row in reader.rows { writer.append(row) }
        table = writer.text
        let name = path.split(separator: "/").last.map(String.init) ?? path
        metadata = CatalogueMetadata(
            id: map.id, title: map.title, file: map.id + ".csv",
            sha256: SHA256Digest.of(table), rowCount: reader.rows.count, extracted: day,
            sources: [
                CatalogueSource(fields: [
                    CatalogueRemark(field: "file", text: name),
                    CatalogueRemark(field: "sha256", text: SHA256Digest.of(bytes)),
                    CatalogueRemark(field: "data_date", text: map.quoted.description),
                    CatalogueRemark(field: "upstream", text: map.vendor),
                ])
            ],
            remarks: [], taxBasis: map.taxBasis, validUntil: map.validUntil,
            key: map.columns.first { $0.from == map.key }?.to.name ?? "",
            rowSource: nil, columns: map.columns.map(\.to))
    }
}

/// Reads the rows of a quote and collects every problem.
private struct QuoteReader {
    private let map: QuoteMap
    private let table: CSVTable
    private(set) var rows: [[String]] = []
    private(set) var problems: [Problem] = []

    init(_ source: SourceText, _ map: QuoteMap) throws(Problem) {
        self.map = map
        table = try CSVTable(source, options: map.layout)
        let indices = map.columns.map { table.columnIndex($0.from) }
        checkHeader(indices)
        let known = zip(map.columns, indices).compactMap { column, index in
            index.map { (column, $0) }
        }
        var firstLines: [String: Int] = [:]
        for cells in table.rows {
            rows.append(known.map { column, index in value(of: cells[index], column) })
            if let key = table.columnIndex(map.key) { checkKey(cells[key], &firstLines) }
        }
        if table.rows.isEmpty {
            problems.append(
                Problem(
                    .noRows, "the quote has no rows", at: .file(source.path),
                    because: "below its header there is nothing to take over",
                    hint: "check `skip_lines` of the map"))
        }
    }

    private mutating func checkHeader(_ indices: [Int?]) {
        let names = table.columns.map(\.text)
        if let problem = delimiterProblem { return problems.append(problem) }
        for (column, index) in zip(map.columns, indices) where index == nil {
            problems.append(
                Problem(
                    .unknownColumn, "the quote has no column \(Problem.quoted(column.from))",
                    at: .file(table.source.path),
                    because: "its columns are " + names.quotedList("and"),
                    hint: Suggestion.hint(for: column.from, among: names)))
        }
        let expected = Set(map.columns.map(\.from) + map.ignored)
        let missing = Set(map.columns.map(\.from)).subtracting(names)
        for column in table.columns where !expected.contains(column.text) {
            // A mapped column under another name is reported as missing already.
            guard Suggestion.nearest(to: column.text, among: missing) == nil else { continue }
            problems.append(
                Problem(
                    .unknownColumn, "the column \(Problem.quoted(column.text)) is not mapped",
                    at: table.source.location(column.range),
                    because: "every column is either mapped or named in `ignore`",
                    hint: Suggestion.hint(
                        for: column.text, among: map.columns.map(\.from) + map.ignored)
                        ?? "add it to `columns` or `ignore` of the map"))
        }
    }

    /// What is wrong where the header is one column, and another delimiter would make more of it.
    private var delimiterProblem: Problem? {
        guard let header = table.columns.first, table.columns.count == 1,
            map.columns.allSatisfy({ $0.from != header.text }),
            let likely = CSVDelimiter.allCases.first(where: { header.text.contains($0.rawValue) })
        else { return nil }
        let word = likely == .tab ? "tab" : likely.rawValue
        return Problem(
            .unknownColumn, "the header is one column", at: table.source.location(header.range),
            because: "it holds no delimiter that the map names",
            hint: "write `delimiter: \"\(word)\"` in the map")
    }

    private mutating func checkKey(_ cell: CSVCell, _ firstLines: inout [String: Int]) {
        guard !cell.text.isEmpty else { return }
        let line = table.source.position(at: cell.range.lowerBound).line
        if let first = firstLines[cell.text] {
            problems.append(
                Problem(
                    .duplicateIdentifier, "two rows are called \(Problem.quoted(cell.text))",
                    at: table.source.location(cell.range),
                    because: "`\(map.key)` names each row, and line \(first) has the same"))
        } else {
            firstLines[cell.text] = line
        }
    }

    /// Returns the cell as the catalogue writes it; what is wrong with it becomes a problem.
    private mutating func value(of cell: CSVCell, _ column: QuoteMap.Column) -> String {
        let place = table.source.location(cell.range)
        let text = cell.text
        guard !text.utf8.allSatisfy({ $0 == UInt8(ascii: " ") }) else {
            if column.to.isRequired || !text.isEmpty {
                problems.append(
                    Problem(
                        .emptyCell, "\(Problem.quoted(column.from)) has no value", at: place,
                        because: column.to.isRequired
                            ? "the map requires one in every row"
                            : "a missing value is an empty cell, and this one holds blanks"))
            }
            return ""
        }
        do throws(Problem) {
            let plain = column.to.type.isNumeric ? try map.numbers.plainText(of: text) : text
            _ = try column.to.type.content(of: plain)
            return plain
        } catch {
            let isImpossible = error.code == .impossibleValue
            problems.append(
                Problem(
                    isImpossible ? .impossibleValue : .badCell,
                    "\(Problem.quoted(text)) is not \(column.to.type.noun)"
                        + (isImpossible ? " that is possible" : ""),
                    at: place, because: "\(Problem.quoted(column.from)): \(error.reason)",
                    hint: error.hint))
            return ""
        }
    }
}
