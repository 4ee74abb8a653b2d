/// Draws shares of 1 evenly from everything a region allows.
///
/// Without bounds the shares are the gaps between sorted uniform numbers; an order is met by sorting the gaps
/// that it names, which keeps the draw even. With bounds, points of a larger set are drawn until one meets the
/// conditions; of three such sets the one with the smallest volume is taken.
///
/// - Source: L. Devroye, "Non-Uniform Random Variate Generation", Springer 1986, section V.2 (uniform
///   spacings) and section II.3 (rejection).
public struct SimplexSampler: Sendable {
    /// What is drawn from.
    public let region: SimplexRegion
    /// The most points that one trial may draw before it gives up.
    public static let mostAttempts = 100_000

    private let network: SortingNetwork
    private let orderNetwork: SortingNetwork
    private let proposal: Proposal
    /// What is left of 1 above the lower bounds.
    private let rest: Double

    /// The set that points are drawn from.
    private enum Proposal: Hashable {
        /// All shares of 1, sorted where an order is stated.
        case simplex
        /// All shares of 1 above the lower bounds.
        case aboveLower
        /// Shares within their bounds, the one at this index aside, which makes up the total.
        case box(last: Int)
    }

    /// Creates a sampler.
    ///
    /// - Throws: ``SimplexRegion/Fault/tooNarrow`` where the first trials find no point.
    public init(_ region: SimplexRegion) throws(SimplexRegion.Fault) {
        self.region = region
        network = SortingNetwork(count: region.count - 1)
        orderNetwork = SortingNetwork(count: region.descending.count)
        rest = max(1 - region.lower.reduce(0, +), 0)
        proposal = region.isBounded ? Self.smallestProposal(for: region, rest) : .simplex
        guard region.isBounded else { return }
        var scratch = [SIMD8<Double>](repeating: .zero, count: region.count)
        let found = scratch.withUnsafeMutableBufferPointer {
            fill($0, firstTrial: 0, of: RandomStream(seed: 0))
        }
        guard found else { throw .tooNarrow }
    }

    /// Fills `shares` with the shares of eight trials in a row, one trial per lane.
    ///
    /// What a lane holds depends on its trial and the stream alone.
    ///
    /// - Parameters:
    ///   - shares: One element per share.
    ///   - trial: The trial of the first lane.
    ///   - stream: Where the random numbers come from.
    /// - Returns: Whether every trial found shares within ``mostAttempts``; without bounds it always does.
    public func fill(
        _ shares: UnsafeMutableBufferPointer<SIMD8<Double>>, firstTrial trial: UInt64,
        of stream: RandomStream
    ) -> Bool {
        precondition(shares.count == region.count, "there is one element per share")
        guard region.isBounded else {
            fillFree(shares, firstTrial: trial, of: stream)
            return true
        }
        return withUnsafeTemporaryAllocation(of: Double.self, capacity: region.count) { point in
            for lane in 0..<RandomStream.lanes {
                var numbers = stream.numbers(ofTrial: trial &+ UInt64(lane))
                guard draw(point, from: &numbers) else { return false }
                for index in 0..<region.count { shares[index][lane] = point[index] }
            }
            return true
        }
    }

    /// Returns the shares of one trial; nil where ``mostAttempts`` points met none.
    public func shares(ofTrial trial: UInt64, of stream: RandomStream) -> [Double]? {
        var lanes = [SIMD8<Double>](repeating: .zero, count: region.count)
        let found = lanes.withUnsafeMutableBufferPointer {
            fill($0, firstTrial: trial, of: stream)
        }
        return found ? lanes.map { $0[0] } : nil
    }

    private func fillFree(
        _ shares: UnsafeMutableBufferPointer<SIMD8<Double>>, firstTrial trial: UInt64,
        of stream: RandomStream
    ) {
        guard let base = shares.baseAddress else { return }
        let last = shares.count - 1
        stream.fill(UnsafeMutableBufferPointer(rebasing: shares[..<last]), firstTrial: trial)
        network.sort(base)
        var previous = SIMD8<Double>.zero
        for index in 0..<last {
            let place = base[index]
            base[index] = place - previous
            previous = place
        }
        base[last] = SIMD8(repeating: 1) - previous
        guard !region.descending.isEmpty else { return }
        withUnsafeTemporaryAllocation(
            of: SIMD8<Double>.self, capacity: region.descending.count
        ) { ordered in
            guard let first = ordered.baseAddress else { return }
            let last = region.descending.count - 1
            for (place, index) in region.descending.enumerated() { ordered[place] = base[index] }
            orderNetwork.sort(first)
            for (place, index) in region.descending.enumerated() {
                base[index] = ordered[last - place]
            }
        }
    }
}

// MARK: - Bounds

extension SimplexSampler {
    private static func smallestProposal(
        for region: SimplexRegion, _ rest: Double
    ) -> Proposal {
        let count = region.count
        let widths = zip(region.lower, region.upper).map { $1 - $0 }
        let widest = widths.indices.max { widths[$0] < widths[$1] } ?? 0
        // Volumes as products; each factor is at most 1, so that the smallest is found even where all underflow.
        var (simplex, above, box) = (1.0, 1.0, 1.0)
        for index in 1..<max(count, 2) {
            simplex /= Double(index)
            above *= rest / Double(index)
        }
        for index in 1...max(region.descending.count, 1) { simplex /= Double(index) }
        for index in widths.indices where index != widest { box *= min(widths[index], rest) }
        if box <= above, box <= simplex { return .box(last: widest) }
        return above <= simplex ? .aboveLower : .simplex
    }

    private func draw(
        _ point: UnsafeMutableBufferPointer<Double>, from numbers: inout TrialNumbers
    ) -> Bool {
        for _ in 0..<Self.mostAttempts {
            switch proposal {
            case .simplex:
                drawSpacings(point, of: 1, from: &numbers)
                sortDescending(point)
            case .aboveLower:
                drawSpacings(point, of: rest, from: &numbers)
                for index in 0..<point.count { point[index] += region.lower[index] }
            case .box(let last):
                guard drawBox(point, last: last, from: &numbers) else { continue }
            }
            if region.contains(UnsafeBufferPointer(point)) { return true }
        }
        return false
    }

    /// Draws the gaps between sorted uniform numbers, which total `whole`.
    private func drawSpacings(
        _ point: UnsafeMutableBufferPointer<Double>, of whole: Double,
        from numbers: inout TrialNumbers
    ) {
        let last = point.count - 1
        for index in 0..<last {
            // Insertion keeps the numbers sorted; shares are few.
            let number = numbers.next()
            var place = index
            while place > 0, point[place - 1] > number {
                point[place] = point[place - 1]
                place -= 1
            }
            point[place] = number
        }
        var previous = 0.0
        for index in 0..<last {
            let place = point[index]
            point[index] = (place - previous) * whole
            previous = place
        }
        point[last] = (1 - previous) * whole
    }

    private func sortDescending(_ point: UnsafeMutableBufferPointer<Double>) {
        let order = region.descending
        for place in order.indices.dropFirst() {
            var current = place
            while current > 0, point[order[current - 1]] < point[order[current]] {
                point.swapAt(order[current - 1], order[current])
                current -= 1
            }
        }
    }

    /// Draws every share but one within its bounds; returns whether the one that makes up the total is within its.
    private func drawBox(
        _ point: UnsafeMutableBufferPointer<Double>, last: Int, from numbers: inout TrialNumbers
    ) -> Bool {
        var left = 1.0
        for index in 0..<point.count where index != last {
            let (low, high) = (region.lower[index], region.upper[index])
            let width = min(high - low, rest)
            point[index] = width == 0 ? low : min(low + numbers.next() * width, high)
            left -= point[index]
        }
        let (low, high) = (region.lower[last], region.upper[last])
        guard left >= low - SimplexRegion.slack, left <= high + SimplexRegion.slack else {
            return false
        }
        point[last] = min(max(left, low), high)
        return true
    }
}
