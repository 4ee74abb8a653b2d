import OutlayEconomics
import OutlayProblems
import OutlayValues

/// The figures of every option in each scenario, side by side.
public struct ScenarioComparison: Sendable {
    /// The options' identifiers, in the order in which readers see the stated case.
    public let options: [String]
    /// The stated case first, then the scenarios in the document's order.
    public let cases: [Case]
    /// What is expected over the scenarios, by option; nil where they have no probabilities.
    public let expected: [Figures]?

    /// One state of the world.
    public struct Case: Sendable {
        /// The scenario; nil for the stated case.
        public let scenario: Scenario?
        /// The figures by option.
        public let figures: [Figures]
    }

    /// The figures of one option.
    public struct Figures: Sendable, Hashable {
        /// The total cost of ownership, or where options are compared by one year the equivalent annual cost.
        public let totalCost: Twice<Double>
        /// The net present value, or the gain a year; nil without a baseline, 0 for the baseline itself.
        public let netPresentValue: Twice<Double>?
        /// The rank; nil where the option may not be chosen, and for what is expected.
        public let rank: Int?
    }
}

extension EvaluationResult {
    /// Runs the evaluation in each of the document's scenarios; nil where there are none.
    ///
    /// - Throws: ``ProblemCode/unknownReference`` for a scenario's assumption that the study does not have, and
    ///   what ``Evaluation/run(asOf:)`` throws.
    /// - Complexity: One run for each scenario.
    public func scenarioComparison() throws(Problem) -> ScenarioComparison? {
        let scenarios = evaluation.scenarios
        guard !scenarios.isEmpty else { return nil }
        let ids = options.map(\.option.id)
        var cases = [ScenarioComparison.Case(scenario: nil, figures: figures(of: ids))]
        for scenario in scenarios {
            var changed = evaluation
            try changed.study.apply(scenario)
            let result = try changed.run(asOf: asOf)
            cases.append(.init(scenario: scenario, figures: result.figures(of: ids)))
        }
        let shares = scenarios.compactMap { $0.probability?.doubleValue }
        return ScenarioComparison(
            options: ids, cases: cases,
            expected: shares.count == scenarios.count
                ? Self.expected(cases.dropFirst().map(\.figures), shares) : nil)
    }

    private func figures(of ids: [String]) -> [ScenarioComparison.Figures] {
        ids.compactMap(option).map { option in
            ScenarioComparison.Figures(
                totalCost: option.comparedCost,
                netPresentValue: gain(of: option),
                rank: option.rank)
        }
    }

    private static func expected(
        _ cases: [[ScenarioComparison.Figures]], _ shares: [Double]
    ) -> [ScenarioComparison.Figures] {
        guard let first = cases.first else { return [] }
        return first.indices.map { option in
            func mean(_ figure: (ScenarioComparison.Figures) -> Double) -> Double {
                zip(cases, shares).reduce(0) { $0 + $1.1 * figure($1.0[option]) }
            }
            return ScenarioComparison.Figures(
                totalCost: Twice { coverage in mean { $0.totalCost[coverage] } },
                netPresentValue: first[option].netPresentValue.map { _ in
                    Twice { coverage in mean { $0.netPresentValue?[coverage] ?? 0 } }
                }, rank: nil)
        }
    }
}

extension Study {
    /// Gives the assumptions of a scenario their values there; a series is scaled to begin with its value.
    ///
    /// - Throws: ``ProblemCode/unknownReference`` for an assumption that the study does not have,
    ///   ``ProblemCode/badSeries`` for a series that begins with 0.
    mutating func apply(_ scenario: Scenario) throws(Problem) {
        for value in scenario.values {
            guard let assumption = assumptions[value.assumption] else {
                throw Problem(
                    .unknownReference, "there is no assumption `\(value.assumption)`",
                    at: .part("scenario \(scenario.id)"),
                    because: "the scenario gives it a value",
                    hint: Suggestion.hint(for: value.assumption, among: assumptions.keys.sorted()))
            }
            assumptions[value.assumption] = try assumption.scaled(
                toBeginWith: value.value, in: self)
        }
    }
}
