/// Quantiles of many numbers in little memory: exact up to a stated count, within a stated error beyond it.
///
/// Up to ``exactLimit`` numbers are kept as they are (8 bytes each, 1 MiB by default). Beyond it only counts are
/// kept, in buckets that cut each power of 2 into 8,192: a quantile then lies in the same bucket as the exact one, so
/// that it differs from it by less than 1/8,192 of itself; zero, the least and the largest number stay exact. Memory
/// grows with the spread of the numbers, 64 KiB for each power of 2 that they fill, and not with their count.
///
/// What a sketch says depends on the numbers alone, not on their order nor on how sketches were merged.
///
///     var sketch = QuantileSketch()
///     sketch.add([3, 1, 2])
///     sketch.quantile(at: 0.5)   // 2
public struct QuantileSketch: Sendable {
    /// How many numbers are kept as they are.
    public let exactLimit: Int
    /// How many numbers were added.
    public private(set) var count = 0
    /// The least number added; +∞ without one.
    public private(set) var minimum = Double.infinity
    /// The largest number added; −∞ without one.
    public private(set) var maximum = -Double.infinity

    /// The numbers themselves, while they are few.
    private var values: [Double] = []
    private var isSorted = true
    private var zeros = 0
    /// Where each page of buckets begins in `counts`, -1 for a page without a number; empty while numbers are few.
    private var pages: [Int32] = []
    private var counts: [Int] = []

    /// The largest error of a quantile that is not exact, relative to the exact one.
    public static let relativeError = 0x1p-13
    /// How many numbers are kept as they are unless stated: 1 MiB of them.
    public static let usualExactLimit = 131_072

    private static let bucketShift = UInt64(52 - 13)
    private static let pageBits = 10
    private static let pageSize = 1 << pageBits

    /// Creates a sketch without numbers.
    public init(exactLimit: Int = usualExactLimit) {
        self.exactLimit = max(exactLimit, 0)
    }

    /// Whether quantiles are exact.
    public var isExact: Bool { pages.isEmpty }

    /// Adds finite numbers.
    public mutating func add(_ numbers: [Double]) {
        numbers.withUnsafeBufferPointer { add($0) }
    }

    /// Adds finite numbers.
    public mutating func add(_ numbers: UnsafeBufferPointer<Double>) {
        var (least, largest) = (Double.infinity, -Double.infinity)
        for number in numbers {
            least = Swift.min(least, number)
            largest = Swift.max(largest, number)
        }
        add(numbers, minimum: least, maximum: largest)
    }

    /// Adds finite numbers between known ends.
    mutating func add(_ numbers: UnsafeBufferPointer<Double>, minimum: Double, maximum: Double) {
        guard !numbers.isEmpty else { return }
        count += numbers.count
        self.minimum = Swift.min(self.minimum, minimum)
        self.maximum = Swift.max(self.maximum, maximum)
        guard isExact else { return tally(numbers) }
        if count <= exactLimit {
            values.append(contentsOf: numbers)
            isSorted = false
        } else {
            startBuckets()
            tally(numbers)
        }
    }

    /// Adds the numbers of another sketch; the smaller limit of the two holds from then on.
    public mutating func merge(_ other: QuantileSketch) {
        if other.exactLimit < exactLimit { self = copy(exactLimit: other.exactLimit) }
        guard !other.isExact else { return other.values.withUnsafeBufferPointer { add($0) } }
        count += other.count
        minimum = Swift.min(minimum, other.minimum)
        maximum = Swift.max(maximum, other.maximum)
        if isExact { startBuckets() }
        zeros += other.zeros
        for (page, start) in other.pages.enumerated() where start >= 0 {
            let own = self.start(ofPage: page)
            for index in 0..<Self.pageSize {
                counts[own + index] += other.counts[Int(start) + index]
            }
        }
    }

    /// Puts the numbers in order once, so that what follows need not.
    public mutating func sort() {
        guard !isSorted else { return }
        values.sort()
        isSorted = true
    }

    private func copy(exactLimit: Int) -> QuantileSketch {
        var copy = QuantileSketch(exactLimit: exactLimit)
        (copy.count, copy.minimum, copy.maximum) = (count, minimum, maximum)
        (copy.values, copy.isSorted, copy.zeros) = (values, isSorted, zeros)
        (copy.pages, copy.counts) = (pages, counts)
        if copy.isExact, count > exactLimit { copy.startBuckets() }
        return copy
    }
}

// MARK: - Buckets

extension QuantileSketch {
    private mutating func startBuckets() {
        pages = [Int32](repeating: -1, count: 1 << (64 - Int(Self.bucketShift) - Self.pageBits))
        let kept = values
        values = []
        isSorted = true
        kept.withUnsafeBufferPointer { tally($0) }
    }

    /// Returns the bits of `number` in an order that is the numbers' own.
    private static func ordered(_ number: Double) -> UInt64 {
        let bits = number.bitPattern
        return bits ^ (UInt64(bitPattern: Int64(bitPattern: bits) >> 63) | 1 << 63)
    }

    private static func number(ordered bits: UInt64) -> Double {
        Double(bitPattern: bits >> 63 == 1 ? bits ^ 1 << 63 : ~bits)
    }

    /// The ends of a bucket.
    private static func ends(ofBucket bucket: Int) -> (low: Double, high: Double) {
        let first = UInt64(bucket) << bucketShift
        return (number(ordered: first), number(ordered: first | (1 << bucketShift - 1)))
    }

    private mutating func start(ofPage page: Int) -> Int {
        if pages[page] < 0 {
            pages[page] = Int32(counts.count)
            counts.append(contentsOf: repeatElement(0, count: Self.pageSize))
        }
        return Int(pages[page])
    }

    private mutating func tally(_ numbers: UnsafeBufferPointer<Double>) {
        // Every page is there before the counting, which then works on addresses.
        var last = -1
        for number in numbers where number != 0 {
            let page = Self.bucket(of: number) >> Self.pageBits
            guard page != last else { continue }
            last = page
            if pages[page] < 0 { _ = start(ofPage: page) }
        }
        var zeros = 0
        pages.withUnsafeBufferPointer { pages in
            counts.withUnsafeMutableBufferPointer { counts in
                for number in numbers {
                    guard number != 0 else {
                        zeros += 1
                        continue
                    }
                    let bucket = Self.bucket(of: number)
                    let start = Int(pages[bucket >> Self.pageBits])
                    counts[start + bucket & (Self.pageSize - 1)] += 1
                }
            }
        }
        self.zeros += zeros
    }

    private static func bucket(of number: Double) -> Int {
        Int(truncatingIfNeeded: ordered(number) >> bucketShift)
    }

    /// Calls `body` with the ends and the count of each bucket that holds numbers, ascending, until it returns false.
    private func forEachBucket(_ body: (Double, Double, Int) -> Bool) {
        for (page, start) in pages.enumerated() {
            // Zeros stand between the negative half of the pages and the other.
            if page == pages.count / 2, zeros > 0, !body(0, 0, zeros) { return }
            guard start >= 0 else { continue }
            for index in 0..<Self.pageSize {
                let count = counts[Int(start) + index]
                guard count > 0 else { continue }
                let (low, high) = Self.ends(ofBucket: page << Self.pageBits | index)
                guard body(Swift.max(low, minimum), Swift.min(high, maximum), count) else { return }
            }
        }
    }
}

// MARK: - Questions

extension QuantileSketch {
    /// Returns the quantile at `probability`, 0 … 1, by definition 7 of Hyndman and Fan; nil without numbers.
    public func quantile(at probability: Double) -> Double? {
        quantiles(at: [probability])?.first
    }

    /// Returns the quantiles at `probabilities`, each 0 … 1, by definition 7 of Hyndman and Fan; nil without numbers.
    public func quantiles(at probabilities: [Double]) -> [Double]? {
        precondition(
            probabilities.allSatisfy { 0 <= $0 && $0 <= 1 }, "a probability lies between 0 and 1")
        guard count > 0 else { return nil }
        guard !isExact else {
            let sorted = isSorted ? values : values.sorted()
            return probabilities.map {
                Quantiles.quantile(ofSorted: sorted, at: $0, by: .linear)
            }
        }
        let places = probabilities.map { Double(count - 1) * $0 }
        let ranks = Set(places.flatMap { [Int($0), Swift.min(Int($0) + 1, count - 1)] }).sorted()
        let numbers = numbers(atRanks: ranks)
        return places.map { place in
            let (low, high) = (
                numbers[Int(place)] ?? minimum,
                numbers[Swift.min(Int(place) + 1, count - 1)] ?? maximum
            )
            return low + (place - place.rounded(.down)) * (high - low)
        }
    }

    /// Returns the numbers at ascending ranks, from 0, as evenly spread over their bucket.
    private func numbers(atRanks ranks: [Int]) -> [Int: Double] {
        var found: [Int: Double] = [:]
        var (before, next) = (0, 0)
        forEachBucket { low, high, count in
            while next < ranks.count, ranks[next] < before + count {
                let rank = ranks[next]
                let share = (Double(rank - before) + 0.5) / Double(count)
                found[rank] =
                    rank == 0
                    ? minimum : rank == self.count - 1 ? maximum : low + share * (high - low)
                next += 1
            }
            before += count
            return next < ranks.count
        }
        return found
    }

    /// Returns the share of numbers below `number`, 0 … 1; nil without numbers.
    public func share(below number: Double) -> Double? {
        guard count > 0 else { return nil }
        return Double(rank(of: number, countsEqual: false)) / Double(count)
    }

    /// Returns the share of numbers above `number`, 0 … 1; nil without numbers.
    public func share(above number: Double) -> Double? {
        guard count > 0 else { return nil }
        return Double(count - rank(of: number, countsEqual: true)) / Double(count)
    }

    /// Returns how many numbers are below `number`, or at most it; within a bucket by its share of the width.
    private func rank(of number: Double, countsEqual: Bool) -> Int {
        guard number >= minimum else { return 0 }
        guard number <= maximum else { return count }
        if isExact {
            let sorted = isSorted ? values : values.sorted()
            var (low, high) = (0, sorted.count)
            while low < high {
                let middle = (low + high) / 2
                let isBefore = countsEqual ? sorted[middle] <= number : sorted[middle] < number
                if isBefore { low = middle + 1 } else { high = middle }
            }
            return low
        }
        if number == maximum, countsEqual { return count }
        var before = 0
        forEachBucket { low, high, count in
            if high < number || (high == number && countsEqual) {
                before += count
                return true
            }
            if low < number {
                before += Int((Double(count) * (number - low) / (high - low)).rounded(.down))
            }
            return false
        }
        return before
    }
}
