import OutlayEncoding
import OutlayProblems
import Testing

struct CSVTableTests {
    private func read(
        _ text: String, _ options: CSVOptions = CSVOptions()
    ) throws(Problem) -> CSVTable {
        try CSVTable(SourceText(path: "a.csv", bytes: Array(text.utf8)), options: options)
    }

    private func problem(_ text: String, _ options: CSVOptions = CSVOptions()) -> Problem? {
        do throws(Problem) {
            _ = try read(text, options)
            return nil
        } catch {
            return error
        }
    }

    private func texts(_ table: CSVTable) -> [[String]] {
        table.rows.map { $0.map(\.text) }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var id: String
        var text: String
        var rows: [[String]]
        var testDescription: String { id }
    }

    /// The numbered rules are those of RFC 4180, section 2.
    @Test(
        arguments: [
            Case(
                id: "1: line ends", text: "a,b\r\n1,2\r\n3,4\r\n", rows: [["1", "2"], ["3", "4"]]),
            Case(id: "2: no last line end", text: "a,b\r\n1,2", rows: [["1", "2"]]),
            Case(id: "3: header only", text: "a,b", rows: []),
            Case(id: "4: blanks count", text: "a,b\n 1 , 2\n", rows: [[" 1 ", " 2"]]),
            Case(id: "5: quoted", text: "a,b\n\"1\",2\n", rows: [["1", "2"]]),
            Case(
                id: "6: line ends inside", text: "a,b\n\"1\r\n2\",\"3,\n4\"\n5,6\n",
                rows: [["1\r\n2", "3,\n4"], ["5", "6"]]),
            Case(
                id: "7: doubled quotes", text: "a,b\n\"1\"\"2\",\"\"\"\"\n", rows: [["1\"2", "\""]]),
            Case(id: "only doubled quotes", text: "a\n\"\"\"\"\"\"\n", rows: [["\"\""]]),
            Case(
                id: "empty fields", text: "a,b,c\n,,\n\"\",,1\n",
                rows: [["", "", ""], ["", "", "1"]]),
            Case(id: "byte-order mark", text: "\u{FEFF}a,b\n1,2\n", rows: [["1", "2"]]),
            Case(id: "blank lines at the end", text: "a,b\n1,2\n\n\r\n\n", rows: [["1", "2"]]),
            Case(
                id: "blank line of one column", text: "a\n1\n\n2\n\n", rows: [["1"], [""], ["2"]]),
            Case(id: "tab in a field", text: "a,b\n1\t2,3\n", rows: [["1\t2", "3"]]),
            Case(
                id: "long fields", text: "a,b\n\(String(repeating: "x", count: 99)),é€😀\n",
                rows: [[String(repeating: "x", count: 99), "é€😀"]]),
        ])
    func `fields are read as RFC 4180 says`(example: Case) throws {
        let table = try read(example.text)
        #expect(texts(table) == example.rows)
    }

    @Test func `columns and fields know their places`() throws {
        let table = try read("\u{FEFF}\u{E9},\"b c\"\r\n1,\u{1F600}\r\n2,\"x\ny\"\r\n")
        func span(_ cell: CSVCell) -> TextSpan { table.source.span(cell.range) }
        #expect(table.columns.map(\.text) == ["\u{E9}", "b c"])
        #expect(span(table.columns[0]).start == TextPosition(line: 1, column: 1))
        #expect(span(table.columns[1]).start == TextPosition(line: 1, column: 3))
        #expect(span(table.columns[1]).end == TextPosition(line: 1, column: 8))
        #expect(span(table.rows[0][1]).start == TextPosition(line: 2, column: 3))
        #expect(span(table.rows[0][1]).end == TextPosition(line: 2, column: 4))
        #expect(span(table.rows[1][1]).start == TextPosition(line: 3, column: 3))
        #expect(span(table.rows[1][1]).line == "2,\"x")
        #expect(table.columnIndex("b c") == 1)
        #expect(table.columnIndex("d") == nil)
    }

    @Test(arguments: CSVDelimiter.allCases)
    func `any delimiter separates, and the others do not`(delimiter: CSVDelimiter) throws {
        let others = CSVDelimiter.allCases.filter { $0 != delimiter }.map(\.rawValue).joined()
        let options = CSVOptions(delimiter: delimiter)
        let table = try read(
            "a\(delimiter.rawValue)b\n\(others)\(delimiter.rawValue)2\n", options)
        #expect(texts(table) == [[others, "2"]])
    }

    @Test func `lines before the header are skipped, whatever they hold`() throws {
        let table = try read(
            "Quote \"Q-1\r\n\r\n;;;\na;b\n1;2\n", CSVOptions(delimiter: .semicolon, skippedLines: 3)
        )
        #expect(table.columns.map(\.text) == ["a", "b"])
        #expect(table.source.position(at: table.rows[0][0].range.lowerBound).line == 5)
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        var text: String
        var code: ProblemCode
        var line: Int
        var column: Int
        var testDescription: String { text }
    }

    @Test(
        arguments: [
            Refusal(text: "a,b\n1\n", code: .raggedRow, line: 2, column: 1),
            Refusal(text: "a,b\n1,2\n1,2,3\n", code: .raggedRow, line: 3, column: 1),
            Refusal(text: "a,b\n\n1,2\n", code: .raggedRow, line: 2, column: 1),
            Refusal(text: "a,b\n1,\"2\n3,4\n", code: .syntax, line: 2, column: 3),
            Refusal(text: "a,b\n\"", code: .syntax, line: 2, column: 1),
            Refusal(text: "a,b\n\"1\"x,2\n", code: .syntax, line: 2, column: 4),
            Refusal(text: "a,b\n\"1\" ,2\n", code: .syntax, line: 2, column: 4),
            Refusal(text: "a,b\né19\" rack,2\n", code: .syntax, line: 2, column: 4),
            Refusal(text: "a,b\n1 \"2\",3\n", code: .syntax, line: 2, column: 3),
            Refusal(text: "a,b\r1,2\r", code: .syntax, line: 1, column: 4),
            Refusal(text: "a,b\n1,2\r", code: .syntax, line: 2, column: 4),
            Refusal(text: "a,b,a\n", code: .duplicateKey, line: 1, column: 5),
            Refusal(text: "é,e\u{301}\n", code: .duplicateKey, line: 1, column: 3),
            Refusal(text: "a,,b\n", code: .emptyCell, line: 1, column: 3),
            Refusal(text: "\na,b\n", code: .emptyCell, line: 1, column: 1),
            Refusal(text: "a,\"\"\n", code: .emptyCell, line: 1, column: 3),
            Refusal(text: "\"a\n", code: .syntax, line: 1, column: 1),
        ])
    func `what is not strict CSV is refused with its place`(refusal: Refusal) throws {
        let found = try #require(problem(refusal.text))
        #expect(found.code == refusal.code)
        guard case .text(let span)? = found.location else {
            Issue.record("the problem has no place")
            return
        }
        #expect(span.start == TextPosition(line: refusal.line, column: refusal.column))
    }

    @Test func `a ragged row is counted`() {
        #expect(problem("a,b\n1,2,3\n")?.summary == "3 fields in a row")
        #expect(problem("a,b\n1\n")?.summary == "1 field in a row")
    }

    @Test(arguments: ["", "\n", "\r\n\n", "\u{FEFF}", "\u{FEFF}\n"])
    func `a file without a header is empty`(text: String) {
        #expect(problem(text)?.code == .emptyDocument)
        #expect(problem("a\n", CSVOptions(skippedLines: 5))?.code == .emptyDocument)
    }
}
