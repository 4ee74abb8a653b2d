import Testing

struct TenderPointsCommandTests {
    private func run(_ arguments: String...) -> ToolRun {
        ToolRun(["tender", "points"] + arguments + ["--as-of", "2026-11-23"])
    }

    @Test func `every formula is tried, and those without their ceiling are named`() {
        let plain = run("--points", "30", "A=82000", "B=90500")
        #expect(plain.end == .exit(0), "\(plain.messages)")
        for word in ["lowest-over-price", "27.18", "linear-from-lowest", "26.89", "Left out"] {
            #expect(plain.output.contains(word), "\(word)")
        }
        let ceiling = run("--points", "30", "--ceiling", "200000", "A=82000", "B=90500")
        #expect(ceiling.output.contains("17.70") && !ceiling.output.contains("Left out"))
    }

    @Test func `a losing bid that decides who wins is told, and can fail the run`() {
        let quality = ["--quality", "A=37.2", "--quality", "B=48", "--quality", "C=6"]
        let bids = ["A=100", "B=120", "C=200"]
        let line = ["tender", "points", "--points", "40", "--formula", "min-max"] + quality + bids
        let told = ToolRun(line + ["--as-of", "2026-11-23"])
        #expect(told.end == .exit(0))
        #expect(told.output.contains("by `min-max` the losing `C` decides who wins"))
        #expect(
            ToolRun(line + ["--as-of", "2026-11-23", "--fail-on", "warning"]).end == .exit(1))
    }

    struct Mistake: Sendable, CustomTestStringConvertible {
        var arguments: [String]
        var says: String
        var testDescription: String { arguments.joined(separator: " ") }
    }

    @Test(arguments: [
        Mistake(arguments: ["A"], says: "`A` names no bid and number"),
        Mistake(arguments: ["A=1", "A=2"], says: "`A` is given twice"),
        Mistake(arguments: ["A=-1"], says: "the price of `A` is -1"),
        Mistake(arguments: ["A=1e3"], says: "1e3"),
        Mistake(arguments: ["A=1", "--formula", "minmax"], says: "did you mean `min-max`?"),
        Mistake(
            arguments: ["A=1", "--formula", "min-max", "--ceiling", "5"], says: "takes no `ceiling`"
        ),
        Mistake(arguments: ["A=1", "--formula", "benchmark-linear"], says: "has no ceiling"),
        Mistake(arguments: ["A=1", "B=2", "--quality", "A=1"], says: "`B` has no quality points"),
        Mistake(arguments: ["A=1", "--quality", "C=1"], says: "there is no bid `C`"),
        Mistake(arguments: ["A=1", "--threshold-share", "0.9"], says: "without a ceiling"),
    ])
    func `a mistake on the command line is named`(mistake: Mistake) {
        let run = ToolRun(["tender", "points", "--points", "40"] + mistake.arguments)
        #expect(run.end == .exit(2))
        #expect(run.messages.contains(mistake.says), "\(run.messages)")
    }
}
