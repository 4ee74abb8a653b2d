import Outlay
import OutlayDocuments
import Testing

struct PanelReadingTests {
    @Test func `members' scores become a panel, in the order of the list`() throws {
        let evaluation = try SamplePanel().evaluation()
        let panel = try #require(evaluation.panel)
        #expect(panel.ballots.map(\.member) == ["anna", "ben"])
        #expect(panel.rule == .mean)
        #expect(panel.disagreement == ExactDecimal(25))
        #expect(panel.ballots[0].scores["south"]?["help"] == .text("1"))
        #expect(panel.ballots[0].scores["south"]?["ease"] == .number(ExactDecimal(5)))
    }

    @Test func `the value of an option rests on the members' values`() throws {
        let result = try SamplePanel().evaluation().run(asOf: CalendarDate(parsing: "2026-11-23"))
        // ease 65 and help 100 of the panel, speed 50: 0.5 · 65 + 0.3 · 100 + 0.2 · 50.
        #expect(result.option("north")?.decision.value == 72.5)
        #expect(result.panel?.disputed.map(\.option) == ["north", "south"])
    }

    @Test func `files are read relative to the document and become inputs`() throws {
        let sample = SamplePanel()
        let companions = sample.companions
        _ = try EvaluationReader.read(
            read(sample.text), in: .init(catalogues: nil, companions: companions))
        #expect(
            companions.filesRead.map(\.path) == ["docs/panel/anna.yaml", "docs/panel/ben.yaml"])
        #expect(companions.filesRead.allSatisfy { $0.sha256.count == 64 })
    }

    @Test func `a member who has not handed in stops the evaluation`() throws {
        var sample = SamplePanel()
        sample.files["docs/panel/ben.yaml"] = nil
        #expect(sample.problems().map(\.code) == [.missingPerformance])
        #expect(marked(sample.problems().first?.location) == "panel/ben.yaml")
    }

    @Test func `by another policy the others are heard and the gap is told`() throws {
        var sample = SamplePanel()
        sample.files["docs/panel/ben.yaml"] = nil
        sample.extra = "missing: worst"
        let evaluation = try sample.evaluation()
        #expect(evaluation.panel?.awaited == ["panel/ben.yaml"])
        let result = try evaluation.run(asOf: CalendarDate(parsing: "2026-11-23"))
        #expect(result.panel?.cell("north", "ease")?.value == 90)
        #expect(result.findings.map(\.code) == [.panelIncomplete])
    }

    @Test func `a score that is left out stops the evaluation, a conflict does not`() throws {
        var sample = SamplePanel()
        sample.files["docs/panel/ben.yaml"] = SamplePanel.ballot(
            "ben", "{south: {ease: 6, help: good}}")
        #expect(sample.problems().map(\.summary) == ["`ben` has no score for north on ease, help"])
        sample.files["docs/panel/ben.yaml"] = SamplePanel.ballot(
            "ben", "{south: {ease: 6, help: good}}", "conflicts: [{option: north, reason: Owner}]")
        let evaluation = try sample.evaluation()
        #expect(evaluation.panel?.ballots[1].conflict(on: "north")?.reason == "Owner")
    }

    @Test func `a cell that nobody may score is a missing performance`() throws {
        var sample = SamplePanel()
        sample.extra = "missing: worst"
        for member in ["anna", "ben"] {
            sample.files["docs/panel/\(member).yaml"] = SamplePanel.ballot(
                member, "{south: {ease: 6, help: good}}",
                "conflicts: [{option: north, reason: Owner}]")
        }
        let result = try sample.evaluation().run(asOf: CalendarDate(parsing: "2026-11-23"))
        #expect(result.option("north")?.decision.missing == ["ease", "help"])
        #expect(result.findings.map(\.code).contains(.assumedWorst))
        sample.extra = ""
        #expect(sample.problems().map(\.code) == [.missingPerformance])
        #expect(
            sample.problems().first?.summary
                == "nobody on the panel scores north on ease, help")
    }

    @Test func `without access to files nothing is taken on trust`() throws {
        let problems = #expect(throws: DocumentProblems.self) {
            try Evaluation(reading: Array(SamplePanel().text.utf8), path: "portal.yaml")
        }
        #expect(problems?.list.map(\.code) == [.unreadableFile, .unreadableFile])
        var sealed = SamplePanel()
        sealed.extra = "criteria_seal: portal.seal.json"
        #expect(sealed.problems().map(\.code) == [.unreadableFile])
    }

    @Test func `criteria are read before anybody scores`() throws {
        var sample = SamplePanel()
        sample.files = [:]
        sample.performance = ""
        sample.extra = "criteria_seal: not-yet.json"
        let evaluation = try sample.evaluation(for: .criteria)
        #expect(evaluation.panel?.awaited == ["panel/anna.yaml", "panel/ben.yaml"])
        #expect(evaluation.panel?.ballots == [])
        #expect(evaluation.criteriaSeal == nil)
    }

    @Test func `a member's file is told apart from the evaluation`() throws {
        var sample = SamplePanel()
        sample.files["docs/panel/ben.yaml"] = SamplePanel.ballot("ben", "{north: {ease: 11}}")
        sample.extra = "margn: 2"
        let problems = sample.problems()
        #expect(problems.map(\.code) == [.unknownField, .offScale])
        guard case .text(let span)? = problems.last?.location else {
            Issue.record("no place")
            return
        }
        #expect(span.path == "docs/panel/ben.yaml")
    }
}
