import OutlayEconomics
import Testing

@Suite struct AssetTests {
    @Test(arguments: 0..<60)
    func `what is written down is cost less salvage`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let cost = Double.random(in: 1...90_000, using: &random)
        let salvage = cost * Double.random(in: 0...0.5, using: &random)
        let life = Double(Int.random(in: 1...40, using: &random))
        let asset = try DepreciableAsset(cost: cost, salvage: salvage, life: life)
        let factor = Double.random(in: 1...3, using: &random)
        let switched = try asset.decliningBalance(factor: factor, switchesToStraightLine: true)
        for amounts in [asset.straightLine(), asset.sumOfYearsDigits(), switched] {
            #expect(amounts.count == Int(life), "seed \(seed)")
            #expect(amounts.allSatisfy { $0 >= 0 }, "seed \(seed)")
            #expect(
                (amounts.reduce(0, +) - asset.base).magnitude <= 1e-9 * cost, "seed \(seed)")
        }
        let unswitched = try asset.decliningBalance(factor: factor)
        #expect(unswitched.reduce(0, +) <= asset.base * (1 + 1e-12), "seed \(seed)")
    }

    @Test(arguments: 0..<60)
    func `spans of a declining balance add up, also within periods`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let asset = try DepreciableAsset(cost: 2400, salvage: 300, life: 10)
        let cuts = (0..<5).map { _ in Double.random(in: 0...10, using: &random) }.sorted()
        var sum = 0.0
        for (start, end) in zip([0] + cuts, cuts + [10]) {
            sum += try asset.decliningBalance(from: start, to: end)
        }
        #expect((sum - 2100).magnitude <= 1e-9, "seed \(seed): \(cuts)")
    }

    @Test func `a table of tax law adds up to all of the cost`() throws {
        for years in [3, 5, 7, 10, 15, 20] {
            let percentages = try MACRS.percentages(ofClass: years).map(\.doubleValue)
            #expect(percentages.count == years + 1)
            #expect((percentages.reduce(0, +) - 100).magnitude <= 1e-9, "class \(years)")
        }
    }
}
