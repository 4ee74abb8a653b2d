import Outlay
import Testing

@testable import OutlayCommands

struct ProblemJSONTests {
    @Test func `a problem in a file carries its place`() {
        let span = TextSpan(
            path: "budgets.yaml", start: TextPosition(line: 4, column: 3),
            end: TextPosition(line: 4, column: 12), line: "  warn_at: 0.9",
            pointer: "/lines/0/warn_at")
        let problem = Problem(
            .outOfRange, "`0.9` is above 1", at: .text(span), because: "r", hint: "h")
        #expect(
            ProblemJSON.diagnostic(problem).text(indentation: 1) == """
                {
                 "code": "OL025",
                 "severity": "error",
                 "message": "`0.9` is above 1",
                 "reason": "r",
                 "hint": "h",
                 "cause": null,
                 "place": null,
                 "file": "budgets.yaml",
                 "start": {
                  "line": 4,
                  "column": 3
                 },
                 "end": {
                  "line": 4,
                  "column": 12
                 },
                 "path": "/lines/0/warn_at"
                }
                """)
    }

    @Test func `other places are a file or a name`() {
        func text(_ location: Location?) -> String {
            ProblemJSON.diagnostic(Problem(.usage, "a", at: location, because: "b")).text()
        }
        let start =
            #"{"code":"OL901","severity":"error","message":"a","reason":"b","hint":null,"cause":null,"#
        let end = #","start":null,"end":null,"path":null}"#
        #expect(text(.file("x.csv")) == start + #""place":null,"file":"x.csv""# + end)
        #expect(text(.argument("--rate")) == start + #""place":"--rate","file":null"# + end)
        #expect(text(nil) == start + #""place":null,"file":null"# + end)
    }
}
