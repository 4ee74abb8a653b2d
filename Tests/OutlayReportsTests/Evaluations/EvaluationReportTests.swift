import Outlay
import Testing

@Suite struct EvaluationReportTests {
    @Test func `a recommendation behind rank 1 stands with its reason beside the scores`() throws {
        let extra = "recommendation: {option: cheap, reason: It is all we can pay.}"
        let report = try SampleEvaluation(extra: extra).report()
        #expect(
            report.answer.hasSuffix(
                "It scores 20.0 of 100, rank 2 of 2 eligible. "
                    + "Why it is preferred to rank 1: It is all we can pay."))
        #expect(
            report.title(of: "value")
                == "Dear scores highest with 90.0 of 100; the recommended Cheap scores 20.0")
    }

    @Test func `a recommendation of the first needs no excuse`() throws {
        let report = try SampleEvaluation(extra: "recommendation: {option: dear}").report()
        #expect(report.answer.hasSuffix("It scores 90.0 of 100, rank 1 of 2 eligible."))
        #expect(
            report.title(of: "value") == "Dear scores highest with 90.0 of 100; Quality adds most")
    }

    @Test func `what fails a knock-out cannot be recommended`() throws {
        var sample = SampleEvaluation(extra: "recommendation: {option: dear}")
        sample.decision = """
            knock_outs: [{id: eu, question: In the EU, type: yes-no, require: {equals: true}}]
            performance: {cheap: {}, dear: {eu: false}}
            """
        let report = try sample.report()
        #expect(
            report.answer == "No recommendation can stand. The document names Dear, "
                + "but eu is no, needs yes.")
        #expect(
            report.title(of: "knock-outs")
                == "Dear fails a knock-out; whether Cheap passes is unknown")
        #expect(report.title(of: "cost").hasPrefix("The cheapest option over 2 years is Cheap"))
    }

    @Test func `what was set aside cannot be recommended`() throws {
        var sample = SampleEvaluation(extra: "recommendation: {option: late}")
        sample.options += "\n  late: {title: Late, rejected: Too late}"
        let report = try sample.report()
        #expect(
            report.answer == "No recommendation can stand. The document names Late, "
                + "but it was set aside without evaluation.")
        #expect(report.title(of: "scope") == "2 options were evaluated, one was set aside")
    }

    @Test func `one option without criteria has no rank among others`() throws {
        var sample = SampleEvaluation()
        sample.options = """
              only: {title: Only, costs: [{id: fee, category: fees, amount: 100, at: start}]}
            """
        sample.decision = ""
        let report = try sample.report()
        #expect(report.answer.hasPrefix("Only is the only option evaluated. Total cost"))
        #expect(report.title(of: "cost") == "Only costs EUR\u{A0}100 over 2 years")
        #expect(report.title(of: "value").isEmpty)
    }

    @Test func `equals share the first rank`() throws {
        var sample = SampleEvaluation()
        sample.decision = sample.decision.replacing("q: 9", with: "q: 2")
        let report = try sample.report()
        #expect(report.answer == "No recommendation is made. Cheap and Dear share rank 1.")
        #expect(report.title(of: "value") == "Cheap and Dear score the same, 20.0 of 100")
        let remarks = report.tables[0].rows.map { $0.cells[$0.cells.count - 1].shown }
        #expect(remarks == ["", "dominated by Cheap"])
    }

    @Test func `a changed assumption is said first and marked where it stands`() throws {
        var sample = SampleEvaluation(extra: "assumptions: {seats: 65}")
        sample.options = sample.options.replacing("amount: 1900", with: "amount: seats")
        let report = try sample.report(overrides: ["seats=80"])
        guard case .callout(.warning, let text) = try #require(report.summary.first) else {
            Issue.record("the report does not begin with a warning")
            return
        }
        #expect(text.text.hasSuffix("changed for this run: seats=80"))
        let assumptions = try #require(report.tables.first { $0.caption == "Assumptions" })
        #expect(assumptions.rows[0].cells[1].shown == "80 (changed for this run)")
    }

    @Test func `no gain is claimed for what only starts without an outlay`() throws {
        var sample = SampleEvaluation(extra: "baseline: cheap\nrecommendation: {option: dear}")
        sample.options = """
              cheap: {title: Cheap}
              dear: {title: Dear, costs: [{id: fee, category: fees, amount: 9, every: year}]}
            """
        #expect(
            try sample.report().title(of: "case") == "Dear does not pay back within the horizon")
    }

    @Test(arguments: [
        (true, "[0, 1]", "Dear needs no outlay first, but loses over time"),
        (true, "[0, 0.1]", "Dear gains at once"),
        (false, "[0, 0.1]", "Dear pays back at once, but never in cash"),
        (false, "[0, 1]", "Dear pays back at once, but never in cash; discounted, it loses"),
    ])
    func `a gain at once is told apart from what cash and later years make of it`(
        cashable: Bool, ramp: String, finding: String
    ) throws {
        var sample = SampleEvaluation(extra: "baseline: cheap\nrecommendation: {option: dear}")
        sample.options = """
              cheap: {title: Cheap}
              dear:
                title: Dear
                costs: [{id: fee, category: fees, amount: 9, every: year, ramp: \(ramp)}]
                benefits:
                  - {id: b, category: time, cashable: \(cashable), amount: 2, every: year}
            """
        #expect(try sample.report().title(of: "case") == finding)
    }

    @Test func `the rank of options without criteria is explained`() throws {
        let note = "Without criteria, options are ranked by TCO alone."
        var sample = SampleEvaluation()
        #expect(try !sample.report().tables.contains { $0.note == note })
        sample.decision = ""
        #expect(try sample.report().tables.contains { $0.note == note })
    }

    @Test func `groups of criteria stand above their parts with their own values`() throws {
        var sample = SampleEvaluation()
        sample.decision = """
            criteria:
              - {id: a, direction: higher, scale: {worst: 0, best: 10}, weight: 40}
              - id: g
                title: Group
                weight: 60
                criteria:
                  - {id: b, direction: higher, scale: {worst: 0, best: 10}, weight: 25}
                  - {id: c, direction: higher, scale: {worst: 0, best: 10}, weight: 75}
            performance:
              cheap: {a: 1, b: 10, c: 2}
              dear: {a: 9, b: 0, c: 8}
            """
        let table = try #require(
            try sample.report().tables.first { $0.caption.hasPrefix("Value of each option") })
        #expect(
            table.rows.map { $0.cells.map(\.shown) } == [
                ["a", "40.0\u{202F}%", "40.0\u{202F}%", "90", "10"],
                ["Group", "60.0\u{202F}%", "60.0\u{202F}%", "60", "40"],
                ["\u{2003}b", "15.0\u{202F}%", "25.0\u{202F}%", "0", "100"],
                ["\u{2003}c", "45.0\u{202F}%", "75.0\u{202F}%", "80", "20"],
                ["Value", "", "", "72.0", "28.0"],
            ])
    }

    private var open: SampleEvaluation {
        var sample = SampleEvaluation(extra: "missing: bounds\nmargin: 5")
        sample.decision = """
            criteria:
              - {id: q, title: Quality, scale: {worst: 0, best: 10}, minimum: 40, weight: 70}
              - {id: s, title: Support, value_function: {levels: {none: 0, some: 50}}, weight: 30}
            performance:
              cheap: {q: 5}
              dear: {q: 6, s: none}
            """
        return sample
    }

    @Test func `a value that is open is a range wherever it stands`() throws {
        let report = try open.report()
        #expect(
            report.answer.hasSuffix(
                "It scores 42.0 of 100, rank 1 of 2 eligible (1 to 2 are possible)."))
        #expect(
            report.title(of: "value")
                == "No clear winner: Dear scores 42.0 of 100, Cheap 35.0–50.0")
        #expect(
            report.title(of: "frontier")
                == "No eligible option beats another on both value and cost for sure")
        let values = try #require(
            report.tables.first { $0.caption.hasPrefix("Value of each option") })
        #expect(
            values.rows.map { $0.cells.map(\.shown) } == [
                ["Quality", "70.0\u{202F}%", "60", "50"],
                ["Support", "30.0\u{202F}%", "0", "0–50"],
                ["Value", "", "42.0", "35.0–50.0"],
            ])
        let weakest = try #require(
            report.tables.first { $0.caption == "Weakest criterion of each option" })
        #expect(
            weakest.rows.map { $0.cells.map(\.shown) } == [
                ["Dear", "Support", "0", "below 25"],
                ["Cheap", "Quality", "50", "Support is unknown"],
            ])
        for caption in ["Contribution of each", "Value against total"] {
            let table = try #require(report.tables.first { $0.caption.hasPrefix(caption) })
            #expect(
                table.rows.contains { $0.cells.contains { $0.shown == "35.0–50.0" } }, "\(caption)")
        }
        let text = HTMLFormat().render(report)
        #expect(text.contains("drawn at the low end: Support is missing"))
    }

    @Test func `a minimum stands beside the knock-outs with what is found`() throws {
        var sample = open
        sample.decision = sample.decision.replacing("{q: 5}", with: "{q: 3.99, s: some}")
        let report = try sample.report()
        #expect(report.title(of: "knock-outs") == "Cheap is below a minimum")
        let table = try #require(report.tables.first { $0.caption == "Minimums" })
        #expect(table.columns.map(\.title) == ["Option", "Quality: a value of at least 40"])
        #expect(
            table.rows.map { $0.cells.map(\.shown) } == [
                ["Dear", "pass: 60"], ["Cheap", "FAIL: 39.9"],
            ])
        #expect(report.tables.contains { $0.columns.map(\.title).contains("Least value") })
    }
}
