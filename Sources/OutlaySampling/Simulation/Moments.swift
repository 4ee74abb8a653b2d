/// The mean, the spread and the ends of numbers, by parts that are merged.
///
/// A part is summed about its own mean, and parts are merged in a fixed order, so that nothing depends on how many
/// cores there are and little is lost to rounding.
///
/// - Source: T. F. Chan, G. H. Golub and R. J. LeVeque, "Algorithms for computing the sample variance: analysis and
///   recommendations", The American Statistician 37 (1983), the pairwise formula (2.1).
struct Moments: Sendable, Hashable {
    /// How many finite numbers there are.
    private(set) var count = 0
    /// How many numbers were not finite and are left out.
    private(set) var leftOut = 0
    private(set) var mean = 0.0
    /// The sum of the squared distances from the mean.
    private(set) var squares = 0.0
    /// The least number; +∞ without one.
    private(set) var minimum = Double.infinity
    /// The largest number; −∞ without one.
    private(set) var maximum = -Double.infinity

    init() {}

    /// Sums up a part.
    init(_ numbers: UnsafeBufferPointer<Double>) {
        let sum = Self.sum(numbers, of: { $0 })
        guard sum.isFinite else {
            addOneByOne(numbers)
            return
        }
        count = numbers.count
        let mean = sum / Double(count)
        self.mean = mean
        squares = Self.sum(numbers) { ($0 - mean) * ($0 - mean) }
        for number in numbers {
            minimum = min(minimum, number)
            maximum = max(maximum, number)
        }
    }

    private mutating func addOneByOne(_ numbers: UnsafeBufferPointer<Double>) {
        for number in numbers {
            if number.isFinite {
                var one = Moments()
                (one.count, one.mean) = (1, number)
                (one.minimum, one.maximum) = (number, number)
                merge(one)
            } else {
                leftOut += 1
            }
        }
    }

    /// Adds the numbers of another part.
    mutating func merge(_ other: Moments) {
        leftOut += other.leftOut
        guard other.count > 0 else { return }
        let (own, more) = (Double(count), Double(other.count))
        let distance = other.mean - mean
        mean += distance * (more / (own + more))
        squares += other.squares + distance * distance * (own * more / (own + more))
        count += other.count
        minimum = min(minimum, other.minimum)
        maximum = max(maximum, other.maximum)
    }

    /// The variance of the population they are drawn from; 0 for fewer than two numbers.
    var variance: Double { count > 1 ? squares / Double(count - 1) : 0 }

    /// Returns the sum of what `value` makes of each number, in eight sums that are added up at the end.
    @inline(__always)
    private static func sum(
        _ numbers: UnsafeBufferPointer<Double>, of value: (SIMD8<Double>) -> SIMD8<Double>
    ) -> Double {
        guard let base = numbers.baseAddress else { return 0 }
        var sums = SIMD8<Double>.zero
        let whole = numbers.count / 8 * 8
        for place in stride(from: 0, to: whole, by: 8) {
            sums += value(UnsafeRawPointer(base + place).loadUnaligned(as: SIMD8<Double>.self))
        }
        for place in whole..<numbers.count {
            sums[place - whole] += value(SIMD8(repeating: numbers[place]))[0]
        }
        return sums.sum()
    }
}
