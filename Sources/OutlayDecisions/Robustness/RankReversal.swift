import OutlayProblems

/// What becomes of a ranking when one option after the other is left out.
///
/// Where a method measures options against each other, the order of two can hang on a third. Each option is
/// left out once, the rest is scored again, and every pair of the rest that stands in another order is named.
public struct RankReversal: Sendable, Hashable {
    /// How the first option of a pair stands to the second.
    public enum Order: String, Sendable, Hashable {
        /// It has the better rank.
        case ahead
        /// Both have the same rank.
        case level
        /// It has the worse rank.
        case behind
    }

    /// Two options that stand in another order once a third is left out.
    public struct Change: Sendable, Hashable {
        /// The index of the earlier option of the table.
        public let first: Int
        /// The index of the later one.
        public let second: Int
        /// How the first stands to the second among all options.
        public let before: Order
        /// How it does without the option that is left out.
        public let after: Order

        /// Creates a change.
        public init(first: Int, second: Int, before: Order, after: Order) {
            self.first = first
            self.second = second
            self.before = before
            self.after = after
        }

        /// Whether the two have changed places, rather than become level or ceased to be.
        public var isReversal: Bool { before != .level && after != .level }
    }

    /// What is found without one option.
    public enum Outcome: Sendable, Hashable {
        /// The best of the rest among all options and without the one left out, and the changed pairs.
        case ranked(bestBefore: [Int], bestAfter: [Int], changes: [Change])
        /// The method cannot score the rest, and why.
        case refused(Problem)
    }

    /// One option left out.
    public struct Removal: Sendable, Hashable {
        /// The index of the option.
        public let option: Int
        /// What is found without it.
        public let outcome: Outcome

        /// Whether another of the remaining options is the best without it.
        public var changesBest: Bool {
            guard case .ranked(let before, let after, _) = outcome else { return false }
            return before != after
        }

        /// The pairs that change their order; none where the method refuses the rest.
        public var changes: [Change] {
            guard case .ranked(_, _, let changes) = outcome else { return [] }
            return changes
        }
    }

    /// The most options that are left out one by one.
    public static let largestCount = 1_000

    /// The options' names as problems quote them, such as "option `a`" or "row 3".
    public let names: [String]
    /// The rank of each option among all.
    public let ranks: [Int]
    /// What leaving out each option does, in the order of the table.
    public let removals: [Removal]

    /// Whether no pair changes its order and the method scores every rest.
    public var isStable: Bool {
        removals.allSatisfy { removal in
            guard case .ranked(_, _, let changes) = removal.outcome else { return false }
            return changes.isEmpty
        }
    }

    /// Leaves out each option of `matrix` in turn and scores the rest by `method`.
    ///
    /// - Throws: What the method says of the whole table, or ``ProblemCode/tooLarge`` for more options than
    ///   ``largestCount``.
    /// - Complexity: O(*n*) times the cost of the method, and O(*n*³) for the pairs.
    /// - Source: V. Belton, T. Gear, On a short-coming of Saaty's method of analytic hierarchies, Omega 11 (3),
    ///   1983, on reversal by an option added; here by one left out.
    public init(of method: any ScoringMethod, on matrix: DecisionMatrix) throws(Problem) {
        let count = matrix.rowCount
        guard count <= Self.largestCount else {
            throw Problem(
                .tooLarge, "\(count) options are too many to leave out one by one",
                because: "rank reversal is looked for among at most \(Self.largestCount) options",
                hint: "drop options by knock-outs or by dominance first")
        }
        let ranks = try method.scores(of: matrix).ranks
        removals = (0..<count).map { option in
            Removal(
                option: option,
                outcome: Self.outcome(of: method, on: matrix, without: option, ranks))
        }
        names = (0..<count).map { matrix.name(ofRow: $0) }
        self.ranks = ranks
    }

    private static func outcome(
        of method: any ScoringMethod, on matrix: DecisionMatrix, without option: Int,
        _ ranks: [Int]
    ) -> Outcome {
        let kept = ranks.indices.filter { $0 != option }
        let after: [Int]
        do throws(Problem) {
            after = try method.scores(of: matrix.keeping(rows: kept)).ranks
        } catch {
            return .refused(error)
        }
        let best = kept.map { ranks[$0] }.min()
        var changes: [Change] = []
        for (place, first) in kept.enumerated() {
            for other in (place + 1)..<max(kept.count, place + 1) {
                let change = Change(
                    first: first, second: kept[other],
                    before: order(ranks[first], ranks[kept[other]]),
                    after: order(after[place], after[other]))
                if change.before != change.after { changes.append(change) }
            }
        }
        return .ranked(
            bestBefore: kept.filter { ranks[$0] == best },
            bestAfter: kept.indices.filter { after[$0] == 1 }.map { kept[$0] },
            changes: changes)
    }

    private static func order(_ first: Int, _ second: Int) -> Order {
        if first == second { return .level }
        return first < second ? .ahead : .behind
    }
}

extension DecisionMatrix {
    /// Returns the same criteria with the rows at `rows` alone, in that order.
    fileprivate func keeping(rows: [Int]) throws(Problem) -> DecisionMatrix {
        let width = columns.count
        return try DecisionMatrix(
            columns: columns,
            cells: rows.flatMap { cells[$0 * width..<($0 + 1) * width] },
            rowNames: rowNames.isEmpty ? [] : rows.map { rowNames[$0] })
    }
}
