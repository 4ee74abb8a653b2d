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
    let storage: Storage

    /// The polynomials at an address that stays.
    final class Storage: Sendable {
        let distribution: any Distribution
        nonisolated(unsafe) fileprivate let pairs: UnsafeMutablePointer<SIMD2<Double>>

        fileprivate init(_ distribution: any Distribution, _ coefficients: [SIMD2<Double>]) {
            self.distribution = distribution
            pairs = .allocate(capacity: coefficients.count)
            pairs.initialize(from: coefficients, count: coefficients.count)
        }

        deinit { pairs.deallocate() }
    }

    fileprivate static let terms = 8
    fileprivate static let pairs = 4
    /// Each power of 2 is cut in 2 to this power.
    fileprivate static let cutBits = 3
    /// How many pieces a half has: a first one for the middle itself, then those of 23 powers of 2.
    fileprivate static let pieces = 1 + 23 << cutBits
    fileprivate static let shift = UInt64(52 - cutBits)
    /// What the leading bits of one half read as.
    fileprivate static var middleKey: UInt64 { 0x3FE0_0000_0000_0000 >> shift }

    /// Tabulates a distribution whose quantile has neither jumps nor kinks.
    ///
    /// - Complexity: About 3,000 quantiles.
    public init(_ distribution: some Distribution) {
        let nodes = (0..<Self.terms).map { node in
            // The cosine, by the sine.
            ElementaryFunctions.sine(.pi / 2 - .pi * (Double(node) + 0.5) / Double(Self.terms))
        }
        let columns = (0..<Self.terms).map { node in
            Self.polynomial(
                through: nodes.indices.map { $0 == node ? 1 : 0 }, at: nodes)
        }
        // Eight coefficients a piece, in pairs: that of a power below 4 and that of the power 4 above it. First the
        // pieces of the upper half, then those of the lower, each from the middle on.
        var coefficients: [SIMD2<Double>] = []
        coefficients.reserveCapacity(2 * Self.pieces * Self.pairs)
        for isLower in [false, true] {
            coefficients.append(SIMD2(distribution.quantile(at: 0.5), 0))
            coefficients += repeatElement(.zero, count: Self.pairs - 1)
            for piece in 1..<UInt64(Self.pieces) {
                let start = Double(bitPattern: (Self.middleKey - piece) << Self.shift)
                let end = Double(bitPattern: (Self.middleKey - piece + 1) << Self.shift)
                // What each node adds to the coefficients in proportion to its quantile.
                var pairs = (SIMD4<Double>.zero, SIMD4<Double>.zero)
                for (node, column) in zip(nodes, columns) {
                    let distance = start + (end - start) * (node + 1) / 2
                    let value = distribution.quantile(at: isLower ? distance : 1 - distance)
                    pairs.0 += value * SIMD4(column[0], column[1], column[2], column[3])
                    pairs.1 += value * SIMD4(column[4], column[5], column[6], column[7])
                }
                for pair in 0..<Self.pairs {
                    coefficients.append(SIMD2(pairs.0[pair], pairs.1[pair]))
                }
            }
        }
        storage = Storage(distribution, coefficients)
    }

    /// Replaces probabilities strictly between 0 and 1 by draws.
    func replaceByQuantiles(_ probabilities: UnsafeMutableBufferPointer<SIMD8<Double>>) {
        storage.replaceByQuantiles(probabilities)
    }

    /// Returns the draw at a probability strictly between 0 and 1.
    public func draw(at probability: Double) -> Double {
        var lanes = SIMD8(repeating: probability)
        withUnsafeMutablePointer(to: &lanes) {
            replaceByQuantiles(UnsafeMutableBufferPointer(start: $0, count: 1))
        }
        return lanes[0]
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

extension QuantileTable.Storage {
    func replaceByQuantiles(_ probabilities: UnsafeMutableBufferPointer<SIMD8<Double>>) {
        withUnsafeTemporaryAllocation(of: SIMD8<UInt64>.self, capacity: 1) { room in
            guard let pieces = room.baseAddress, let numbers = probabilities.baseAddress else {
                return
            }
            for index in 0..<probabilities.count { replace(numbers + index, pieces) }
        }
    }

    /// Replaces eight probabilities; `pieces` is room to note where each has its coefficients.
    @inline(__always)
    private func replace(
        _ numbers: UnsafeMutablePointer<SIMD8<Double>>,
        _ pieces: UnsafeMutablePointer<SIMD8<UInt64>>
    ) {
        let probability = numbers.pointee
        let centred = probability - 0.5
        let bits = Lanes.bits(0.5 - Lanes.magnitude(centred))
        let isLower = Lanes.bits(centred) &>> 63
        pieces.pointee =
            QuantileTable.middleKey &- (bits &>> QuantileTable.shift) &+ (isLower &<< 32)
        // The bits after the cut as a number from 1, then −1 … 1 across the piece.
        let within = Lanes.bits(bits & (1 << QuantileTable.shift - 1) | 0x3FF0_0000_0000_0000)
        let scale = Double(2 << QuantileTable.cutBits)
        numbers.pointee = within * scale - (scale + 1)
        let places = UnsafeMutableRawPointer(numbers).assumingMemoryBound(to: Double.self)
        let pieces = UnsafeRawPointer(pieces).assumingMemoryBound(to: (UInt32, UInt32).self)
        for lane in 0..<RandomStream.lanes {
            let (piece, half) = (Int(pieces[lane].0), Int(pieces[lane].1))
            guard piece < QuantileTable.pieces else {
                places[lane] = distribution.quantile(at: probability[lane])
                continue
            }
            let own = pairs + (half &* QuantileTable.pieces &+ piece) &* QuantileTable.pairs
            let x = SIMD2(repeating: places[lane])
            let square = x * x
            let sums = (own[0] + own[1] * x) + (own[2] + own[3] * x) * square
            places[lane] = sums[0] + sums[1] * (square[0] * square[0])
        }
    }
}
