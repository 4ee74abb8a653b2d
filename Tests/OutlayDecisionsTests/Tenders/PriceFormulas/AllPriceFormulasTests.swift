import OutlayDecisions
import OutlayProblems
import OutlayValues
import Testing

struct AllPriceFormulasTests {
    static let ceiling = ExactDecimal(1_000_000)

    /// Returns the formula with the parameters it needs, for bids up to a million.
    static func formula(_ descriptor: PriceFormulaDescriptor) throws -> any PriceFormula {
        var settings = PriceFormulaSettings()
        if descriptor.parameters.contains(.ceiling) { settings.ceiling = ceiling }
        return try AllPriceFormulas.formula(named: descriptor.identifier, settings: settings)
    }

    static func bids(_ prices: [Int]) -> [PriceBid] {
        prices.enumerated().map { PriceBid(id: "b\($0)", price: ExactDecimal($1)) }
    }

    @Test func `every formula gives its stated points`() throws {
        for descriptor in AllPriceFormulas.descriptors {
            let example = descriptor.example
            let formula = try AllPriceFormulas.formula(
                named: descriptor.identifier, settings: example.settings)
            let bids = example.prices.enumerated().map { PriceBid(id: "b\($0)", price: $1) }
            let points = try formula.points(for: bids, outOf: example.maximum)
            #expect(points.count == example.points.count)
            for (found, stated) in zip(points, example.points) {
                #expect(abs(found - stated) <= example.tolerance, "\(descriptor.identifier)")
            }
        }
    }

    @Test func `every formula says what it is and what can go wrong`() throws {
        for descriptor in AllPriceFormulas.descriptors {
            let texts = [
                descriptor.title, descriptor.formula, descriptor.whenToUse,
                descriptor.source.author, descriptor.source.title, descriptor.example.origin,
            ]
            #expect((texts + descriptor.traps).allSatisfy { !$0.isEmpty })
            #expect(!descriptor.traps.isEmpty)
            #expect(type(of: try Self.formula(descriptor)).descriptor == descriptor)
        }
        let identifiers = AllPriceFormulas.descriptors.map(\.identifier)
        #expect(Set(identifiers).count == identifiers.count)
    }

    @Test(arguments: 0..<50) func `points lie within the maximum and never rise with the price`(
        seed: Int
    ) throws {
        var random = SeededGenerator(seed: seed)
        let count = Int.random(in: 1...9, using: &random)
        let bids = Self.bids(
            (0..<count).map { _ in Int.random(in: 1...1_000_000, using: &random) })
        for descriptor in AllPriceFormulas.descriptors {
            let points = try Self.formula(descriptor).points(for: bids, outOf: ExactDecimal(60))
            for (bid, points) in zip(bids, points) {
                #expect((0...60.000000001).contains(points), "\(descriptor.identifier), \(seed)")
                _ = bid
            }
            for (left, right) in zip(bids, points).flatMap({ left in
                zip(bids, points).map { (left, $0) }
            }) where left.0.price < right.0.price {
                #expect(left.1 >= right.1 - 1e-9, "\(descriptor.identifier), seed \(seed)")
            }
        }
    }

    @Test(arguments: 0..<50) func `points hang on the other bids exactly where the formula says so`(
        seed: Int
    ) throws {
        var random = SeededGenerator(seed: seed)
        let bids = Self.bids(
            (0..<4).map { _ in Int.random(in: 100_000...900_000, using: &random) })
        let more =
            bids + [
                PriceBid(id: "low", price: ExactDecimal(50_000)),
                PriceBid(id: "dear", price: ExactDecimal(990_000)),
            ]
        for descriptor in AllPriceFormulas.descriptors {
            let formula = try Self.formula(descriptor)
            let alone = try formula.points(for: bids, outOf: ExactDecimal(60))
            let together = try formula.points(for: more, outOf: ExactDecimal(60))
            let isSame = zip(alone, together).allSatisfy { abs($0 - $1) < 1e-9 }
            #expect(isSame != descriptor.dependsOnOtherBids, "\(descriptor.identifier), \(seed)")
        }
    }

    @Test(arguments: 0..<20) func `cents give the points that euros do`(seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        let prices = (0..<5).map { _ in Int.random(in: 1...1_000_000, using: &random) }
        for descriptor in AllPriceFormulas.descriptors {
            let points = try Self.formula(descriptor).points(
                for: Self.bids(prices), outOf: ExactDecimal(60))
            var settings = PriceFormulaSettings()
            if descriptor.parameters.contains(.ceiling) {
                settings.ceiling = ExactDecimal(100_000_000)
            }
            let scaled = try AllPriceFormulas.formula(
                named: descriptor.identifier, settings: settings)
            let again = try scaled.points(
                for: Self.bids(prices.map { $0 * 100 }), outOf: ExactDecimal(60))
            for (left, right) in zip(points, again) {
                #expect(abs(left - right) < 1e-9, "\(descriptor.identifier), seed \(seed)")
            }
        }
    }

    @Test func `equal bids get equal points, and one bid alone is no trap`() throws {
        for descriptor in AllPriceFormulas.descriptors {
            let formula = try Self.formula(descriptor)
            for prices in [[7], [7, 7, 7], [1_000_000]] {
                let points = try formula.points(for: Self.bids(prices), outOf: ExactDecimal(60))
                #expect(Set(points).count == 1 && points.allSatisfy(\.isFinite))
            }
        }
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        var id: String
        var prices: [Int]
        var maximum = 60
        var code: ProblemCode
        var testDescription: String { id }
    }

    @Test(arguments: [
        Refusal(id: "no bid", prices: [], code: .wrongLength),
        Refusal(id: "a price of 0", prices: [1, 0], code: .outOfRange),
        Refusal(id: "a price below 0", prices: [-5], code: .outOfRange),
        Refusal(id: "no points", prices: [1], maximum: 0, code: .outOfRange),
    ])
    func `what has no points is refused by every formula`(refusal: Refusal) throws {
        for descriptor in AllPriceFormulas.descriptors {
            let formula = try Self.formula(descriptor)
            let problem = #expect(throws: Problem.self) {
                try formula.points(
                    for: Self.bids(refusal.prices), outOf: ExactDecimal(refusal.maximum))
            }
            #expect(problem?.code == refusal.code)
        }
        let twice = [
            PriceBid(id: "a", price: ExactDecimal(1)), PriceBid(id: "a", price: ExactDecimal(2)),
        ]
        let problem = #expect(throws: Problem.self) {
            try LowestOverPrice().points(for: twice, outOf: ExactDecimal(1))
        }
        #expect(problem?.code == .duplicateIdentifier)
    }

    @Test func `a problem names the option`() throws {
        let problem = #expect(throws: Problem.self) {
            try LowestOverPrice().points(for: Self.bids([3, 0]), outOf: ExactDecimal(1))
        }
        #expect(problem?.summary == "the price of `b1` is 0")
        let formula = try TwoLinesOfDiscount(
            settings: PriceFormulaSettings(ceiling: ExactDecimal(10)))
        let above = #expect(throws: Problem.self) {
            try formula.points(for: Self.bids([3, 11]), outOf: ExactDecimal(1))
        }
        #expect(above?.summary == "the price of `b1` is 11")
    }

    @Test func `parameters are checked and never passed over`() {
        func code(_ name: String, _ settings: PriceFormulaSettings) -> ProblemCode? {
            do {
                _ = try AllPriceFormulas.formula(named: name, settings: settings)
                return nil
            } catch { return error.code }
        }
        #expect(code("min-max", PriceFormulaSettings(ceiling: ExactDecimal(5))) == .unknownName)
        #expect(code("benchmark-linear", PriceFormulaSettings()) == .missingField)
        #expect(
            code("benchmark-linear", PriceFormulaSettings(ceiling: ExactDecimal(0))) == .outOfRange)
        #expect(
            code("power-of-lowest-over-price", PriceFormulaSettings(exponent: .nan)) == .outOfRange)
        #expect(
            code(
                "two-lines-of-discount",
                PriceFormulaSettings(ceiling: ExactDecimal(5), thresholdShare: 0.2))
                == .outOfRange)
        #expect(code("lowest", PriceFormulaSettings()) == .unknownName)
    }

    @Test func `a bid at the mean discount is on the steep line whatever the last digit`() throws {
        let formula = try TwoLinesOfDiscount(
            settings: PriceFormulaSettings(ceiling: ExactDecimal(1)))
        let price = ExactDecimal(7, places: 1)
        let bids = ["a", "b", "c"].map { PriceBid(id: $0, price: price) }
        #expect(try formula.points(for: bids, outOf: ExactDecimal(10)) == [9, 9, 9])
    }
}
