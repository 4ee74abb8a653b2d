import OutlayProblems

/// Comparisons over several levels: parts under a goal, down to the options.
///
/// In the distributive mode every level's shares total 1, so that the options' shares do too.
///
/// - Source: T. L. Saaty, "How to make a decision: the analytic hierarchy process", European Journal of
///   Operational Research 48, 1990.
public indirect enum PairwiseHierarchy: Sendable, Hashable {
    /// Parts compared with each other, each of which is compared further; one part per item.
    case parts(PairwiseMatrix, [PairwiseHierarchy])
    /// The options compared with each other.
    case options(PairwiseMatrix)

    /// Returns the share of each option: the sum over all parts of the part's share times the option's.
    ///
    /// - Throws: ``ProblemCode/wrongLength`` where the count of parts is not that of the items, or where two
    ///   parts compare other options; what ``PairwiseMatrix/priorities(by:)`` throws.
    public func shares(by rule: PriorityRule = .eigenvector) throws(Problem) -> [Double] {
        switch self {
        case .options(let matrix): return try matrix.priorities(by: rule).shares
        case .parts(let matrix, let parts):
            guard parts.count == matrix.items.count else {
                throw Problem(
                    .wrongLength, "\(parts.count) parts stand under \(matrix.items.count) criteria",
                    because: "each criterion is compared further once")
            }
            let names = optionNames
            guard parts.allSatisfy({ $0.optionNames == names }) else {
                throw Problem(
                    .wrongLength, "the criteria do not compare the same options",
                    because: "every criterion compares all options, in one order")
            }
            var total = [Double](repeating: 0, count: names.count)
            for (share, part) in zip(try matrix.priorities(by: rule).shares, parts) {
                for (index, part) in try part.shares(by: rule).enumerated() {
                    total[index] += share * part
                }
            }
            return total
        }
    }

    /// The names of the options that the first part compares.
    public var optionNames: [String] {
        switch self {
        case .options(let matrix): matrix.items
        case .parts(_, let parts): parts.first?.optionNames ?? []
        }
    }
}
