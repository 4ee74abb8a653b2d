/// How draws of one input are made of uniform numbers; plain numbers and addresses, whose owner lives elsewhere.
enum Sampler: Sendable {
    /// A smooth quantile, tabulated.
    case table(Unmanaged<QuantileTable.Storage>)
    /// The standard normal quantile, tabulated once for all, shifted and stretched.
    case normal(Unmanaged<QuantileTable.Storage>, mean: Double, deviation: Double)
    /// A formula for eight at a time.
    case triangular(TriangularDistribution)
    /// A formula for eight at a time.
    case uniform(UniformDistribution)
    /// The distribution's own way.
    case direct(Unmanaged<Direct>)

    /// A distribution at an address that stays.
    final class Direct: Sendable {
        let distribution: any Distribution

        init(_ distribution: any Distribution) { self.distribution = distribution }
    }

    /// The quantile of the bell curve around 0 with deviation 1.
    static let standardNormal = QuantileTable(NormalDistribution.standard)

    /// Returns the sampler of a distribution, and what it points to.
    static func make(
        _ distribution: any Distribution
    ) -> (sampler: Sampler, owner: (AnyObject & Sendable)?) {
        if let triangular = distribution as? TriangularDistribution {
            return (.triangular(triangular), nil)
        }
        if let uniform = distribution as? UniformDistribution { return (.uniform(uniform), nil) }
        if let normal = distribution as? NormalDistribution {
            let storage = standardNormal.storage
            let sampler = Sampler.normal(
                .passUnretained(storage), mean: normal.mean, deviation: normal.standardDeviation)
            return (sampler, storage)
        }
        if distribution.hasSmoothQuantile {
            let storage = QuantileTable(distribution).storage
            return (.table(.passUnretained(storage)), storage)
        }
        let direct = Direct(distribution)
        return (.direct(.passUnretained(direct)), direct)
    }

    func replaceByQuantiles(_ probabilities: UnsafeMutableBufferPointer<SIMD8<Double>>) {
        switch self {
        case .table(let storage):
            storage._withUnsafeGuaranteedRef { $0.replaceByQuantiles(probabilities) }
        case .normal(let storage, let mean, let deviation):
            storage._withUnsafeGuaranteedRef { $0.replaceByQuantiles(probabilities) }
            for index in probabilities.indices {
                probabilities[index] = mean + deviation * probabilities[index]
            }
        case .triangular(let distribution): distribution.replaceByQuantiles(probabilities)
        case .uniform(let distribution): distribution.replaceByQuantiles(probabilities)
        case .direct(let direct):
            direct._withUnsafeGuaranteedRef { $0.distribution.replaceByQuantiles(probabilities) }
        }
    }
}
