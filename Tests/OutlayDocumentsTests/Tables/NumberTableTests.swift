import Outlay
import Testing

@testable import OutlayDocuments

struct NumberTableTests {
    private func table(
        _ text: String, _ wanted: [String], where conditions: String = "", path: String = "t.csv"
    ) throws -> NumberTable {
        try NumberTable(
            path: path, bytes: Array(text.utf8), wanted: wanted.map { ($0, "--weight") },
            filter: RowFilter(parsing: conditions, argument: "--where"))
    }

    private let small = "name,a,b\nx,1,2\n\"y\nz\",3,\nv,4,five\nw,6,7.50\n"

    @Test func `rows with numbers in the wanted columns are kept`() throws {
        let table = try table(small, ["b", "a"])
        #expect(table.numbers == [2, 1, 7.5, 6])
        #expect(table.counts.read == 4 && table.counts.kept == 2)
        #expect(table.counts.empty == [2: 1] && table.counts.unreadable == [2: 1])
        let rows = try table.rows([1, 0])
        #expect(rows.map(\.cells) == [["w", "6", "7.50"], ["x", "1", "2"]])
        #expect(rows.map(\.line) == [6, 2])
        #expect(table.digest.sha256 == SHA256Digest.of(small))
    }

    @Test func `conditions come before the wanted columns`() throws {
        let counts = try table(small, ["b"], where: "a>3").counts
        #expect(counts.dropped == 2 && counts.kept == 1 && counts.unreadable == [2: 1])
    }

    @Test func `JSON rows are read like those of CSV`() throws {
        let json = """
            [{"name": "x", "a": 1, "b": 2},
             {"name": "y", "a": 3, "b": null}, {"a": 4, "b": "five"},
             {"b": 7.50, "a": 6, "extra": true}]
            """
        let table = try table(json, ["b", "a"], path: "t.json")
        #expect(table.columns == ["name", "a", "b", "extra"])
        #expect(table.numbers == [2, 1, 7.5, 6])
        #expect(table.counts.empty == [2: 1] && table.counts.unreadable == [2: 1])
        #expect(try table.rows([1]).map(\.cells) == [["", "6", "7.50", "true"]])
        #expect(try table.rows([1])[0].line == 3)
    }

    @Test(arguments: [
        ("{}", ProblemCode.wrongType), ("[1]", .wrongType), ("[{\"a\": []}]", .wrongType),
        ("[{\"a\": 1, \"a\": 2}]", .duplicateKey), ("[{\"a\": 1},]", .syntax),
    ])
    func `JSON that is no table is refused`(json: String, code: ProblemCode) {
        #expect(problem { try table(json, ["a"], path: "t.json") }?.code == code)
    }

    @Test func `an unknown column has a name near it`() {
        let problem = problem { try table("price,a\n1,2\n", ["prise"]) }
        #expect(problem?.code == .unknownColumn)
        #expect(problem?.hint == "did you mean `price`?")
    }

    /// More than one part is read at a time from 1 MiB on.
    private func large(_ cell: (Int) -> String) -> String {
        (0..<150_000).reduce(into: "name,a\n") { $0 += "\(cell($1)),\($1)\n" }
    }

    @Test func `a large table is the same in parts as in one piece`() throws {
        let table = try table(large { "row \($0)" }, ["a"])
        #expect(table.numbers == (0..<150_000).map { Double($0) })
        #expect(try table.rows([149_999])[0].line == 150_001)
    }

    @Test func `line ends inside quotes do not split a record`() throws {
        // Nearly every line end of the text stands inside a quoted field, and looks like a record.
        let text = large { "\"row\n\($0),\($0)\n\($0)\"" }
        let table = try table(text, ["a"])
        #expect(table.numbers == (0..<150_000).map { Double($0) })
        #expect(try table.rows([1])[0].cells == ["row\n1,1\n1", "1"])
        #expect(try table.rows([149_999])[0].line == 149_999 * 3 + 2)
    }

    @Test func `the first mistake of a large table is the one that is named`() {
        let text = large { $0 == 90_000 || $0 == 140_000 ? "too,many" : "row" }
        let problem = problem { try table(text, ["a"]) }
        #expect(problem?.code == .raggedRow)
        guard case .text(let span)? = problem?.location else {
            Issue.record("no place")
            return
        }
        #expect(span.start.line == 90_002)
    }
}
