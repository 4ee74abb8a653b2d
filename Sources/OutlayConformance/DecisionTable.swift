import Outlay

/// The tables of options and criteria that cases hold.
enum DecisionTable {
    /// Returns the table of a case, with its weights, bounds and the names it gives.
    static func matrix(of known: KnownCase) throws -> DecisionMatrix {
        let rows = try known.input.required("matrix").table()
        var columns = try columns(of: known)
        if let weights = try known.input.given("weights")?.numbers() {
            columns = try Self.columns(columns, weighing: weights)
        }
        if let bounds = try known.params.given("bounds")?.table() {
            guard bounds.count == columns.count, bounds.allSatisfy({ $0.count == 2 }) else {
                throw CaseFault.faulty("`params.bounds` is not a pair for each criterion")
            }
            for (index, ends) in bounds.enumerated() {
                columns[index].scale =
                    columns[index].direction == .higher
                    ? DecisionMatrix.Scale(worst: ends[0], best: ends[1])
                    : DecisionMatrix.Scale(worst: ends[1], best: ends[0])
            }
        }
        return try matrix(columns, rows, names: known.input.given("options")?.texts() ?? [])
    }

    /// Returns a table after looking at the length of each row.
    static func matrix(
        _ columns: [DecisionMatrix.Column], _ rows: [[Double]], names: [String] = []
    ) throws -> DecisionMatrix {
        guard rows.allSatisfy({ $0.count == columns.count }) else {
            throw CaseFault.faulty("`matrix` has a row without a cell for each criterion")
        }
        return try DecisionMatrix(
            columns: columns, cells: rows.flatMap(\.self), rowNames: names)
    }

    /// Returns the criteria of a case, each of weight 1.
    static func columns(of known: KnownCase) throws -> [DecisionMatrix.Column] {
        var columns: [DecisionMatrix.Column] = []
        for item in try known.input.required("criteria").list() {
            let fields = try Fields(item.node, place: item.place)
            columns.append(
                DecisionMatrix.Column(
                    name: try fields.required("id").text(),
                    direction: try direction(of: fields.required("direction")), weight: 1))
            fields.pass(over: ["name", "title", "unit"])
            try fields.requireNothingLeft()
        }
        return columns
    }

    /// Returns `columns` with one weight each.
    static func columns(
        _ columns: [DecisionMatrix.Column], weighing weights: [Double]
    ) throws -> [DecisionMatrix.Column] {
        guard weights.count == columns.count else {
            throw CaseFault.faulty("there is not one weight for each criterion")
        }
        return zip(columns, weights).map { column, weight in
            var copy = column
            copy.weight = weight
            return copy
        }
    }

    /// Returns the direction that `max` or `min` stands for.
    static func direction(of item: Item) throws -> Direction {
        switch try item.text() {
        case "max": return .higher
        case "min": return .lower
        case let word: throw CaseFault.unsupported("`\(item.place)` is `\(word)`")
        }
    }
}
