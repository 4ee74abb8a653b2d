import Outlay
import Testing

@Suite struct KnockOutPriceTests {
    @Test func `the help desk gives up net present value, but neither value nor rank 1`() throws {
        let prices = try Helpdesk.evaluation().run(asOf: day("2026-11-23")).knockOutPrices
        let price = try #require(prices.first)
        #expect(prices.count == 1)
        #expect(price.name == "knock-out residency" && price.excluded == ["helpnest"])
        #expect(price.winner == "northwind" && price.value == nil)
        // 103 449 - 97 121
        #expect(abs((price.netPresentValue ?? 0) - 6328) < 1)
    }

    @Test func `an excluded option that is better and cheaper is priced in both`() throws {
        var choice = Choice()
        choice.costs = ["a": "100", "b": "200", "c": "50"]
        choice.passes = ["a": true, "b": true, "c": false]
        let price = try #require(try choice.run().knockOutPrices.first)
        #expect(price.excluded == ["c"] && price.winner == "c")
        #expect(abs((price.value ?? 0) - 20) < 1e-9)
        #expect(price.netPresentValue == nil)
        // 50 less in each of three years, at 8 %.
        #expect(abs((price.costSaving ?? 0) - 50 * 2.5770969872) < 0.01)
    }

    @Test func `without criteria the cheapest wins`() throws {
        var choice = Choice(passes: ["a": false, "b": true, "c": true], isScored: false)
        choice.points = [:]
        let price = try #require(try choice.run().knockOutPrices.first)
        #expect(price.winner == "a" && price.value == nil && price.costSaving != nil)
    }

    @Test func `where nobody is eligible nothing is given up, yet somebody would win`() throws {
        let choice = Choice(passes: ["a": false, "b": false, "c": false])
        let price = try #require(try choice.run().knockOutPrices.first)
        #expect(price.winner == "c" && price.value == nil && price.costSaving == nil)
    }

    @Test func `a knock-out that excludes nobody has no price`() throws {
        #expect(try Choice().run().knockOutPrices == [])
        #expect(try Choice(passes: ["a": true, "b": true]).run().knockOutPrices == [])
    }
}
