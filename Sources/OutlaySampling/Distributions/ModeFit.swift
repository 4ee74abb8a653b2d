/// Finds the ends of a bounded distribution from its P10, its mode and its P90.
///
/// On the way from one end to the other the mode's place between P10 and P90 moves one way only, so that halving
/// finds it.
struct ModeFit {
    /// A family of distributions between two ends, told apart by where their mode is.
    enum Shape: Hashable {
        case triangular
        case pert(concentration: Double)

        /// Returns the member between 0 and 1 with this mode.
        func unit(mode: Double) -> (any Distribution)? {
            switch self {
            case .triangular: TriangularDistribution(low: 0, mode: mode, high: 1)
            case .pert(let concentration):
                PERTDistribution(low: 0, mode: mode, high: 1, concentration: concentration)
            }
        }
    }

    private let shape: Shape

    init(_ shape: Shape) { self.shape = shape }

    /// Where a mode can be, in widths between P10 and P90, from P10: a little beyond both.
    var reach: ClosedRange<Double> { min(place(0), place(1))...place(1) }

    /// Returns the ends of the distribution with this P10, mode and P90; nil where none has them.
    func ends(p10: Double, mode: Double, p90: Double) -> (low: Double, high: Double)? {
        guard p10.isFinite, mode.isFinite, p90.isFinite, (p90 - p10).isFinite, p10 <= p90 else {
            return nil
        }
        let width = p90 - p10
        guard width > 0 else { return mode == p10 ? (mode, mode) : nil }
        let wanted = (mode - p10) / width
        guard reach.contains(wanted) else { return nil }
        var (low, high) = (0.0, 1.0)
        for _ in 0..<200 where low < high {
            let middle = low + (high - low) / 2
            guard middle > low, middle < high else { break }
            if place(middle) < wanted { low = middle } else { high = middle }
        }
        let share = place(0) == wanted ? 0 : high
        guard let unit = shape.unit(mode: share) else { return nil }
        let span = width / (unit.quantile(at: 0.9) - unit.quantile(at: 0.1))
        let start = min(mode - share * span, p10)
        let end = max(mode + (1 - share) * span, p90)
        return start.isFinite && end.isFinite ? (start, end) : nil
    }

    /// Returns the mode's place between P10 and P90, as a share of their width, when it is `share` of the way from
    /// one end to the other.
    private func place(_ share: Double) -> Double {
        guard let unit = shape.unit(mode: share) else { return .nan }
        let (p10, p90) = (unit.quantile(at: 0.1), unit.quantile(at: 0.9))
        return (share - p10) / (p90 - p10)
    }
}
