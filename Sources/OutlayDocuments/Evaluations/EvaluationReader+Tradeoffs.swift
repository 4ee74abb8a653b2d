import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension EvaluationReader {
    /// Reads what the recommended option was chosen over, and why.
    func readTradeoffs(
        _ recommendation: Evaluation.Recommendation?, _ options: [PurchaseOption]
    ) -> [Evaluation.Tradeoff] {
        guard let list = root["tradeoff"] else { return [] }
        requireBasis(of: list, options)
        var known: Set<String> = []
        return list.items.compactMap { node in
            guard let place = node["over"],
                let over = reference(place, to: "option", among: optionIDs),
                let reason = node["reason"]?.text
            else { return nil }
            checkUnique(place, kinds: "tradeoffs", &known)
            if over == recommendation?.option {
                problems.append(
                    place.problem(
                        .duplicateIdentifier, "`\(over)` is chosen over itself",
                        because: "a tradeoff is between the recommended option and another",
                        hint: "name the option that was not chosen"))
                return nil
            }
            checkRejected(over, options, at: place, as: "option of a tradeoff")
            return Evaluation.Tradeoff(
                over: over, reason: reason, worthPerPoint: node["worth_per_point"]?.decimal)
        }
    }

    /// Reports what a tradeoff needs and the document does not have.
    private func requireBasis(of list: DocumentNode, _ options: [PurchaseOption]) {
        func report(_ field: String, _ reason: String) {
            problems.append(
                Problem(
                    .missingField, "`tradeoff` stands without `\(field)`",
                    at: list.headingLocation, because: reason,
                    hint: "add `\(field)`, or take `tradeoff` out"))
        }
        if root["recommendation"] == nil {
            report("recommendation", "what was chosen over other options is the recommended one")
        }
        if root["criteria"]?.items.isEmpty ?? true {
            report("criteria", "a tradeoff weighs cost against value")
        }
        if !options.isEmpty, options.allSatisfy(\.lines.isEmpty) {
            report("costs", "a tradeoff weighs cost against value")
        }
    }
}
