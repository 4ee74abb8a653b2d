import Outlay
import Testing

@testable import OutlayCommands

struct ProblemTextTests {
    private func problem(
        _ line: String, _ columns: Range<Int>, at number: Int = 14, hint: String? = "go on"
    ) -> Problem {
        let span = TextSpan(
            path: "evaluations/crm.yaml",
            start: TextPosition(line: number, column: columns.lowerBound),
            end: TextPosition(line: number, column: columns.upperBound), line: line)
        return Problem(
            .weightTotal, "weights total 110", at: .text(span),
            because: "the weights of one level total exactly 1 or exactly 100", hint: hint)
    }

    @Test func `a problem in a file shows its line with carets under what is marked`() {
        var problem = problem("    weight: 40", 13..<15)
        problem.hint = "lower the weights by 10 in all"
        #expect(
            ProblemText.block(problem) == """
                error[OL031]: weights total 110
                  --> evaluations/crm.yaml:14:13
                14 |     weight: 40
                   |             ^^
                the weights of one level total exactly 1 or exactly 100
                hint: lower the weights by 10 in all

                """)
    }

    /// The source line and the carets below it.
    private func excerpt(_ problem: Problem) -> [String] {
        Array(ProblemText.block(problem).split(separator: "\n").map(String.init)[2...3])
    }

    @Test func `carets follow the width of what is shown, and tabs are kept`() {
        #expect(
            excerpt(problem("日本: e\u{301}x 5", 9..<10, at: 1)) == [
                "1 | 日本: e\u{301}x 5", "  |          ^",
            ])
        #expect(excerpt(problem("日本: 5", 1..<3, at: 1)) == ["1 | 日本: 5", "  | ^^^^"])
        #expect(
            excerpt(problem("\ta:\tb", 5..<6, at: 100)) == ["100 | \ta:\tb", "    | \t  \t^"])
        #expect(excerpt(problem("a", 2..<2, at: 1)) == ["1 | a", "  |  ^"])
    }

    @Test func `nothing in a document steers the terminal`() {
        #expect(
            excerpt(problem("a: \u{1B}[31m\u{202E}x", 10..<11, at: 1)) == [
                "1 | a: \u{FFFD}[31m\u{FFFD}x", "  |          ^",
            ])
        let escape = Problem(.usage, "a\nb\u{7}", because: "c\u{1B}d")
        #expect(ProblemText.block(escape) == "error[OL901]: a b\u{FFFD}\nc\u{FFFD}d\n")
    }

    @Test func `a long line is shown around the mark`() {
        let line = String(repeating: "0123456789", count: 30)
        let middle = excerpt(problem(line, 151..<153, at: 1))
        #expect(middle[0] == "1 | ..." + String(repeating: "0123456789", count: 12) + "...")
        #expect(middle[1] == "  |    " + String(repeating: " ", count: 40) + "^^")
        let start = excerpt(problem(line, 1..<301, at: 1))
        #expect(start[0] == "1 | " + String(repeating: "0123456789", count: 12) + "...")
        #expect(start[1] == "  | " + String(repeating: "^", count: 120))
        let end = excerpt(problem(line, 300..<301, at: 1))
        #expect(
            end == [
                "1 | ..." + line.suffix(41), "  |    " + String(repeating: " ", count: 40) + "^",
            ])
    }

    @Test func `a mark behind the kept text has a place and no excerpt`() {
        #expect(
            ProblemText.block(problem("abc", 2000..<2001, at: 7, hint: nil)) == """
                error[OL031]: weights total 110
                  --> evaluations/crm.yaml:7:2000
                the weights of one level total exactly 1 or exactly 100

                """)
    }

    @Test(
        arguments: [
            (Location.argument("--rate"), "option `--rate`"),
            (.argument("FILE"), "argument `FILE`"),
            (.file("a/b.yaml"), "a/b.yaml"),
            (.part("request 42"), "request 42"),
        ])
    func `other places are named`(location: Location, text: String) {
        var problem = Problem(
            .unreadableFile, "the file is unreadable", at: location, because: "it is needed")
        problem.underlying = "permission denied"
        #expect(
            ProblemText.block(problem) == """
                error[OL902]: the file is unreadable
                  --> \(text)
                it is needed
                cause: permission denied

                """)
    }

    @Test func `several problems end with their count`() {
        let error = Problem(.usage, "a", because: "b")
        let warning = Problem(.signsDiffer, "c", because: "d")
        #expect(ProblemText.list([error]) == "error[OL901]: a\nb\n")
        #expect(
            ProblemText.list([error, error]) == """
                error[OL901]: a
                b
                error[OL901]: a
                b
                2 errors, nothing computed

                """)
        #expect(
            ProblemText.list([error, warning]).hasSuffix(
                "\n1 error and 1 warning, nothing computed\n"))
        #expect(!ProblemText.list([warning, warning]).contains("nothing computed"))
    }

    @Test func `only the severity is coloured, and only when asked`() {
        let problem = Problem(.usage, "a", because: "b")
        #expect(
            ProblemText.block(problem, coloured: true)
                == "\u{1B}[31merror[OL901]\u{1B}[0m: a\nb\n")
    }

    @Test func `a finding beside an answer is one line`() {
        let finding = Problem(
            .signsDiffer, "NPV and cash NPV differ in sign", because: "the case rests on staff time"
        )
        #expect(
            ProblemText.line(finding)
                == "warning OL205 NPV and cash NPV differ in sign: the case rests on staff time")
    }
}
