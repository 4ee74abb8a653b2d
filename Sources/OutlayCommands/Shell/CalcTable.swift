import ArgumentParser
import Outlay

/// A table of inputs: one answer for all of it, or one for each row or column.
struct CalcTable {
    /// What is answered by itself.
    enum Part: String, CaseIterable, ExpressibleByArgument {
        case row
        case column
    }

    /// What one answer takes from the table.
    struct Stream {
        /// The row or column, as its name says or by its number.
        var name: String
        /// The inputs.
        var texts: [FunctionText]
        /// Where it stands; nil for the whole table.
        var place: Location?
    }

    /// What is answered, in the order of the table.
    private(set) var streams: [Stream] = []
    /// Whether the whole table is one answer.
    let isSingle: Bool

    /// Reads a table.
    ///
    /// Columns that are named after inputs are these inputs. With a list among them and no `each`, their
    /// cells are its entries and the table is one answer; else each row is one. With `row`, all other columns
    /// but `id` are the entries of the function's list of numbers, from left to right. With `column`, each
    /// column that no input is named after is one list, and the columns of inputs are shared.
    ///
    /// - Throws: ``ProblemCode/unknownColumn`` for a column that nothing takes, and what the text breaks.
    init(
        path: String, bytes: [UInt8], each: Part?, for descriptor: FunctionDescriptor
    ) throws(Problem) {
        let table = try CSVTable(
            SourceText(path: path, bytes: bytes, byteLimit: FileAccess.tableLimit))
        let columns = table.columns.map(\.text)
        let inputs = columns.map { name in descriptor.inputs.first { $0.name == name } }
        let hasList = inputs.contains { $0.map { Self.isList($0) } ?? false }
        isSingle = each == nil && hasList
        let others = columns.indices.filter { inputs[$0] == nil && columns[$0] != "id" }
        guard each != nil || others.isEmpty else {
            throw Self.unknown(columns[others[0]], path, descriptor)
        }
        switch each {
        case nil where hasList:
            let texts = inputs.enumerated().compactMap { index, input in
                input.map { FunctionText($0.name, Self.column(index, of: table, $0)) }
            }
            streams = [Stream(name: path, texts: texts, place: nil)]
        case nil, .row:
            let list = try others.isEmpty ? nil : Self.bareNumbers(path, descriptor)
            streams = table.rows.enumerated().map { row, cells in
                var texts = Self.texts(of: cells, inputs)
                if let list {
                    let entries = others.map { cells[$0].text }
                    texts.append(FunctionText(list.name, Self.withoutEmptyEnd(entries)))
                }
                return Stream(
                    name: Self.name(of: cells, columns) ?? "\(row + 1)", texts: texts,
                    place: table.source.location(cells[0].range))
            }
        case .column:
            let list = try Self.bareNumbers(path, descriptor)
            let shared = inputs.enumerated().compactMap { index, input in
                input.map { FunctionText($0.name, Self.column(index, of: table, $0)) }
            }
            streams = others.map { index in
                let entries = table.rows.map { $0[index].text }
                return Stream(
                    name: columns[index],
                    texts: shared + [FunctionText(list.name, Self.withoutEmptyEnd(entries))],
                    place: table.source.location(table.columns[index].range))
            }
        }
    }

    /// What a reader of several answers must know.
    static func findings(of answers: [FunctionPage.NamedAnswer]) -> [Problem] {
        let open = answers.filter { $0.answer == nil }
        let several = answers.filter { $0.answer.map { !$0.findings.isEmpty } ?? false }
        var findings: [Problem] = []
        if let first = open.first {
            var problem = Problem(
                .undecidedRows, "\(open.count) of \(answers.count) have no answer",
                because: "the first is \(Problem.quoted(first.name)): \(first.problem ?? "")")
            problem.severity = .warning
            findings.append(problem)
        }
        if let first = several.first, var finding = first.answer?.findings.first {
            finding.summary = "\(Problem.quoted(first.name)): \(finding.summary)"
            findings.append(finding)
        }
        return findings
    }

    private static func isList(_ input: FunctionInput) -> Bool {
        switch input.kind {
        case .numbers, .exacts, .dates: true
        default: false
        }
    }

    /// The entries of a list down a column, or the one value of another input.
    private static func column(_ index: Int, of table: CSVTable, _ input: FunctionInput) -> String {
        let cells = table.rows.map { $0[index].text }
        return isList(input) ? withoutEmptyEnd(cells) : cells.first { !$0.isEmpty } ?? ""
    }

    private static func texts(of cells: [CSVCell], _ inputs: [FunctionInput?]) -> [FunctionText] {
        zip(cells, inputs).compactMap { cell, input in
            input.flatMap { cell.text.isEmpty ? nil : FunctionText($0.name, cell.text) }
        }
    }

    /// Entries in one text; those that are empty at the end are not there, others are no numbers.
    private static func withoutEmptyEnd(_ cells: [String]) -> String {
        let end = cells.lastIndex { !$0.isEmpty } ?? -1
        return cells[...end].map { $0.isEmpty ? "?" : $0 }.joined(separator: " ")
    }

    private static func name(of cells: [CSVCell], _ columns: [String]) -> String? {
        columns.firstIndex(of: "id").map { cells[$0].text }
    }

    private static func bareNumbers(
        _ path: String, _ descriptor: FunctionDescriptor
    ) throws(Problem) -> FunctionInput {
        if let input = descriptor.bareNumbers { return input }
        throw Problem(
            .usage, "`\(descriptor.identifier)` takes no list of numbers", at: .file(path),
            because: "rows and columns of numbers are the entries of a list",
            hint: "name the columns after its inputs, and leave `--each` out")
    }

    private static func unknown(
        _ name: String, _ path: String, _ descriptor: FunctionDescriptor
    ) -> Problem {
        let known = descriptor.inputs.map(\.name)
        return Problem(
            .unknownColumn, "`\(descriptor.identifier)` takes no \(Problem.quoted(name))",
            at: .file(path),
            because: "columns are named after inputs: " + known.joined(separator: ", "),
            hint: Suggestion.hint(for: name, among: known)
                ?? "for one stream in each row or column, add `--each row` or `--each column`")
    }
}
