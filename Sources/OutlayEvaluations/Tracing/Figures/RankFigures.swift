import OutlayDecisions
import OutlayEconomics
import OutlayProblems
import OutlayValues

/// The place of an option among the eligible ones: its rank, its score, and who dominates it.
enum RankFigures: FigureFamily {
    static func figures(of result: EvaluationResult) throws(Problem) -> [Figure] {
        result.options.flatMap { option -> [Figure] in
            let frame = OptionFrame(result: result, option: option)
            return [rank(frame), eligibility(frame), score(frame), dominated(frame)]
                .compactMap(\.self)
        }
    }

    // MARK: - Rank

    private static func rank(_ frame: OptionFrame) -> Figure {
        Figure(frame.name(.all, "rank"), "rank of \(frame.title)") { caption throws(Problem) in
            guard let rank = frame.option.rank else {
                return caption.explained(
                    FigureValue("not ranked"),
                    rule: frame.option.obstacle.map { "only what is eligible is ranked: \($0)" }
                        ?? "its value is not known")
            }
            let others = frame.result.options.filter {
                $0.decision.eligibility == .eligible && $0.option.id != frame.option.option.id
                    && $0.rank != nil
            }
            let parts = ([frame.option] + others).compactMap { basis(of: $0, frame.result) }
            let isByCost = frame.result.method == nil && frame.evaluation.decision.criteria.isEmpty
            let places = frame.currency.minorUnitPlaces
            let scores = parts.indices.map { index -> Formula in
                isByCost ? .rounded(.part(index), places: places) : .part(index)
            }
            return caption.explained(
                FigureValue(.exact(ExactDecimal(rank)), .rank),
                formula: .rank(
                    scores,
                    higherIsBetter: frame.result.method?.result.higherIsBetter ?? !isByCost),
                parts: parts,
                rule: "its place among the eligible options, by " + basisText(frame.result))
        }
    }

    private static func basisText(_ result: EvaluationResult) -> String {
        if let method = result.method { return method.choice.titleInSentence }
        guard result.evaluation.decision.criteria.isEmpty else { return "value" }
        return result.evaluation.comparisonBasis == .presentValue
            ? "total cost of ownership" : "equivalent annual cost"
    }

    /// Returns what an option is ranked by, as a part.
    private static func basis(
        of option: OptionResult, _ result: EvaluationResult
    ) -> Explanation.Part? {
        let id = option.option.id
        if result.method != nil {
            return option.score.map {
                Explanation.Part(
                    "score of \(id)", FigureValue(.real($0), .ratio),
                    FigureName([.stated(id), "score"]))
            }
        }
        guard result.evaluation.decision.criteria.isEmpty else {
            return ValueFigures.part(of: option)
        }
        return result.comparedCostPart(of: option)
    }

    private static func eligibility(_ frame: OptionFrame) -> Figure {
        Figure(frame.name(.all, "eligibility"), "whether \(frame.title) may be chosen") {
            caption throws(Problem) in
            let decision = frame.option.decision
            let knockOuts = zip(frame.evaluation.decision.knockOuts, decision.knockOuts).map {
                knockOut, outcome in
                Explanation.Part(
                    knockOut.id, RequirementFigures.value(of: outcome),
                    frame.name(.all, "knock_outs", .stated(knockOut.id)))
            }
            let minimums = decision.minimums.map { minimum in
                Explanation.Part(
                    "minimum of \(minimum.criterion)", FigureValue(minimum.outcome.rawValue),
                    frame.name(.all, "minimums", .stated(minimum.criterion)))
            }
            return caption.explained(
                FigureValue(decision.eligibility.rawValue), parts: knockOuts + minimums,
                rule: "eligible where every knock-out is passed and every minimum reached")
        }
    }

    private static func score(_ frame: OptionFrame) -> Figure? {
        guard let method = frame.result.method, let score = frame.option.score else { return nil }
        return Figure(
            frame.name(.all, "score"), "score of \(frame.title) by \(method.choice.titleInSentence)"
        ) { caption throws(Problem) in
            caption.explained(
                FigureValue(.real(score), .ratio),
                rule: "\(method.descriptor.title); `outlay compare --explain` shows its steps")
        }
    }

    // MARK: - Dominance

    private static func dominated(_ frame: OptionFrame) -> Figure? {
        guard frame.evaluation.hasLines, frame.option.decision.eligibility == .eligible,
            frame.option.decision.range != nil
        else { return nil }
        return Figure(
            frame.name(.all, "dominated"),
            "whether another eligible option dominates \(frame.title)"
        ) { caption throws(Problem) in
            guard let better = frame.option.dominatedBy.flatMap(frame.result.option) else {
                return caption.explained(
                    FigureValue("no"),
                    rule: "no other eligible option is worth at least as much and costs at most as "
                        + "much, one of them strictly")
            }
            let options = [better, frame.option]
            return caption.explained(
                FigureValue("by \(better.option.id)"),
                parts: options.compactMap(ValueFigures.part)
                    + options.map { frame.result.comparedCostPart(of: $0) },
                rule: "\(better.option.title) is worth at least as much and costs at most as much")
        }
    }
}
