import Outlay

/// Methods that give each option of a table one score.
enum ScoringFamily: Family {
    static let checks: [String: Check] = methods.mapValues { method in
        { @Sendable known in try method.check(known) }
    }

    private static let methods: [String: ScoringCheck] = [
        "wsm": ScoringCheck("weighted-sum", variantSettings: ["normalisation"]),
        "topsis": ScoringCheck("topsis", variantSettings: ["normalisation"]),
    ]
}

/// How the cases of a scoring method are read.
struct ScoringCheck: Sendable {
    /// The library's identifier of the method.
    var identifier: String
    /// The keys of the variant that are settings of the same name.
    var variantSettings: [String]
    /// The setting for each parameter of a case.
    var parameters: [String: String]
    /// The value that other keys of the variant must have.
    var variant: [String: String]
    /// What is compared beside scores and ranking.
    var more: @Sendable (KnownCase, any ScoringMethod, DecisionMatrix) throws -> Void

    init(
        _ identifier: String, variantSettings: [String] = [], parameters: [String: String] = [:],
        variant: [String: String] = [:],
        more: @escaping @Sendable (KnownCase, any ScoringMethod, DecisionMatrix) throws -> Void = {
            _, _, _ in
        }
    ) {
        self.identifier = identifier
        self.variantSettings = variantSettings
        self.parameters = parameters
        self.variant = variant
        self.more = more
    }

    /// Runs the case and compares scores, ranking, their direction, and what is more.
    func check(_ known: KnownCase) throws {
        for (key, word) in variant.sorted(by: { $0.key < $1.key }) {
            guard let item = known.variant[key] else { continue }
            guard try item.text() == word else {
                throw CaseFault.unsupported("`\(item.place)` is \(try item.text()), not \(word)")
            }
        }
        var settings = MethodSettings()
        for key in variantSettings {
            if let item = known.variant[key] { settings.values[key] = .word(try item.text()) }
        }
        for (key, setting) in parameters {
            if let item = known.params[key] {
                settings.values[setting] = .number(try item.number())
            }
        }
        let method = try method(settings)
        let matrix = try DecisionTable.matrix(of: known)
        let result = try method.scores(of: matrix)
        try known.compare("scores", .numbers(result.scores))
        try known.compare("ranking", .counts(result.ranks))
        try known.expected.compare("higher_is_better", .flag(result.higherIsBetter))
        try known.expected.compare("tie_rule", .text("equal scores share the smaller rank"))
        try more(known, method, matrix)
        try checkPrintedWeights(known, method, matrix)
    }

    private func method(_ settings: MethodSettings) throws -> any ScoringMethod {
        do {
            return try AllMethods.method(named: identifier, settings: settings)
        } catch {
            guard error.code == .unknownName else { throw error }
            throw CaseFault.unsupported(error.inOneLine)
        }
    }

    /// Compares the printed scores with those by the printed weights too.
    private func checkPrintedWeights(
        _ known: KnownCase, _ method: any ScoringMethod, _ matrix: DecisionMatrix
    ) throws {
        guard let published = known.published,
            let weights = try published.fields["weights_as_printed"]?.numbers()
        else { return }
        let columns = try DecisionTable.columns(matrix.columns, weighing: weights)
        let result = try method.scores(of: matrix.with(columns: columns))
        try published.compare("scores", .numbers(result.scores))
        try published.compare("ranking", .counts(result.ranks))
    }
}
