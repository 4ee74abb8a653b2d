import OutlayProblems

/// A linear program of moderate size: minimise c · x under linear constraints, with every x at least 0.
///
/// It is solved by the two-phase simplex method on a dense table, in doubles. The entering and leaving
/// columns follow Bland's rule, which cannot cycle; figures below ``LinearProgram/tolerance`` count as 0
/// after every constraint and the objective are divided by their largest coefficient.
///
/// - Source: V. Chvátal, Linear Programming, W. H. Freeman, 1983, chapters 3 and 8; R. G. Bland, "New finite
///   pivoting rules for the simplex method", Mathematics of Operations Research 2 (2), 1977.
public struct LinearProgram: Sendable, Hashable {
    /// What each variable adds to the value that is made as small as possible; one per variable, finite.
    public var objective: [Double]
    /// The constraints; none leaves every x at least 0.
    public var constraints: [Constraint]

    /// One linear condition.
    public struct Constraint: Sendable, Hashable {
        /// What each variable is multiplied by; one per variable, finite.
        public var coefficients: [Double]
        /// How the sum stands to the bound.
        public var relation: Relation
        /// The right side, finite.
        public var bound: Double

        /// Creates a constraint.
        public init(_ coefficients: [Double], _ relation: Relation, _ bound: Double) {
            self.coefficients = coefficients
            self.relation = relation
            self.bound = bound
        }
    }

    /// How the left side of a constraint stands to the right one.
    public enum Relation: Sendable, Hashable {
        /// Less or equal.
        case atMost
        /// Equal.
        case equal
        /// Greater or equal.
        case atLeast
    }

    /// What solving finds.
    public enum Outcome: Sendable, Hashable {
        /// A point of least value, one number of 0 or more per variable, and that value.
        case optimal(point: [Double], value: Double)
        /// No point meets every constraint.
        case infeasible
        /// Points that meet every constraint have values below any number.
        case unbounded
    }

    /// The magnitude below which a figure of a scaled constraint counts as 0.
    public static let tolerance = 1e-10

    /// Creates a program.
    public init(minimise objective: [Double], constraints: [Constraint]) {
        self.objective = objective
        self.constraints = constraints
    }

    /// Returns a point of least value, or why there is none.
    ///
    /// - Throws: ``ProblemCode/wrongLength`` for a constraint with another count of coefficients than the
    ///   objective, ``ProblemCode/outOfRange`` for a number that is not finite or beyond 1e100 in magnitude,
    ///   and ``ProblemCode/internalError`` where rounding kept the method from an answer that meets every
    ///   constraint.
    /// - Complexity: O(*m* (*m* + *n*)) per pivot for *m* constraints on *n* variables; the count of pivots
    ///   is a small multiple of *m* in practice and exponential at worst.
    public func solve() throws(Problem) -> Outcome {
        try check()
        var table = SimplexTable(self)
        guard let needed = table.minimise(table.artificialCosts, among: table.width) else {
            throw Self.lost("a total of figures above 0 fell without end")
        }
        guard needed <= Self.tolerance * table.largestBound * Double(10 + constraints.count) else {
            return table.gaveUp ? try giveUp() : .infeasible
        }
        table.expelArtificials()
        guard table.minimise(table.costs, among: table.firstArtificial) != nil else {
            return .unbounded
        }
        guard !table.gaveUp else { return try giveUp() }
        let point = table.point
        try verify(point)
        return .optimal(point: point, value: zip(objective, point).reduce(0) { $0 + $1.0 * $1.1 })
    }

    private func check() throws(Problem) {
        for (index, constraint) in constraints.enumerated() {
            guard constraint.coefficients.count == objective.count else {
                throw Problem(
                    .wrongLength,
                    "constraint \(index + 1) has \(constraint.coefficients.count) coefficients",
                    because: "the objective has \(objective.count), one per variable")
            }
        }
        let numbers = objective + constraints.flatMap { $0.coefficients + [$0.bound] }
        if let number = numbers.first(where: { !($0.magnitude <= 1e100) }) {
            throw Problem(
                .outOfRange, "the linear program has the number \(number)",
                because: "every number is at most 1e100 in magnitude")
        }
    }

    private func giveUp() throws(Problem) -> Outcome {
        throw Self.lost("\(SimplexTable.mostPivots) pivots did not settle it")
    }

    private static func lost(_ reason: String) -> Problem {
        Problem(
            .internalError, "the linear program cannot be solved in doubles", because: reason)
    }

    /// Throws where rounding moved `point` off a constraint.
    private func verify(_ point: [Double]) throws(Problem) {
        for (index, constraint) in constraints.enumerated() {
            var (sum, size) = (0.0, max(constraint.bound.magnitude, .leastNormalMagnitude))
            for (coefficient, value) in zip(constraint.coefficients, point) {
                sum += coefficient * value
                size = max(size, coefficient.magnitude, (coefficient * value).magnitude)
            }
            let excess = (sum - constraint.bound) / size
            let holds =
                switch constraint.relation {
                case .atMost: excess <= 1e-7
                case .equal: excess.magnitude <= 1e-7
                case .atLeast: excess >= -1e-7
                }
            guard holds else {
                throw Self.lost(
                    "constraint \(index + 1) is missed by \(excess.magnitude) of its size")
            }
        }
    }
}

/// The dense table of a linear program: one row per constraint, the right sides in the last column.
private struct SimplexTable {
    /// More pivots than any program of a size that is put to this table takes.
    static let mostPivots = 50_000

    let variables: Int
    /// The first of the columns that only stand in until a point is found.
    let firstArtificial: Int
    /// The count of columns before the right sides.
    let width: Int
    /// The largest right side, at least 1.
    let largestBound: Double
    private(set) var gaveUp = false
    private var rows: [[Double]]
    /// The column that each row gives a value.
    private var basis: [Int]
    private let objective: [Double]

    init(_ program: LinearProgram) {
        variables = program.objective.count
        let slacks = program.constraints.count { $0.relation != .equal }
        let scaled = program.constraints.map(Self.scaled)
        largestBound = scaled.reduce(1) { max($0, $1.bound) }
        let needsArtificial = scaled.map { $0.relation != .atMost }
        firstArtificial = variables + slacks
        width = firstArtificial + needsArtificial.count { $0 }
        objective = program.objective
        rows = []
        basis = []
        var (slack, artificial) = (variables, firstArtificial)
        for constraint in scaled {
            var row = constraint.coefficients + Array(repeating: 0, count: width + 1 - variables)
            row[width] = constraint.bound
            var basic = slack
            if constraint.relation != .equal {
                row[slack] = constraint.relation == .atMost ? 1 : -1
                slack += 1
            }
            if constraint.relation != .atMost {
                row[artificial] = 1
                basic = artificial
                artificial += 1
            }
            rows.append(row)
            basis.append(basic)
        }
    }

    /// Returns `constraint` with coefficients of at most 1 in magnitude and a bound of 0 or more.
    private static func scaled(_ constraint: LinearProgram.Constraint) -> LinearProgram.Constraint {
        let largest = constraint.coefficients.reduce(0) { max($0, $1.magnitude) }
        let flips =
            constraint.bound < 0 || (constraint.bound == 0 && constraint.relation == .atLeast)
        let factor = (flips ? -1 : 1) / (largest > 0 ? largest : 1)
        let relation: LinearProgram.Relation =
            switch (flips, constraint.relation) {
            case (true, .atMost): .atLeast
            case (true, .atLeast): .atMost
            case (_, let relation): relation
            }
        return LinearProgram.Constraint(
            constraint.coefficients.map { $0 * factor }, relation, constraint.bound * factor)
    }

    /// What each column costs: the objective, divided by its largest coefficient.
    var costs: [Double] {
        let largest = objective.reduce(0) { max($0, $1.magnitude) }
        return objective.map { largest > 0 ? $0 / largest : 0 }
            + Array(repeating: 0, count: width - variables)
    }

    /// What each column costs while a point is looked for.
    var artificialCosts: [Double] { (0..<width).map { $0 < firstArtificial ? 0 : 1 } }

    /// The value of each variable.
    var point: [Double] {
        var point = [Double](repeating: 0, count: variables)
        for (row, column) in basis.enumerated() where column < variables {
            point[column] = max(0, rows[row][width])
        }
        return point
    }

    /// Moves to a point of least cost by columns below `limit` and returns that cost, or nil without one.
    mutating func minimise(_ costs: [Double], among limit: Int) -> Double? {
        var reduced = costs + [0]
        for (row, column) in basis.enumerated() where costs[column] != 0 {
            for index in reduced.indices { reduced[index] -= costs[column] * rows[row][index] }
        }
        for _ in 0..<Self.mostPivots {
            // Bland's rule: the first column that lowers the cost, and the first of the rows that bind.
            guard
                let entering = (0..<limit).first(where: { reduced[$0] < -LinearProgram.tolerance })
            else { return -reduced[width] }
            guard let leaving = bindingRow(for: entering) else { return nil }
            pivot(leaving, entering)
            let factor = reduced[entering]
            for index in reduced.indices { reduced[index] -= factor * rows[leaving][index] }
            reduced[entering] = 0
        }
        gaveUp = true
        return -reduced[width]
    }

    /// Gives every row that an artificial column still holds, at 0, to another column where it has one.
    mutating func expelArtificials() {
        for row in rows.indices where basis[row] >= firstArtificial {
            let column = (0..<firstArtificial).max {
                rows[row][$0].magnitude < rows[row][$1].magnitude
            }
            if let column, rows[row][column].magnitude > LinearProgram.tolerance {
                pivot(row, column)
            } else {
                // The constraint repeats others: it says nothing of any column.
                for index in rows[row].indices { rows[row][index] = 0 }
            }
        }
    }

    private func bindingRow(for column: Int) -> Int? {
        var found: (row: Int, ratio: Double)?
        for row in rows.indices where rows[row][column] > LinearProgram.tolerance {
            let ratio = rows[row][width] / rows[row][column]
            if let best = found {
                let slack = 1e-12 * (1 + best.ratio.magnitude)
                guard
                    ratio < best.ratio - slack
                        || (ratio <= best.ratio + slack && basis[row] < basis[best.row])
                else { continue }
            }
            found = (row, ratio)
        }
        return found?.row
    }

    private mutating func pivot(_ pivotRow: Int, _ column: Int) {
        let divisor = rows[pivotRow][column]
        for index in 0...width { rows[pivotRow][index] /= divisor }
        rows[pivotRow][column] = 1
        let source = rows[pivotRow]
        for row in rows.indices where row != pivotRow {
            let factor = rows[row][column]
            guard factor != 0 else { continue }
            for index in 0...width { rows[row][index] -= factor * source[index] }
            rows[row][column] = 0
            // A right side that rounding took below 0 would leave the points allowed.
            if rows[row][width] < 0, rows[row][width] > -1e-12 { rows[row][width] = 0 }
        }
        basis[pivotRow] = column
    }
}
