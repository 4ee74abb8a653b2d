/// A fixed list of comparisons that sorts any numbers of one count, the same for every lane.
///
/// - Source: D. E. Knuth, "The Art of Computer Programming", volume 3, 2nd edition 1998, section 5.2.2,
///   algorithm M (Batcher's merge exchange).
struct SortingNetwork: Sendable {
    /// The places compared, in order; the lesser number goes to the first of each pair.
    let comparisons: [(low: Int, high: Int)]

    /// Creates a network for `count` numbers, which has O(*n* log² *n*) comparisons.
    init(count: Int) {
        var comparisons: [(low: Int, high: Int)] = []
        var top = 1
        while top * 2 < count { top *= 2 }
        var step = count > 1 ? top : 0
        while step > 0 {
            var (jump, remainder, distance) = (top, 0, step)
            while true {
                for low in 0..<max(count - distance, 0) where low & step == remainder {
                    comparisons.append((low, low + distance))
                }
                guard jump != step else { break }
                distance = jump - step
                jump /= 2
                remainder = step
            }
            step /= 2
        }
        self.comparisons = comparisons
    }

    /// Sorts the numbers of each lane, ascending.
    func sort(_ numbers: UnsafeMutablePointer<SIMD8<Double>>) {
        comparisons.withUnsafeBufferPointer { comparisons in
            for (low, high) in comparisons {
                let (first, second) = (numbers[low], numbers[high])
                let isInOrder = first .<= second
                numbers[low] = second.replacing(with: first, where: isInOrder)
                numbers[high] = first.replacing(with: second, where: isInOrder)
            }
        }
    }
}
