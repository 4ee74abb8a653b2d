/// Ranks and selections from scores.
///
/// Scores are compared after rounding to 1e-9, so that a rank never hangs on the last bit of a sum.
/// What is not a number ranks last.
public enum Ranking {
    /// Returns each score's rank, 1 the best; equal scores share the smaller rank (1, 2, 2, 4).
    ///
    /// - Complexity: O(*n* log *n*).
    public static func competition(scores: [Double], higherIsBetter: Bool = true) -> [Int] {
        let keys = scores.map { key(of: $0, higherIsBetter: higherIsBetter) }
        var ranks = [Int](repeating: 0, count: keys.count)
        var (rank, previous) = (0, 0.0)
        for (place, index) in order(of: keys).enumerated() {
            if place == 0 || keys[index] != previous { rank = place + 1 }
            ranks[index] = rank
            previous = keys[index]
        }
        return ranks
    }

    /// Returns the indices of the `count` best scores, best first, equal ones in their own order.
    ///
    /// - Complexity: O(*n* log `count`), without sorting all scores.
    public static func top(
        _ count: Int, of scores: [Double], higherIsBetter: Bool = true
    ) -> [Int] {
        var best = WorstFirstHeap(capacity: min(max(count, 0), scores.count))
        for (index, score) in scores.enumerated() {
            best.offer(key(of: score, higherIsBetter: higherIsBetter), index)
        }
        return best.bestFirst
    }

    /// Returns the best and the worst rank that each score may have while all lie anywhere in their ranges.
    ///
    /// - Complexity: O(*n* log *n*).
    static func possible(_ ranges: [ValueRange]) -> [ClosedRange<Int>] {
        let lows = ranges.map { rounded($0.low) }
        let highs = ranges.map { rounded($0.high) }
        let (sortedLows, sortedHighs) = (lows.sorted(), highs.sorted())
        return ranges.indices.map { index in
            // Whoever is sure to be ahead, and whoever may be; the latter may count the score itself.
            let ahead = count(in: sortedLows, above: highs[index])
            let perhaps = count(in: sortedHighs, above: lows[index])
            let isOwn = highs[index] > lows[index] ? 1 : 0
            return (1 + ahead)...(1 + perhaps - isOwn)
        }
    }

    private static func count(in sorted: [Double], above bound: Double) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] > bound { high = middle } else { low = middle + 1 }
        }
        return sorted.count - low
    }

    /// Returns the number that scores are compared by, the smaller the better.
    static func key(of score: Double, higherIsBetter: Bool = true) -> Double {
        guard !score.isNaN else { return .infinity }
        return rounded(higherIsBetter ? -score : score)
    }

    /// Returns `score` rounded to the 1e-9 that comparisons look at.
    package static func rounded(_ score: Double) -> Double {
        let scaled = score * 1e9
        guard scaled.magnitude < 0x1p51 else { return score }
        // Next to 1.5 · 2^52 doubles are whole numbers, so the sum is rounded; cheaper than `rounded()`.
        return (scaled + 0x1.8p52 - 0x1.8p52) / 1e9
    }

    private static func order(of keys: [Double]) -> [Int] {
        keys.indices.sorted { keys[$0] != keys[$1] ? keys[$0] < keys[$1] : $0 < $1 }
    }
}

/// The best few of many entries, the worst of them on top.
private struct WorstFirstHeap {
    private let capacity: Int
    private var entries: [(key: Double, index: Int)] = []

    init(capacity: Int) {
        self.capacity = capacity
        entries.reserveCapacity(capacity)
    }

    var bestFirst: [Int] {
        entries.sorted { Self.isBetter($0, $1) }.map(\.index)
    }

    mutating func offer(_ key: Double, _ index: Int) {
        if entries.count < capacity {
            entries.append((key, index))
            siftUp(from: entries.count - 1)
        } else if let worst = entries.first, Self.isBetter((key, index), worst) {
            entries[0] = (key, index)
            siftDown()
        }
    }

    private static func isBetter(
        _ left: (key: Double, index: Int), _ right: (key: Double, index: Int)
    ) -> Bool {
        left.key != right.key ? left.key < right.key : left.index < right.index
    }

    private mutating func siftUp(from start: Int) {
        var child = start
        while child > 0 {
            let parent = (child - 1) / 2
            guard Self.isBetter(entries[parent], entries[child]) else { return }
            entries.swapAt(parent, child)
            child = parent
        }
    }

    private mutating func siftDown() {
        var parent = 0
        while true {
            var worst = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < entries.count {
                if Self.isBetter(entries[worst], entries[child]) { worst = child }
            }
            guard worst != parent else { return }
            entries.swapAt(parent, worst)
            parent = worst
        }
    }
}
