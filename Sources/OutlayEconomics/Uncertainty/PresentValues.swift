/// What an option costs and gains today, over everything and in cash.
///
/// Lanes: costs, cash costs, benefits, cash benefits.
public struct PresentValues: Sendable, Hashable {
    var lanes: SIMD4<Double>

    /// The present value of the costs.
    public var costs: Twice<Double> { Twice(all: lanes[0], cash: lanes[1]) }
    /// The present value of the benefits.
    public var benefits: Twice<Double> { Twice(all: lanes[2], cash: lanes[3]) }

    static let zero = PresentValues(lanes: .zero)
}

/// The figures of all options for one state of the inputs.
public struct Outcome: Sendable, Hashable {
    /// The present values, one element per option.
    public let presentValues: [PresentValues]
    /// The index of the option the others are measured against, where there is one.
    public let baseline: Int?

    /// The total cost of ownership of an option, by index.
    public func totalCost(of option: Int, _ coverage: Coverage) -> Double {
        presentValues[option].costs[coverage]
    }

    /// The net present value of an option against the baseline; 0 for the baseline itself, nil without one.
    public func netPresentValue(of option: Int, _ coverage: Coverage) -> Double? {
        baseline.map { baseline in
            let (own, other) = (presentValues[option], presentValues[baseline])
            return (own.benefits[coverage] - other.benefits[coverage])
                - (own.costs[coverage] - other.costs[coverage])
        }
    }

    /// What is to be as high as possible: the net present value, or without a baseline less the total cost.
    public func payoff(of option: Int, _ coverage: Coverage) -> Double {
        netPresentValue(of: option, coverage) ?? -totalCost(of: option, coverage)
    }
}
