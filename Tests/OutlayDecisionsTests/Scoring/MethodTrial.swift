import OutlayDecisions
import OutlayProblems
import Testing

/// A method set as by default and a random table that it takes.
struct MethodTrial {
    let method: any ScoringMethod
    var columns: [DecisionMatrix.Column]
    var rows: [[Double]] = []

    /// Makes a table of 2 to 7 options and 2 to 5 criteria of figures from 1 to 99, some of them equal.
    ///
    /// Every third table has the figures less 30 where the method takes such. No option is worst on
    /// everything: CoCoSo refuses such a table.
    init(method name: String, seed: Int) throws {
        method = try AllMethods.method(named: name)
        let needsScale = type(of: method).descriptor.inputs.contains {
            $0.name == "scale" && $0.presence == .required
        }
        var generator = SeededGenerator(seed: seed)
        columns = (0..<Int.random(in: 2...5, using: &generator)).map { index in
            let rises = Bool.random(using: &generator)
            let scale = DecisionMatrix.Scale(worst: rises ? -200 : 200, best: rises ? 200 : -200)
            return DecisionMatrix.Column(
                name: "c\(index)", direction: rises ? .higher : .lower,
                weight: Double.random(in: 0.1...9, using: &generator),
                scale: needsScale ? scale : nil)
        }
        let count = Int.random(in: 2...7, using: &generator)
        repeat {
            rows = (0..<count).map { _ in
                columns.map { _ in
                    Bool.random(using: &generator)
                        ? Double(Int.random(in: 1...9, using: &generator))
                        : Double.random(in: 1...99, using: &generator)
                }
            }
        } while hasOptionWorstOnAll
        var lower = self
        lower.rows = rows.map { row in row.map { $0 - 30 } }
        if seed.isMultiple(of: 3), (try? lower.scores()) != nil { rows = lower.rows }
    }

    /// Whether an option is worst on every criterion that has weight and tells options apart.
    var hasOptionWorstOnAll: Bool {
        rows.contains { row in
            columns.indices.allSatisfy { index in
                let column = rows.map { $0[index] }
                let worst = columns[index].direction == .higher ? column.min() : column.max()
                return columns[index].weight == 0
                    || row[index] == worst && column.contains { $0 != row[index] }
            }
        }
    }

    /// Adds a criterion with a figure for each option.
    mutating func append(column name: String, weight: Double, _ figure: () -> Double) {
        let scale = columns[0].scale.map { _ in DecisionMatrix.Scale(worst: -200, best: 200) }
        columns.append(
            DecisionMatrix.Column(name: name, direction: .higher, weight: weight, scale: scale))
        for row in rows.indices { rows[row].append(figure()) }
    }

    func matrix() throws(Problem) -> DecisionMatrix {
        try DecisionMatrix(columns: columns, cells: rows.flatMap(\.self))
    }

    func result() throws(Problem) -> MethodResult {
        try method.scores(of: matrix())
    }

    func scores() throws(Problem) -> [Double] { try result().scores }

    /// Expects finite scores and steps of the table's shape.
    func requireFinite() throws {
        #expect(try scores().allSatisfy { $0.isFinite })
        for step in try method.steps(for: matrix()) {
            let (figures, count) =
                switch step.content {
                case .cells(let figures): (figures, rows.count * columns.count)
                case .options(let figures): (figures, rows.count)
                case .criteria(let figures): (figures, columns.count)
                case .pairs(let figures): (figures, rows.count * rows.count)
                case .number(let figure): ([figure], 1)
                }
            #expect(rows.isEmpty || figures.count == count, "\(step.symbol)")
            #expect(rows.isEmpty || figures.allSatisfy { $0.isFinite }, "\(step.symbol)")
        }
    }

    /// Returns the same table with the first criterion in a unit a hundredth as large.
    func inCents() -> MethodTrial {
        var cents = self
        for row in rows.indices { cents.rows[row][0] *= 100 }
        if let scale = columns[0].scale {
            cents.columns[0].scale = DecisionMatrix.Scale(
                worst: scale.worst * 100, best: scale.best * 100)
        }
        return cents
    }

    /// Returns scores of which more is better, or nil where an option that is worst on all is refused.
    private func worths() -> [Double]? {
        do throws(Problem) {
            let result = try self.result()
            return result.scores.map { result.higherIsBetter ? $0 : -$0 }
        } catch {
            #expect(hasOptionWorstOnAll, "\(error)")
            return nil
        }
    }

    /// Returns the row and column of an improvement that worsens the option's own score.
    func improvementThatHarms() throws -> String? {
        let worths = try #require(self.worths())
        for row in rows.indices {
            for (index, column) in columns.enumerated() {
                for factor in [1.01, 1.6, 8] {
                    var improved = self
                    improved.rows[row][index] = Self.improved(rows[row][index], column, by: factor)
                    if let changed = improved.worths(), changed[row] < worths[row] - 1e-9 {
                        return "row \(row), column \(index), factor \(factor)"
                    }
                }
            }
        }
        return nil
    }

    /// Returns a figure that is better by this factor, or as far as the scale goes.
    private static func improved(
        _ figure: Double, _ column: DecisionMatrix.Column, by factor: Double
    ) -> Double {
        column.direction == .higher
            ? min(figure + figure.magnitude * (factor - 1), column.scale?.best ?? .infinity)
            : max(figure - figure.magnitude * (1 - 1 / factor), column.scale?.best ?? -.infinity)
    }

    /// Returns an option that scores worse than one that is nowhere better.
    ///
    /// Looks at the table and at the same with an option a little better than the first.
    func slightedOption() throws -> Int? {
        var wider = self
        wider.rows.append(zip(rows[0], columns).map { Self.improved($0, $1, by: 1.02) })
        for trial in [self, wider] {
            guard let worths = trial.worths() else { continue }
            let slighted = worths.indices.first { own in
                worths.indices.contains { other in
                    worths[own] < worths[other] - 1e-9 && trial.isNowhereWorse(own, than: other)
                }
            }
            if let slighted { return slighted }
        }
        return nil
    }

    private func isNowhereWorse(_ own: Int, than other: Int) -> Bool {
        columns.indices.allSatisfy {
            columns[$0].direction == .higher
                ? rows[own][$0] >= rows[other][$0] : rows[own][$0] <= rows[other][$0]
        }
    }

    /// Returns an option whose copy changes the order of the options.
    func copyThatReorders() throws -> Int? {
        let worths = try #require(self.worths())
        return rows.indices.first { index in
            var wider = self
            wider.rows.append(rows[index])
            return wider.worths().map { Self.isReordered(worths, $0) } ?? false
        }
    }

    /// Returns whether one of a few random options changes the order of the others.
    func isReorderedByAnother(seed: Int) throws -> Bool {
        let worths = try #require(self.worths())
        var generator = SeededGenerator(seed: seed + 2_000)
        let others = (0..<5).map { _ in
            columns.map { _ in Double.random(in: 1...199, using: &generator) }
        }
        return others.contains { other in
            var wider = self
            wider.rows.append(other)
            return wider.worths().map { Self.isReordered(worths, $0) } ?? false
        }
    }

    private static func isReordered(_ before: [Double], _ after: [Double]) -> Bool {
        before.indices.contains { left in
            before.indices.contains { right in
                before[left] > before[right] + 1e-9 && after[left] < after[right] - 1e-9
            }
        }
    }
}

/// Returns whether the figures are the same but for rounding.
func areAlike(_ left: [Double], _ right: [Double]) -> Bool {
    left.count == right.count
        && zip(left, right).allSatisfy { ($0 - $1).magnitude <= 1e-9 * max(1, $0.magnitude) }
}
