import Outlay
import OutlayDocuments
import Testing

@testable import OutlayCommands

struct MethodCommandTests {
    private func run(_ arguments: [String]) -> ToolRun {
        ToolRun(["method"] + arguments + ["--as-of", "2026-11-23"])
    }

    @Test(arguments: ["text", "json", "ndjson", "csv", "md"])
    func `every method is listed with when to use it`(format: String) {
        let answer = run(["list", "--format", format])
        #expect(answer.end == .exit(0), "\(answer.messages)")
        for entry in MethodGroup.all.flatMap(\.entries) {
            #expect(answer.output.contains(entry.identifier), "\(entry.identifier)")
            // Text breaks long titles into lines.
            let title = format == "text" ? String(entry.title.prefix { $0 != " " }) : entry.title
            #expect(answer.output.contains(title), "\(entry.identifier)")
        }
    }

    @Test func `every method is shown with its example, in the shape that is promised`() throws {
        let shape = try #require(AllResults.all.first { $0.name == "method-show" }).envelope
        for group in MethodGroup.all {
            for entry in group.entries {
                let answer = run(["show", entry.identifier, "--format", "json"])
                #expect(answer.end == .exit(0), "\(answer.messages)")
                let source = DocumentSource.read(path: "a.json", bytes: Array(answer.output.utf8))
                let root = try #require(source.root, "\(source.problems)")
                #expect(shape.problems(of: root).map(\.summary) == [], "\(entry.identifier)")
                #expect(root["result"]?["name"]?.text == entry.identifier)
                #expect(root["result"]?["group"]?.text == group.kind.rawValue)
            }
        }
    }

    @Test(arguments: ["entropy", "min-max"])
    func `what has no intermediate tables does not explain them`(name: String) {
        let answer = run(["show", name, "--explain"])
        #expect(answer.end == .exit(2) && answer.output == "")
        #expect(
            answer.messages == """
                error[OL901]: `--explain` changes nothing here
                  --> option `--explain`
                the example of `\(name)` has no intermediate tables
                hint: leave it out

                """)
    }

    @Test func `the figures on the way to the scores are printed when asked for`() {
        let name = AllMethods.standard
        let (short, long) = (run(["show", name]), run(["show", name, "--explain"]))
        #expect(short.output.contains("Worked example"))
        #expect(long.output.hasPrefix(short.output.dropLast()))
        #expect(long.output.contains("r(i,j): normalised performances"))
    }

    @Test func `no two methods share a name, over all groups`() {
        let names = MethodGroup.all.flatMap(\.entries).map(\.identifier)
        #expect(Set(names).count == names.count)
    }

    @Test func `the groups hold every method, weighting and price formula`() {
        #expect(
            MethodGroup.all.map { $0.entries.map(\.identifier) } == [
                AllMethods.descriptors.map(\.identifier),
                AllWeightings.descriptors.map(\.identifier),
                AllPriceFormulas.descriptors.map(\.identifier),
            ])
        #expect(MethodGroup.all.map(\.kind.rawValue) == ["scoring", "weighting", "price-points"])
    }
}
