import OutlayDecisions
import Testing

struct WeightedProductTests {
    /// The table of Triantaphyllou, Multi-Criteria Decision Making Methods, 2000, as Wikipedia quotes it.
    ///
    /// The ratios of the products are printed to 3 decimals.
    @Test(arguments: WeightedProduct.Ratio.allCases.prefix(2))
    func `a published table gets its printed ratios`(normalisation: WeightedProduct.Ratio) throws {
        let matrix = try table(
            ["C1", "C2", "C3", "C4"], weights: [0.20, 0.15, 0.40, 0.25],
            [[25, 20, 15, 30], [10, 30, 20, 30], [30, 10, 30, 10]])
        let method = WeightedProduct(normalisation: normalisation)
        let scores = try method.scores(of: matrix).scores
        let ratios = [scores[0] / scores[1], scores[0] / scores[2], scores[1] / scores[2]]
        #expect(areClose(ratios, [1.007, 1.067, 1.059], within: 0.0005))
    }

    @Test func `a square or a cube of the ratio goes under the root of the weight`() throws {
        let matrix = try table(["-price", "speed"], [[100, 2], [400, 8]])
        let result = try WeightedProduct(normalisation: .nonlinear).scores(of: matrix)
        // By hand: price 1 and 1/64, speed 1/16 and 1, each under the square root.
        #expect(areClose(result.scores, [0.25, 0.125]))
    }

    @Test func `the steps multiply to the score`() throws {
        let matrix = try table(["-price", "speed"], weights: [1, 3], [[100, 2], [400, 8]])
        let steps = try WeightedProduct().steps(for: matrix)
        #expect(try areClose(figures("r(i,j)", in: steps), [1, 0.25, 0.25, 1]))
        let factors = try figures("r(i,j)^w(j)", in: steps)
        let scores = try WeightedProduct().scores(of: matrix).scores
        #expect(areClose([factors[0] * factors[1], factors[2] * factors[3]], scores))
    }

    @Test func `a performance of 0 makes the product 0, and that is said`() throws {
        let matrix = try table(["speed", "memory"], [[0, 9], [3, 3]])
        let result = try WeightedProduct().scores(of: matrix)
        #expect(areClose(result.scores, [0, (1.0 / 3).squareRoot()]))
        #expect(result.remarks.map(\.options) == [[0]])
    }

    @Test func `a criterion without weight takes no part, even with a 0`() throws {
        let matrix = try table(["speed", "memory"], weights: [0, 1], [[0, 9], [3, 3]])
        let result = try WeightedProduct().scores(of: matrix)
        #expect(areClose(result.scores, [1, 1.0 / 3]))
        #expect(result.remarks.isEmpty)
    }

    @Test func `what cannot be divided by is refused by name`() throws {
        let names = ["northwind", "legacy"]
        let zero = try table(["-price", "speed"], [[5, 1], [0, 1]], named: names)
        let problem = refusal(by: WeightedProduct(), of: zero)
        #expect(problem?.summary == "`price` of option `legacy` is 0.0")
        #expect(
            problem?.reason
                == "normalisation `linear` takes performances above 0 where less is better")
        let negative = try table(["-price", "speed"], [[5, -1], [2, 1]], named: names)
        #expect(
            refusal(by: WeightedProduct(), of: negative)?.summary
                == "`speed` of option `northwind` is -1.0")
        let nothing = try table(["-price", "speed"], [[5, 0], [2, 0]])
        #expect(
            refusal(by: WeightedProduct(), of: nothing)?.summary
                == "every performance on `speed` is 0")
    }

    @Test func `only normalisations of figures above 0 are settings`() {
        let settings = MethodSettings(["normalisation": .word("minmax")])
        #expect(throws: (any Error).self) { try WeightedProduct(settings: settings) }
    }
}
