import OutlayProblems
import Testing

@Suite struct LocationTests {
    private func span(_ start: (Int, Int), _ end: (Int, Int)) -> TextSpan {
        TextSpan(
            path: "a.yaml", start: TextPosition(line: start.0, column: start.1),
            end: TextPosition(line: end.0, column: end.1), line: "weight: 40")
    }

    @Test func `positions are in the order of reading`() {
        let positions = [(2, 1), (1, 9), (1, 2)].map { TextPosition(line: $0.0, column: $0.1) }
        #expect(positions.sorted() == positions.reversed())
    }

    @Test func `a span ends on its line, and not before it starts`() {
        #expect(span((3, 9), (3, 11)).end == TextPosition(line: 3, column: 11))
        #expect(span((3, 9), (3, 2)).end == TextPosition(line: 3, column: 9))
        #expect(span((3, 9), (2, 20)).end == TextPosition(line: 3, column: 9))
        #expect(span((3, 9), (5, 1)).end == TextPosition(line: 3, column: 11))
    }
}
