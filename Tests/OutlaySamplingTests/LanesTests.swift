import Testing

@testable import OutlaySampling

@Suite struct LanesTests {
    @Test func `square roots lie within 2 units in the last place`() {
        for seed: UInt64 in 0..<500 {
            var numbers = RandomStream(seed: seed).numbers(ofTrial: 0)
            var lanes = SIMD8<Double>.zero
            for lane in 0..<8 {
                // From the smallest normal numbers to the largest.
                let exponent = UInt64(1 + numbers.next() * 2_045)
                lanes[lane] = (1 + numbers.next()) * Double(bitPattern: exponent << 52)
            }
            let roots = Lanes.squareRoot(lanes)
            for lane in 0..<8 {
                let root = lanes[lane].squareRoot()
                #expect(abs(roots[lane] - root) <= 2 * root.ulp, "seed \(seed)")
            }
        }
    }

    @Test func `masks, magnitudes and bits are those of each lane`() {
        let lanes = SIMD8<Double>(-1, 1, 0, -0.0, -.infinity, 2, -3, 4)
        let mask = Lanes.signMask(lanes)
        #expect((0..<8).map { mask[$0] == .max } == (0..<8).map { lanes[$0].sign == .minus })
        #expect((0..<8).allSatisfy { mask[$0] == 0 || mask[$0] == .max })
        #expect(Lanes.magnitude(lanes) == SIMD8(1, 1, 0, 0, .infinity, 2, 3, 4))
        #expect(Lanes.bits(Lanes.bits(lanes)) == lanes)
    }
}
