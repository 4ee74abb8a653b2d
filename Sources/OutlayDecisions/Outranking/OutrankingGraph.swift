/// Which options outrank which, and the options that suffice to outrank all the rest.
///
/// Options that outrank one another in a circle cannot be told apart and count as one.
public struct OutrankingGraph: Sendable, Hashable {
    /// How many options there are.
    public let count: Int
    /// Whether the first option of a pair outranks the second, row by row; an option never itself.
    public let outranks: [Bool]
    /// The circles: two or more options that outrank one another, directly or by way of others.
    ///
    /// Each is in the order of the table, and so are the circles, by their first option.
    public let circles: [[Int]]
    /// The kernel: options that do not outrank each other and that together outrank every other option.
    ///
    /// There is exactly one, as circles count as one option, and all of a circle is in it or none.
    public let kernel: [Int]

    /// Finds the circles and the kernel of a relation.
    ///
    /// - Complexity: O(*n*³ / 64) in the number of options.
    init(count: Int, outranks isAhead: (_ first: Int, _ second: Int) -> Bool) {
        self.count = count
        let outranks = (0..<count * count).map { place in
            let (first, second) = (place / count, place % count)
            return first != second && isAhead(first, second)
        }
        let reach = Reachability(count: count, from: outranks)
        let classes = Self.classes(of: reach)
        self.outranks = outranks
        circles = classes.filter { $0.count > 1 }
        // Whoever reaches more comes first, so that all who outrank a class are settled before it.
        let order = classes.indices.sorted { left, right in
            let (first, second) = (
                reach.size(from: classes[left][0]), reach.size(from: classes[right][0])
            )
            return first != second ? first > second : left < right
        }
        var kernel: [Int] = []
        for index in order {
            let members = classes[index]
            let isOutranked = kernel.contains { ahead in
                members.contains { outranks[ahead * count + $0] }
            }
            if !isOutranked { kernel += members }
        }
        self.kernel = kernel.sorted()
    }

    /// For each option how many others it outranks less how many outrank it.
    public var balances: [Int] {
        (0..<count).map { option in
            (0..<count).reduce(0) { sum, other in
                sum + (outranks[option * count + other] ? 1 : 0)
                    - (outranks[other * count + option] ? 1 : 0)
            }
        }
    }

    private static func classes(of reach: Reachability) -> [[Int]] {
        var classes: [[Int]] = []
        var isPlaced = [Bool](repeating: false, count: reach.count)
        for option in 0..<reach.count where !isPlaced[option] {
            let members = (option..<reach.count).filter {
                reach.leads(from: option, to: $0) && reach.leads(from: $0, to: option)
            }
            for member in members { isPlaced[member] = true }
            classes.append(members)
        }
        return classes
    }
}

/// Which options can be reached from which along a relation; each option from itself.
private struct Reachability {
    let count: Int
    private let words: Int
    private var bits: [UInt64]

    init(count: Int, from edges: [Bool]) {
        self.count = count
        words = (count + 63) / 64
        bits = [UInt64](repeating: 0, count: count * words)
        for from in 0..<count {
            for to in 0..<count where from == to || edges[from * count + to] {
                bits[from * words + to / 64] |= 1 << UInt64(to % 64)
            }
        }
        for middle in 0..<count {
            for from in 0..<count where from != middle && leads(from: from, to: middle) {
                for word in 0..<words {
                    bits[from * words + word] |= bits[middle * words + word]
                }
            }
        }
    }

    func leads(from: Int, to: Int) -> Bool {
        bits[from * words + to / 64] >> UInt64(to % 64) & 1 == 1
    }

    func size(from option: Int) -> Int {
        bits[option * words..<(option + 1) * words].reduce(0) { $0 + $1.nonzeroBitCount }
    }
}
