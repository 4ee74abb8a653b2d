import OutlayProblems
import Testing

@testable import OutlayValues

@Suite struct ExactDecimalDoubleTests {
    @Test(arguments: [
        (0.285, 2, "0.28"), (0.275, 2, "0.28"), (2.675, 2, "2.68"), (1.005, 2, "1"),
        (0.1 + 0.2, 20, "0.30000000000000004"), (0.1 + 0.2, 16, "0.3"), (-0.5, 0, "0"),
        (-1.5, 0, "-2"), (0, 3, "0"), (-0.0, 3, "0"), (1e16, 0, "10000000000000000"),
        (1.5e-7, 7, "0.0000002"), (2.5e-7, 7, "0.0000002"), (1e37, 2, "1" + zeros(37)),
        (Double.leastNonzeroMagnitude, 38, "0"), (1e-38, 38, "0." + zeros(37) + "1"),
        (1.5e-38, 38, "0." + zeros(37) + "2"),
        (5e-39, 38, "0"), (5.1e-39, 38, "0." + zeros(37) + "1"), (123_456.789, 0, "123457"),
    ])
    func `a Double is rounded by its shortest text`(
        _ number: Double, _ places: Int, _ expected: String
    ) throws {
        #expect(try ExactDecimal(nearest: number, places: places).description == expected)
    }

    @Test(arguments: UInt64(0)..<300)
    func `every decimal of 15 digits survives the way through a Double`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let number = try random.decimal(digits: 15, places: 20)
        #expect(try ExactDecimal(nearest: number.doubleValue, places: 38) == number)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, 1e38, -1e300, .greatestFiniteMagnitude])
    func `what no decimal holds is refused`(number: Double) {
        expectProblem(.overflow) { () throws(Problem) in
            try ExactDecimal(nearest: number, places: 2)
        }
    }
}
