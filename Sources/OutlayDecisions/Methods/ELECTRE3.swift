import OutlayProblems

/// The elimination and choice method with thresholds: a ranking by credible outranking.
///
/// Each criterion's preference function gives the indifference threshold q and the preference threshold p,
/// its veto the veto threshold v; without a function both are 0, without a veto nothing rules an
/// outranking out. ``Distillation`` draws two rankings from the credibilities; the scores are the middle of
/// an option's two ranks, and a remark names each pair that the two put in opposite order.
public struct ELECTRE3: ScoringMethod {
    /// The difference of credibility that counts.
    public let discrimination: Distillation.Discrimination

    /// Creates the method with the usual discrimination, 0.30 − 0.15 λ.
    public init() { discrimination = Distillation.Discrimination() }

    /// Creates the method with the settings `discrimination-at-0` and `discrimination-at-1`.
    public init(settings: MethodSettings) throws(Problem) {
        discrimination = Distillation.Discrimination(
            atNone: try settings.number(for: Self.atNoneSetting),
            atFull: try settings.number(for: Self.atFullSetting))
    }

    /// The thresholds of the preference function, and the veto.
    public var columnInputs: Set<ColumnInput> { [.preference, .veto] }

    /// Returns the middle of each option's two ranks, less being better, with remarks on the unbeaten
    /// options and on each pair that is not comparable.
    ///
    /// - Throws: ``ProblemCode/tooLarge`` for more than 500 options, ``ProblemCode/unknownChoice`` for a
    ///   `level` or `gaussian` preference function, which has no thresholds q and p.
    /// - Complexity: O(*n*² *m* + *n*³) in the number of options and criteria.
    public func scores(of matrix: DecisionMatrix) throws(Problem) -> MethodResult {
        let distillation = try distillation(of: matrix)
        return MethodResult(
            scores: distillation.medianRanks, higherIsBetter: false,
            remarks: distillation.preorder.remarks)
    }

    /// Returns for each pair how far the criteria support that the first option is as good as the second,
    /// 0 … 1; 1 for an option with itself.
    ///
    /// - Throws: ``ProblemCode/tooLarge`` for more than 500 options, ``ProblemCode/unknownChoice`` for a
    ///   `level` or `gaussian` preference function.
    /// - Complexity: O(*n*² *m*) in the number of options and criteria.
    public func concordance(of matrix: DecisionMatrix) throws(Problem) -> PairTable {
        let pseudoCriteria = try PseudoCriteria(in: matrix)
        return PairTable(count: matrix.rowCount) { pseudoCriteria.concordance($0, $1) }
    }

    /// Returns for each pair how credible it is that the first option is as good as the second, 0 … 1; 1
    /// for an option with itself.
    ///
    /// - Throws: ``ProblemCode/tooLarge`` for more than 500 options, ``ProblemCode/unknownChoice`` for a
    ///   `level` or `gaussian` preference function.
    /// - Complexity: O(*n*² *m*) in the number of options and criteria.
    public func credibility(of matrix: DecisionMatrix) throws(Problem) -> PairTable {
        let pseudoCriteria = try PseudoCriteria(in: matrix)
        return PairTable(count: matrix.rowCount) { pseudoCriteria.credibility($0, $1) }
    }

    /// Returns the two rankings drawn from the credibilities.
    ///
    /// - Throws: What ``credibility(of:)`` throws.
    /// - Complexity: O(*n*² *m* + *n*³) in the number of options and criteria.
    public func distillation(of matrix: DecisionMatrix) throws(Problem) -> Distillation {
        try Distillation(of: credibility(of: matrix), discrimination: discrimination)
    }

    /// Returns concordance and discordance by criterion, concordance, credibility and the three rankings.
    ///
    /// - Throws: What ``credibility(of:)`` throws.
    public func steps(for matrix: DecisionMatrix) throws(Problem) -> [MethodStep] {
        let pseudoCriteria = try PseudoCriteria(in: matrix)
        try PairTable.requireRoom(for: matrix, tables: 2 * matrix.columns.count + 2)
        let distillation = try distillation(of: matrix)
        let preorder = distillation.preorder
        func pairs(_ value: (Int, Int) -> Double) -> MethodStep.Content {
            .pairs(PairTable(count: matrix.rowCount, value: value).values)
        }
        let concordances = matrix.columns.enumerated().map { index, column in
            MethodStep(
                "c(\(index + 1); a,b)", "concordance of a over b on `\(column.name)`",
                pairs { pseudoCriteria.concordance($0, $1, on: index) })
        }
        let discordances = matrix.columns.enumerated().compactMap { index, column in
            column.veto.map { _ in
                MethodStep(
                    "D(\(index + 1); a,b)", "discordance of a over b on `\(column.name)`",
                    pairs { pseudoCriteria.discordance($0, $1, on: index) })
            }
        }
        return concordances + [
            MethodStep(
                "C(a,b)", "concordance of a over b", pairs { pseudoCriteria.concordance($0, $1) })
        ] + discordances + [
            MethodStep(
                "S(a,b)", "credibility that a outranks b",
                pairs { pseudoCriteria.credibility($0, $1) }),
            MethodStep(
                "r1(a)", "rank descending", .options(preorder.firstRanks.map(Double.init))),
            MethodStep(
                "r2(a)", "rank ascending", .options(preorder.secondRanks.map(Double.init))),
            MethodStep("r(a)", "median rank", .options(distillation.medianRanks)),
        ]
    }

    private static let atNoneSetting = MethodSetting(
        "discrimination-at-0", "the difference of credibility that counts where credibility is 0",
        .number(0.01...1, default: 0.30))
    private static let atFullSetting = MethodSetting(
        "discrimination-at-1", "the difference of credibility that counts where credibility is 1",
        .number(0.01...1, default: 0.15))

    /// What readers see of the method.
    public static let descriptor = MethodDescriptor(
        identifier: "electre-3",
        title: "ELECTRE III",
        formula: "S(a,b) = C(a,b) times, for each criterion with D(j) > C, (1 − D(j)) / (1 − C); "
            + "C(a,b) = sum of w(j) · c(j); c(j) falls from 1 at a disadvantage of q to 0 at p, D(j) "
            + "rises from 0 at p to 1 at the veto v; two distillations of S rank descending and "
            + "ascending; r(a) is the middle of the two ranks, less is better. A draw keeps the best "
            + "(or worst) by how many options each outranks less how many outrank it, where a outranks "
            + "b if S(a,b) is above the cut and S(a,b) − S(b,a) above s(S(a,b)), s running from "
            + "discrimination-at-0 to discrimination-at-1; the cut falls until one option is left or "
            + "it is 0",
        whenToUse:
            "performances are uncertain enough that small differences mean nothing, and a grave "
            + "weakness must not be made up for",
        whenNotTo:
            "the ranking has to be explained in a sentence, options may be added or withdrawn, "
            + "or thresholds cannot be stated: all three change the order",
        source: PublishedSource(
            author: "B. Roy",
            title:
                "ELECTRE III: un algorithme de classements fondé sur une représentation floue des "
                + "préférences en présence de critères multiples, Cahiers du CERO 20 (1), 3-24; "
                + "distillation as in J. Figueira, V. Mousseau, B. Roy, ELECTRE methods, 2005",
            year: 1978),
        inputs: [.weight, .direction, .preference, .veto],
        settings: [atNoneSetting, atFullSetting],
        promises: [.units, .dominance],
        example: WorkedExample(
            origin: "By hand: q = 1, p = 3, v = 5 and equal weights. A is 4 behind on the second "
                + "criterion, so that C(A,B) = 0.5 = D and S(A,B) = 0.5; B is 2 behind on the first, so "
                + "that S(B,A) = 0.75; the difference is above s(0.75) = 0.1875, and B is first in both "
                + "rankings",
            options: ["A", "B"],
            columns: ["C1", "C2"].map {
                DecisionMatrix.Column(
                    name: $0, direction: .higher, weight: 0.5,
                    preference: PreferenceFunction(.linear, indifference: 1, strict: 3), veto: 5)
            },
            rows: [[6, 1], [4, 5]],
            scores: [2, 1],
            tolerance: 1e-12))
}
