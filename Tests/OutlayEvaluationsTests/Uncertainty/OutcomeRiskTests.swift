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

    /// The figures of 200 000 trials of a program of its own: other generator, other samplers, other code.
    @Test func `the service desk's tied numbers give the distribution drawn elsewhere`() throws {
        let result = try ShippedEvaluations.run("catalogs/evaluations/service-desk-seats.yaml")
        let risk = try result.risk(trials: 20_000, seed: 1)
        #expect(risk.simulation.correlations.count == 2)
        let seats = try #require(risk.options.first { $0.id == "by-seat" })
        let values = try #require(seats.netPresentValue).all
        #expect(abs(values.mean - 84_788) < 4 * values.standardError)
        #expect(abs(values.tenth - 27_318) < 1500)
        #expect(abs(values.median - 83_073) < 1500)
        #expect(abs(values.ninetieth - 145_009) < 1500)
        #expect(abs(values.shareAboveZero - 0.9753) < 0.005)
        // Seats and hours are tied and stand in different products, so the mean has a closed form.
        #expect(abs(try #require(seats.check).all.standardErrors) < 4)
        let places = Dictionary(
            uniqueKeysWithValues: risk.options.enumerated().map { ($1.id, $0) })
        let (own, other) = (try #require(places["by-seat"]), try #require(places["one-price"]))
        #expect(abs(risk.cheaper[own][other].all - 0.658) < 0.015)
        let joint = try result.jointChoice(risk)
        let chances = Dictionary(uniqueKeysWithValues: joint.options.map { ($0.id, $0) })
        #expect(abs((chances["by-seat"]?.bestInMoney ?? 0) - 0.649) < 0.015)
        #expect(abs((chances["by-seat"]?.regretInMoney ?? 0) - 8299) < 400)
        #expect(abs((chances["one-price"]?.regretInMoney ?? 0) - 21_191) < 800)
        #expect(abs((chances["mailboxes"]?.regretInMoney ?? 0) - 93_087) < 1500)
        let information = try #require(try result.informationReport(risk))
        #expect(information.choice == "by-seat" && information.method == .classes(64))
        let inputs = risk.simulation.model.inputs
        let worths = information.inputs.map { (inputs[$0.input].id, $0.value) }
        #expect(worths.prefix(2).map(\.0) == ["seats", "hours"])
        #expect(abs(worths[0].1 - 7551) < 400)
        #expect(abs(worths[1].1 - 4123) < 500)
    }
}
