import Outlay
import Testing

@Suite struct FindingsLinesTests {
    /// Returns what is asked of each option, by the categories that the options have.
    private func asked(
        _ options: KeyValuePairs<String, [String]>, baseline: String? = nil,
        every: Set<String> = []
    ) throws -> [String] {
        var choice = Choice()
        choice.isScored = false
        choice.baseline = baseline
        choice.costs = ["a": "1"]
        var evaluation = try choice.evaluation()
        let template = try #require(evaluation.options.first)
        evaluation.options = try options.map { id, categories in
            var option = template
            option.id = id
            option.title = id
            option.lines = try categories.enumerated().map { index, category in
                let model: any CostModel =
                    every.contains(category)
                    ? try Helpdesk.yearly("1")
                    : try OneOffModel(
                        CostModelInputs([
                            "at": .moment(.start), "amount": .operand(.constant(exact("1"))),
                        ]))
                return CostLine(
                    id: "l\(index)", category: category, direction: .cost, model: model)
            }
            return option
        }
        return try evaluation.run(asOf: day("2026-11-23")).findings
            .filter { $0.code == .missingLine }.map(\.summary)
    }

    @Test func `what one option states and another leaves out is asked for`() throws {
        #expect(
            try asked(["a": ["licence", "training", "exit"], "b": ["licence"]])
                == ["b states no training or exit"])
    }

    @Test func `prices stand in for one another`() throws {
        #expect(
            try asked(
                ["a": ["subscription"], "b": ["subscription"], "c": ["hardware", "maintenance"]])
                == [])
    }

    @Test func `an option with nothing of its own is asked for what another has besides`() throws {
        #expect(
            try asked(["a": ["licence", "support"], "b": ["licence"]]) == ["b states no support"])
        #expect(try asked(["a": ["licence", "support"], "b": ["subscription"]]) == [])
        #expect(
            try asked([
                "a": ["licence", "support"], "b": ["licence"], "c": ["licence"], "d": ["x"],
            ])
                == [])
        #expect(try asked(["a": ["licence"], "b": []]) == [])
    }

    @Test func `the baseline needs nothing that others pay once`() throws {
        #expect(
            try asked(
                ["a": ["upkeep"], "b": ["licence", "training", "migration"]], baseline: "a") == [])
        #expect(
            try asked(
                ["a": ["licence"], "b": ["licence", "labour"]], baseline: "a", every: ["labour"])
                == ["a states no labour"])
    }

    @Test func `the baseline's running costs are asked of the others`() throws {
        #expect(
            try asked(
                ["a": ["labour"], "b": ["licence"], "c": ["licence", "labour"]], baseline: "a",
                every: ["labour"]) == ["b states no labour"])
    }

    @Test func `work that few options need is not asked of all`() throws {
        #expect(
            try asked(
                ["a": ["licence", "labour"], "b": ["licence"], "c": ["licence"], "d": ["licence"]])
                == [])
    }

    @Test func `another offer of the baseline's vendor is in use as well`() throws {
        var choice = Choice()
        choice.costs = ["a": "1", "b": "1"]
        choice.baseline = "a"
        var evaluation = try choice.evaluation()
        evaluation.options[0].vendor = "acme"
        evaluation.options[1].vendor = "acme"
        var rival = evaluation.options[1]
        rival.id = "rival"
        rival.vendor = "rival"
        rival.lines.append(
            CostLine(
                id: "move", category: "migration", direction: .cost,
                model: try OneOffModel(
                    CostModelInputs([
                        "at": .moment(.start), "amount": .operand(.constant(exact("1"))),
                    ]))))
        evaluation.options.append(rival)
        #expect(!(try evaluation.run(asOf: day("2026-11-23")).codes.contains(.missingLine)))
        evaluation.options[1].vendor = "other"
        #expect(try evaluation.run(asOf: day("2026-11-23")).codes.contains(.missingLine))
    }

    @Test func `a line of nothing is a stand`() throws {
        var choice = Choice()
        choice.costs = ["a": "0", "b": "5"]
        choice.change = { $0.category = "training" }
        #expect(!(try choice.run().codes.contains(.missingLine)))
    }
}
