import OutlayDecisions

/// An invented table for the methods that compare options in pairs.
struct RandomPairs {
    var columns: [DecisionMatrix.Column]
    var rows: [[Double]]

    /// Creates the table of `seed`; only `shapes` occur, and a veto on some criteria where asked for.
    init(
        seed: Int, shapes: [PreferenceFunction.Shape] = PreferenceFunction.Shape.allCases,
        vetoes: Bool = false
    ) {
        var generator = SeededGenerator(seed: seed)
        columns = (0..<Int.random(in: 1...5, using: &generator)).map { index in
            let indifference = Double.random(in: 0...20, using: &generator)
            let strict = indifference + Double.random(in: 0...30, using: &generator)
            let shape = shapes[Int.random(in: 0..<shapes.count, using: &generator)]
            let hasVeto = vetoes && Bool.random(using: &generator)
            return DecisionMatrix.Column(
                name: "c\(index)",
                direction: Bool.random(using: &generator) ? .higher : .lower,
                weight: Double.random(in: 0.1...9, using: &generator),
                preference: PreferenceFunction(
                    shape, indifference: indifference, strict: strict,
                    spread: Double.random(in: 1...30, using: &generator)),
                veto: hasVeto ? strict + Double.random(in: 1...60, using: &generator) : nil)
        }
        let count = columns.count
        rows = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
            (0..<count).map { _ in Double(Int.random(in: -50...50, using: &generator)) }
        }
    }

    func matrix() throws -> DecisionMatrix {
        try DecisionMatrix(columns: columns, cells: rows.flatMap(\.self))
    }

    /// Whether the option at `first` is nowhere worse than the one at `second`.
    func isNowhereWorse(_ first: Int, than second: Int) -> Bool {
        columns.indices.allSatisfy { index in
            let gap = rows[first][index] - rows[second][index]
            return (columns[index].direction == .higher ? gap : -gap) >= 0
        }
    }

    /// The table with one option more that is worse than the first on every criterion.
    func withDominated() -> RandomPairs {
        var copy = self
        guard let first = rows.first else { return copy }
        copy.rows.append(
            zip(columns, first).map { column, cell in
                column.direction == .higher ? cell - 9 : cell + 9
            })
        return copy
    }
}
