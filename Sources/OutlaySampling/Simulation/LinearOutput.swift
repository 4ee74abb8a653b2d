/// An output that is a sum: a constant and each draw times its weight.
///
///     // 60 months of one cost, drawn anew each month and discounted.
///     LinearOutput(weights: [discountFactors])
public struct LinearOutput: Sendable, Hashable {
    /// What is added to the weighted draws.
    public let constant: Double
    /// For each input one weight for each of its draws, or none where the output does not depend on it.
    public let weights: [[Double]]

    /// Creates an output.
    public init(constant: Double = 0, weights: [[Double]]) {
        self.constant = constant
        self.weights = weights
    }
}

/// The weights of several sums in one row.
struct LinearWeights {
    private let constants: [Double]
    private let weights: [Double]
    /// For each input and sum the place of its weights.
    private let places: [Range<Int>]

    init(_ sums: [LinearOutput]) {
        var (weights, places): ([Double], [Range<Int>]) = ([], [])
        for input in 0..<(sums.first?.weights.count ?? 0) {
            for sum in sums {
                places.append(weights.count..<weights.count + sum.weights[input].count)
                weights += sum.weights[input]
            }
        }
        (constants, self.weights, self.places) = (sums.map(\.constant), weights, places)
    }

    /// The weights as addresses.
    struct Unsafe {
        fileprivate let constants: UnsafeBufferPointer<Double>
        fileprivate let weights: UnsafeBufferPointer<Double>
        fileprivate let places: UnsafeBufferPointer<Range<Int>>

        /// Sets the total of each sum and group to the sum's constant.
        func start(_ totals: UnsafeMutablePointer<SIMD8<Double>>, _ groups: Int) {
            for sum in 0..<constants.count {
                for group in 0..<groups {
                    totals[sum * groups + group] = SIMD8(repeating: constants[sum])
                }
            }
        }

        /// Adds one input's weighted draws to the total of each sum and group.
        func add(
            _ draws: UnsafeMutablePointer<SIMD8<Double>>, _ input: Int, _ groups: Int,
            to totals: UnsafeMutablePointer<SIMD8<Double>>
        ) {
            for sum in 0..<constants.count {
                let places = places[input * constants.count + sum]
                guard !places.isEmpty else { continue }
                for group in 0..<groups {
                    var part = SIMD8<Double>.zero
                    var draw = draws + group
                    for place in places {
                        part += weights[place] * draw.pointee
                        draw += groups
                    }
                    totals[sum * groups + group] += part
                }
            }
        }
    }

    func withUnsafeWeights(_ body: (Unsafe) -> Void) {
        constants.withUnsafeBufferPointer { constants in
            weights.withUnsafeBufferPointer { weights in
                places.withUnsafeBufferPointer { places in
                    body(Unsafe(constants: constants, weights: weights, places: places))
                }
            }
        }
    }
}
