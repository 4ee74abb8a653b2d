import OutlayDecisions
import OutlayProblems
import OutlayValues

/// What readers must know of derived weights.
enum WeightFindings {
    /// Returns a warning for each level whose comparisons contradict each other or whose weights come from data.
    static func all(_ weightings: [LevelWeighting]) -> [Problem] {
        weightings.flatMap { [inconsistency(of: $0), origin(of: $0)].compactMap(\.self) }
    }

    private static func inconsistency(of weighting: LevelWeighting) -> Problem? {
        guard case .pairwise(let consistency)? = weighting.weights.consistency,
            consistency.isDoubtful, let ratio = consistency.ratio
        else { return nil }
        let worst = consistency.worst.map { deviation in
            let stated = deviation.stated
            return "`\(stated.of)` over `\(stated.over)` is \(text(stated.ratio, 2)), "
                + "the weights say \(text(deviation.implied, 2))"
        }
        return Problem(
            .inconsistentComparisons,
            "the comparisons of \(weighting.place) contradict each other", at: place(of: weighting),
            because: "their consistency ratio \(text(ratio, 3)) is above 0.10; "
                + worst.joined(separator: "; "),
            hint: "ask again about these")
    }

    private static func origin(of weighting: LevelWeighting) -> Problem? {
        guard let warning = weighting.method.warning else { return nil }
        return Problem(
            .weightsFromData,
            "the weights of \(weighting.place) come from the options at hand",
            at: place(of: weighting),
            because: "`\(weighting.method.identifier)` weighs by their performances; \(warning)",
            hint: "state weights, and keep these for comparison")
    }

    private static func place(of weighting: LevelWeighting) -> Location? {
        weighting.group.map { .part("criterion \($0)") }
    }

    /// Returns `number` with at most `places` decimals.
    static func text(_ number: Double, _ places: Int) -> String {
        (try? ExactDecimal(nearest: number, places: places))?.description ?? "\(number)"
    }
}

extension Evaluation {
    /// What readers must know of the weights that were derived.
    public var weightFindings: [Problem] { WeightFindings.all(weightings) }

    /// Returns what readers must know of derived weights, where there is no evaluation.
    public static func weightFindings(of weightings: [LevelWeighting]) -> [Problem] {
        WeightFindings.all(weightings)
    }
}
