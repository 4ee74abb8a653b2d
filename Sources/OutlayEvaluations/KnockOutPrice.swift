import OutlayDecisions
import OutlayEconomics

/// What one knock-out, or one minimum of a criterion, gives up: the options that fail it and nothing else, and what the
/// best of them would bring.
public struct KnockOutPrice: Sendable, Hashable {
    /// What is required.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The answer to a knock-out.
        case knockOut = "knock-out"
        /// A least value on a criterion.
        case minimum
    }

    /// What is required.
    public let kind: Kind
    /// The identifier of the knock-out or of the criterion.
    public let id: String
    /// The options that fail this requirement alone, in the document's order; at least one.
    public let excluded: [String]
    /// Who would have rank 1 without it; of equals the first of those eligible now, then the first
    /// in the document's order; nil where a value is missing.
    public let winner: String?
    /// The points of value by which the best of the excluded is above the best eligible option.
    ///
    /// nil where it is not, where nobody is eligible, or where values are missing.
    public let value: Double?
    /// The gain over the baseline by which the best of the excluded is above the best eligible option,
    /// everything counted: net present value, or what one year gains where years are compared; nil where it is not, where nobody is eligible, or without a baseline.
    public let netPresentValue: Double?
    /// The cost, of all years or of one as options are compared, by which the cheapest of the excluded is below the cheapest eligible option.
    ///
    /// nil where it is not, where nobody is eligible, or without costs.
    public let costSaving: Double?

    /// The requirement in words: `knock-out residency`, `minimum of usability`.
    public var name: String {
        switch kind {
        case .knockOut: "knock-out \(id)"
        case .minimum: "minimum of \(id)"
        }
    }
}

extension EvaluationResult {
    /// What each knock-out, then each minimum, gives up, in their order; those that alone exclude nobody are left out.
    ///
    /// - Complexity: O(requirements² × options).
    public var knockOutPrices: [KnockOutPrice] {
        let knockOuts = evaluation.decision.knockOuts.map(\.id).map {
            price(.knockOut, $0, excluding: decision.candidatesFailingOnly($0))
        }
        let minimums = decision.criteria.positions.filter { $0.minimum != nil }.map(\.id).map {
            price(.minimum, $0, excluding: decision.candidatesFailingOnlyMinimum(of: $0))
        }
        return (knockOuts + minimums).compactMap(\.self)
    }

    private func price(
        _ kind: KnockOutPrice.Kind, _ id: String, excluding ids: [String]
    ) -> KnockOutPrice? {
        let eligible = options.filter { $0.decision.eligibility == .eligible }
        let excluded = ids.compactMap(option)
        guard !excluded.isEmpty else { return nil }
        return KnockOutPrice(
            kind: kind, id: id, excluded: ids, winner: first(of: eligible + excluded),
            value: Self.advantage(of: excluded, over: eligible) { $0.decision.value },
            netPresentValue: baseline == nil
                ? nil : Self.advantage(of: excluded, over: eligible) { gain(of: $0)?.all },
            costSaving: evaluation.hasLines
                ? Self.advantage(of: excluded, over: eligible) {
                    -$0.comparedCost.all
                } : nil)
    }

    private func first(of options: [OptionResult]) -> String? {
        let scores = options.map {
            evaluation.decision.criteria.isEmpty
                ? -evaluation.study.settled($0.comparedCost.all) : $0.decision.value
        }
        guard !scores.contains(nil) else { return nil }
        let best = Ranking.competition(scores: scores.compactMap(\.self)).firstIndex(of: 1)
        return best.map { options[$0].option.id }
    }

    private static func advantage(
        of excluded: [OptionResult], over eligible: [OptionResult],
        _ figure: (OptionResult) -> Double?
    ) -> Double? {
        let (own, others) = (excluded.map(figure), eligible.map(figure))
        guard !own.contains(nil), !others.contains(nil),
            let best = own.compactMap(\.self).max(), let rival = others.compactMap(\.self).max(),
            best > rival
        else { return nil }
        return best - rival
    }
}
