/// An order in which two options may be incomparable, because two rankings place them differently.
///
/// One option is at least as good as another where both rankings say so. What only one of them says is
/// no judgement.
public struct PartialPreorder: Sendable, Hashable {
    /// How one option stands to another.
    public enum Relation: String, Sendable, Hashable {
        /// Ahead in one ranking and no worse in the other.
        case preferred
        /// Behind in one ranking and no better in the other.
        case outranked
        /// Level in both rankings.
        case indifferent
        /// Ahead in one ranking and behind in the other.
        case incomparable
    }

    /// The rank of each option in the one ranking, 1 the best.
    public let firstRanks: [Int]
    /// The rank of each option in the other ranking.
    public let secondRanks: [Int]

    /// Creates the order that two rankings of the same options agree on.
    init(_ firstRanks: [Int], _ secondRanks: [Int]) {
        precondition(firstRanks.count == secondRanks.count, "both rankings have the same options")
        self.firstRanks = firstRanks
        self.secondRanks = secondRanks
    }

    /// How the option `one` stands to `other`; both are indices of options.
    public subscript(one: Int, other: Int) -> Relation {
        let (first, second) = (
            firstRanks[other] - firstRanks[one], secondRanks[other] - secondRanks[one]
        )
        if first == 0, second == 0 { return .indifferent }
        if first >= 0, second >= 0 { return .preferred }
        return first <= 0 && second <= 0 ? .outranked : .incomparable
    }

    /// The pairs of incomparable options, the earlier option first, in the order of the table.
    ///
    /// - Complexity: O(*n*²) in the number of options.
    public var incomparablePairs: [[Int]] {
        firstRanks.indices.flatMap { one in
            ((one + 1)..<firstRanks.count).compactMap { other in
                self[one, other] == .incomparable ? [one, other] : nil
            }
        }
    }

    /// The options that no other is preferred to.
    ///
    /// - Complexity: O(*n*²) in the number of options.
    public var unbeaten: [Int] {
        firstRanks.indices.filter { one in
            !firstRanks.indices.contains { self[$0, one] == .preferred }
        }
    }

    /// What the order says beside a ranking: the unbeaten options, then each incomparable pair.
    var remarks: [MethodRemark] {
        guard firstRanks.count > 1 else { return [] }
        return [MethodRemark("no option is preferred to", options: unbeaten)]
            + incomparablePairs.map { MethodRemark("not comparable", options: $0) }
    }
}
