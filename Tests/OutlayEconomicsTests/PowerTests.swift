import Testing

@testable import OutlayEconomics

@Suite struct PowerTests {
    @Test(arguments: [(1.08, 3.0, 1.259712), (2, -2, 0.25), (1.5, 0, 1), (4, 0.5, 2)])
    func `whole and broken exponents give the known power`(
        base: Double, exponent: Double, expected: Double
    ) {
        #expect(power(base, exponent).isNear(expected))
    }
}
