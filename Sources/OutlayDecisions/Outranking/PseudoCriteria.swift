import OutlayProblems

/// The criteria of a table with the thresholds from which a difference counts, as ELECTRE III takes them.
///
/// A disadvantage up to q is none; from p on it is a full one; from the veto v on nothing makes up for it.
struct PseudoCriteria: Sendable {
    private let advantages: Advantages
    private let weights: [Double]
    private let thresholds: [Thresholds]

    private struct Thresholds: Sendable {
        let indifference: Double
        let strict: Double
        let veto: Double?
    }

    /// Reads the thresholds of `matrix`.
    ///
    /// - Throws: ``ProblemCode/tooLarge`` for more options than are distilled, ``ProblemCode/unknownChoice``
    ///   for a preference function without thresholds q and p.
    init(in matrix: DecisionMatrix) throws(Problem) {
        guard matrix.rowCount <= Distillation.largestCount else {
            throw Problem(
                .tooLarge, "\(matrix.rowCount) options are too many for ELECTRE III",
                because: "it takes at most \(Distillation.largestCount) options",
                hint: "drop options by knock-outs or by dominance first")
        }
        advantages = Advantages(in: matrix)
        weights = matrix.columns.map(\.weight)
        var thresholds: [Thresholds] = []
        for column in matrix.columns { thresholds.append(try Self.thresholds(of: column)) }
        self.thresholds = thresholds
    }

    private static func thresholds(of column: DecisionMatrix.Column) throws(Problem) -> Thresholds {
        let function = column.preference ?? .usual
        switch function.shape {
        case .usual: return Thresholds(indifference: 0, strict: 0, veto: column.veto)
        case .uShape, .vShape, .linear:
            return Thresholds(
                indifference: function.shape == .vShape ? 0 : function.indifference,
                strict: function.full, veto: column.veto)
        case .level, .gaussian:
            throw Problem(
                .unknownChoice,
                "the preference function of `\(column.name)` is "
                    + "`\(function.shape.rawValue)`", at: column.place,
                because:
                    "ELECTRE III takes usual, u-shape, v-shape and linear, which rise straight "
                    + "from an indifference to a preference threshold",
                hint: "give the thresholds of a linear one, or compare by PROMETHEE")
        }
    }

    /// Returns how far the criterion `column` supports that `first` is as good as `second`, 0 … 1.
    func concordance(_ first: Int, _ second: Int, on column: Int) -> Double {
        let (disadvantage, limits) = (
            advantages(second, over: first, on: column), thresholds[column]
        )
        if disadvantage <= limits.indifference { return 1 }
        if disadvantage >= limits.strict { return 0 }
        return (limits.strict - disadvantage) / (limits.strict - limits.indifference)
    }

    /// Returns how far the criterion `column` speaks against it, 0 … 1; 0 without a veto.
    func discordance(_ first: Int, _ second: Int, on column: Int) -> Double {
        let (disadvantage, limits) = (
            advantages(second, over: first, on: column), thresholds[column]
        )
        guard let veto = limits.veto, disadvantage > limits.strict else { return 0 }
        if disadvantage >= veto { return 1 }
        return (disadvantage - limits.strict) / (veto - limits.strict)
    }

    /// Returns how far all criteria support that `first` is as good as `second`, 0 … 1.
    func concordance(_ first: Int, _ second: Int) -> Double {
        guard first != second else { return 1 }
        let sum = weights.indices.reduce(0) { sum, column in
            sum + weights[column] * concordance(first, second, on: column)
        }
        return min(sum, 1)
    }

    /// Returns how credible it is that `first` is as good as `second`, 0 … 1.
    func credibility(_ first: Int, _ second: Int) -> Double {
        let concordance = concordance(first, second)
        guard first != second else { return 1 }
        return weights.indices.reduce(concordance) { credibility, column in
            let discordance = discordance(first, second, on: column)
            return discordance > concordance
                ? credibility * (1 - discordance) / (1 - concordance) : credibility
        }
    }
}
