/// The quantile function of a smooth distribution as many short polynomials, for drawing fast.
///
/// Each half of the probabilities, counted from its end at 0 or 1, is cut at the powers of 2 and each piece into
/// eight; a piece holds the polynomial of degree 7 through the quantile at its Chebyshev points. Within 2⁻²⁴ of
/// an end, which one draw in eight million is, the quantile is computed itself. A draw lies within 10⁻⁹ of the
/// quantile, relative to the distance of the quantile from the median or to the standard deviation, whichever is
/// larger; the tests hold it to that.
///
/// - Source: the idea, numerical inversion by interpolation: G. Derflinger, W. Hörmann and J. Leydold, "Random
///   variate generation by numerical inversion when only the density is known", ACM Transactions on Modeling and
///   Computer Simulation 20 (2010).
public struct QuantileTable: Sendable {
    private let distribution: any Distribution
    /// Eight coefficients a piece, constant first: first the pieces of the upper half, then those of the lower.
    private let coefficients: [Double]

    private static let terms = 8
    private static let binades = 24
    /// How many pieces a half has.
    private static let pieces = (binades - 1) << cutBits
    /// Each power of 2 is cut in 2 to this power.
    private static let cutBits = 3
    private static let shift = UInt64(52 - cutBits)
    /// What the leading bits of the last piece before the middle read as.
    private static let firstKey = Int(0.5.nextDown.bitPattern >> shift)

    /// Tabulates a distribution whose quantile has neither jumps nor kinks.
    ///
    /// - Complexity: About 3,000 quantiles.
    public init(_ distribution: some Distribution) {
        self.distribution = distribution
        let nodes = (0..<Self.terms).map { node in
            // The cosine, by the sine.
            ElementaryFunctions.sine(.pi / 2 - .pi * (Double(node) + 0.5) / Double(Self.terms))
        }
        var coefficients: [Double] = []
        coefficients.reserveCapacity(2 * Self.pieces * Self.terms)
        for isLower in [false, true] {
            for piece in 0..<Self.pieces {
                let start = Double(bitPattern: UInt64(Self.firstKey - piece) << Self.shift)
                let end = Double(bitPattern: UInt64(Self.firstKey - piece + 1) << Self.shift)
                let values = nodes.map { node in
                    let distance = start + (end - start) * (node + 1) / 2
                    return distribution.quantile(at: isLower ? distance : 1 - distance)
                }
                coefficients += Self.polynomial(through: values, at: nodes)
            }
        }
        self.coefficients = coefficients
    }

    /// Replaces probabilities strictly between 0 and 1 by draws.
    @inline(never)
    func replaceByQuantiles(_ probabilities: UnsafeMutableBufferPointer<SIMD8<Double>>) {
        UnsafeMutableRawBufferPointer(probabilities).withMemoryRebound(to: Double.self) { numbers in
            coefficients.withUnsafeBufferPointer { coefficients in
                guard let base = coefficients.baseAddress else { return }
                for index in 0..<numbers.count {
                    numbers[index] = draw(at: numbers[index], base)
                }
            }
        }
    }

    /// Returns the draw at a probability strictly between 0 and 1.
    public func draw(at probability: Double) -> Double {
        coefficients.withUnsafeBufferPointer { coefficients in
            guard let base = coefficients.baseAddress else {
                return distribution.quantile(at: probability)
            }
            return draw(at: probability, base)
        }
    }

    @inline(__always)
    private func draw(at probability: Double, _ base: UnsafePointer<Double>) -> Double {
        let centred = probability - 0.5
        let distance = min(0.5 - centred.magnitude, 0.5.nextDown)
        let bits = distance.bitPattern
        let piece = Self.firstKey &- Int(truncatingIfNeeded: bits >> Self.shift)
        guard piece < Self.pieces else { return distribution.quantile(at: probability) }
        let half = Int(truncatingIfNeeded: centred.bitPattern >> 63)
        let own = base + (half &* Self.pieces &+ piece) &* Self.terms
        // The bits after the cut as a number from 1, then −1 … 1 across the piece.
        let mask: UInt64 = 1 << Self.shift - 1
        let within = Double(bitPattern: bits & mask | 0x3FF0_0000_0000_0000)
        let scale = Double(2 << Self.cutBits)
        let x = within * scale - (scale + 1)
        let square = x * x
        let low = (own[0] + own[1] * x) + (own[2] + own[3] * x) * square
        let high = (own[4] + own[5] * x) + (own[6] + own[7] * x) * square
        return low + high * (square * square)
    }

    /// Returns the coefficients, constant first, of the polynomial through `values` at the Chebyshev points.
    private static func polynomial(through values: [Double], at nodes: [Double]) -> [Double] {
        let count = values.count
        // The sum of Chebyshev polynomials, each built up from the two before it at the nodes and as coefficients.
        var before = [Double](repeating: 1, count: count)
        var current = nodes
        var beforeTerms = [1.0] + [Double](repeating: 0, count: count - 1)
        var currentTerms = [0.0, 1.0] + [Double](repeating: 0, count: count - 2)
        var result = [Double](repeating: 0, count: count)
        for degree in 0..<count {
            let weight =
                zip(values, before).reduce(0) { $0 + $1.0 * $1.1 } * (degree == 0 ? 1 : 2)
                / Double(count)
            for index in result.indices { result[index] += weight * beforeTerms[index] }
            let next = zip(nodes, zip(current, before)).map { 2 * $0 * $1.0 - $1.1 }
            let nextTerms = beforeTerms.indices.map {
                ($0 == 0 ? 0 : 2 * currentTerms[$0 - 1]) - beforeTerms[$0]
            }
            (before, current) = (current, next)
            (beforeTerms, currentTerms) = (currentTerms, nextTerms)
        }
        return result
    }
}
