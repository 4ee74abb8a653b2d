import Foundation
import Outlay
import Testing

struct CalcCommandTests {
    private func run(_ line: String) -> ToolRun {
        ToolRun(["calc", "--as-of", "2026-11-23"] + line.split(separator: " ").map(String.init))
    }

    @Test(arguments: [
        ("irr -- -100 230 -132", ["0.1, 0.2", "several-roots", "warning OL309"]),
        ("irr -100 230 -132", ["0.1, 0.2"]),
        ("irr flows=-100,230,-132", ["0.1, 0.2"]),
        (
            "npv --rate 0.08 -- -40000 5000 8000 12000 30000",
            ["3 065.22", "first flow today"]
        ),
        ("npv --flows -40000 5000 8000 12000 30000 --rate=0.08", ["3 065.22"]),
        ("npv 110 121 rate=0.1 --convention first-at-period-1", ["200.00", "Excel NPV"]),
        ("xirr --dates 2024-01-01 2025-01-01 -- -1000 1100", ["0.09971358593"]),
        ("xirr 2024-01-01 -1000 2025-01-01 1100", ["0.09971358593", "ACT/365F"]),
        ("xirr --day-count 30E/360 2024-01-31 -1000 2025-01-31 1100", ["0.1 ", "30E/360"]),
        ("payback -- -50000 5000 5000", ["first", "–"]),
        (
            "lease price=36000 lease-payment=1100 periods=36 tax-rate=0 after-tax-rate=0.005 "
                + "salvage=9000 --payments-in-advance", ["−7 859.71", "payments in advance"]
        ),
        (
            "amortisation present-value=2100 rate=0.1 periods=2",
            ["1 210.00", "1 100.00"]
        ),
        ("macrs property-class-years=5 cost=12340", ["2 468.00", "710.78"]),
    ])
    func `a figure comes with its convention`(line: String, words: [String]) {
        let run = run(line)
        #expect(run.end == .exit(0), "\(line): \(run.messages)")
        for word in words {
            #expect(run.output.contains(word), "\(line): \(word) in \(run.output)")
        }
    }

    @Test(arguments: [
        ("", 2, "needs a function"), ("nvp 1 --rate 0.1", 2, "did you mean `npv`?"),
        ("npv 1 2", 2, "no rate is given"), ("npv 1 --rate 8%", 2, "8 % is 0.08"),
        ("npv 1 --rates 0.1", 2, "takes no `rates`"), ("npv --rate", 2, "has no value"),
        ("pv 5 --rate 0.1 periods=1 payment=1", 2, "belongs to no input"),
        ("irr 1 2 --each row", 2, "add `--csv FILE`"), ("--list npv", 2, "stands alone"),
        ("irr 1 2", 3, "never change their sign"), ("irr 100 -200 150", 3, "no rate above -1"),
        ("irr -1 1e-20", 3, "lies near -1"), ("irr 1 NaN", 2, "NaN"),
        ("nper rate=0.01 payment=-50 present-value=8000", 3, "never reach"),
        ("irr --csv Tests/OutlayCommandsTests/Samples/streams.csv", 2, "`--each row`"),
        (
            "pv --csv Tests/OutlayCommandsTests/Samples/streams.csv --each row", 2,
            "no list of numbers"
        ),
    ])
    func `what cannot be computed says why`(line: String, code: Int32, words: String) {
        let run = run(line)
        #expect(run.end == .exit(code) && run.output.isEmpty, "\(line): \(run.end) \(run.output)")
        #expect(run.messages.contains(words), "\(line): \(run.messages)")
    }

    @Test func `JSON gives every digit as text`() throws {
        let run = run("pmt rate=0.005 periods=36 present-value=54000 --format json")
        #expect(run.output.contains("\"figures\":{\"payment\":\"-1642.784622383976"))
        #expect(run.output.contains("\"conventions\":[\"payments at period ends\"]"))
        #expect(
            self.run("--format json irr -- -100 230 -132").output.contains("\"status\":\"warn\""))
    }

    @Test func `each row of a table is answered, and what has no answer is said`() {
        let line = "irr --csv Tests/OutlayCommandsTests/Samples/streams.csv --each row"
        let told = run(line)
        #expect(told.end == .exit(0), "\(told.messages)")
        for word in ["pump", "0.1306623863", "valve", "0.1, 0.2", "motor", "OL316", "1 of 4"] {
            #expect(told.output.contains(word), "\(word) in \(told.output)")
        }
        #expect(run(line + " --fail-on warning").end == .exit(1))
        let json = run(line + " --format json").output
        #expect(json.contains("{\"name\":\"pipe\",\"figures\":{},\"problem\":\"the flows never"))
        #expect(json.contains("\"path\":\"Tests/OutlayCommandsTests/Samples/streams.csv\""))
    }

    @Test func `columns of a table are lists, one answer or one each`() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            Array("dates,flows\n2024-01-01,-1000\n2025-01-01,1100\n".utf8), to: "one.csv")
        try folder.write(
            Array("dates,a,b\n2024-01-01,-1000,-1\n2025-01-01,1100,2\n".utf8), to: "two.csv")
        try folder.write(
            Array("rate,periods,payment\n0.1,1,-110\n0.1,2,-1\n".utf8), to: "rows.csv")
        let one = ToolRun(["calc", "xirr", "--csv", "one.csv"], in: folder.path)
        #expect(one.output.contains("0.09971358593"), "\(one.messages)")
        let two = ToolRun(
            ["calc", "xirr", "--csv", "two.csv", "--each", "column"], in: folder.path)
        #expect(two.output.contains("0.09971358593") && two.output.contains("0.9962"))
        let rows = ToolRun(["calc", "pv", "--csv", "rows.csv"], in: folder.path)
        #expect(rows.output.contains("100.00") && rows.output.contains("1.74"), "\(rows.messages)")
    }

    @Test(arguments: AllFunctions.descriptors.map(\.identifier))
    func `a function's page shows a command line that works`(name: String) throws {
        let page = run("\(name) --explain --format json")
        #expect(page.end == .exit(0), "\(page.messages)")
        let command = try #require(page.output.split(separator: "\"command\":\"").dropFirst().first)
        let line = command.prefix { $0 != "\"" }.dropFirst("outlay calc ".count)
        let arguments = line.replacing("'ACT/ACT ISDA'", with: "ACT/365F")
        #expect(run(String(arguments)).end == .exit(0), "\(line)")
        #expect(run("\(name) --explain").output.contains("Worked examples"))
    }

    @Test func `the list names every function`() {
        let list = run("--list").output
        for name in AllFunctions.descriptors.map(\.identifier) { #expect(list.contains(name)) }
        #expect(run("--list --format json").output.contains("\"schema\":\"outlay/calc-list\""))
    }
}
