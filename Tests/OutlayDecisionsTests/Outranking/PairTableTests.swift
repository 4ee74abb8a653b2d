import OutlayDecisions
import OutlayProblems
import Testing

struct PairTableTests {
    @Test func `rows become figures over pairs`() throws {
        let table = try PairTable(rows: [[1, 0.5], [0.25, 1]])
        #expect(table.count == 2)
        #expect(table[0, 1] == 0.5)
        #expect(table[1, 0] == 0.25)
        #expect(table.rows == [[1, 0.5], [0.25, 1]])
        #expect(try PairTable(rows: []).rows == [])
    }

    @Test func `a row that is too long or holds no number is refused`() {
        let ragged = #expect(throws: Problem.self) { try PairTable(rows: [[1, 2], [3]]) }
        #expect(ragged?.code == .raggedRow)
        #expect(ragged?.location == .part("row 2"))
        let infinite = #expect(throws: Problem.self) { try PairTable(rows: [[.nan]]) }
        #expect(infinite?.code == .outOfRange)
    }
}
