import Outlay
import OutlayDocuments
import Testing

struct ProblemOrderTests {
    private func problem(
        _ code: ProblemCode, _ summary: String, line: Int, columns: Range<Int> = 1..<2
    ) -> Problem {
        let span = TextSpan(
            path: "a.yaml", start: TextPosition(line: line, column: columns.lowerBound),
            end: TextPosition(line: line, column: columns.upperBound), line: "")
        return Problem(code, summary, at: .text(span), because: "")
    }

    @Test func `problems are in file order, and in the order found at one place`() {
        let problems = [
            problem(.missingField, "c", line: 3), problem(.missingField, "d", line: 3),
            problem(.missingField, "b", line: 2), Problem(.emptyDocument, "a", because: ""),
        ]
        #expect(problems.inFileOrder.map(\.summary) == ["a", "b", "c", "d"])
    }

    @Test func `what follows from a value of the wrong type is left out`() {
        let problems = [
            problem(.wrongType, "type", line: 1), problem(.badNumber, "number", line: 2),
            problem(.unknownReference, "follows", line: 1),
            problem(.unknownReference, "other place", line: 1, columns: 1..<3),
        ]
        #expect(problems.inFileOrder.map(\.summary) == ["type", "other place", "number"])
    }
}
