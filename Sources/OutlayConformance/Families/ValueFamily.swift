import Outlay

/// The additive value model: value functions, and knock-outs before anything is scored.
enum ValueFamily: Family {
    static let checks: [String: Check] = [
        "mavt.piecewise": { try checkPiecewise($0) },
        "screening+wsm": { try checkScreening($0) },
    ]

    private static func checkPiecewise(_ known: KnownCase) throws {
        let functions = try known.input.required("value_functions").list()
        let weights = try shares(known.input.required("weights"))
        guard weights.count == functions.count else {
            throw CaseFault.faulty("there is not one weight for each value function")
        }
        var criteria: [Criterion] = []
        for (index, item) in functions.enumerated() {
            // Cases state no direction: a function may rise and fall.
            let function = ValueFunction.piecewise(try points(of: item))
            criteria.append(
                Criterion(
                    id: "c\(index)", title: "c\(index)", weight: weights[index],
                    content: .leaf(
                        Criterion.Leaf(
                            unit: "", direction: function.impliedDirection,
                            valueFunction: function))))
        }
        var candidates: [Candidate] = []
        for (index, item) in try known.input.required("matrix").list().enumerated() {
            let row = try item.exactNumbers()
            guard row.count == criteria.count else {
                throw CaseFault.faulty("`\(item.place)` has not one cell for each criterion")
            }
            candidates.append(
                Candidate(
                    id: "a\(index)",
                    performances: Dictionary(
                        uniqueKeysWithValues: zip(criteria, row).map { ($0.id, .number($1)) })))
        }
        let result = try AdditiveValue.evaluate(
            candidates,
            by: DecisionModel(criteria: criteria, knockOuts: [], margin: .zero, missing: .refuse))
        // Cases count values from 0 to 1, the library from 0 to 100.
        try known.compare(
            "values",
            .list(
                result.candidates.map { candidate in
                    .optionals(candidate.scores.map { $0.value.map { $0 / 100 } })
                }))
        try known.compare("scores", .optionals(result.candidates.map { $0.value.map { $0 / 100 } }))
        try known.compare(
            "ranking", .list(result.candidates.map { $0.rank.map { .count($0) } ?? .none }))
    }

    private static func points(of item: Item) throws -> [ValueFunction.Point] {
        let hundred = ExactDecimal(100)
        var points: [ValueFunction.Point] = []
        for item in try item.list() {
            let pair = try item.exactNumbers()
            guard pair.count == 2 else { throw CaseFault.faulty("`\(item.place)` is no pair") }
            points.append(
                ValueFunction.Point(performance: pair[0], value: try pair[1] * hundred))
        }
        return points
    }

    /// The weights, the last of which takes up what a written-out fraction leaves of 1.
    private static func shares(_ item: Item) throws -> [ExactDecimal] {
        var weights = try item.exactNumbers()
        var rest = ExactDecimal.one
        for weight in weights.dropLast() { rest = try rest - weight }
        guard let last = weights.last, (try rest - last).doubleValue.magnitude < 1e-9 else {
            throw CaseFault.faulty("`\(item.place)` does not total 1")
        }
        weights[weights.count - 1] = rest
        return weights
    }

    private static func checkScreening(_ known: KnownCase) throws {
        let matrix = try DecisionTable.matrix(of: known)
        let knockOuts = try knockOuts(known, matrix.columns.map(\.name))
        var candidates: [Candidate] = []
        for (row, item) in try known.input.required("matrix").list().enumerated() {
            let cells = try item.exactNumbers()
            candidates.append(
                Candidate(
                    id: "a\(row)",
                    performances: Dictionary(
                        uniqueKeysWithValues: knockOuts.map { knockOut, column in
                            (knockOut.id, .number(cells[column]))
                        })))
        }
        let screened = try AdditiveValue.evaluate(
            candidates,
            by: DecisionModel(
                criteria: [], knockOuts: knockOuts.map(\.0), margin: .zero, missing: .refuse))
        let survivors = screened.candidates.indices.filter {
            screened.candidates[$0].eligibility == .eligible
        }
        let rows = try known.input.required("matrix").table()
        let rest = try DecisionTable.matrix(matrix.columns, survivors.map { rows[$0] })
        let method = try AllMethods.method(named: "weighted-sum")
        let result = try method.scores(of: rest)
        try known.compare("survivors", .counts(survivors))
        try known.compare("scores", .numbers(result.scores))
        try known.compare("ranking", .counts(result.ranks))
        try known.compare(
            "scores_unscreened", .numbers(try method.scores(of: matrix).scores))
    }

    private static func knockOuts(
        _ known: KnownCase, _ criteria: [String]
    ) throws -> [(KnockOut, Int)] {
        try known.params.required("limits").list().enumerated().map { index, item in
            let fields = try Fields(item.node, place: item.place)
            let name = try fields.required("criterion").text()
            guard let column = criteria.firstIndex(of: name) else {
                throw CaseFault.faulty("`\(item.place)` limits no criterion of the case")
            }
            let bound = try fields.required("value").exactNumber()
            let requirement: KnockOut.Requirement
            switch try fields.required("kind").text() {
            case "max": requirement = .numberAtMost(bound)
            case "min": requirement = .numberAtLeast(bound)
            case let kind: throw CaseFault.unsupported("a limit of kind `\(kind)` is not known")
            }
            try fields.requireNothingLeft()
            return (KnockOut(id: "k\(index)", question: name, requirement: requirement), column)
        }
    }
}
