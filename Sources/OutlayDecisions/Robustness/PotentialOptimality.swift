import OutlayProblems

/// Which options are best for some weights, and for which.
///
/// For each option the weights are sought that put it as far ahead of the best of the others as can be. An option
/// that no weights put level with the others need not be looked at further, whatever anybody thinks of the weights;
/// it may yet be dominated by no single option.
///
/// - Source: A. D. Athanassopoulos and V. V. Podinovski, "Dominance and potential optimality in multiple criteria
///   decision analysis with imprecise information", Journal of the Operational Research Society 48 (1997).
public struct PotentialOptimality: Sendable, Hashable {
    /// The options' identifiers.
    public let options: [String]
    /// What was found for each option, in their order.
    public let standings: [Standing]

    /// Whether some weights make an option best.
    public enum Standing: Sendable, Hashable {
        /// These weights put it ahead of every other option by `lead`, the most there is.
        case best(weights: [Double], lead: Double)
        /// These weights put it level with the best of the others; none put it ahead.
        case level(weights: [Double])
        /// Under every set of weights it is at least `shortfall` behind the best of the others.
        case never(shortfall: Double)
    }

    /// The most options that are compared, each with every other one.
    public static let mostOptions = RankAcceptability.mostOptions

    /// Finds the weights for every option of `table`.
    ///
    /// Leads are compared after rounding to 1e-9 of the scale. A single option is ahead by the width of the scale.
    ///
    /// - Parameters:
    ///   - table: The options and their values; its own weights are not used.
    ///   - constraints: What is known of the weights.
    /// - Throws: ``ProblemCode/tooLarge`` for more than ``mostOptions`` options; what constraints are refused for,
    ///   and what ``LinearProgram/solve()`` throws.
    /// - Complexity: one linear program of *m* + *n* rows per option, for *m* options and *n* criteria.
    public init(
        _ table: ValueTable, constraints: WeightConstraints = WeightConstraints()
    ) throws(Problem) {
        guard table.options.count <= Self.mostOptions else {
            throw Problem(
                .tooLarge, "\(table.options.count) options are to be best for some weights",
                because: "each is compared with every other, at most \(Self.mostOptions) of them",
                hint: "leave out options that cannot win")
        }
        if !constraints.isFree { _ = try constraints.sampler(for: table) }
        let known = try Self.conditions(of: constraints, on: table)
        var standings: [Standing] = []
        for option in table.options.indices {
            standings.append(try Self.standing(of: option, in: table, known))
        }
        options = table.options
        self.standings = standings
    }

    private static func standing(
        of option: Int, in table: ValueTable, _ known: [LinearProgram.Constraint]
    ) throws(Problem) -> Standing {
        let count = table.criteria.count
        let width = table.scale.upperBound - table.scale.lowerBound
        guard width > 0 else {
            return .level(weights: table.weights)
        }
        // The variables are the weights and the lead, in widths of the scale, plus 1, so that none is negative.
        var constraints = known
        for rival in table.options.indices where rival != option {
            let leads = (0..<count).map {
                (table.value(option, $0) - table.value(rival, $0)) / width
            }
            constraints.append(.init(leads + [-1], .atLeast, -1))
        }
        constraints.append(.init([Double](repeating: 0, count: count) + [1], .atMost, 2))
        let program = LinearProgram(
            minimise: [Double](repeating: 0, count: count) + [-1], constraints: constraints)
        guard case .optimal(let point, let value) = try program.solve() else {
            throw Problem(
                .internalError, "no weights were found for `\(table.options[option])`",
                because: "any weights that meet the constraints are an answer")
        }
        let lead = Ranking.rounded(-value - 1)
        let weights = Array(point[..<count])
        if lead > 0 { return .best(weights: weights, lead: lead * width) }
        return lead == 0 ? .level(weights: weights) : .never(shortfall: -lead * width)
    }

    private static func conditions(
        of constraints: WeightConstraints, on table: ValueTable
    ) throws(Problem) -> [LinearProgram.Constraint] {
        let count = table.criteria.count
        func row(_ entries: [(index: Int, factor: Double)]) -> [Double] {
            var row = [Double](repeating: 0, count: count + 1)
            for (index, factor) in entries { row[index] += factor }
            return row
        }
        var conditions: [LinearProgram.Constraint] = [
            .init(row((0..<count).map { ($0, 1) }), .equal, 1)
        ]
        for (index, criterion) in table.criteria.enumerated() {
            if let lower = constraints.lower[criterion] {
                conditions.append(.init(row([(index, 1)]), .atLeast, lower))
            }
            if let upper = constraints.upper[criterion] {
                conditions.append(.init(row([(index, 1)]), .atMost, upper))
            }
        }
        for (first, second) in zip(constraints.order, constraints.order.dropFirst()) {
            conditions.append(
                .init(
                    row([
                        (try table.index(ofCriterion: first), 1),
                        (try table.index(ofCriterion: second), -1),
                    ]), .atLeast, 0))
        }
        return conditions
    }
}
