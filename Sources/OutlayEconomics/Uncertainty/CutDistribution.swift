import OutlaySampling

/// A distribution without what lies beyond two ends.
struct CutDistribution: Distribution {
    private let base: any Distribution
    private let from: Double
    private let to: Double
    /// What of the whole distribution lies below each end.
    private let shares: (below: Double, upTo: Double)
    let mean: Double
    let variance: Double

    private static let quadraturePoints = 16_384

    /// Cuts `base` off below `from` and above `to`, which may be infinite; something is left in between.
    init(_ base: any Distribution, from: Double, to: Double) {
        self.base = base
        self.from = from
        self.to = to
        let shares = (
            below: from.isFinite ? base.cumulativeProbability(at: from) : 0,
            upTo: to.isFinite ? base.cumulativeProbability(at: to) : 1
        )
        self.shares = shares
        guard shares != (0, 1) else {
            (mean, variance) = (base.mean, base.variance)
            return
        }
        // Over equally likely parts, each at its middle.
        let points = (0..<Self.quadraturePoints).map { point in
            let probability = (Double(point) + 0.5) / Double(Self.quadraturePoints)
            let share = shares.below + probability * (shares.upTo - shares.below)
            return min(max(base.quantile(at: share), from), to)
        }
        let mean = points.reduce(0, +) / Double(points.count)
        self.mean = mean
        variance =
            points.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(points.count)
    }

    func quantile(at probability: Double) -> Double {
        let share = shares.below + probability * (shares.upTo - shares.below)
        return min(max(base.quantile(at: share), from), to)
    }

    func cumulativeProbability(at number: Double) -> Double {
        guard number < to else { return 1 }
        guard number >= from else { return 0 }
        return (base.cumulativeProbability(at: number) - shares.below)
            / (shares.upTo - shares.below)
    }
}
