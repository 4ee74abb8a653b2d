import Outlay
import OutlayDocuments
import Testing

struct SchemaCommandTests {
    private func schema(_ arguments: String...) -> ToolRun {
        ToolRun(["schema"] + arguments + ["--as-of", "2026-11-23"])
    }

    @Test func `a field is explained`() throws {
        let run = schema("evaluation.discount_rate.timing")
        #expect(run.end == .exit(0))
        for text in [
            "evaluation.discount_rate.timing\n", "When in its year a recurring amount counts.",
            "end-of-year, mid-year or start-of-year", "Default", "Needed",
        ] {
            #expect(run.output.contains(text), "\(text)")
        }
    }

    @Test func `a field's schema is the result in JSON`() throws {
        let run = schema("evaluation.tax.recoverable", "--format", "json")
        #expect(run.end == .exit(0))
        #expect(
            run.output.contains(
                #""title":"evaluation.tax.recoverable","type":"number","minimum":0,"maximum":1}"#))
    }

    @Test func `a document's schema is printed as it is`() throws {
        let kind = try #require(DocumentKind.all.first { $0.schema == "project" })
        #expect(schema("project").output == kind.jsonSchema.text(indentation: 2) + "\n")
        #expect(schema("Project").output == schema("project").output)
        #expect(schema("Policy.tiers.below").output.contains("none in the last one"))
    }

    @Test func `every schema is listed`() throws {
        let run = schema("--list")
        #expect(run.output == schema().output)
        for kind in DocumentKind.all { #expect(run.output.contains("\n\(kind.schema) ")) }
    }

    @Test(arguments: [
        (["evaluation.dicount_rate"], "hint: did you mean `discount_rate`?"),
        (["--output", "comprae"], "hint: did you mean `compare`?"),
        (["evaluation", "--output", "compare"], "error[OL901]: one schema at a time"),
        (["evaluation", "--list"], "error[OL901]: one schema at a time"),
    ])
    func `wrong usage is refused with the way on`(arguments: [String], message: String) throws {
        let run = ToolRun(["schema"] + arguments)
        #expect(run.end == .exit(2))
        #expect(run.output == "")
        #expect(run.messages.contains(message), "\(run.messages)")
    }
}
