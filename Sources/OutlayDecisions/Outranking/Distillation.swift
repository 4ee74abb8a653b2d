import OutlayProblems

/// Two rankings drawn step by step from how credible it is that each option outranks each other one.
///
/// Descending, the best options are drawn off first; ascending, the worst. One draw goes like this, among
/// the options that are left:
///
/// 1. Start at λ, the highest credibility between two of them.
/// 2. Take the highest credibility below λ − s(λ) as the cut, or 0 where there is none.
/// 3. One option outranks another where its credibility is above the cut, and above that of the reverse by
///    more than s of itself. An option's qualification is how many it outranks less how many outrank it.
/// 4. Keep the options of the highest qualification (descending) or of the lowest (ascending).
/// 5. If more than one is kept and the cut is above 0, go on among the kept ones from step 2, with the cut
///    as λ; otherwise they are drawn off together.
///
/// s(λ) is the difference of credibility that counts. Credibilities are compared after rounding to 1e-9.
///
/// - Source: B. Roy, ELECTRE III: un algorithme de classements fondé sur une représentation floue des
///   préférences en présence de critères multiples, Cahiers du CERO 20 (1), 1978; J. Figueira, V. Mousseau,
///   B. Roy, ELECTRE methods, in: Multiple Criteria Decision Analysis, Springer, 2005, on ELECTRE III.
public struct Distillation: Sendable, Hashable {
    /// The groups drawn off in descending order, the best first; each in the order of the table.
    public let descending: [[Int]]
    /// The groups drawn off in ascending order, turned round so that the best comes first.
    public let ascending: [[Int]]

    /// The difference of credibility that counts, as a straight course over credibility.
    public struct Discrimination: Sendable, Hashable {
        /// The difference that counts where credibility is 0; above 0.
        public var atNone: Double
        /// The difference that counts where credibility is 1; above 0.
        public var atFull: Double

        /// Creates a course; the usual one is 0.30 − 0.15 λ.
        public init(atNone: Double = 0.30, atFull: Double = 0.15) {
            self.atNone = atNone
            self.atFull = atFull
        }

        func callAsFunction(_ credibility: Double) -> Double {
            atNone + (atFull - atNone) * credibility
        }
    }

    /// The most options that are distilled; more would take minutes.
    public static let largestCount = 500

    /// Distils a table of credibilities.
    ///
    /// - Throws: ``ProblemCode/tooLarge`` for more options than ``largestCount``,
    ///   ``ProblemCode/outOfRange`` for a credibility or a discrimination outside 0 … 1.
    /// - Complexity: O(*n*³ / s) in the number of options, s the smaller end of the discrimination.
    public init(
        of credibility: PairTable, discrimination: Discrimination = Discrimination()
    ) throws(Problem) {
        try Self.check(credibility, discrimination)
        let rounded = PairTable(count: credibility.count) {
            Ranking.rounded(credibility[$0, $1])
        }
        descending = Self.draw(from: rounded, discrimination, best: true)
        ascending = Self.draw(from: rounded, discrimination, best: false).reversed()
    }

    /// The options placed by both rankings, as far as the two agree.
    public var preorder: PartialPreorder {
        PartialPreorder(Self.ranks(of: descending), Self.ranks(of: ascending))
    }

    /// The middle between an option's ranks in the two rankings; less is better.
    public var medianRanks: [Double] {
        let preorder = preorder
        return zip(preorder.firstRanks, preorder.secondRanks).map { Double($0 + $1) / 2 }
    }

    /// Returns each option's rank from groups, the best first; a group shares its smallest rank.
    private static func ranks(of groups: [[Int]]) -> [Int] {
        var ranks = [Int](repeating: 0, count: groups.reduce(0) { $0 + $1.count })
        var rank = 1
        for group in groups {
            for option in group { ranks[option] = rank }
            rank += group.count
        }
        return ranks
    }

    private static func draw(
        from credibility: PairTable, _ discrimination: Discrimination, best: Bool
    ) -> [[Int]] {
        var left = Array(0..<credibility.count)
        var groups: [[Int]] = []
        while !left.isEmpty {
            let group = distillate(of: left, credibility, discrimination, best: best)
            groups.append(group)
            let drawn = Set(group)
            left.removeAll { drawn.contains($0) }
        }
        return groups
    }

    private static func distillate(
        of options: [Int], _ credibility: PairTable, _ discrimination: Discrimination, best: Bool
    ) -> [Int] {
        var kept = options
        var level = highest(in: credibility, among: kept) { _ in true }
        while kept.count > 1 {
            let limit = Ranking.rounded(level - discrimination(level))
            let cut = highest(in: credibility, among: kept) { $0 < limit }
            let figures = qualifications(of: kept, credibility, discrimination, above: cut)
            let chosen = best ? figures.max() : figures.min()
            kept = zip(kept, figures).filter { $1 == chosen }.map(\.0)
            guard cut > 0 else { break }
            level = cut
        }
        return kept
    }

    private static func qualifications(
        of options: [Int], _ credibility: PairTable, _ discrimination: Discrimination,
        above cut: Double
    ) -> [Int] {
        var figures = [Int](repeating: 0, count: options.count)
        for (one, first) in options.enumerated() {
            for (other, second) in options.enumerated() where one != other {
                let value = credibility[first, second]
                let needed = Ranking.rounded(credibility[second, first] + discrimination(value))
                if value > cut, value > needed {
                    figures[one] += 1
                    figures[other] -= 1
                }
            }
        }
        return figures
    }

    private static func highest(
        in credibility: PairTable, among options: [Int], where isWanted: (Double) -> Bool
    ) -> Double {
        var highest = 0.0
        for first in options {
            for second in options where first != second {
                let value = credibility[first, second]
                if value > highest, isWanted(value) { highest = value }
            }
        }
        return highest
    }

    private static func check(
        _ credibility: PairTable, _ discrimination: Discrimination
    ) throws(Problem) {
        guard credibility.count <= largestCount else {
            throw Problem(
                .tooLarge, "\(credibility.count) options are too many to distil",
                because: "a distillation takes at most \(largestCount) options",
                hint: "drop options by knock-outs or by dominance first")
        }
        for value in credibility.values where !(value >= 0 && value <= 1) {
            throw Problem(
                .outOfRange, "a credibility is \(value)", because: "it is a number from 0 to 1")
        }
        for value in [discrimination.atNone, discrimination.atFull]
        where !(value >= 0.01 && value <= 1) {
            throw Problem(
                .outOfRange, "the discrimination of credibilities is \(value)",
                because: "it is a number from 0.01 to 1")
        }
    }
}
