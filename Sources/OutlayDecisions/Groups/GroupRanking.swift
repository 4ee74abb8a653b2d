import OutlayProblems

/// What several judges' rankings of the same options amount to: Borda points and Copeland scores.
///
/// A judge may leave options out. Borda points add up over judges who rank every option, for points on
/// shorter lists are not comparable; the majorities of Copeland are taken pair by pair over every judge
/// who ranks both options.
///
/// - Source: J.-C. de Borda, "Mémoire sur les élections au scrutin", 1781; A. H. Copeland, "A reasonable
///   social welfare function", University of Michigan 1951.
public struct GroupRanking: Sendable, Hashable {
    /// Each judge's place of each option, judges × options: 1 the best, nil where the judge leaves it out.
    ///
    /// Options that a judge ranks alike have the mean of the places they take, such as 1.5 twice.
    public let places: [[Double?]]
    /// The count of options.
    public let optionCount: Int
    /// The Borda points of each option: per complete judge the count of options minus the place.
    ///
    /// nil where no judge ranks every option.
    public let borda: [Double]?
    /// The Copeland score of each option: pairs won by majority minus pairs lost.
    public let copeland: [Int]
    /// How far the complete judges agree, nil with fewer than two of them or fewer than two options.
    public let concordance: Concordance?

    /// Takes rankings as ranks, equal options sharing the smaller one (1, 2, 2, 4).
    ///
    /// - Parameter ranks: Judges × options; nil where a judge leaves an option out, and the others are
    ///   ranked as if it were not there.
    /// - Throws: ``ProblemCode/wrongLength`` without a judge or with rankings of different lengths,
    ///   ``ProblemCode/outOfRange`` for ranks that are not those of an order; each names the judge by number.
    /// - Complexity: O(*n* · *m*²) in judges *n* and options *m*.
    public init(ranks: [[Int?]]) throws(Problem) {
        guard let count = ranks.first?.count else {
            throw Problem(
                .wrongLength, "there is no ranking",
                because: "a group has at least one judge")
        }
        for (judge, ranking) in ranks.enumerated() {
            try Self.check(ranking, of: judge, count: count)
        }
        self.init(
            optionCount: count,
            places: ranks.map { Self.places(of: $0.map { $0.map(Double.init) }) })
    }

    /// Takes judges' scores, the higher the better, compared after rounding to 1e-9.
    ///
    /// - Parameter scores: Judges × options; nil where a judge does not score an option.
    /// - Throws: ``ProblemCode/wrongLength`` without a judge or with lists of different lengths,
    ///   ``ProblemCode/outOfRange`` for a score that is not finite.
    /// - Complexity: O(*n* · *m*²) in judges *n* and options *m*.
    public init(scores: [[Double?]]) throws(Problem) {
        guard let count = scores.first?.count else {
            throw Problem(
                .wrongLength, "there is no list of scores",
                because: "a group has at least one judge")
        }
        for (judge, list) in scores.enumerated() {
            guard list.count == count else { throw Self.ragged(judge, list.count, count) }
            if let index = list.firstIndex(where: { $0.map { !$0.isFinite } ?? false }) {
                throw Problem(
                    .outOfRange,
                    "judge \(judge + 1) scores option \(index + 1) with "
                        + "\(list[index] ?? .nan)", at: .part("judge \(judge + 1)"),
                    because: "a score is a finite number")
            }
        }
        self.init(
            optionCount: count,
            places: scores.map { Self.places(of: $0.map { $0.map { Ranking.key(of: $0) } }) })
    }

    private init(optionCount: Int, places: [[Double?]]) {
        self.optionCount = optionCount
        self.places = places
        let complete = Self.complete(places)
        borda =
            complete.isEmpty
            ? nil
            : (0..<optionCount).map { option in
                complete.reduce(0) { $0 + Double(optionCount) - $1[option] }
            }
        copeland = Self.copeland(places, count: optionCount)
        concordance = Concordance(places: complete)
    }

    /// The numbers, from 0, of the judges who rank every option.
    public var completeJudges: [Int] {
        places.indices.filter { places[$0].allSatisfy { $0 != nil } }
    }

    /// The rank of each option by Borda points, 1 the best, equal ones sharing the smaller; nil without points.
    public var bordaRanks: [Int]? { borda.map { Ranking.competition(scores: $0) } }

    /// The rank of each option by Copeland score, 1 the best, equal ones sharing the smaller.
    public var copelandRanks: [Int] { Ranking.competition(scores: copeland.map(Double.init)) }

    /// Returns the mean place of each key that is there, the smallest first.
    private static func places(of keys: [Double?]) -> [Double?] {
        let given = keys.compactMap(\.self)
        return keys.map { key in
            key.map { key in
                let smaller = given.count { $0 < key }
                let equals = given.count { $0 == key }
                return Double(smaller) + Double(equals + 1) / 2
            }
        }
    }

    private static func complete(_ places: [[Double?]]) -> [[Double]] {
        places.map { $0.compactMap(\.self) }.enumerated()
            .filter { $0.element.count == places[$0.offset].count }.map(\.element)
    }

    private static func copeland(_ places: [[Double?]], count: Int) -> [Int] {
        (0..<count).map { option in
            (0..<count).reduce(0) { score, other in
                var majority = 0
                for judge in places {
                    guard let own = judge[option], let theirs = judge[other] else { continue }
                    majority += own < theirs ? 1 : own > theirs ? -1 : 0
                }
                return score + majority.signum()
            }
        }
    }

    private static func ragged(_ judge: Int, _ found: Int, _ expected: Int) -> Problem {
        Problem(
            .wrongLength, "judge \(judge + 1) has \(found) entries, the first judge \(expected)",
            at: .part("judge \(judge + 1)"),
            because: "all judges rank the same options, one entry each")
    }

    private static func check(
        _ ranking: [Int?], of judge: Int, count: Int
    ) throws(Problem) {
        guard ranking.count == count else { throw ragged(judge, ranking.count, count) }
        let given = ranking.compactMap(\.self)
        for rank in given where rank != 1 + given.count(where: { $0 < rank }) {
            throw Problem(
                .outOfRange, "judge \(judge + 1) has an option of rank \(rank)",
                at: .part("judge \(judge + 1)"),
                because: "ranks count from 1, and equal options share the smaller rank (1, 2, 2, 4)"
            )
        }
    }
}
