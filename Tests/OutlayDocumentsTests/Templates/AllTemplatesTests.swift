import Outlay
import OutlayDocuments
import Testing

struct AllTemplatesTests {
    private static let created = CalendarDate(year: 2026, month: 11, day: 23)

    private func details() throws -> DocumentTemplate.Details {
        DocumentTemplate.Details(created: try #require(Self.created))
    }

    private func evaluation(_ text: String) throws -> Evaluation {
        let source = DocumentSource.read(path: "template.yaml", bytes: Array(text.utf8))
        return try EvaluationReader.read(
            source, in: EvaluationReader.Surroundings(catalogues: nil))
    }

    @Test func `the templates have the names that help and documentation list`() {
        #expect(
            AllTemplates.all.map(\.name)
                == [
                    "saas", "hardware", "service", "renewal", "build-or-buy", "budget", "policy",
                    "organisation", "vendors", "actuals-map", "quote-map",
                ])
        #expect(
            AllTemplates.evaluations.map(\.name)
                == ["saas", "hardware", "service", "renewal", "build-or-buy"])
    }

    @Test(arguments: AllTemplates.evaluations.map(\.name))
    func `a template is an evaluation that runs without a warning`(name: String) throws {
        let template = try #require(AllTemplates.all.first { $0.name == name })
        let details = try details()
        let evaluation = try evaluation(template.document(details))
        let result = try evaluation.run(asOf: details.created)
        #expect(result.findings.filter { $0.severity > .note } == [])
        #expect(evaluation.baseline != nil)
        #expect(result.options.count == 4)
        #expect(result.options.count { $0.decision.eligibility == .eligible } >= 3)
        #expect(!evaluation.decision.knockOuts.isEmpty)
        #expect(result.options.allSatisfy { $0.decision.value != nil })
        #expect(evaluation.study.assumptions.values.contains { $0.range != nil })
        #expect(evaluation.sources.allSatisfy { $0.title.hasPrefix("Sample: ") })
        #expect(evaluation.id == "\(name)-2027")
    }

    @Test(arguments: AllTemplates.evaluations.map(\.name))
    func `a template runs in any currency, for any start and after it`(name: String) throws {
        let template = try #require(AllTemplates.all.first { $0.name == name })
        for (code, month, day) in [("JPY", 2, 29), ("KWD", 12, 31)] {
            var details = try details()
            details.currency = try Currency(code: code)
            details.start = try #require(CalendarDate(year: 2024, month: month, day: day))
            let evaluation = try evaluation(template.document(details))
            let findings = try evaluation.run(asOf: details.created).findings
            #expect(findings.filter { $0.severity > .note } == [], "\(code) \(details.start)")
        }
    }

    @Test(arguments: AllTemplates.all.map(\.name))
    func `every line with a figure says that it is a sample`(name: String) throws {
        let template = try #require(AllTemplates.all.first { $0.name == name })
        let text = template.document(try details())
        #expect(!text.contains("{{"))
        let figures = [
            "amount: ", "unit_cost: ", "unit_value: ", "value: ", "low: ", "quantity: ",
            "approved: ", "below: ", "override_limit: ",
        ]
        for line in text.split(separator: "\n") where !line.hasPrefix("discount_rate") {
            guard
                let figure = figures.first(where: { line.contains($0) }),
                let value = line.split(separator: figure, maxSplits: 1).last?.first, value.isNumber
            else { continue }
            #expect(line.lowercased().contains("# sample figure"), "\(line)")
        }
    }

    @Test(arguments: AllTemplates.all.map(\.name))
    func `a template says what to do with it, in lines that fit a screen`(name: String) throws {
        let template = try #require(AllTemplates.all.first { $0.name == name })
        let text = template.document(try details())
        let comment = text.split(separator: "\n").prefix { $0.hasPrefix("#") }
        #expect(comment.contains { $0.hasPrefix("#   outlay validate FILE ") }, "\(comment)")
        let command = template.command.split(separator: " ").prefix(2).joined(separator: " ")
        #expect(comment.contains { $0.contains("outlay \(command) ") }, "\(comment)")
        #expect(comment.contains { $0.contains("outlay schema ") }, "\(comment)")
        #expect(comment.allSatisfy { $0.count <= 112 }, "\(comment)")
    }

    @Test func `the writer's own words stand where they belong, in quotes where YAML needs them`()
        throws
    {
        var details = try details()
        details.id = "10"
        details.title = "A: \"b\" # {{start}}\n\u{7F}"
        details.owner = "no"
        details.schemaPath = "../schema.json"
        let template = try #require(AllTemplates.all.first)
        let text = template.document(details)
        #expect(text.hasPrefix("# yaml-language-server: $schema=../schema.json\n#\n"))
        #expect(text.contains("\n  id: \"10\"\n"))
        #expect(text.contains("\n  owner: \"no\"\n"))
        let evaluation = try evaluation(text.replacing("\u{7F}", with: "."))
        #expect(evaluation.title == "A: \"b\" # {{start}}\n.")
    }
}
