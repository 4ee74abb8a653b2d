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
        for descriptor in AllMethods.descriptors {
            #expect(answer.output.contains(descriptor.identifier), "\(descriptor.identifier)")
            #expect(answer.output.contains(descriptor.title), "\(descriptor.identifier)")
        }
    }

    @Test func `every method is shown with its example, in the shape that is promised`() throws {
        let shape = try #require(AllResults.all.first { $0.name == "method-show" }).envelope
        for descriptor in AllMethods.descriptors {
            let answer = run(["show", descriptor.identifier, "--format", "json"])
            #expect(answer.end == .exit(0), "\(answer.messages)")
            let source = DocumentSource.read(path: "a.json", bytes: Array(answer.output.utf8))
            let root = try #require(source.root, "\(source.problems)")
            #expect(shape.problems(of: root).map(\.summary) == [], "\(descriptor.identifier)")
            #expect(root["result"]?["name"]?.text == descriptor.identifier)
        }
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
}
