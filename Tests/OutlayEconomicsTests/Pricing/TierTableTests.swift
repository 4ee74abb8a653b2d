import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct TierTableTests {
    private func table(_ tiers: [(String?, String)]) throws(Problem) -> TierTable {
        try TierTable(tiers.map { PriceTier(upTo: $0.0.map(exact), unitPrice: exact($0.1)) })
    }

    @Test(arguments: [
        ("0", "0", "0"), ("1000", "100", "100"), ("1000.5", "100.025", "50.025"),
        ("1001", "100.05", "50.05"), ("10000", "550", "500"), ("15000", "600", "150"),
    ])
    func `upper bounds are inclusive`(quantity: String, graduated: String, volume: String) throws {
        let table = try table([("1000", "0.10"), ("10000", "0.05"), (nil, "0.01")])
        #expect(try table.price(of: exact(quantity), by: .graduated) == exact(graduated))
        #expect(try table.price(of: exact(quantity), by: .volume) == exact(volume))
    }

    @Test(
        arguments: [
            ([], ProblemCode.invalidTiers), ([("100", "1"), ("50", "2")], .invalidTiers),
            ([("100", "1"), ("100", "2")], .invalidTiers),
            ([(nil, "1"), ("50", "2")], .invalidTiers),
            ([("0", "1")], .invalidTiers), ([("10", "-1"), (nil, "2")], .negativePrice),
        ] as [([(String?, String)], ProblemCode)])
    func `tiers that do not hold are refused`(
        tiers: [(String?, String)], code: ProblemCode
    ) {
        #expect(refusal { try table(tiers) }?.code == code)
    }

    @Test func `a negative quantity and one beyond the last tier are refused`() throws {
        let table = try table([("10", "1")])
        for pricing in TierPricing.allCases {
            #expect(
                refusal { try table.price(of: exact("-1"), by: pricing) }?.code == .negativeQuantity
            )
            #expect(
                refusal { try table.price(of: exact("10.1"), by: pricing) }?.code == .invalidTiers)
            #expect(try table.price(of: exact("10"), by: pricing) == exact("10"))
        }
    }

    @Test(arguments: 0..<100)
    func `graduated tiers cost what unit by unit costs`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var bound = 0
        var tiers: [PriceTier] = []
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            bound += Int.random(in: 1...30, using: &random)
            tiers.append(
                PriceTier(
                    upTo: ExactDecimal(bound),
                    unitPrice: ExactDecimal(Int.random(in: 0...5000, using: &random), places: 3)))
        }
        tiers.append(PriceTier(upTo: nil, unitPrice: exact("0.25")))
        let table = try TierTable(tiers)
        let quantity = Int.random(in: 0...250, using: &random)
        var units = ExactDecimal.zero
        for unit in stride(from: 1, through: quantity, by: 1) {
            let tier = try #require(
                tiers.first { $0.upTo.map { ExactDecimal(unit) <= $0 } ?? true })
            try units += tier.unitPrice
        }
        #expect(
            try table.price(of: ExactDecimal(quantity), by: .graduated) == units, "seed \(seed)")
    }

    @Test(arguments: [("0", "0"), ("0.1", "1"), ("1000", "1"), ("1000.1", "2"), ("4500", "5")])
    func `a package that is begun is paid in full`(quantity: String, price: String) throws {
        let package = try PackagePrice(size: exact("1000"), price: .one)
        #expect(try package.price(of: exact(quantity)) == exact(price))
    }

    @Test func `a package of a size without an end in decimals is counted exactly`() throws {
        let package = try PackagePrice(size: exact("3"), price: .one)
        #expect(
            try package.price(of: exact("300000000000000000000")) == exact("100000000000000000000"))
        #expect(
            try package.packages(of: exact("300000000000000000001"))
                == exact("100000000000000000001"))
    }

    @Test func `a package of nothing is refused`() {
        #expect(refusal { try PackagePrice(size: .zero, price: .one) }?.code == .invalidTiers)
        #expect(
            refusal { try PackagePrice(size: .one, price: exact("-1")) }?.code == .negativePrice)
    }
}
