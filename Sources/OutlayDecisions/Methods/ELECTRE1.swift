import OutlayProblems

/// The elimination and choice method: the options that suffice to outrank all the others.
///
/// One option outranks another where the criteria on which it is at least as good have enough weight, and on
/// no criterion it is too much worse. The kernel, which a remark names, is the method's answer; options
/// that outrank one another in a circle count as one. The scores only put the options in some order: how
/// many others each outranks less how many outrank it.
public struct ELECTRE1: ScoringMethod {
    /// The least concordance that an outranking needs, 0.5 … 1.
    public let concordanceThreshold: Double
    /// The largest discordance that an outranking may have, 0 … 1.
    public let discordanceThreshold: Double

    /// Creates the method with its usual thresholds, 0.65 and 0.35.
    public init() {
        concordanceThreshold = 0.65
        discordanceThreshold = 0.35
    }

    /// Creates the method with the settings `concordance` and `discordance`.
    public init(settings: MethodSettings) throws(Problem) {
        concordanceThreshold = try settings.number(for: Self.concordanceSetting)
        discordanceThreshold = try settings.number(for: Self.discordanceSetting)
    }

    /// The stated scale, which discordance is a share of, and the veto.
    public var columnInputs: Set<ColumnInput> { [.scale, .veto] }

    /// Returns how many others each option outranks less how many outrank it, with the kernel and the
    /// circles as remarks.
    ///
    /// - Throws: ``ProblemCode/tooLarge`` for more pairs than the tables hold.
    /// - Complexity: O(*n*² *m* + *n*³ / 64) in the number of options and criteria.
    public func scores(of matrix: DecisionMatrix) throws(Problem) -> MethodResult {
        let graph = try graph(of: matrix)
        let kernel =
            graph.count == 0 ? [] : [MethodRemark("the kernel", options: graph.kernel)]
        return MethodResult(
            scores: graph.balances.map(Double.init), higherIsBetter: true,
            remarks: kernel
                + graph.circles.map {
                    MethodRemark("outrank one another in a circle and count as one", options: $0)
                })
    }

    /// Returns for each pair the weight of the criteria on which the first option is at least as good,
    /// 0 … 1; 1 for an option with itself.
    ///
    /// - Throws: ``ProblemCode/tooLarge`` for more pairs than the tables hold.
    /// - Complexity: O(*n*² *m*) in the number of options and criteria.
    public func concordance(of matrix: DecisionMatrix) throws(Problem) -> PairTable {
        try PairTable.requireRoom(for: matrix, tables: Self.tables)
        let advantages = Advantages(in: matrix)
        let weights = matrix.columns.map(\.weight)
        return PairTable(count: matrix.rowCount) { first, second in
            guard first != second else { return 1 }
            return weights.indices.reduce(0) { sum, column in
                advantages(first, over: second, on: column) >= 0 ? sum + weights[column] : sum
            }
        }
    }

    /// Returns for each pair the largest disadvantage of the first option as a share of its criterion's
    /// scale, stated or else from the ends of the table; 0 where it has none, above 1 off a stated scale.
    ///
    /// A criterion without weight has no part in it.
    ///
    /// - Throws: ``ProblemCode/tooLarge`` for more pairs than the tables hold.
    /// - Complexity: O(*n*² *m*) in the number of options and criteria.
    public func discordance(of matrix: DecisionMatrix) throws(Problem) -> PairTable {
        try PairTable.requireRoom(for: matrix, tables: Self.tables)
        let advantages = Advantages(in: matrix)
        let widths = zip(matrix.columns, matrix.columnEnds()).map { column, ends in
            column.scale.map { ($0.best - $0.worst).magnitude } ?? (ends.high - ends.low)
        }
        let counted = widths.indices.filter { matrix.columns[$0].weight > 0 }
        return PairTable(count: matrix.rowCount) { first, second in
            counted.reduce(0) { largest, column in
                let disadvantage = advantages(second, over: first, on: column)
                return disadvantage > 0 ? max(largest, disadvantage / widths[column]) : largest
            }
        }
    }

    /// Returns which options outrank which, their circles and the kernel.
    ///
    /// The indices are compared with the thresholds after rounding to 1e-9. A disadvantage that reaches the
    /// veto threshold of its criterion rules an outranking out whatever the discordance threshold.
    ///
    /// - Throws: ``ProblemCode/tooLarge`` for more pairs than the tables hold.
    /// - Complexity: O(*n*² *m* + *n*³ / 64) in the number of options and criteria.
    public func graph(of matrix: DecisionMatrix) throws(Problem) -> OutrankingGraph {
        let (concordance, discordance) = (
            try concordance(of: matrix), try discordance(of: matrix)
        )
        let advantages = Advantages(in: matrix)
        let vetoes = matrix.columns.enumerated().compactMap { index, column in
            column.veto.map { (index, $0) }
        }
        let (least, largest) = (
            Ranking.rounded(concordanceThreshold), Ranking.rounded(discordanceThreshold)
        )
        return OutrankingGraph(count: matrix.rowCount) { first, second in
            Ranking.rounded(concordance[first, second]) >= least
                && Ranking.rounded(discordance[first, second]) <= largest
                && !vetoes.contains { advantages(second, over: first, on: $0) >= $1 }
        }
    }

    /// Returns concordance, discordance, the relation, the kernel and the scores.
    ///
    /// - Throws: ``ProblemCode/tooLarge`` for more pairs than the tables hold.
    public func steps(for matrix: DecisionMatrix) throws(Problem) -> [MethodStep] {
        let graph = try graph(of: matrix)
        let kernel = Set(graph.kernel)
        return [
            MethodStep(
                "c(a,b)", "concordance: weight of the criteria on which a is no worse than b",
                .pairs(try concordance(of: matrix).values)),
            MethodStep(
                "d(a,b)",
                "discordance: largest disadvantage of a against b, as a share of the scale",
                .pairs(try discordance(of: matrix).values)),
            MethodStep(
                "a S b", "1 where a outranks b", .pairs(graph.outranks.map { $0 ? 1 : 0 })),
            MethodStep(
                "K(a)", "1 where a is in the kernel",
                .options((0..<graph.count).map { kernel.contains($0) ? 1 : 0 })),
            MethodStep(
                "n(a)", "options that a outranks less options that outrank a",
                .options(graph.balances.map(Double.init))),
        ]
    }

    /// Concordance, discordance and the relation are held at once.
    private static let tables = 3

    private static let concordanceSetting = MethodSetting(
        "concordance", "the least weight of the criteria that speak for an outranking",
        .number(0.5...1, default: 0.65))
    private static let discordanceSetting = MethodSetting(
        "discordance", "the largest disadvantage, as a share of the scale, that it may have",
        .number(0...1, default: 0.35))

    /// What readers see of the method.
    public static let descriptor = MethodDescriptor(
        identifier: "electre-1",
        title: "ELECTRE I",
        formula:
            "a S b where c(a,b) >= concordance, d(a,b) <= discordance and no disadvantage of a "
            + "reaches a veto; c(a,b) = sum of w(j) over the criteria j on which a is no worse than b; "
            + "d(a,b) = the largest of (x(b,j) − x(a,j)) / (best(j) − worst(j)), 0 or more; the kernel "
            + "outranks all other options and within it none another; n(a) = options a outranks less "
            + "options that outrank a",
        whenToUse:
            "a few options are to be kept for a closer look, and none with a grave weakness may "
            + "rule out another",
        whenNotTo:
            "a ranking is wanted: the scores only count outrankings; or nobody can say which "
            + "thresholds hold, as the kernel hangs on them",
        source: PublishedSource(
            author: "B. Roy",
            title:
                "Classement et choix en présence de points de vue multiples (la méthode ELECTRE), "
                + "RIRO 2 (8), 57-75; the veto as in J. Figueira, V. Mousseau, B. Roy, ELECTRE "
                + "methods, 2005",
            year: 1968),
        inputs: [.weight, .direction, .scale, .veto],
        settings: [concordanceSetting, discordanceSetting],
        promises: [.units, .dominance],
        example: WorkedExample(
            origin:
                "By hand: c(A,B) = 0.7 and d(A,B) = 0.2, so that A outranks B; c(A,C) and c(B,C) "
                + "are 0.7 too, but C is ahead by 1.0 and 0.8 of the scale on C2; all other c are 0.3. "
                + "The kernel is A and C",
            options: ["A", "B", "C"],
            columns: [("C1", 0.7), ("C2", 0.3)].map { name, weight in
                DecisionMatrix.Column(
                    name: name, direction: .higher, weight: weight,
                    scale: DecisionMatrix.Scale(worst: 0, best: 10))
            },
            rows: [[9, 0], [6, 2], [5, 10]],
            scores: [1, -1, 0],
            tolerance: 1e-12))
}
