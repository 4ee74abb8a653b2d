import OutlayDecisions
import OutlayProblems
import OutlayValues

/// What readers must know of values: what is missing in them, what is unknown, and where the choice is weak.
extension Findings {
    /// Whether any criterion has a minimum.
    var hasMinimums: Bool { result.decision.criteria.positions.contains { $0.minimum != nil } }

    /// What an option must do to be eligible, such as "passes every knock-out".
    var demand: String {
        let hasKnockOuts = !evaluation.decision.knockOuts.isEmpty
        return [
            hasKnockOuts || !hasMinimums ? "passes every knock-out" : nil,
            hasMinimums ? "reaches every minimum" : nil,
        ]
        .compactMap(\.self).list("and")
    }

    /// Returns what keeps an option from being judged, in words.
    func unknowns(of option: OptionResult) throws(Problem) -> String {
        let knockOuts = zip(evaluation.decision.knockOuts, option.decision.knockOuts)
            .filter { $0.1 == .unknown }.map(\.0.id)
        let minimums = option.decision.minimums.filter { $0.outcome == .unknown }
        let silent = minimums.filter { $0.found == nil }.map(\.criterion)
        var reasons: [String] = []
        if !(knockOuts + silent).isEmpty {
            reasons.append("nothing is known about \((knockOuts + silent).joined(separator: ", "))")
        }
        for minimum in minimums {
            guard let found = minimum.found else { continue }
            reasons.append(
                "\(minimum.criterion) is worth \(try points(found)) and needs \(minimum.needed)")
        }
        return reasons.joined(separator: "; ")
    }

    func missingPerformances() throws(Problem) -> [Problem] {
        var findings: [Problem] = []
        for option in result.options where !option.decision.missing.isEmpty {
            let missing = option.decision.missing.joined(separator: ", ")
            let (code, summary): (ProblemCode, String)
            switch evaluation.decision.missing {
            case .refuse: continue
            case .worst: (code, summary) = (.assumedWorst, "is scored worst where nothing is known")
            case .bounds:
                guard let range = option.decision.range else { continue }
                (code, summary) = (.openValue, "is worth \(try points(range))")
            }
            findings.append(
                Problem(
                    code, "\(option.option.title) \(summary)", at: place(option.option),
                    because: "no performance on \(missing)",
                    hint: "find out and add it under `performance`"))
        }
        return findings
    }

    /// Returns where the choice is weak: the recommended option, or else those of rank 1.
    func weaknesses() throws(Problem) -> [Problem] {
        let chosen =
            result.recommended.map { [$0] } ?? result.options.filter { $0.rank == 1 }
        var findings: [Problem] = []
        for option in chosen {
            guard let weakest = option.decision.weakest, weakest.isWeak else { continue }
            let title =
                result.decision.criteria.positions
                .first { $0.id == weakest.criterion }?.title ?? weakest.criterion
            findings.append(
                Problem(
                    .weakCriterion, "\(option.option.title) is weak on \(title)",
                    at: place(option.option),
                    because: "its value there is \(try points(weakest.value)), below "
                        + "\(evaluation.decision.weakBelow)",
                    hint: "accept that knowingly, or give the criterion a `minimum`"))
        }
        return findings
    }

    /// Returns a range of values in words: `62.0–77.0`, or one number where it is known.
    func points(_ range: ValueRange) throws(Problem) -> String {
        guard range.known == nil else { return try points(range.low) }
        return "\(try points(range.low))–\(try points(range.high))"
    }
}
