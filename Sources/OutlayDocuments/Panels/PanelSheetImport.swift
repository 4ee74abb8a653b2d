import OutlayDecisions
import OutlayEncoding
import OutlayEvaluations
import OutlayProblems
import OutlayValues

/// Reads a filled-in score sheet and checks every cell of it.
package struct PanelSheetImport {
    /// What the member has handed in.
    package let ballot: Panel.Ballot
    /// How many scores it holds.
    package let scoreCount: Int

    /// The most bytes a sheet has: 16 MiB.
    package static let byteLimit = 16 << 20

    /// Reads the sheet at `path`.
    ///
    /// - Parameters:
    ///   - path: The path as the user gave it.
    ///   - bytes: The sheet's bytes: CSV with commas, semicolons or tabs.
    ///   - sheet: The sheet as the evaluation would write it now.
    ///   - member: Whose scores they are.
    ///   - date: The day of the scores.
    ///   - conflicts: The options that the member has an interest in; they need no scores.
    ///   - allowsGaps: Whether an empty score means that none is given.
    /// - Throws: ``DocumentProblems`` with every problem of the sheet, in file order.
    package init(
        path: String, bytes: [UInt8], sheet: PanelSheet, member: String, date: CalendarDate,
        conflicts: [Panel.Conflict], allowsGaps: Bool
    ) throws(DocumentProblems) {
        var reader: SheetReader
        do throws(Problem) {
            let source = try SourceText(path: path, bytes: bytes, byteLimit: Self.byteLimit)
            let table = try CSVTable(
                source, options: CSVOptions(delimiter: SheetReader.delimiter(of: source)))
            reader = SheetReader(
                table: table, sheet: sheet, allowsGaps: allowsGaps,
                ballot: Panel.Ballot(
                    member: member, date: date, conflicts: conflicts, scores: [:]))
        } catch {
            throw DocumentProblems([error])
        }
        reader.read()
        guard reader.problems.isEmpty else { throw DocumentProblems(reader.problems.inFileOrder) }
        ballot = reader.ballot
        scoreCount = ballot.scores.values.reduce(0) { $0 + $1.count }
    }
}

/// Reads the rows of a sheet and collects every problem.
private struct SheetReader {
    let table: CSVTable
    let sheet: PanelSheet
    let allowsGaps: Bool
    var ballot: Panel.Ballot
    private(set) var problems: [Problem] = []
    private var indices: [PanelSheet.Column: Int] = [:]
    private var firstLines: [String: Int] = [:]

    init(table: CSVTable, sheet: PanelSheet, allowsGaps: Bool, ballot: Panel.Ballot) {
        self.table = table
        self.sheet = sheet
        self.allowsGaps = allowsGaps
        self.ballot = ballot
    }

    /// Returns the sign between the names of the columns, which hold none themselves.
    static func delimiter(of source: SourceText) -> CSVDelimiter {
        let bytes = source.bytes[source.contentStart...]
        let header = bytes.prefix { $0 != 10 && $0 != 13 }
        return header.contains(UInt8(ascii: ";"))
            ? .semicolon : header.contains(9) ? .tab : .comma
    }

    mutating func read() {
        guard checkHeader() else { return }
        for cells in table.rows { read(cells) }
        // A row of an unknown name is likely the one that seems to be missing.
        guard !problems.contains(where: { $0.code == .unknownReference }) else { return }
        for row in sheet.rows
        where firstLines[Self.key(row)] == nil && ballot.conflict(on: row.option.id) == nil {
            problems.append(
                Problem(
                    .missingPerformance,
                    "the sheet has no row for \(row.option.id) on \(row.score.criterion)",
                    at: .file(table.source.path),
                    because: "a sheet has a row for each option and criterion",
                    hint: "add the row, or write the sheet again by `outlay panel sheet`"))
        }
    }

    private static func key(_ row: PanelSheet.Row) -> String {
        row.option.id + "\n" + row.score.criterion
    }

    private mutating func checkHeader() -> Bool {
        let known = PanelSheet.Column.allCases.map(\.rawValue)
        for (index, cell) in table.columns.enumerated() {
            guard let column = PanelSheet.Column(rawValue: cell.text) else {
                problems.append(
                    Problem(
                        .unknownColumn, "a sheet has no column \(Problem.quoted(cell.text))",
                        at: table.source.location(cell.range),
                        because: "its columns are \(known.joined(separator: ", "))",
                        hint: Suggestion.hint(for: cell.text, among: known) ?? "remove it"))
                continue
            }
            indices[column] = index
        }
        for column in PanelSheet.Column.allCases
        where !column.isForReading && indices[column] == nil {
            problems.append(
                Problem(
                    .unknownColumn, "the sheet has no column `\(column.rawValue)`",
                    at: .file(table.source.path),
                    because: "its columns are \(known.joined(separator: ", "))",
                    hint: "write the sheet again by `outlay panel sheet`"))
        }
        return problems.isEmpty
    }

    private mutating func read(_ cells: [CSVCell]) {
        func cell(_ column: PanelSheet.Column) -> CSVCell {
            indices[column].map { cells[$0] } ?? CSVCell(text: "", range: 0..<0)
        }
        guard let row = row(option: cell(.option), criterion: cell(.criterion)) else { return }
        let place = table.source.location(cell(.option).range)
        let line = table.source.position(at: cell(.option).range.lowerBound).line
        if let first = firstLines.updateValue(line, forKey: Self.key(row)) {
            problems.append(
                Problem(
                    .duplicateIdentifier,
                    "\(row.option.id) on \(row.score.criterion) stands twice", at: place,
                    because: "line \(first) has the same", hint: "remove one of the two"))
            return
        }
        check(cell(.member), is: ballot.member, "these are not the scores of `\(ballot.member)`")
        let changed = "the sheet was written for another scale of \(row.score.criterion)"
        check(cell(.unit), is: row.score.measure.unit, changed)
        check(cell(.scale), is: row.score.scale, changed)
        readScore(cell(.score), row)
        let note = Self.unguarded(cell(.note).text)
        if !note.isEmpty { ballot.notes[row.option.id, default: [:]][row.score.criterion] = note }
    }

    private mutating func row(option: CSVCell, criterion: CSVCell) -> PanelSheet.Row? {
        var isKnown = true
        for (cell, kind, known) in [
            (option, "option", sheet.options), (criterion, "criterion", sheet.criteria),
        ] where !known.contains(cell.text) {
            isKnown = false
            problems.append(
                Problem(
                    .unknownReference, "there is no \(kind) \(Problem.quoted(cell.text))",
                    at: table.source.location(cell.range),
                    because: "the panel scores \(EvaluationReader.listed(known))",
                    hint: Suggestion.hint(for: cell.text, among: known)))
        }
        guard isKnown else { return nil }
        return sheet.rows.first {
            $0.option.id == option.text && $0.score.criterion == criterion.text
        }
    }

    private mutating func check(_ cell: CSVCell, is expected: String, _ summary: String) {
        guard Self.unguarded(cell.text) != expected else { return }
        problems.append(
            Problem(
                .badCell, summary, at: table.source.location(cell.range),
                because: "it says \(Problem.quoted(cell.text)), not \(Problem.quoted(expected))",
                hint: "fill in the sheet that `outlay panel sheet` writes now"))
    }

    private mutating func readScore(_ cell: CSVCell, _ row: PanelSheet.Row) {
        let text = Self.unguarded(cell.text).trimmed
        let place = table.source.location(cell.range)
        guard !text.isEmpty else {
            guard !allowsGaps, ballot.conflict(on: row.option.id) == nil else { return }
            problems.append(
                Problem(
                    .emptyCell, "\(row.option.id) has no score on \(row.score.criterion)",
                    at: place, because: "every row of a sheet is scored",
                    hint: "add it, declare a `--conflict`, or say `--allow-empty`"))
            return
        }
        let performance: Performance
        if row.score.levels.isEmpty {
            do throws(Problem) {
                performance = .number(try ExactDecimal(parsing: text))
            } catch {
                problems.append(error.located(at: place))
                return
            }
        } else {
            performance = .text(text)
        }
        if let problem = row.score.problem(of: performance, for: row.option.id, at: place) {
            problems.append(problem)
        }
        ballot.scores[row.option.id, default: [:]][row.score.criterion] = performance
    }

    /// Returns a text without the apostrophe that keeps spreadsheets from taking it for a formula.
    private static func unguarded(_ text: String) -> String {
        guard text.hasPrefix("'"), let next = text.dropFirst().unicodeScalars.first,
            "=+-@\t\r".unicodeScalars.contains(next)
        else { return text }
        return String(text.dropFirst())
    }
}

extension String {
    /// The text without blanks and tabs at its ends.
    fileprivate var trimmed: String {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }
        return String(
            drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    }
}
