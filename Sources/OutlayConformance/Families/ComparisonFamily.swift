import Outlay

/// Weights from comparisons: in pairs, and with the best and the worst criterion.
enum ComparisonFamily: Family {
    static let checks: [String: Check] = [
        "ahp.priorities": { try checkPriorities($0) },
        "ahp.incomplete": { try checkIncomplete($0) },
        "ahp.hierarchy": { try checkHierarchy($0) },
        "ahp.group": { try checkGroup($0) },
        "bwm.linear": { try checkBestWorst($0, by: "best-worst") },
        "bwm.nonlinear": { try checkBestWorst($0, by: "best-worst-nonlinear") },
    ]

    private static func checkPriorities(_ known: KnownCase) throws {
        let rows = try known.input.required("matrix").table()
        if let exact = known.input.given("matrix_text") {
            try requireSame(rows, try exact.fractionTable())
        }
        let matrix = try PairwiseMatrix(items: items(known, count: rows.count), rows: rows)
        try requireRandomIndex(known, count: rows.count)
        let weights = try matrix.priorities(by: .eigenvector)
        try known.compare("weights", .numbers(weights.shares))
        try known.compare(
            "weights_geometric", .numbers(try matrix.priorities(by: .geometricMean).shares))
        try compareConsistency(known, weights)
    }

    private static func compareConsistency(_ known: KnownCase, _ weights: DerivedWeights) throws {
        guard case .pairwise(let consistency)? = weights.consistency else {
            throw CaseFault.unsupported("the library gives no consistency")
        }
        try known.compare("lambda_max", .optional(consistency.principalEigenvalue))
        try known.compare("consistency_index", .optional(consistency.index))
        try known.compare("consistency_ratio", .optional(consistency.ratio))
        try known.compare("acceptable", .flag(!consistency.isDoubtful))
    }

    /// Throws where the case divides by another random index than the library.
    private static func requireRandomIndex(_ known: KnownCase, count: Int) throws {
        if let stated = try known.params.given("random_index")?.number() {
            guard let own = PairwiseConsistency.randomIndex(count),
                (own - stated).magnitude < 1e-9
            else {
                throw CaseFault.unsupported("the random index \(stated) is not the library's")
            }
        }
        if let table = try known.params.given("random_index_table")?.text() {
            guard table.hasPrefix("Saaty") else {
                throw CaseFault.unsupported("the table of random indices is `\(table)`")
            }
        }
    }

    private static func requireSame(_ rows: [[Double]], _ exact: [[Double]]) throws {
        let isSame =
            rows.map(\.count) == exact.map(\.count)
            && zip(rows.joined(), exact.joined()).allSatisfy { ($0 - $1).magnitude < 1e-12 }
        guard isSame else { throw CaseFault.faulty("`matrix` and `matrix_text` differ") }
    }

    private static func checkIncomplete(_ known: KnownCase) throws {
        let items = try known.input.required("items").texts()
        var comparisons: [Comparison] = []
        for item in try known.input.required("known").list() {
            let fields = try Fields(item.node, place: item.place)
            let (i, j) = (
                try fields.required("i").integer(), try fields.required("j").integer()
            )
            guard items.indices.contains(i), items.indices.contains(j) else {
                throw CaseFault.faulty("`\(item.place)` compares no items of the case")
            }
            comparisons.append(
                Comparison(
                    of: items[i], over: items[j], try fields.required("ratio").fraction()))
            try fields.requireNothingLeft()
        }
        let weights = try PairwiseMatrix(items: items, comparisons: comparisons).priorities()
        try known.compare("weights", .numbers(weights.shares))
    }

    private static func checkHierarchy(_ known: KnownCase) throws {
        let criteria = try matrix(known.input.required("criteria_matrix_text"), "c")
        var parts: [PairwiseHierarchy] = []
        for item in try known.input.required("alternative_matrices_text").list() {
            parts.append(.options(try matrix(item, "a")))
        }
        let hierarchy = PairwiseHierarchy.parts(criteria, parts)
        let scores = try hierarchy.shares(by: .eigenvector)
        try known.compare("criteria_weights", .numbers(try criteria.priorities().shares))
        try known.compare("scores", .numbers(scores))
        try known.compare(
            "scores_column_mean", .numbers(try hierarchy.shares(by: .columnMean)))
        try known.compare("ranking", .counts(Ranking.competition(scores: scores)))
    }

    private static func checkGroup(_ known: KnownCase) throws {
        var judges: [PairwiseMatrix] = []
        for item in try known.input.required("judges_text").list() {
            judges.append(try matrix(item, "c"))
        }
        let mean = try PairwiseMatrix.groupMean(of: judges)
        let weights = try mean.priorities()
        try known.compare("matrix", mean.completeRows.map { .table($0) } ?? .none)
        try known.compare("weights", .numbers(weights.shares))
        try compareConsistency(known, weights)
    }

    private static func checkBestWorst(_ known: KnownCase, by identifier: String) throws {
        let bestToOthers = try known.input.required("best_to_others").numbers()
        let othersToWorst = try known.input.required("others_to_worst").numbers()
        let criteria = bestToOthers.indices.map { "c\($0)" }
        guard othersToWorst.count == criteria.count else {
            throw CaseFault.faulty("the two lists of comparisons differ in length")
        }
        // The best counts once as much as itself, the worst too, and both lists agree on the two.
        let pairs = criteria.indices.flatMap { best in criteria.indices.map { (best, $0) } }
        guard
            let (best, worst) = pairs.first(where: { best, worst in
                best != worst && bestToOthers[best] == 1 && othersToWorst[worst] == 1
                    && bestToOthers[worst] == othersToWorst[best]
            })
        else { throw CaseFault.faulty("no criterion is the best, or none the worst") }
        let statement = BestWorstStatement(
            best: criteria[best], worst: criteria[worst],
            bestToOthers: Dictionary(uniqueKeysWithValues: zip(criteria, bestToOthers)),
            othersToWorst: Dictionary(uniqueKeysWithValues: zip(criteria, othersToWorst)))
        let weights = try AllWeightings.weighting(named: identifier)
            .weights(of: criteria, from: .bestWorst(statement))
        guard case .bestWorst(let consistency)? = weights.consistency else {
            throw CaseFault.unsupported("the library gives no consistency")
        }
        try known.compare("weights", .numbers(weights.shares))
        try known.compare("weights_exact", .numbers(weights.shares))
        try known.compare("xi", .number(consistency.deviation))
        try known.compare("xi_exact", .number(consistency.deviation))
        if let index = try known.params.given("consistency_index")?.number(), consistency.ratio > 0
        {
            guard (consistency.deviation / consistency.ratio - index).magnitude < 1e-9 else {
                throw CaseFault.unsupported("the consistency index \(index) is not the library's")
            }
        }
        try known.compare("consistency_ratio", .number(consistency.ratio))
    }

    private static func matrix(_ item: Item, _ letter: String) throws -> PairwiseMatrix {
        let rows = try item.fractionTable()
        return try PairwiseMatrix(items: rows.indices.map { "\(letter)\($0)" }, rows: rows)
    }

    private static func items(_ known: KnownCase, count: Int) throws -> [String] {
        try known.input.given("items")?.texts() ?? (0..<count).map { "i\($0)" }
    }
}
