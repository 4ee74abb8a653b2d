import Outlay
import OutlayEvaluations
import Testing

@testable import struct OutlayEvaluations.LineDifference

@Suite struct LineDifferenceTests {
    @Test func `what rounding leaves over goes where it took most`() throws {
        let parts = try LineDifference.split(exact("0.02"), by: [0.004, 0.008, 0.0049], places: 2)
        #expect(parts == [exact("0"), exact("0.01"), exact("0.01")])
        let losses = try LineDifference.split(
            exact("-0.02"), by: [-0.004, -0.008, -0.0049], places: 2)
        #expect(losses == [exact("0"), exact("-0.01"), exact("-0.01")])
        #expect(try LineDifference.split(exact("0"), by: [], places: 2) == [])
    }

    @Test func `parts sum to the total whatever they are`() throws {
        var state: UInt64 = 20_261_123
        func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
        for round in 0..<200 {
            let numbers = (0...(next() % 12)).map { _ in
                (Double(next() % 2_000_000) - 1_000_000) / 7
            }
            let total = try ExactDecimal(nearest: numbers.reduce(0, +), places: 2)
            let parts = try LineDifference.split(total, by: numbers, places: 2)
            var sum = ExactDecimal.zero
            for part in parts { try sum += part }
            #expect(sum == total, "round \(round)")
        }
    }
}
