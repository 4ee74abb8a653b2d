import Outlay
import Testing

@Suite struct OneWaySensitivityTests {
    private static func helpdesk() throws -> (EvaluationResult, OneWaySensitivity) {
        let result = try Helpdesk.evaluation().run(asOf: day("2026-11-23"))
        return (result, try result.oneWay())
    }

    @Test(arguments: [
        ("northwind.agent-time.realisation", 32_745.0, 135_746.0),
        ("seats", 111_817.0, 53_032.0),
        ("northwind.setup", 104_121.0, 72_121.0),
    ])
    func `the help desk's bars are those worked out elsewhere`(
        input: String, atLow: Double, atHigh: Double
    ) throws {
        let (result, oneWay) = try Self.helpdesk()
        let option = try #require(result.options.firstIndex { $0.option.id == "northwind" })
        let bar = try #require(
            oneWay.bars.first { oneWay.model.inputs[$0.input].id == input })
        #expect(abs(bar.atLow[option] - atLow) < 0.5)
        #expect(abs(bar.atHigh[option] - atHigh) < 0.5)
    }

    @Test func `bars come by swing`() throws {
        let (result, oneWay) = try Self.helpdesk()
        let option = try #require(result.options.firstIndex { $0.option.id == "northwind" })
        let ids = oneWay.bars(of: option).map { oneWay.model.inputs[$0.input].id }
        #expect(
            ids.prefix(3) == ["northwind.agent-time.realisation", "seats", "northwind.setup"])
    }

    @Test func `the help desk's case turns at 22 percent realisation and at 98 seats`() throws {
        let (result, oneWay) = try Self.helpdesk()
        let option = try #require(result.options.firstIndex { $0.option.id == "northwind" })
        func place(_ id: String) throws -> TurningPoints {
            let index = try #require(oneWay.model.inputs.firstIndex { $0.id == id })
            return try #require(oneWay.switches[index].zero[option])
        }
        let realisation = try place("northwind.agent-time.realisation")
        #expect(abs(try #require(realisation.below) - 0.223) < 0.0005)
        #expect(realisation.above == nil)
        let seats = try place("seats")
        #expect(abs(try #require(seats.above) - 98.0) < 0.05)
        #expect(seats.below == nil)
        // −97 121 / 154 501
        #expect(abs(try #require(oneWay.benefitChanges[option]) + 0.6286) < 0.0001)
    }
}
