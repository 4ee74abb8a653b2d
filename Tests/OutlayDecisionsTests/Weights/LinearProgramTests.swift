import OutlayDecisions
import OutlayProblems
import Testing

struct LinearProgramTests {
    private typealias Constraint = LinearProgram.Constraint

    @Test func `a published production plan comes out`() throws {
        // F. S. Hillier, G. J. Lieberman, Introduction to Operations Research, the Wyndor Glass Co.
        // example: 2 doors and 6 windows for a profit of 36.
        let program = LinearProgram(
            minimise: [-3, -5],
            constraints: [
                Constraint([1, 0], .atMost, 4), Constraint([0, 2], .atMost, 12),
                Constraint([3, 2], .atMost, 18),
            ])
        #expect(try program.solve() == .optimal(point: [2, 6], value: -36))
    }

    @Test func `equalities and lower bounds are met`() throws {
        // By hand: x + y = 10, y at least 3, cheapest with all the rest in x.
        let program = LinearProgram(
            minimise: [1, 2],
            constraints: [Constraint([1, 1], .equal, 10), Constraint([0, 1], .atLeast, 3)])
        #expect(try program.solve() == .optimal(point: [7, 3], value: 13))
    }

    @Test func `a degenerate program that cycles under the usual rule ends`() throws {
        // E. M. L. Beale, 1955: the rule of the steepest cost returns to its start after six pivots.
        let program = LinearProgram(
            minimise: [-0.75, 150, -0.02, 6],
            constraints: [
                Constraint([0.25, -60, -0.04, 9], .atMost, 0),
                Constraint([0.5, -90, -0.02, 3], .atMost, 0), Constraint([0, 0, 1, 0], .atMost, 1),
            ])
        guard case .optimal(let point, let value) = try program.solve() else {
            Issue.record("no optimum")
            return
        }
        #expect(abs(value + 0.05) < 1e-12)
        #expect(zip(point, [0.04, 0, 1, 0]).allSatisfy { abs($0 - $1) < 1e-12 })
    }

    @Test func `constraints that exclude each other are infeasible`() throws {
        #expect(
            try LinearProgram(
                minimise: [1],
                constraints: [Constraint([1], .atLeast, 2), Constraint([1], .atMost, 1)]
            ).solve() == .infeasible)
        #expect(
            try LinearProgram(minimise: [1], constraints: [Constraint([0], .equal, 1)]).solve()
                == .infeasible)
        #expect(
            try LinearProgram(minimise: [1, 1], constraints: [Constraint([1, 1], .atMost, -1)])
                .solve() == .infeasible)
    }

    @Test func `a value without a least one is unbounded`() throws {
        #expect(try LinearProgram(minimise: [-1], constraints: []).solve() == .unbounded)
        #expect(
            try LinearProgram(
                minimise: [-1, 0],
                constraints: [Constraint([1, -1], .equal, 0), Constraint([1, 1], .atLeast, 1)]
            ).solve() == .unbounded)
    }

    @Test func `repeated and empty constraints change nothing`() throws {
        let program = LinearProgram(
            minimise: [1, 1],
            constraints: [
                Constraint([1, 2], .equal, 4), Constraint([2, 4], .equal, 8),
                Constraint([0, 0], .equal, 0), Constraint([1, 2], .atLeast, 4),
            ])
        #expect(try program.solve() == .optimal(point: [0, 2], value: 2))
        #expect(
            try LinearProgram(minimise: [], constraints: []).solve()
                == .optimal(point: [], value: 0))
    }

    @Test func `unequal lengths and numbers that are not finite are refused`() {
        let ragged = LinearProgram(minimise: [1, 1], constraints: [Constraint([1], .equal, 1)])
        #expect(throws: Problem.self) { try ragged.solve() }
        for number in [Double.nan, .infinity, 1e200] {
            let program = LinearProgram(
                minimise: [1], constraints: [Constraint([number], .atMost, 1)])
            let problem = #expect(throws: Problem.self) { try program.solve() }
            #expect(problem?.code == .outOfRange)
        }
    }

    @Test func `random programs agree with the best of all corners`() throws {
        for seed in 0..<400 {
            var generator = SeededGenerator(seed: seed)
            let program = Self.randomProgram(using: &generator)
            let best = Corners(program).leastValue
            switch try program.solve() {
            case .optimal(let point, let value):
                #expect(point.allSatisfy { $0 >= 0 }, "seed \(seed)")
                #expect(abs(value - (best ?? .nan)) < 1e-7, "seed \(seed)")
            case .infeasible: #expect(best == nil, "seed \(seed)")
            case .unbounded: Issue.record("seed \(seed) is bounded")
            }
        }
    }

    /// A program with small whole coefficients, bounded by a total of at most 20.
    private static func randomProgram(using generator: inout SeededGenerator) -> LinearProgram {
        let variables = Int.random(in: 1...4, using: &generator)
        func row() -> [Double] {
            (0..<variables).map { _ in Double(Int.random(in: -3...3, using: &generator)) }
        }
        var constraints = [Constraint(Array(repeating: 1, count: variables), .atMost, 20)]
        for _ in 0..<Int.random(in: 1...5, using: &generator) {
            let relation: LinearProgram.Relation =
                switch Int.random(in: 0..<5, using: &generator) {
                case 0: .equal
                case 1, 2: .atLeast
                default: .atMost
                }
            constraints.append(
                Constraint(row(), relation, Double(Int.random(in: -6...6, using: &generator))))
        }
        return LinearProgram(minimise: row(), constraints: constraints)
    }
}

/// All corners of a bounded program, by brute force.
private struct Corners {
    let leastValue: Double?

    init(_ program: LinearProgram) {
        let variables = program.objective.count
        let axes = (0..<variables).map { axis in
            LinearProgram.Constraint(
                (0..<variables).map { $0 == axis ? 1 : 0 }, .atLeast, 0)
        }
        let all = program.constraints + axes
        var least: Double?
        for choice in Self.choices(of: variables, from: all.count) {
            guard let point = Self.solution(of: choice.map { all[$0] }) else { continue }
            let feasible = all.allSatisfy { constraint in
                let excess = Self.product(constraint.coefficients, point) - constraint.bound
                switch constraint.relation {
                case .atMost: return excess < 1e-7
                case .equal: return abs(excess) < 1e-7
                case .atLeast: return excess > -1e-7
                }
            }
            if feasible { least = min(least ?? .infinity, Self.product(program.objective, point)) }
        }
        leastValue = least
    }

    private static func product(_ left: [Double], _ right: [Double]) -> Double {
        zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
    }

    private static func choices(of count: Int, from total: Int) -> [[Int]] {
        guard count > 0 else { return [[]] }
        guard count <= total else { return [] }
        return choices(of: count - 1, from: total - 1).map { $0 + [total - 1] }
            + choices(of: count, from: total - 1)
    }

    private static func solution(of equations: [LinearProgram.Constraint]) -> [Double]? {
        var rows = equations.map { $0.coefficients + [$0.bound] }
        for column in rows.indices {
            let pivot = (column..<rows.count).max {
                abs(rows[$0][column]) < abs(rows[$1][column])
            }
            guard let pivot, abs(rows[pivot][column]) > 1e-9 else { return nil }
            rows.swapAt(column, pivot)
            for row in rows.indices where row != column {
                let factor = rows[row][column] / rows[column][column]
                for index in rows[row].indices { rows[row][index] -= factor * rows[column][index] }
            }
        }
        return rows.indices.map { rows[$0][rows.count] / rows[$0][$0] }
    }
}
