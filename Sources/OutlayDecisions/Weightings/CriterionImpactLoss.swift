import OutlayProblems

/// Weights by what each criterion loses where another one is at its best (CILOS).
public enum CriterionImpactLoss: Weighting {
    /// Returns the weights.
    ///
    /// Where several options are the best on a criterion, the first of them stands for it. A criterion that
    /// loses nothing wherever another is best takes the whole weight, which a remark says.
    ///
    /// - Complexity: O(*m* *n* + *n*³) for *m* options on *n* criteria.
    public static func weights(
        of criteria: [String], from evidence: WeightingEvidence
    ) throws(Problem) -> DerivedWeights {
        let table = try SpreadTable(evidence, of: criteria, for: Self.self)
        let shares = try shares(of: table)
        let remarks = zip(criteria, shares).filter { $0.1 == 1 && criteria.count > 1 }.map {
            "`\($0.0)` loses nothing wherever another criterion is best, and takes the whole weight"
        }
        return try DerivedWeights(shares, remarks: remarks, orBecause: "shares total 1")
    }

    /// Returns the null vector of F, which totals 1.
    ///
    /// - Throws: ``ProblemCode/outOfRange`` for a performance that the formula cannot take, and
    ///   ``ProblemCode/weightTotal`` where F leaves more than one choice.
    static func shares(of table: SpreadTable) throws(Problem) -> [Double] {
        try table.require(
            { $0 >= 0 }, because: "the formula takes shares of numbers of 0 or more")
        for (index, column) in table.columns.enumerated() where column.direction == .lower {
            guard let row = column.values.firstIndex(of: 0) else { continue }
            throw table.matrix.refusal(
                ofCell: row * table.columns.count + index,
                because: "where less is better the formula divides by it")
        }
        try table.requireColumns(
            { $0.high > 0 }, "is 0 throughout", because: "the formula divides by its best")
        // Where less is better min / x takes the place of x; the best is then the largest throughout.
        let figures = table.columns.map { column in
            column.direction == .higher ? column.values : column.values.map { column.low / $0 }
        }
        let largest = figures.map { $0.reduce(0, max) }
        let best = zip(figures, largest).map { $0.firstIndex(of: $1) ?? 0 }
        let losses = best.map { row in
            zip(figures, largest).map { ($1 - $0[row]) / $1 }
        }
        return try nullVector(of: losses, names: table.columns.map(\.name))
    }

    /// Returns the q of total 1 with Σ over j of p(i,j) q(j) = q(i) Σ over k of p(k,i).
    ///
    /// This is where a walk rests that goes from j to i at the rate p(i,j). Rates are only added, multiplied
    /// and divided, so that no digit is lost to cancellation.
    ///
    /// - Source: W. K. Grassmann, M. I. Taksar, D. P. Heyman, "Regenerative analysis and steady state
    ///   distributions for Markov chains", Operations Research 33 (5), 1985.
    private static func nullVector(
        of losses: [[Double]], names: [String]
    ) throws(Problem) -> [Double] {
        let resting = try restingClass(of: losses, names: names)
        // rates[a][b] leads from the a-th to the b-th of the class.
        var rates = resting.map { from in resting.map { losses[$0][from] } }
        for last in rates.indices.dropFirst().reversed() {
            let total = (0..<last).reduce(0) { $0 + rates[last][$1] }
            for from in 0..<last {
                rates[from][last] /= total
                for other in 0..<last where other != from {
                    rates[from][other] += rates[from][last] * rates[last][other]
                }
            }
        }
        var within = [Double](repeating: 0, count: resting.count)
        for index in within.indices {
            within[index] =
                index == 0 ? 1 : (0..<index).reduce(0) { $0 + within[$1] * rates[$1][index] }
        }
        let total = within.reduce(0, +)
        var shares = [Double](repeating: 0, count: losses.count)
        for (index, share) in zip(resting, within) { shares[index] = share / total }
        return shares
    }

    /// Returns the criteria among which weight stays once it is there.
    private static func restingClass(
        of losses: [[Double]], names: [String]
    ) throws(Problem) -> [Int] {
        let reach = names.indices.map { start in
            var (reached, open): (Set<Int>, [Int]) = ([start], [start])
            while let from = open.popLast() {
                for other in names.indices
                where other != from && losses[other][from] > 0 && reached.insert(other).inserted {
                    open.append(other)
                }
            }
            return reached
        }
        let classes = Set(
            names.indices.filter { start in reach[start].allSatisfy { reach[$0].contains(start) } }
                .map { reach[$0].sorted() })
        guard classes.count == 1, let only = classes.first else {
            let first = classes.compactMap(\.first).sorted().map { "`\(names[$0])`" }
            throw Problem(
                .weightTotal, "the losses leave more than one choice of weights",
                because: "\(first.list("and")) lose nothing to each other, wherever one is best",
                hint: "leave out criteria on which all options perform alike, or weigh by `entropy`"
            )
        }
        return only
    }

    static let publishedCriteria = ["C1", "C2", "C3", "C4"]
    static let publishedTable = WeightingExample.Input.rows(
        [[3, 100, 10, 7], [2.5, 80, 8, 5], [1.8, 50, 20, 11], [2.2, 70, 12, 9]],
        directions: [.lower, .higher, .lower, .higher])

    /// What readers see of the weighting.
    public static let descriptor = WeightingDescriptor(
        identifier: "cilos",
        title: "CILOS",
        kind: .data,
        formula:
            "F q = 0, q totalling 1; F(i,j) = p(i,j), F(j,j) = −sum over i of p(i,j); p(i,j) = "
            + "(a(j,j) − a(i,j)) / a(j,j), a(i,j) the performance on j of the option that is best on i, "
            + "min / x where less is better",
        whenToUse: "nobody states preferences and criteria that suffer little elsewhere are to "
            + "count more",
        whenNotTo:
            "anybody has preferences; or all options perform alike on a criterion, which then "
            + "takes the whole weight",
        source: PublishedSource(
            author: "E. K. Zavadskas, V. Podvezko",
            title: "Integrated determination of objective criteria weights in MCDM, International "
                + "Journal of Information Technology & Decision Making 15 (2)",
            year: 2016),
        example: WeightingExample(
            origin: "The source's own example; printed 0.3343, 0.2199, 0.1957, 0.2501",
            criteria: publishedCriteria, input: publishedTable,
            weights: [0.3343, 0.2199, 0.1957, 0.2501], tolerance: 1e-4))
}
