import OutlayProblems
import Testing

@testable import OutlayValues

@Suite struct MoneyAllocationTests {
    @Test(arguments: Vector.read("allocation.json"))
    func `published splits come out`(vector: Vector) throws {
        #expect(vector.inputs["unit"] == .text("0.01"))
        let total = try Money(parsing: vector.text("total"), .eur)
        let weights = try vector.texts("weights")
            .map { try ExactDecimal($0) }
        if vector.expected["error"] != nil {
            expectProblem(.badAllocation) { () throws(Problem) in
                try total.allocated(by: weights)
            }
            return
        }
        let parts = try total.allocated(by: weights).map { $0.amount.text(places: 2) }
        #expect(parts == vector.expected.list.compactMap(\.text))
        #expect(!parts.isEmpty)
    }

    @Test(arguments: UInt64(0)..<300)
    func `parts are settled, sum to the total, lie within a unit, and mirror`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let currency = try Currency(
            code: ["EUR", "JPY", "KWD"].randomElement(using: &random) ?? "")
        let total = Money(
            minorUnits: .random(in: -10_000_000...10_000_000, using: &random), currency)
        var weights: [ExactDecimal] = []
        for _ in 0..<Int.random(in: 1...12, using: &random) {
            weights.append(try random.decimal(digits: 9, places: 6).magnitude)
        }
        weights.append(.one)
        let parts = try total.allocated(by: weights)
        #expect(parts.count == weights.count)
        var sum = Money(.zero, currency)
        for part in parts { sum = try sum + part }
        #expect(sum == total)
        #expect(try total.negated.allocated(by: weights) == parts.map(\.negated))
        var all = ExactDecimal.zero
        for weight in weights { all = try all + weight }
        let unit = try ExactDecimal(significand: 1, places: currency.minorUnitPlaces)
        for (part, weight) in zip(parts, weights) {
            #expect(part.isSettled)
            let exact = try total.amount.multiplied(by: weight, dividedBy: all)
            #expect(try (part.amount - exact).magnitude < unit)
            #expect(!weight.isZero || part.amount.isZero)
        }
    }

    @Test func `ties go to the earliest, also of a negative total`() throws {
        let owed = Money(minorUnits: -2, .eur)
        let parts = try owed.allocated(by: [.one, .one, .one])
        #expect(parts.map(\.minorUnits) == [-1, -1, 0])
    }

    @Test func `the largest amounts split too`() throws {
        let nines = String(repeating: "9", count: 36)
        let total = Money(try ExactDecimal(nines + ".99"), .eur)
        let parts = try total.allocated(by: [ExactDecimal(Int.max), .one, ExactDecimal(Int.max)])
        #expect(try parts[0] + parts[1] + parts[2] == total)
    }

    @Test(arguments: [[], ["0", "0"], ["1", "-1"]])
    func `weights that divide nothing are refused`(_ texts: [String]) throws {
        let weights = try texts.map { try ExactDecimal($0) }
        expectProblem(.badAllocation) { () throws(Problem) in
            try Money(minorUnits: 100, .eur).allocated(by: weights)
        }
    }

    @Test func `an amount that is not settled, and weights too fine, are refused`() throws {
        expectProblem(.tooPrecise) { () throws(Problem) in
            try Money(try ExactDecimal("0.005"), .eur).allocated(by: [.one])
        }
        expectProblem(.overflow) { () throws(Problem) in
            try Money(minorUnits: 1, .eur).allocated(
                by: [ExactDecimal(10), ExactDecimal("0." + zeros(37) + "1")])
        }
    }
}
