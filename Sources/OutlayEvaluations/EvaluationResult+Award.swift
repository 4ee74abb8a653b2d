import OutlayDecisions
import OutlayEconomics
import OutlayProblems
import OutlayValues

extension EvaluationResult {
    /// What is taken for an option's price where the lowest wins.
    public enum PriceBasis: String, Sendable, Hashable, CaseIterable {
        /// The total cost of ownership over the horizon, rounded to the minor unit.
        case totalCost = "tco"
        /// The net payments to vendors within the contract's term.
        case contract
    }

    /// Awards to the lowest price among the options that pass every knock-out and reach every minimum.
    ///
    /// The offers stand in the order of ``options``.
    ///
    /// - Parameter basis: What is taken for the price; an option without a contract has none by `contract`.
    /// - Returns: Who wins, and why nobody else.
    /// - Throws: A ``Problem`` where an option gains more than it costs, so that its price is below 0.
    public func lowestPriceAward(by basis: PriceBasis) throws(Problem) -> LowestPriceAward {
        var offers: [LowestPriceAward.Offer] = []
        for option in options {
            var price: ExactDecimal?
            switch basis {
            case .totalCost where option.option.lines.isEmpty: price = nil
            case .totalCost:
                price = try ExactDecimal(
                    nearest: option.comparedCost.all,
                    places: evaluation.study.currency.minorUnitPlaces)
            case .contract: price = option.contract?.value.amount
            }
            offers.append(
                LowestPriceAward.Offer(
                    id: option.option.id, price: price,
                    standing: LowestPriceAward.Standing(
                        of: option.decision, knockOuts: evaluation.decision.knockOuts)))
        }
        return try LowestPriceAward(among: offers)
    }
}
