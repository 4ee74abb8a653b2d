import OutlayProblems
import Testing

@testable import OutlayEconomics

@Suite struct TurningPointsTests {
    private func find(
        from start: Double, _ reach: ClosedRange<Double>, straight: Bool = false,
        _ figure: (Double) throws(Problem) -> Double
    ) throws -> TurningPoints {
        try TurningPoints(from: start, within: reach, isStraight: straight, figure)
    }

    @Test func `a straight figure is solved on its side`() throws {
        let above = try find(from: 1, 0...10, straight: true) { 4 - $0 }
        #expect(above.below == nil && abs((above.above ?? 0) - 4) < 1e-12)
        let below = try find(from: 5, 0...10, straight: true) { 4 - $0 }
        #expect(below.above == nil && abs((below.below ?? 0) - 4) < 1e-12)
        let none = try find(from: 5, 0...10, straight: true) { $0 + 1 }
        #expect(none.below == nil && none.above == nil)
        let flat = try find(from: 5, 0...10, straight: true) { _ in -3 }
        #expect(flat.below == nil && flat.above == nil)
    }

    @Test func `a bent figure is found on both sides, the nearest first`() throws {
        // Above 0 between 2 and 6.
        let bent = try find(from: 4, 0...40) { -($0 - 2) * ($0 - 6) }
        #expect(abs((bent.below ?? 0) - 2) < 1e-9 && abs((bent.above ?? 0) - 6) < 1e-9)
    }

    @Test func `a price that jumps changes sides at its jump`() throws {
        let stepped = try find(from: 65, 0...650) { $0 > 100 ? -1 : 5 }
        #expect(stepped.below == nil)
        #expect(abs((stepped.above ?? 0) - 100) < 1e-6)
        #expect((stepped.above ?? 0) > 100)
    }

    @Test func `what the figure cannot give is passed on`() {
        let problem = refusal {
            try find(from: 1, 0...2) { (_) throws(Problem) in
                throw Problem(.overflow, "too large", because: "it is")
            }
        }
        #expect(problem?.code == .overflow)
    }
}
