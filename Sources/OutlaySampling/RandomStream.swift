/// The random numbers of a simulation: what trial *n* draws depends on the seed, the stream and *n* alone.
///
/// Streams keep apart what is drawn for different ends, such as weights and performances, so that one more draw
/// for the one changes nothing of the other.
public struct RandomStream: Sendable, Hashable {
    /// What the user states to get the same numbers again.
    public let seed: UInt64
    /// What the numbers are for.
    public let stream: UInt64

    /// How many trials are drawn at a time.
    public static let lanes = 8

    /// Creates a stream.
    public init(seed: UInt64, stream: UInt64 = 0) {
        self.seed = seed
        self.stream = stream
    }

    /// Returns the numbers of one trial, from its first.
    public func numbers(ofTrial trial: UInt64) -> TrialNumbers {
        TrialNumbers(stream: self, trial: trial)
    }

    /// Returns the first number of each of `trials`: what ``numbers(ofTrial:)`` gives first.
    public func firstNumbers(ofTrials trials: Range<Int>) -> [Double] {
        trials.map { Self.uniform(words(block: 0, trial: UInt64($0)).0) }
    }

    /// Fills `numbers` with the first numbers of eight trials in a row, one trial per lane.
    ///
    /// They are the same that ``numbers(ofTrial:)`` gives, strictly between 0 and 1.
    ///
    /// - Parameters:
    ///   - numbers: Room for as many numbers per trial as are wanted.
    ///   - trial: The trial of the first lane.
    public func fill(
        _ numbers: UnsafeMutableBufferPointer<SIMD8<Double>>, firstTrial trial: UInt64
    ) {
        let lanes = Self.lanes
        UnsafeMutableRawBufferPointer(numbers).withMemoryRebound(to: Double.self) { numbers in
            var first = 0
            while first < numbers.count {
                let whole = first + 4 * lanes <= numbers.count
                for lane in 0..<lanes {
                    let words = words(
                        block: UInt64(first / (4 * lanes)), trial: trial &+ UInt64(lane))
                    numbers[first + lane] = Self.uniform(words.0)
                    if whole {
                        numbers[first + lanes + lane] = Self.uniform(words.1)
                        numbers[first + 2 * lanes + lane] = Self.uniform(words.2)
                        numbers[first + 3 * lanes + lane] = Self.uniform(words.3)
                    } else {
                        let left = (numbers.count - first) / lanes
                        if left > 1 { numbers[first + lanes + lane] = Self.uniform(words.1) }
                        if left > 2 { numbers[first + 2 * lanes + lane] = Self.uniform(words.2) }
                    }
                }
                first += 4 * lanes
            }
        }
    }

    /// Fills `numbers` with numbers of `groups` times eight trials in a row.
    ///
    /// Number *k* of group *g* goes to place *k* × `groups` + *g*; they are the same that ``numbers(ofTrial:)``
    /// gives from number `firstNumber`.
    ///
    /// - Parameters:
    ///   - numbers: Room for `count` × `groups` elements.
    ///   - count: How many numbers each trial takes.
    ///   - firstNumber: The first of them, a multiple of 4.
    ///   - groups: How many groups of eight trials there are.
    ///   - trial: The trial of the first lane of the first group.
    @inline(never)
    func fill(
        _ numbers: UnsafeMutablePointer<SIMD8<Double>>, count: Int, from firstNumber: Int,
        groups: Int, firstTrial trial: UInt64
    ) {
        precondition(firstNumber % 4 == 0, "numbers are made by fours")
        let apart = groups * Self.lanes
        let places = UnsafeMutableRawPointer(numbers).assumingMemoryBound(to: Double.self)
        for lane in 0..<apart {
            let trial = trial &+ UInt64(lane)
            var place = places + lane
            var block = UInt64(firstNumber / 4)
            var left = count
            while left >= 4 {
                let words = words(block: block, trial: trial)
                place[0] = Self.uniform(words.0)
                place[apart] = Self.uniform(words.1)
                place[2 * apart] = Self.uniform(words.2)
                place[3 * apart] = Self.uniform(words.3)
                place += 4 * apart
                block &+= 1
                left -= 4
            }
            guard left > 0 else { continue }
            let words = words(block: block, trial: trial)
            place[0] = Self.uniform(words.0)
            if left > 1 { place[apart] = Self.uniform(words.1) }
            if left > 2 { place[2 * apart] = Self.uniform(words.2) }
        }
    }

    /// Returns four random words of a trial.
    @inline(__always)
    fileprivate func words(block: UInt64, trial: UInt64) -> (UInt64, UInt64, UInt64, UInt64) {
        Philox.words(counter: (block, trial, 0, 0), key: (seed, stream))
    }

    /// Returns a number strictly between 0 and 1 from the upper 52 bits of a word: the middle of one of 2^52 steps.
    @inline(__always)
    fileprivate static func uniform(_ word: UInt64) -> Double {
        Double(bitPattern: word >> 12 | 0x3FF0_0000_0000_0000) - (1 - 0x1p-53)
    }
}

/// The random numbers of one trial, one after the other.
public struct TrialNumbers: Sendable {
    private let stream: RandomStream
    private let trial: UInt64
    private var used: UInt64 = 0
    private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    fileprivate init(stream: RandomStream, trial: UInt64) {
        self.stream = stream
        self.trial = trial
    }

    /// Returns the next number, strictly between 0 and 1; each of 2^52 values is equally likely.
    public mutating func next() -> Double {
        defer { used &+= 1 }
        switch used % 4 {
        case 0:
            words = stream.words(block: used / 4, trial: trial)
            return RandomStream.uniform(words.0)
        case 1: return RandomStream.uniform(words.1)
        case 2: return RandomStream.uniform(words.2)
        default: return RandomStream.uniform(words.3)
        }
    }

    /// Returns a draw from `distribution`, which uses up one number.
    public mutating func next(from distribution: some Distribution) -> Double {
        distribution.quantile(at: next())
    }
}
