/// Who took which rank in some trials, who beat whom, and the weights of those that came first.
struct RankTally: Sendable {
    private let options: Int
    private let criteria: Int
    /// How often each option took each rank, an option per row.
    private(set) var ranks: [Int]
    /// How often each option scored higher than each other, the winner's row.
    private(set) var wins: [Int]
    /// The sums of the weights, and of their squares, in the trials that an option won; an option per row.
    private var sums: [Double]
    private var squares: [Double]

    init(options: Int, criteria: Int) {
        self.options = options
        self.criteria = criteria
        ranks = [Int](repeating: 0, count: options * options)
        wins = [Int](repeating: 0, count: options * options)
        sums = [Double](repeating: 0, count: options * criteria)
        squares = [Double](repeating: 0, count: options * criteria)
    }

    /// Adds what other trials gave.
    mutating func add(_ other: RankTally) {
        for index in ranks.indices {
            ranks[index] += other.ranks[index]
            wins[index] += other.wins[index]
        }
        for index in sums.indices {
            sums[index] += other.sums[index]
            squares[index] += other.squares[index]
        }
    }

    /// The mean of the weights of the trials that each option won, and the standard error of each.
    var centralWeights: (means: [[Double]?], errors: [[Double]?]) {
        var means: [[Double]?] = []
        var errors: [[Double]?] = []
        for option in 0..<options {
            let won = Double(ranks[option * options])
            let row = option * criteria..<(option + 1) * criteria
            let mean = row.map { sums[$0] / won }
            means.append(won > 0 ? mean : nil)
            errors.append(
                won > 1
                    ? zip(row, mean).map { index, mean in
                        let spread = max(squares[index] / won - mean * mean, 0) / (won - 1)
                        return spread.squareRoot()
                    } : nil)
        }
        return (means, errors)
    }

    /// Calls `body` with the counters as plain memory.
    mutating func withCounters<Result>(_ body: (inout RankCounters) -> Result) -> Result {
        let (options, criteria) = (options, criteria)
        return ranks.withUnsafeMutableBufferPointer { ranks in
            wins.withUnsafeMutableBufferPointer { wins in
                sums.withUnsafeMutableBufferPointer { sums in
                    squares.withUnsafeMutableBufferPointer { squares in
                        withUnsafeTemporaryAllocation(
                            of: SIMD16<UInt8>.self, capacity: (options + 1) * options
                        ) { room in
                            room.initialize(repeating: .zero)
                            var counters = RankCounters(
                                options: options, criteria: criteria, ranks: ranks, wins: wins,
                                sums: sums, squares: squares,
                                places: UnsafeMutableBufferPointer(rebasing: room[..<options]),
                                freshWins: UnsafeMutableBufferPointer(rebasing: room[options...]))
                            let result = body(&counters)
                            counters.settle()
                            return result
                        }
                    }
                }
            }
        }
    }
}
