import Outlay

/// A small choice that tests change one thing of.
struct Choice {
    /// What each option costs at the start, in their order.
    var costs: KeyValuePairs<String, String> = ["a": "100", "b": "200", "c": "300"]
    /// The answer of each option to the one criterion, from 0 to 100.
    var points: [String: String] = ["a": "50", "b": "70", "c": "90"]
    /// Whether the options pass the one knock-out; what is absent is unknown.
    var passes: [String: Bool] = ["a": true, "b": true, "c": true]
    var isScored = true
    var margin = "0"
    var missing = DecisionModel.MissingPerformance.refuse
    /// The points that the one criterion needs, where it needs any.
    var minimum: String?
    var baseline: String?
    var recommendation: Evaluation.Recommendation?
    var rejected: [String: String] = [:]
    var sources: [Source] = []
    var term: ContractTerm?
    /// What is changed of every line.
    var change: @Sendable (inout CostLine) -> Void = { _ in }

    func evaluation() throws(Problem) -> Evaluation {
        let scale = ValueFunction.linear(worst: .zero, best: exact("100"))
        var criterion = Helpdesk.criterion("points", "", .higher, "1", scale)
        criterion.minimum = minimum.map(exact)
        var options: [PurchaseOption] = []
        for (id, cost) in costs {
            var line = CostLine(
                id: "price", category: "licence", direction: .cost,
                model: try Helpdesk.yearly(cost), vendor: id)
            change(&line)
            var performances: [String: Performance] = [:]
            performances["points"] = points[id].map { .number(exact($0)) }
            performances["must"] = passes[id].map { .yesNo($0) }
            options.append(
                PurchaseOption(
                    id: id, title: "Option \(id)", vendor: id, term: term, lines: [line],
                    performances: performances, rejection: rejected[id]))
        }
        return Evaluation(
            id: "choice", title: "Choice", study: Helpdesk.study,
            decision: DecisionModel(
                criteria: isScored ? [criterion] : [],
                knockOuts: [
                    KnockOut(id: "must", question: "Must it?", requirement: .equals(.yesNo(true)))
                ],
                margin: exact(margin), missing: missing),
            options: options, baseline: baseline, recommendation: recommendation,
            sources: sources)
    }

    func run(asOf: String = "2026-11-23") throws(Problem) -> EvaluationResult {
        try evaluation().run(asOf: day(asOf))
    }
}

extension EvaluationResult {
    /// The identifiers of the options with their ranks, as readers see them.
    var standing: [String] {
        options.map { "\($0.option.id) \($0.rank.map(String.init) ?? "-")" }
    }

    /// The codes of the findings.
    var codes: [ProblemCode] { findings.map(\.code) }

    /// Returns the finding of `code`, where there is one.
    func finding(_ code: ProblemCode) -> Problem? {
        findings.first { $0.code == code }
    }
}
