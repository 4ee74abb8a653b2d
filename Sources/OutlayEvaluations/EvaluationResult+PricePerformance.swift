import OutlayDecisions
import OutlayEconomics
import OutlayProblems
import OutlayValues

extension EvaluationResult {
    /// Returns the performance that an amount of money buys with `option`: performance × per / the cost it is compared by.
    ///
    /// - Returns: nil where the performance is not known or is no number, or where the cost is 0 or less.
    /// - Throws: A ``Problem`` when a number is too large.
    public func pricePerformance(
        of option: OptionResult, _ request: Evaluation.PricePerformanceRequest
    ) throws(Problem) -> Twice<Double?> {
        guard case .number(let metric)? = option.option.performances[request.criterion] else {
            return Twice(all: nil, cash: nil)
        }
        return try Twice { (coverage) throws(Problem) in
            let total = option.comparedCost[coverage]
            guard option.economics.study.settled(total) > 0 else { return nil }
            return try PricePerformance.of(
                metric: metric.doubleValue, total: total, per: request.per.doubleValue)
        }
    }

    /// The evaluated option with the lowest life-cycle cost that may be chosen; of equals the first.
    public var lowestCost: OptionResult? {
        guard evaluation.hasLines else { return nil }
        return options.filter { $0.decision.eligibility == .eligible }.min {
            evaluation.study.settled($0.comparedCost.all)
                < evaluation.study.settled($1.comparedCost.all)
        }
    }
}
