import Outlay

/// Methods that compare options in pairs.
enum OutrankingFamily: Family {
    static let checks: [String: Check] = [
        "promethee2": { try checkFlows($0) },
        "electre3.credibility": { try checkCredibility($0) },
    ]

    private static let shapes: [String: PreferenceFunction.Shape] = [
        "usual": .usual, "ushape": .uShape, "vshape": .vShape, "level": .level,
        "linear": .linear, "gaussian": .gaussian,
    ]

    private static func checkFlows(_ known: KnownCase) throws {
        let plain = try DecisionTable.matrix(of: known)
        let count = plain.columns.count
        let names = try known.params.required("functions").texts()
        guard names.count == count else {
            throw CaseFault.faulty("`params.functions` is not one for each criterion")
        }
        let (q, p, s) = (
            try thresholds("q", known, count), try thresholds("p", known, count),
            try thresholds("s", known, count)
        )
        var columns = plain.columns
        for (index, name) in names.enumerated() {
            guard let shape = shapes[name] else {
                throw CaseFault.unsupported("the preference function `\(name)` is not known")
            }
            columns[index].preference = PreferenceFunction(
                shape, indifference: q[index], strict: p[index], spread: s[index])
        }
        let matrix = try plain.with(columns: columns)
        guard
            let method = try AllMethods.method(named: "promethee-2") as? PROMETHEE2
        else { throw CaseFault.unsupported("the library lists another `promethee-2`") }
        let result = try method.scores(of: matrix)
        let flows = try OutrankingFlows(of: matrix)
        try known.compare("scores", .numbers(result.scores))
        try known.compare("ranking", .counts(result.ranks))
        try ScoringCheck.compareOrder(known, result)
        try known.compare("positive_flow", .numbers(flows.positive))
        try known.compare("negative_flow", .numbers(flows.negative))
        try known.compare(
            "preference_indices", .table(try method.preferenceIndices(of: matrix).rows))
    }

    private static func checkCredibility(_ known: KnownCase) throws {
        let plain = try DecisionTable.matrix(of: known)
        let count = plain.columns.count
        let (q, p) = (try thresholds("q", known, count), try thresholds("p", known, count))
        let vetoes = try known.params.required("v").list()
        guard vetoes.count == count else {
            throw CaseFault.faulty("`params.v` is not one number for each criterion")
        }
        var columns = plain.columns
        for (index, veto) in vetoes.enumerated() {
            columns[index].preference = PreferenceFunction(
                .linear, indifference: q[index], strict: p[index])
            columns[index].veto = veto.isNull ? nil : try veto.number()
        }
        let matrix = try plain.with(columns: columns)
        let method = ELECTRE3()
        try known.compare("concordance", .table(try method.concordance(of: matrix).rows))
        try known.compare("credibility", .table(try method.credibility(of: matrix).rows))
    }

    private static func thresholds(
        _ key: String, _ known: KnownCase, _ count: Int
    ) throws -> [Double] {
        let numbers = try known.params.required(key).numbers()
        guard numbers.count == count else {
            throw CaseFault.faulty("`params.\(key)` is not one number for each criterion")
        }
        return numbers
    }
}
