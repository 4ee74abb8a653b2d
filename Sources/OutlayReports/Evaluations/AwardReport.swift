import OutlayDecisions
import OutlayEncoding
import OutlayEvaluations
import OutlayProblems
import OutlayValues

/// Who wins by the lowest price among the acceptable options, for people and for programs.
public struct AwardReport: Sendable {
    private let result: EvaluationResult
    private let basis: EvaluationResult.PriceBasis
    private let award: LowestPriceAward

    /// Decides by `basis`.
    ///
    /// - Throws: What ``EvaluationResult/lowestPriceAward(by:)`` throws.
    public init(
        of result: EvaluationResult, by basis: EvaluationResult.PriceBasis
    ) throws(Problem) {
        self.result = result
        self.basis = basis
        award = try result.lowestPriceAward(by: basis)
    }

    /// The answer for people.
    public var report: Report {
        var summary: [Block] = [.paragraph(.strong(decision)), .table(table)]
        if !award.openChallengers.isEmpty {
            summary.append(
                .callout(
                    .warning,
                    RichText(
                        "\(award.openChallengers.map(title).list("and")) could win yet: something that "
                            + "decides it is not known.")))
        }
        return Report(
            title: result.evaluation.title, subtitle: "lowest price of those that are acceptable",
            summary: summary)
    }

    private var decision: String {
        let winners = award.winners.map(title)
        guard let price = award.lowestPrice, !winners.isEmpty else {
            return "Nobody wins: no acceptable option has a price."
        }
        return winners.list("and") + (winners.count == 1 ? " wins" : " share the lowest price")
            + " at \(shown(price))."
    }

    private var table: Table {
        Table(
            columns: [
                Column("Option", widthHint: 34),
                .number(basis == .contract ? "Contract value" : result.comparedCostTitle),
                Column("Outcome", widthHint: 60),
            ],
            rows: zip(award.offers, award.outcomes).map { offer, outcome in
                Row([
                    .text(title(offer.id)),
                    offer.price.map {
                        .number(
                            shown: FigureText.shown($0, places: places),
                            data: FigureText.data($0, places: places))
                    } ?? .empty,
                    .text(words(for: outcome)),
                ])
            })
    }

    private func words(for outcome: LowestPriceAward.Outcome) -> String {
        switch outcome {
        case .won: "wins: the lowest price"
        case .tied(let others): "shares the lowest price with \(others.map(title).list("and"))"
        case .dearer(let difference): "costs \(shown(difference)) more"
        case .noPrice: "has no price"
        case .notAcceptable(.failed(let ids)): "fails \(ids.list("and"))"
        case .notAcceptable(.belowMinimum(let ids)): "is below the minimum of \(ids.list("and"))"
        case .notAcceptable(.unknown(let ids)): "nothing is known of \(ids.list("and"))"
        case .notAcceptable(.acceptable): ""
        }
    }

    /// The answer for programs.
    public var json: JSONValue {
        let currency = result.evaluation.study.currency
        func money(_ amount: ExactDecimal?) -> JSONValue {
            amount.map { ResultJSON.money(Money($0, currency)) } ?? .null
        }
        return [
            "price": .string(basis.rawValue),
            "lowest_price": money(award.lowestPrice),
            "winners": .strings(award.winners),
            "open_challengers": .strings(award.openChallengers),
            "options": .array(
                zip(award.offers, award.outcomes).map { offer, outcome in
                    let (name, reasons, difference) = parts(of: outcome)
                    return [
                        "id": .string(offer.id), "price": money(offer.price),
                        "outcome": .string(name), "because_of": .strings(reasons),
                        "dearer_by": money(difference),
                    ]
                }),
        ]
    }

    /// The names of the outcomes in JSON.
    public static let outcomes = [
        "won", "tied", "dearer", "no-price", "failed", "below-minimum", "unknown",
    ]

    private func parts(
        of outcome: LowestPriceAward.Outcome
    ) -> (name: String, reasons: [String], difference: ExactDecimal?) {
        switch outcome {
        case .won, .notAcceptable(.acceptable): ("won", [], nil)
        case .tied(let others): ("tied", others, nil)
        case .dearer(let difference): ("dearer", [], difference)
        case .noPrice: ("no-price", [], nil)
        case .notAcceptable(.failed(let ids)): ("failed", ids, nil)
        case .notAcceptable(.belowMinimum(let ids)): ("below-minimum", ids, nil)
        case .notAcceptable(.unknown(let ids)): ("unknown", ids, nil)
        }
    }

    private var places: Int { result.evaluation.study.currency.minorUnitPlaces }

    private func title(_ id: String) -> String { result.option(id)?.option.title ?? id }

    private func shown(_ amount: ExactDecimal) -> String {
        FigureText.shown(Money(amount, result.evaluation.study.currency), places: places)
    }
}
