import Outlay
import Testing

@Suite struct OutcomeRiskTests {
    @Test func `the help desk's distribution is the one drawn elsewhere`() throws {
        let result = try Helpdesk.evaluation().run(asOf: day("2026-11-23"))
        let risk = try result.risk(trials: 20_000, seed: 1)
        let northwind = try #require(risk.options.first { $0.id == "northwind" })
        let values = try #require(northwind.netPresentValue).all
        // Within three standard errors of a few thousand draws by the other generator.
        #expect(abs(values.tenth - 37_320) < 2500)
        #expect(abs(values.median - 72_872) < 1200)
        #expect(abs(values.ninetieth - 105_321) < 1200)
        #expect(abs(values.shareAboveZero - 0.9975) < 0.0015)
        let costs = northwind.totalCost.all
        #expect(abs(costs.tenth - 294_163) < 600)
        #expect(abs(costs.median - 310_727) < 600)
        #expect(abs(costs.quantiles[15] - 324_514) < 600)
        #expect(abs(costs.ninetieth - 330_940) < 600)
        #expect(abs(northwind.shareWorseThanStated.all - 0.83) < 0.02)
        let check = try #require(northwind.check)
        #expect(abs(check.all.standardErrors) < 4)
    }
}
