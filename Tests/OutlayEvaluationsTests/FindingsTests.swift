import Outlay
import Testing

@Suite struct FindingsTests {
    @Test(arguments: [("20", true), ("20.1", false), ("0", true)])
    func `a lead below the margin is no clear win`(margin: String, isClear: Bool) throws {
        var choice = Choice()
        choice.margin = margin
        let result = try choice.run()
        #expect(result.codes == (isClear ? [] : [.noClearWinner]))
        if !isClear {
            #expect(
                result.findings[0].reason
                    == "Option c leads Option b by 20.0 points; the margin is 20.1")
        }
    }

    @Test func `an option with an unknown knock-out is named with what is unknown`() throws {
        var choice = Choice()
        choice.passes["c"] = nil
        let result = try choice.run()
        #expect(result.standing == ["b 1", "a 2", "c -"])
        #expect(result.codes == [.unknownKnockOut])
        #expect(result.findings[0].location == .part("option c"))
        #expect(result.findings[0].reason == "nothing is known about must")
    }

    @Test func `nobody wins where none is eligible`() throws {
        var choice = Choice()
        choice.passes = ["a": false, "b": false]
        choice.baseline = "a"
        choice.recommendation = .init(option: "b")
        let result = try choice.run()
        #expect(result.first == nil)
        #expect(result.recommended == nil)
        #expect(result.frontier.isEmpty)
        #expect(result.codes == [.noneEligible, .unknownKnockOut, .ineligibleRecommendation])
    }

    @Test func `a recommendation that is not first says who leads and asks why`() throws {
        var choice = Choice()
        choice.recommendation = .init(option: "b")
        let result = try choice.run()
        #expect(result.codes == [.notTopScorer])
        #expect(result.findings[0].summary == "the recommended Option b has rank 2")
        #expect(result.findings[0].reason == "Option c is ahead by 20.0 points of value")
        #expect(result.findings[0].hint != nil)
        choice.recommendation?.reason = "It is cheaper"
        #expect(try choice.run().findings[0].hint == nil)
        choice.recommendation?.option = "c"
        #expect(try choice.run().findings.isEmpty)
    }

    @Test func `without criteria the leader costs less`() throws {
        var choice = Choice()
        choice.isScored = false
        choice.recommendation = .init(option: "c")
        let result = try choice.run()
        #expect(result.findings.map(\.reason) == ["Option a costs less"])
    }

    @Test func `what fails, is unknown or was set aside cannot be recommended`() throws {
        var choice = Choice()
        choice.recommendation = .init(option: "c")
        choice.passes["c"] = false
        #expect(
            try choice.run().finding(.ineligibleRecommendation)?.reason == "it fails a knock-out")
        choice.passes["c"] = nil
        #expect(
            try choice.run().finding(.ineligibleRecommendation)?.reason == "a knock-out is unknown")
        choice.rejected = ["c": "withdrawn"]
        let problem = try #require(try choice.run().finding(.ineligibleRecommendation))
        #expect(problem.reason == "it was set aside without evaluation")
        #expect(problem.location == .part("option c"))
    }

    @Test func `a quote is expired from the day after its last`() throws {
        var choice = Choice()
        choice.sources = [Source(id: "quote", title: "The quote", validUntil: day("2026-12-31"))]
        choice.change = { $0.source = "quote" }
        #expect(try choice.run(asOf: "2026-12-31").findings.isEmpty)
        let result = try choice.run(asOf: "2027-01-01")
        #expect(result.codes == [.expiredQuote])
        #expect(result.findings[0].summary == "The quote has expired")
        #expect(
            result.findings[0].reason == "it was valid until 2026-12-31, and a, b, c rest on it")
        choice.change = { _ in }
        #expect(try choice.run(asOf: "2027-01-01").findings.isEmpty)
    }

    @Test func `an assumption rests on its quote too`() throws {
        var evaluation = try Helpdesk.evaluation()
        evaluation.sources[3].validUntil = day("2026-06-30")
        let result = try evaluation.run(asOf: day("2026-11-23"))
        #expect(
            result.finding(.expiredQuote)?.reason
                == "it was valid until 2026-06-30, and legacy, fte, seats rest on it")
    }

    @Test func `catalogue prices are old a year after their day, by the oldest`() throws {
        var evaluation = try Helpdesk.evaluation()
        for (index, date) in [(1, "2025-11-22"), (2, "2025-11-23")] {
            evaluation.options[index].catalogueFacts = [
                CatalogueFact(
                    use: "seats", catalogue: "prices", row: "desk", column: "price", value: "89",
                    date: day(date))
            ]
        }
        let today = try evaluation.run(asOf: day("2026-11-23"))
        #expect(
            today.finding(.stalePrice)?.reason
                == "the oldest that northwind uses is of 2025-11-22, "
                + "more than 365 days before 2026-11-23")
        let tomorrow = try evaluation.run(asOf: day("2026-11-24"))
        #expect(tomorrow.finding(.stalePrice)?.reason.contains("helpnest, northwind use") == true)
        let before = try evaluation.run(asOf: day("2026-11-22"))
        #expect(before.finding(.stalePrice) == nil)
    }

    @Test func `what is not known is worst where the document says so`() throws {
        var choice = Choice()
        choice.points["c"] = nil
        choice.missing = .worst
        let result = try choice.run()
        #expect(result.standing == ["b 1", "a 2", "c 3"])
        #expect(result.codes == [.assumedWorst])
        #expect(result.findings[0].reason == "no performance on points")
    }

    @Test func `what is not known is no value where nothing is assumed`() throws {
        var choice = Choice()
        choice.points["c"] = nil
        let result = try choice.run()
        #expect(result.standing == ["b 1", "a 2", "c -"])
        #expect(!result.codes.contains(.assumedWorst))
    }

    @Test func `growth above the price cap is named`() throws {
        var choice = Choice()
        choice.term = ContractTerm(months: 36, priceCapPerYear: exact("0.03"))
        choice.change = { line in
            do {
                if line.vendor == "b" { line.model = try Helpdesk.yearly("200", growth: "0.031") }
                if line.vendor == "c" { line.model = try Helpdesk.yearly("300", growth: "0.03") }
            } catch {
                Issue.record(error)
            }
        }
        let result = try choice.run()
        #expect(result.codes == [.priceOverCap])
        #expect(result.findings[0].location == .part("option b"))
    }

    @Test func `sunk money is named with its amount, after the warnings`() throws {
        var choice = Choice()
        choice.margin = "50"
        choice.change = { $0.isSunk = $0.vendor == "a" }
        let result = try choice.run()
        #expect(result.codes == [.noClearWinner, .sunkCost])
        #expect(result.findings[1].summary == "Option a leaves out EUR 300.00 already spent")
        #expect(try #require(result.option("a")).totalCostOfOwnership.all == 0)
    }

    @Test func `a knock-out that costs nothing has no price`() throws {
        var choice = Choice()
        choice.baseline = "b"
        choice.passes["c"] = false
        #expect(try choice.run().findings.isEmpty)
        choice.passes = ["a": false, "b": true, "c": true]
        // Saving 100 a year for three years at 8 % is worth 257.71.
        #expect(
            try choice.run().findings.map(\.summary) == ["knock-out must gives up EUR 258 of NPV"])
    }

    @Test func `staff time that turns a saving into a loss is named`() throws {
        var choice = Choice()
        choice.baseline = "b"
        choice.change = { if $0.vendor != "a" { $0.funding = .payroll(released: nil) } }
        let result = try choice.run()
        // All: b costs 200 a year and a 100; in cash b costs nothing and a 100.
        #expect(result.codes == [.signsDiffer])
        #expect(result.findings[0].location == .part("option a"))
        choice.change = { if $0.vendor == "c" { $0.funding = .payroll(released: nil) } }
        let saving = try #require(try choice.run().finding(.signsDiffer))
        #expect(saving.location == .part("option c"))
        #expect(saving.hint == nil)
    }

    @Test func `a scale from the options at hand is named`() throws {
        var evaluation = try Choice().evaluation()
        guard case .leaf(var leaf) = evaluation.decision.criteria[0].content else { return }
        leaf.scaleIsFromData = true
        evaluation.decision.criteria[0].content = .leaf(leaf)
        let result = try evaluation.run(asOf: day("2026-11-23"))
        #expect(result.codes == [.dataScale])
    }
}
