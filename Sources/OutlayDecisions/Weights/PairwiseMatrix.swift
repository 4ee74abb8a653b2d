import OutlayProblems
import OutlaySampling

/// Comparisons of some things in pairs, complete or not, checked to be reciprocal.
///
/// The entry of two things says how many times as much the first counts as the second; it is the inverse of
/// the entry the other way round, and 1 on the diagonal.
///
/// - Source: T. L. Saaty, The Analytic Hierarchy Process, McGraw-Hill, 1980.
public struct PairwiseMatrix: Sendable, Hashable {
    /// The names of the things compared; at least one, none twice.
    public let items: [String]
    /// The entries row by row; nil where nobody compared the two.
    public let entries: [[Double?]]

    /// How far the product of the two entries of a pair may lie from 1, so that thirds may be written out.
    public static let reciprocityTolerance = 1e-6
    /// The largest ratio, and the inverse of the least.
    public static let largestRatio = 1e6

    /// Checks a complete matrix.
    ///
    /// - Parameters:
    ///   - items: The names of the things compared.
    ///   - rows: As many rows as items, each with as many ratios.
    /// - Throws: ``ProblemCode/wrongLength`` for a matrix that is not square,
    ///   ``ProblemCode/duplicateIdentifier``, ``ProblemCode/outOfRange`` for a ratio that is not above 0
    ///   or beyond ``largestRatio``, and ``ProblemCode/badComparisons`` for a diagonal entry other than 1 or
    ///   two entries that are not inverse to each other; each naming the items and the values.
    public init(items: [String], rows: [[Double]]) throws(Problem) {
        try self.init(items: items, entries: rows.map { row in row.map { $0 } })
    }

    /// Builds a matrix from comparisons, each pair stated once or both ways.
    ///
    /// - Throws: What ``init(items:rows:)`` throws; ``ProblemCode/unknownReference`` for a comparison of
    ///   something that is no item, ``ProblemCode/duplicateIdentifier`` for a pair stated twice the same way.
    public init(items: [String], comparisons: [Comparison]) throws(Problem) {
        var entries = items.indices.map { row in
            items.indices.map { $0 == row ? 1 : nil as Double? }
        }
        var stated: Set<[Int]> = []
        for comparison in comparisons {
            try items.requireKnown(comparison.of)
            try items.requireKnown(comparison.over)
            guard let row = items.firstIndex(of: comparison.of),
                let column = items.firstIndex(of: comparison.over)
            else { continue }
            guard stated.insert([row, column]).inserted else {
                throw Problem(
                    .duplicateIdentifier,
                    "\(Problem.quoted(comparison.of)) is compared with "
                        + "\(Problem.quoted(comparison.over)) twice",
                    because: "a judge compares each pair once")
            }
            try Self.check(comparison)
            entries[row][column] = comparison.ratio
            if row != column, !stated.contains([column, row]) {
                entries[column][row] = 1 / comparison.ratio
            }
        }
        try self.init(items: items, entries: entries)
    }

    /// Builds the matrix of several judges: for each pair the geometric mean of those who compared it.
    ///
    /// - Throws: What ``init(items:comparisons:)`` throws, ``ProblemCode/wrongLength`` without a judge.
    /// - Source: J. Aczél, T. L. Saaty, "Procedures for synthesizing ratio judgements", Journal of
    ///   Mathematical Psychology 27, 1983.
    public init(items: [String], judges: [[Comparison]]) throws(Problem) {
        var matrices: [PairwiseMatrix] = []
        for comparisons in judges {
            matrices.append(try PairwiseMatrix(items: items, comparisons: comparisons))
        }
        self = try Self.groupMean(of: matrices)
    }

    /// Returns the element-wise geometric mean of matrices over the same items.
    ///
    /// - Throws: ``ProblemCode/wrongLength`` without a matrix or where the items differ.
    public static func groupMean(of matrices: [PairwiseMatrix]) throws(Problem) -> PairwiseMatrix {
        guard let first = matrices.first, matrices.allSatisfy({ $0.items == first.items }) else {
            throw Problem(
                .wrongLength, "the judges do not compare the same things",
                because: "one judge or more compare one list of things")
        }
        guard matrices.count > 1 else { return first }
        let entries = first.items.indices.map { row in
            first.items.indices.map { column -> Double? in
                let known = matrices.compactMap { $0.entries[row][column] }
                guard !known.isEmpty else { return nil }
                let sum = known.reduce(0) { $0 + ElementaryFunctions.logarithm($1) }
                return ElementaryFunctions.exponential(sum / Double(known.count))
            }
        }
        return try PairwiseMatrix(items: first.items, entries: entries)
    }

    private init(items: [String], entries: [[Double?]]) throws(Problem) {
        guard !items.isEmpty, entries.count == items.count,
            entries.allSatisfy({ $0.count == items.count })
        else {
            throw Problem(
                .wrongLength, "the comparisons of \(items.count) things have \(entries.count) rows",
                because: "one thing or more have as many rows, each with as many ratios")
        }
        var names: Set<String> = []
        for name in items {
            guard names.insert(name).inserted else {
                throw Problem(
                    .duplicateIdentifier, "two things compared are called \(Problem.quoted(name))",
                    because: "a name is unique among the things compared")
            }
        }
        for row in items.indices {
            for column in row..<items.count {
                try Self.check(
                    (items[row], items[column]), entries[row][column], entries[column][row])
            }
        }
        self.items = items
        self.entries = entries
    }

    private static func check(_ comparison: Comparison) throws(Problem) {
        guard comparison.ratio >= 1 / largestRatio, comparison.ratio <= largestRatio else {
            throw Problem(
                .outOfRange,
                "\(Problem.quoted(comparison.of)) over \(Problem.quoted(comparison.over)) is "
                    + comparison.ratio.asStated,
                because: "a ratio is above 0, from 0.000001 to 1000000",
                hint: "where the second counts more, turn the two round")
        }
    }

    private static func check(
        _ names: (String, String), _ ratio: Double?, _ inverse: Double?
    ) throws(Problem) {
        guard let ratio, let inverse else {
            guard ratio == nil, inverse == nil else {
                throw Problem(
                    .badComparisons,
                    "\(Problem.quoted(names.0)) and \(Problem.quoted(names.1)) are compared one way only",
                    because: "the entry the other way round is the inverse")
            }
            return
        }
        try check(Comparison(of: names.0, over: names.1, ratio))
        try check(Comparison(of: names.1, over: names.0, inverse))
        guard (ratio * inverse - 1).magnitude <= reciprocityTolerance else {
            guard names.0 != names.1 else {
                throw Problem(
                    .badComparisons, "\(Problem.quoted(names.0)) over itself is \(ratio.asStated)",
                    because: "anything counts once as much as itself")
            }
            throw Problem(
                .badComparisons,
                "\(Problem.quoted(names.0)) over \(Problem.quoted(names.1)) is \(ratio.asStated), "
                    + "the other way round \(inverse.asStated)",
                because:
                    "the two are inverse to each other; \(ratio.asStated) needs \((1 / ratio).asStated)",
                hint: "state the pair once")
        }
    }

    /// The entries as numbers, or nil where a pair is not compared.
    public var completeRows: [[Double]]? {
        let rows = entries.map { row in row.compactMap(\.self) }
        return rows.allSatisfy { $0.count == items.count } ? rows : nil
    }

    /// How many pairs nobody compared.
    public var missingPairs: Int {
        entries.reduce(0) { $0 + $1.count { $0 == nil } } / 2
    }
}
