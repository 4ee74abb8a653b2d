import Foundation
import Outlay
import OutlayDocuments
import Testing

@testable import OutlayCommands

@Suite struct SensitivityCommandTests {
    private static let helpdesk = "Examples/helpdesk/helpdesk.yaml"

    private func run(_ words: String, document: String = helpdesk) -> ToolRun {
        ToolRun(
            ["sensitivity", document] + words.split(separator: " ").map(String.init)
                + ["--as-of", "2026-11-23"])
    }

    @Test func `the help desk hangs on one weight`() {
        let sentence = "Rank 1 changes only if exit_time weighs more than 38 (now 10)."
        #expect(run("").output.contains(sentence))
        let compared = ToolRun(["compare", Self.helpdesk, "--as-of", "2026-11-23"])
        #expect(compared.output.contains(sentence))
    }

    @Test(arguments: [
        "", "--smaa 300 --seed 18446744073709551615", "--win openticket", "--win helpnest",
        "--win northwind --smaa 1", "--smaa 50 --weight-range exit_time=5..60",
        "--weight-order resolution,usability,exit_time", "--one-way",
        "--monte-carlo 200 --seed 3 --evpi", "--monte-carlo 200 --smaa 50", "--evpi",
    ])
    func `the answer has the shape that is promised`(words: String) throws {
        let shape = try #require(AllResults.all.first { $0.name == "sensitivity" }).envelope
        let answer = run("\(words) --format json")
        #expect(answer.end == .exit(0), "\(answer.messages)")
        let source = DocumentSource.read(path: "a.json", bytes: Array(answer.output.utf8))
        let root = try #require(source.root, "\(source.problems)")
        #expect(shape.problems(of: root).map(\.summary) == [])
    }

    @Test(arguments: ["text", "json", "ndjson", "csv", "md"])
    func `every format answers`(format: String) {
        let answer = run("--smaa 200 --seed 5 --win openticket --format \(format)")
        #expect(answer.end == .exit(0), "\(answer.messages)")
        #expect(answer.output.contains("exit_time"))
    }

    @Test func `draws and seed are printed, and the same seed draws the same`() {
        let words = "--smaa 2000 --seed 7"
        let answer = run(words)
        #expect(answer.output.contains("Draws") && answer.output.contains("2 000"))
        #expect(run(words).output == answer.output)
        #expect(run("--smaa 2000 --seed 8").output != answer.output)
    }

    struct Refused: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var words: String
        var message: String
    }

    @Test(arguments: [
        Refused(
            testDescription: "seed", words: "--seed 3",
            message: "error[OL901]: `--seed` changes nothing here"),
        Refused(
            testDescription: "draws", words: "--smaa 0",
            message: "error[OL025]: 0 trials are asked for"),
        Refused(
            testDescription: "form", words: "--weight-range exit_time=5",
            message: "error[OL901]: `exit_time=5` is not a range of weights"),
        Refused(
            testDescription: "number", words: "--weight-range exit_time=a..5",
            message: "error[OL022]: "),
        Refused(
            testDescription: "twice",
            words: "--weight-range exit_time=1..5 --weight-range exit_time=1..9",
            message: "error[OL033]: `exit_time` has two of `--weight-range`"),
        Refused(
            testDescription: "criterion", words: "--weight-range exit=1..5",
            message: "error[OL905]: there is no criterion `exit`"),
        Refused(
            testDescription: "order", words: "--weight-order usability,,exit_time",
            message: "error[OL905]: there is no criterion ``"),
        Refused(
            testDescription: "total",
            words: "--weight-range exit_time=60..90 "
                + "--weight-range usability=60..90",
            message: "error[OL031]: the lower bounds of the weights total 1.2"),
        Refused(
            testDescription: "option", words: "--win northwnd",
            message: "error[OL905]: there is no option `northwnd`"),
    ])
    func `what cannot be asked is refused`(refused: Refused) {
        let answer = run(refused.words)
        #expect(answer.end == .exit(2))
        #expect(answer.output.isEmpty)
        #expect(answer.messages.hasPrefix(refused.message), "\(answer.messages)")
    }

    private static let ranges = "Tests/OutlayCommandsTests/Samples/ranges.yaml"

    @Test func `the help desk's bars and switching values are printed without being asked for`() {
        let answer = run("").output
        #expect(
            answer.contains(
                "NPV turns negative below 22 % realisation (now 60 %) or above 98 seats (now 65)"))
        #expect(answer.contains("32 745") && answer.contains("135 746"))
        #expect(answer.contains("53 032") && answer.contains("111 817"))
        #expect(answer.contains("72 121") && answer.contains("104 121"))
        #expect(!answer.contains("P50") || answer.contains("OL204"))
    }

    @Test func `draws print their seed, standard error and percentiles`() {
        let answer = run("--monte-carlo 2000 --seed 5")
        #expect(answer.output.contains("± is one standard error of the mean."))
        for word in ["P10", "P50", "P90", "Worse draws", "2 000", "NPV > 0", "On the frontier"] {
            #expect(answer.output.contains(word), "\(word)")
        }
        #expect(run("--monte-carlo 2000 --seed 5").output == answer.output)
        #expect(run("--monte-carlo 2000 --seed 6").output != answer.output)
    }

    @Test(arguments: ["text", "json", "ndjson", "csv", "md"])
    func `ranges, ties, scenarios and worth are in every format`(format: String) throws {
        let words = "--monte-carlo 500 --evpi --scenarios --one-way --smaa 50 --format \(format)"
        let answer = run(words, document: Self.ranges)
        #expect(answer.end == .exit(0), "\(answer.messages)")
        if format == "json" {
            let shape = try #require(AllResults.all.first { $0.name == "sensitivity" }).envelope
            let source = DocumentSource.read(path: "a.json", bytes: Array(answer.output.utf8))
            let root = try #require(source.root, "\(source.problems)")
            #expect(shape.problems(of: root).map(\.summary) == [])
        } else {
            #expect(answer.output.contains("Worst year"))
        }
    }

    @Test(
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/taskset")),
        arguments: ["text", "json"])
    func `a process on one core draws the bytes of one on all`(format: String) {
        let words = [
            "sensitivity", "catalogs/evaluations/service-desk-seats.yaml", "--monte-carlo", "5000",
            "--seed", "7", "--evpi", "--smaa", "500", "--scenarios", "--one-way", "--as-of",
            "2026-11-23", "--format", format,
        ]
        let bound = ToolRun(words, wrapper: ["/usr/bin/taskset", "-c", "0"])
        let free = ToolRun(words)
        #expect(bound.end == .exit(0), "\(bound.messages)")
        #expect(!bound.output.isEmpty && bound.output == free.output)
    }

    @Test func `what changes nothing or cannot be drawn is refused`() {
        let none = run("--scenarios")
        #expect(none.end == .exit(2) && none.messages.contains("there are no scenarios"))
        let few = run("--monte-carlo 5")
        #expect(few.end == .exit(2) && few.messages.contains("--monte-carlo"))
        let negative = run("--set seats=-5")
        #expect(negative.end == .exit(2) && negative.messages.contains("`seats` cannot be -5"))
    }
}
