import OutlayProblems
import OutlaySampling
import OutlayValues

extension UncertainInput {
    /// Returns the distribution of the input: that of its range, or nothing but the stated number.
    ///
    /// - Throws: What ``UncertainRange/makeDistribution(around:isShare:)`` throws, at the input.
    func distribution() throws(Problem) -> any Distribution {
        let stated = stated
        do {
            return try (range ?? UncertainRange(low: stated, high: stated))
                .makeDistribution(around: stated, isShare: isShare)
        } catch {
            throw error.located(at: .part("range of \(id)"))
        }
    }
}

extension UncertainRange {
    /// Returns the distribution of a number that is stated as `stated`.
    ///
    /// Triangular and pert have the stated number as their mode, between extremes or with P10 and P90. A normal or lognormal whose ends are extremes has
    /// them three standard deviations from its middle, the arithmetic or geometric mean of the ends, and is cut off
    /// there; one whose ends are P10 and P90 is not, but where the lower end is 0 or more nothing falls below 0, and of a
    /// share nothing above 1.
    ///
    /// - Throws: ``ProblemCode/badRange`` where low ≤ `stated` ≤ high does not hold, ``ProblemCode/badDistribution`` where
    ///   the numbers make no such distribution.
    package func makeDistribution(
        around stated: ExactDecimal, isShare: Bool = false
    ) throws(Problem) -> any Distribution {
        guard low <= stated, stated <= high else {
            throw Problem(
                .badRange, "the range from \(low) to \(high) does not hold",
                because: "the stated value is \(stated)", hint: "low ≤ value ≤ high")
        }
        let (low, mode, high) = (low.doubleValue, stated.doubleValue, high.doubleValue)
        guard low < high else { return try made(UniformDistribution(low: low, high: high)) }
        let floor = low >= 0 ? 0 : -Double.infinity
        let ceiling = isShare ? 1 : Double.infinity
        switch (distribution, meaning) {
        case (.triangular, .extremes):
            return try made(TriangularDistribution(low: low, mode: mode, high: high))
        case (.triangular, .tenthToNinetieth):
            return CutDistribution(
                try fitted(.triangular, around: mode), from: floor, to: ceiling)
        case (.pert, .extremes): return try made(PERTDistribution(low: low, mode: mode, high: high))
        case (.pert, .tenthToNinetieth):
            return CutDistribution(try fitted(.pert, around: mode), from: floor, to: ceiling)
        case (.uniform, .extremes): return try made(UniformDistribution(low: low, high: high))
        case (.uniform, .tenthToNinetieth):
            let tail = (high - low) / 8
            return CutDistribution(
                try made(UniformDistribution(low: low - tail, high: high + tail)), from: floor,
                to: ceiling)
        case (.normal, _):
            let spread = try normal(from: low, to: high)
            return meaning == .extremes
                ? CutDistribution(spread, from: low, to: high)
                : CutDistribution(spread, from: floor, to: ceiling)
        case (.lognormal, _):
            guard low > 0 else {
                throw Problem(
                    .badDistribution, "a lognormal range begins at \(self.low)",
                    because: "it is the bell curve of a logarithm, so both ends are above 0",
                    hint: "raise the lower end, or use `pert`")
            }
            let logarithms = try normal(
                from: ElementaryFunctions.logarithm(low), to: ElementaryFunctions.logarithm(high))
            let spread = try made(
                LognormalDistribution(
                    logarithmMean: logarithms.mean,
                    logarithmDeviation: logarithms.standardDeviation))
            return meaning == .extremes
                ? CutDistribution(spread, from: low, to: high)
                : CutDistribution(spread, from: 0, to: ceiling)
        case (.discrete(let outcomes), _):
            return try made(
                DiscreteDistribution(
                    outcomes.map(\.value.doubleValue),
                    likelihoods: outcomes.map(\.weight.doubleValue)))
        case (.empirical(let samples), _):
            return try made(
                EmpiricalDistribution(samples.map(\.doubleValue), reading: .observations))
        }
    }

    /// Checks that the range makes a distribution of a number that is stated as `stated`.
    ///
    /// - Throws: What ``makeDistribution(around:isShare:)`` throws, without a location.
    package func check(around stated: ExactDecimal) throws(Problem) {
        _ = try makeDistribution(around: stated)
    }

    /// Returns the bell curve whose ends are its P10 and P90, or three standard deviations from its mean.
    private func normal(from low: Double, to high: Double) throws(Problem) -> NormalDistribution {
        let deviations = meaning == .extremes ? 3 : NormalDistribution.standard.quantile(at: 0.9)
        return try made(
            NormalDistribution(
                mean: low + (high - low) / 2, standardDeviation: (high - low) / 2 / deviations))
    }

    private func made<Made: Distribution>(_ made: Made?) throws(Problem) -> Made {
        if let made { return made }
        throw Problem(
            .badDistribution, "the numbers make no \(distribution.name) distribution",
            because: "it needs finite numbers in order, and a discrete one some weight above 0")
    }

    /// Returns the distribution whose P10 and P90 are the ends and whose mode is `mode`.
    private func fitted(
        _ form: DistributionRange.Form, around mode: Double
    ) throws(Problem) -> any Distribution {
        do {
            return try DistributionRange(
                low: low.doubleValue, mode: mode, high: high.doubleValue, meaning: .p10p90
            ).distribution(form)
        } catch {
            guard case .modeOutOfReach(_, let reach) = error else {
                return try made(UniformDistribution?.none)
            }
            let ends = [reach.lowerBound, reach.upperBound]
                .map { (try? ExactDecimal(nearest: $0, places: 4))?.description ?? "\($0)" }
            throw Problem(
                .badDistribution, "no \(form.rawValue) range has these P10 and P90",
                because: "with them the likeliest number lies between \(ends[0]) and \(ends[1])",
                hint: "state the extremes, or choose another distribution")
        }
    }
}
