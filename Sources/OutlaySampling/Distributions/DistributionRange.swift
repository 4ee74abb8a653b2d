/// A range that somebody states for a number, and the distributions it may stand for.
///
///     let range = DistributionRange(low: 60, mode: 65, high: 80)
///     let seats = try range.distribution(.triangular)
public struct DistributionRange: Sendable, Hashable {
    /// The lower number.
    public var low: Double
    /// The likeliest number.
    public var mode: Double
    /// The upper number.
    public var high: Double
    /// What the lower and the upper number are.
    public var meaning: Meaning

    /// What the lower and the upper number of a range are.
    public enum Meaning: String, Sendable, Hashable, CaseIterable {
        /// Nothing lies beyond them.
        case extremes
        /// One time in ten the number is below the lower, one time in ten above the upper.
        case p10p90 = "p10-p90"
    }

    /// How likely the numbers of a range are.
    public enum Form: String, Sendable, Hashable, CaseIterable {
        /// ``TriangularDistribution``.
        case triangular
        /// ``PERTDistribution`` with the usual concentration.
        case pert
        /// ``UniformDistribution``; the mode says nothing.
        case uniform
        /// ``NormalDistribution``; only from P10 and P90, and the mode says nothing.
        case normal
        /// ``LognormalDistribution``; only from P10 and P90, and the mode says nothing.
        case lognormal
    }

    /// Why a range stands for no distribution.
    public enum Fault: Error, Sendable, Hashable {
        /// A number is not finite, or low, mode and high are out of order.
        case order
        /// The distribution has no ends, so that the range cannot be its extremes.
        case noExtremes(Form)
        /// The distribution knows only numbers above 0.
        case notPositive(Form)
        /// With this P10 and P90 the mode can only be in `reachable`.
        case modeOutOfReach(Form, reachable: ClosedRange<Double>)
        /// P10 and P90 are the same number, but the mode is another, or so far apart that nothing fits.
        case noWidth
    }

    /// Creates a range.
    public init(low: Double, mode: Double, high: Double, meaning: Meaning = .extremes) {
        self.low = low
        self.mode = mode
        self.high = high
        self.meaning = meaning
    }

    /// Returns the distribution of a form that has this range.
    ///
    /// - Throws: A ``Fault`` where there is none.
    public func distribution(_ form: Form) throws(Fault) -> any Distribution {
        guard low.isFinite, high.isFinite, low <= mode, mode <= high, (high - low).isFinite else {
            throw .order
        }
        let made: (any Distribution)?
        switch (form, meaning) {
        case (.triangular, .extremes):
            made = TriangularDistribution(low: low, mode: mode, high: high)
        case (.pert, .extremes): made = PERTDistribution(low: low, mode: mode, high: high)
        case (.uniform, .extremes): made = UniformDistribution(low: low, high: high)
        case (.normal, .extremes), (.lognormal, .extremes): throw .noExtremes(form)
        case (.triangular, .p10p90):
            made = try fitted(form, by: .triangular) {
                TriangularDistribution(low: $0, mode: mode, high: $1)
            }
        case (.pert, .p10p90):
            made = try fitted(form, by: .pert(concentration: 4)) {
                PERTDistribution(low: $0, mode: mode, high: $1)
            }
        case (.uniform, .p10p90): made = UniformDistribution(p10: low, p90: high)
        case (.normal, .p10p90): made = NormalDistribution(p10: low, p90: high)
        case (.lognormal, .p10p90):
            guard low > 0 else { throw .notPositive(form) }
            made = LognormalDistribution(p10: low, p90: high)
        }
        guard let made else { throw .noWidth }
        return made
    }

    private func fitted<Fitted>(
        _ form: Form, by shape: ModeFit.Shape, _ make: (Double, Double) -> Fitted?
    ) throws(Fault) -> Fitted? {
        guard let ends = ModeFit(shape).ends(p10: low, mode: mode, p90: high) else {
            let width = high - low
            guard width > 0 else { throw .noWidth }
            let reach = ModeFit(shape).reach
            throw .modeOutOfReach(
                form, reachable: low + reach.lowerBound * width...low + reach.upperBound * width)
        }
        return make(ends.low, ends.high)
    }
}
