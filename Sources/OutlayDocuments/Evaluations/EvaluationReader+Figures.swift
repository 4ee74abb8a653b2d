import OutlayEconomics
import OutlayEvaluations
import OutlayProblems
import OutlayValues

/// Reads what further figures a document asks for.
extension EvaluationReader {
    /// Returns the rates of a modified rate of return; reports one without the other.
    func modifiedReturn(_ rate: DocumentNode) -> DiscountRate.ModifiedReturn? {
        switch (rate["finance_rate"], rate["reinvestment_rate"]) {
        case (let finance?, let reinvestment?):
            guard let finance = finance.growth, let reinvestment = reinvestment.growth else {
                return nil
            }
            return DiscountRate.ModifiedReturn(finance: finance, reinvestment: reinvestment)
        case (nil, nil): return nil
        case (let one, let other):
            guard let stated = one ?? other else { return nil }
            let missing = one == nil ? "finance_rate" : "reinvestment_rate"
            problems.append(
                Problem(
                    .missingField, "`discount_rate` has no `\(missing)`",
                    at: stated.headingLocation,
                    because: "a modified rate of return needs the rate of costs and that of gains",
                    hint: "add `\(missing):`, or remove the other"))
            return nil
        }
    }

    /// Returns the performances that are set against the price; reports criteria without numbers.
    func readPricePerformances() -> [Evaluation.PricePerformanceRequest] {
        let leaves = leafNodes(root["criteria"]?.items ?? [])
        return (root["price_performance"]?.items ?? []).compactMap { node in
            guard let place = node["criterion"],
                let id = reference(place, to: "criterion", among: leaves.map(\.id))
            else { return nil }
            let criterion = leaves.first { $0.id == id }?.node
            guard criterion?["value_function"]?["levels"] == nil,
                criterion?["judged_by"]?.text != "panel"
            else {
                problems.append(
                    place.problem(
                        .wrongType, "`\(id)` is not answered by numbers",
                        because: "only a number can be divided by a price",
                        hint: "name a criterion with a scale"))
                return nil
            }
            let per = node["per"].map(\.decimal) ?? ExactDecimal(1000)
            return per.map { Evaluation.PricePerformanceRequest(criterion: id, per: $0) }
        }
    }
}
