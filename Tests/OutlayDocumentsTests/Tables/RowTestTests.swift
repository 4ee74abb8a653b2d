import Outlay
import Testing

@testable import OutlayDocuments

struct RowTestTests {
    private func outcome(_ condition: String, _ cell: String) throws -> RowTest.Outcome {
        let test = try RowTest(
            RowFilter(parsing: condition, argument: "--where"), columns: ["a", "b"])
        let byText = test.outcome(texts: { $0 == 0 ? cell : "" })
        let bytes = Array(cell.utf8)
        let byBytes = bytes.withUnsafeBufferPointer { buffer in test.outcome { _ in buffer } }
        #expect(byText == byBytes)
        return byText
    }

    @Test(arguments: [
        ("a>8", "9", RowTest.Outcome.kept), ("a>8", "8.0", .dropped), ("a>=8", "8.0", .kept),
        ("a<0.3", "0.29999999999999999999999", .kept), ("a<0.3", "0.3", .dropped),
        ("a<0.30000000000000000000001", "0.3", .kept),
        ("a>-1", "-0.5", .kept), ("a>8", "", .empty(0)), ("a>8", "9 GiB", .unreadable(0)),
        ("a>8", "1e3", .unreadable(0)), ("a>8", "09", .unreadable(0)),
        ("a=8", "8.0", .dropped), ("a=8", "8", .kept), ("a!=x", "y", .kept),
        ("a!=x", "", .empty(0)),
        ("a~El", "hello", .kept), ("a~El", "halo", .dropped), ("a~ä", "Äpfel", .kept),
        ("a>=2024-11-06", "2024-11-06", .kept), ("a>2024-11-06", "2024-11-06", .dropped),
        ("a>2024-11-06", "soon", .unreadable(0)),
    ])
    func `a cell is compared as the value says`(
        condition: String, cell: String, expected: RowTest.Outcome
    ) throws {
        #expect(try outcome(condition, cell) == expected)
    }

    @Test func `all conditions must hold`() throws {
        let test = try RowTest(
            RowFilter(parsing: "a>1 b=x", argument: "--where"), columns: ["a", "b"])
        #expect(test.outcome(texts: { ["2", "x"][$0] }) == .kept)
        #expect(test.outcome(texts: { ["2", "y"][$0] }) == .dropped)
        #expect(test.outcome(texts: { ["2", ""][$0] }) == .empty(1))
    }

    @Test func `an order of texts is refused`() {
        let filter = try? RowFilter(parsing: "a>x", argument: "--where")
        #expect(
            problem { try filter.map { try RowTest($0, columns: ["a"]) } }?.code == .badFilter)
    }
}
