import Foundation
import Outlay
import Testing

@testable import OutlayConformance

@Suite struct ConformanceTests {
    private static let vectors = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "OutlayDecisionsTests/Vectors").path

    @Test func `every known answer comes out, and none is left out`() {
        let run = Conformance(below: Self.vectors, draws: 20_000)
        #expect(run.faults.map(\.id) == [])
        #expect(run.total == Conformance.Count(passed: 191))
        #expect(run.unreadable.isEmpty && run.skipped.isEmpty && run.isComplete)
    }

    @Test func `every known answer of a function comes out, and none is left out`() {
        let vectors = URL(filePath: Self.vectors).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "OutlayEconomicsTests/Vectors").path
        let run = Conformance(below: vectors, draws: 200_000)
        #expect(run.faults.map(\.id) == [])
        #expect(run.total == Conformance.Count(passed: 173))
        #expect(run.unreadable.isEmpty && run.skipped.isEmpty && run.isComplete)
    }

    @Test(arguments: [
        #""inputs": {"cashflows": [-100, 110]}, "expected": 0.11"#,
        #""inputs": {"cashflows": [-100, 110]}, "expected": "0.1x""#,
        #""inputs": {"cashflows": [-100, 110]}, "expected": {"error": "noRealRoot"}"#,
        #""inputs": {"cashflows": [100, 110]}, "expected": {"error": "noRealRoot"}"#,
        #""inputs": {"cashflows": [100, 110]}, "expected": 0.1"#,
        #""inputs": {"cashflows": [-100, 110]}, "expected": null"#,
        #""inputs": {"cashflows": [-100, 110], "guess": 1}, "expected": 0.1"#,
        #""inputs": {}, "expected": 0.1"#,
        #""inputs": {"cashflows": [-100, 110]}, "expected": {"error": "badLuck"}"#,
    ])
    func `a case of a function that differs does not pass`(members: String) throws {
        let start = #"{"id": "a", "function": "irr", "#
        let end = #", "tolerance": {"rel": 1e-9, "abs": 1e-9}}"#
        let right = #""inputs": {"cashflows": [-100, 110]}, "expected": 0.1"#
        #expect(Conformance.outcome(of: try node(start + right + end), draws: 1) == .passed)
        #expect(Conformance.outcome(of: try node(start + members + end), draws: 1) != .passed)
    }

    @Test func `a case passes where every answer agrees`() throws {
        #expect(try outcome("") == .passed)
    }

    @Test(arguments: [
        Change(id: "remarks", from: "\"title\": \"\"", to: "\"note\": 1, \"split\": \"b\""),
        Change(id: "who else agrees", from: "\"title\"", to: "\"checked_against_scores\""),
        Change(id: "who else differs", from: "\"title\"", to: "\"disagrees_ranking\""),
        Change(id: "no parameters", from: "\"params\": {}", to: "\"params\": null"),
        Change(id: "a parameter that is null", from: "{}", to: "{\"bounds\": null}"),
        Change(id: "no names", from: "[\"A\", \"B\"]", to: "null"),
        Change(id: "a unit", from: "\"id\": \"c1\"", to: "\"id\": \"c1\", \"unit\": \"EUR\""),
        Change(id: "numbers with a point", from: "[[3, 1], [2, 2]]", to: "[[3.0, 1E0], [2, 2.0]]"),
        Change(id: "ranks with a point", from: "[1, 2]", to: "[1.0, 2.0]"),
    ])
    func `what says nothing else changes nothing`(change: Change) throws {
        #expect(try outcome(change.from, change.to) == .passed)
    }

    @Test func `nothing printed is said by null too`() throws {
        let printed = try #require(Self.sample.range(of: "\"published\""))
        let text = Self.sample[..<printed.lowerBound] + "\"published\": null}"
        #expect(Conformance.outcome(of: try node(String(text)), draws: 1) == .passed)
    }

    @Test func `places of a set stand in any order, and each as often as stated`() throws {
        func outcome(_ pairs: String, _ best: String) throws -> Conformance.Outcome {
            Conformance.outcome(
                of: try node(
                    """
                    {"id": "a", "method": "pareto", "directions": ["max", "min"],
                     "matrix": [[1, 2], [2, 2], [3, 3], [0, 2]],
                     "expected": {"dominates": \(pairs), "nondominated": \(best)}}
                    """), draws: 1)
        }
        #expect(try outcome("[[1, 0], [0, 3], [1, 3]]", "[1, 2]") == .passed)
        #expect(try outcome("[[1, 3], [1.0, 0], [0, 3]]", "[2, 1]") == .passed)
        #expect(
            try outcome("[[1, 0], [0, 3], [1, 3]]", "[1, 1, 2]")
                == .failed(["expected.nondominated: expected [[1], [1], [2]], found [[1], [2]]"]))
        guard case .failed = try outcome("[[0, 1], [0, 3], [1, 3]]", "[1, 2]") else {
            Issue.record("a pair turned round passes")
            return
        }
    }

    @Test(arguments: ["[[1, 0], [0, 3]]", "[[1e-9, 0], [0, 3e-9]]", "[[7, 4], [4, 13]]"])
    func `utilities of any size are told apart`(utilities: String) throws {
        // The first is ahead where its weight is above 3/4.
        let text = """
            {"id": "a", "method": "smaa2", "utilities": \(utilities),
             "expected": {"rank_acceptability": [[0.25, 0.75], [0.75, 0.25]],
                          "tolerance": {"monte_carlo": "4*sqrt(p*(1-p)/N)"}}}
            """
        #expect(Conformance.outcome(of: try node(text), draws: 20_000) == .passed)
    }

    @Test(arguments: [
        ("1e-05", "0.00001"), ("1.25E+3", "1250"), ("-2.5e0", "-2.5"), ("0.1", "0.1"),
    ])
    func `exact numbers are read with an exponent`(text: String, plain: String) throws {
        let item = Item(node: JSONNode(kind: .number(text: text), range: 0..<0), place: "a")
        #expect(try item.exactNumber() == ExactDecimal(parsing: plain))
    }

    @Test(arguments: ["1e400", "1e-39", "1e99999999999999999999"])
    func `exact numbers of too many digits are refused`(text: String) {
        let item = Item(node: JSONNode(kind: .number(text: text), range: 0..<0), place: "a")
        #expect(throws: CaseFault.self) { try item.exactNumber() }
    }

    struct Change: Sendable, CustomTestStringConvertible {
        var id: String
        var from: String
        var to: String
        var testDescription: String { id }
    }

    @Test(arguments: [
        Change(id: "a score", from: "0.75, 0.25", to: "0.75, 0.26"),
        Change(id: "one score less", from: "0.75, 0.25", to: "0.75"),
        Change(id: "a ranking", from: "[1, 2]", to: "[2, 1]"),
        Change(id: "a direction", from: "true", to: "false"),
        Change(id: "an answer that is null", from: "[1, 2]", to: "null"),
        Change(id: "a word for a number", from: "0.75, 0.25", to: "0.75, \"0.25\""),
        Change(id: "the printed scores", from: "[0.8, 0.3]", to: "[0.8, 0.4]"),
        Change(id: "no tolerance", from: "\"tolerance\": {\"abs\": 1e-9},", to: ""),
        Change(id: "no table", from: "\"matrix\": [[3, 1], [2, 2]],", to: ""),
        Change(id: "a ragged table", from: "[[3, 1], [2, 2]]", to: "[[3, 1], [2]]"),
        Change(id: "a cell too large", from: "[[3, 1], [2, 2]]", to: "[[3, 1], [2, 1e300]]"),
        Change(id: "a key twice", from: "\"title\": \"\"", to: "\"weights\": [1, 1]"),
    ])
    func `a case fails where an answer or the case itself differs`(change: Change) throws {
        guard case .failed(let lines) = try outcome(change.from, change.to) else {
            Issue.record("\(try outcome(change.from, change.to))")
            return
        }
        #expect(!lines.isEmpty)
    }

    @Test(arguments: [
        Change(id: "a method", from: "\"wsm\"", to: "\"sum\""),
        Change(id: "a form", from: "\"minmax\"", to: "\"zscore\""),
        Change(id: "a word for the form", from: "\"normalisation\"", to: "\"distance\""),
        Change(id: "a parameter", from: "\"params\": {}", to: "\"params\": {\"v\": 1}"),
        Change(id: "an answer", from: "\"ranking\"", to: "\"order\""),
        Change(id: "a printed answer", from: "\"read_from\"", to: "\"printed\""),
        Change(id: "a member of the case", from: "\"title\"", to: "\"rounding\""),
        Change(
            id: "a member of a criterion", from: "\"id\": \"c1\"", to: "\"id\": \"c1\", \"q\": 1"),
        Change(id: "a kind of tolerance", from: "{\"abs\": 1e-9}", to: "{\"relative\": 1e-9}"),
        Change(id: "a direction", from: "\"max\"", to: "\"target\""),
    ])
    func `what is not known is unsupported, never passed over`(change: Change) throws {
        guard case .unsupported = try outcome(change.from, change.to) else {
            Issue.record("\(try outcome(change.from, change.to))")
            return
        }
    }

    @Test func `a case that states no answer is unsupported`() throws {
        let text = """
            {"id": "a", "method": "wsm", "matrix": [[1]], "weights": [1],
             "criteria": [{"id": "c", "direction": "max"}], "expected": {"tolerance": {"abs": 1}}}
            """
        #expect(
            Conformance.outcome(of: try node(text), draws: 1)
                == .unsupported("it states no answer"))
    }

    @Test func `files without known answers are named`() throws {
        let folder = try TemporaryFiles([
            "good.json": Self.file, "list.json": "[]", "deep/other.json": "{\"schema\": 2}",
            "broken.json": "{\"schema\": 1,", "note.txt": "no JSON",
        ])
        let run = Conformance(below: folder.path, draws: 1)
        #expect(run.total == Conformance.Count(passed: 1))
        #expect(
            run.skipped.map { URL(filePath: $0.path).lastPathComponent }
                == ["other.json", "list.json"])
        #expect(run.unreadable.map { URL(filePath: $0.path).lastPathComponent } == ["broken.json"])
        #expect(!run.isComplete)
        let text = ConformanceText.report(of: run, below: folder.path)
        for word in ["other.json", "list.json", "broken.json", "its `schema` is not 1"] {
            #expect(text.contains(word))
        }
    }

    @Test func `no case at all is no success`() throws {
        let folder = try TemporaryFiles(["a.json": "{}"])
        let run = Conformance(below: folder.path, draws: 1)
        #expect(!run.isComplete)
        #expect(ConformanceText.report(of: run, below: "x").contains("no case was found below x"))
        #expect(!Conformance(below: folder.path + "/none", draws: 1).isComplete)
    }

    @Test func `one file is run by itself`() throws {
        let folder = try TemporaryFiles(["good.json": Self.file])
        #expect(Conformance(below: folder.path + "/good.json", draws: 1).isComplete)
    }

    private func outcome(_ from: String, _ to: String = "") throws -> Conformance.Outcome {
        try #require(from.isEmpty || Self.sample.contains(from))
        let text =
            from.isEmpty ? Self.sample : Self.sample.replacing(from, with: to, maxReplacements: 1)
        return Conformance.outcome(of: try node(text), draws: 1)
    }

    private func node(_ text: String) throws -> JSONNode {
        try JSONReader.read(SourceText(path: "a.json", bytes: Array(text.utf8)))
    }

    /// By hand: A is best on the first criterion, B on neither end is worse than 1 of weight 0.25.
    private static let sample = """
        {"id": "a", "title": "", "method": "wsm", "variant": {"normalisation": "minmax"},
         "options": ["A", "B"],
         "criteria": [{"id": "c1", "direction": "max"}, {"id": "c2", "direction": "max"}],
         "matrix": [[3, 1], [2, 2]], "weights": [0.75, 0.25], "params": {},
         "expected": {"scores": [0.75, 0.25], "ranking": [1, 2], "higher_is_better": true,
                      "tolerance": {"abs": 1e-9}, "tie_rule": "equal scores share the smaller rank"},
         "published": {"scores": [0.8, 0.3], "tolerance": 0.06, "ranking": null, "read_from": ""}}
        """
    private static let file = "{\"schema\": 1, \"group\": \"wsm\", \"cases\": [\(sample)]}"
}

/// A folder of files that is gone with this value.
private final class TemporaryFiles {
    let path: String

    init(_ files: [String: String]) throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "outlay-conformance-\(UUID().uuidString)")
        path = folder.path
        for (name, text) in files {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
