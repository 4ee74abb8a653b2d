import Outlay

/// Methods that give each option of a table one score.
enum ScoringFamily: Family {
    static let checks: [String: Check] = methods.mapValues { method in
        { @Sendable known in try method.check(known) }
    }

    private static let methods: [String: ScoringCheck] = [
        "wsm": ScoringCheck("weighted-sum", variantSettings: ["normalisation"]),
        "wpm": ScoringCheck("weighted-product", variantSettings: ["normalisation"]),
        "waspas": ScoringCheck("waspas", parameters: ["lam": "lambda"]),
        "topsis": ScoringCheck(
            "topsis", variantSettings: ["normalisation"], variant: ["distance": "euclidean"]),
        "vikor": ScoringCheck("vikor", parameters: ["v": "v"], more: compareCompromise),
        "spotis": ScoringCheck("spotis"),
        "copras": ScoringCheck("copras"),
        "aras": ScoringCheck("aras"),
        "edas": ScoringCheck("edas"),
        "marcos": ScoringCheck("marcos"),
        "mabac": ScoringCheck("mabac"),
        "codas": ScoringCheck("codas", parameters: ["tau": "tau"]),
        "moora": ScoringCheck("moora"),
        "cocoso": ScoringCheck("cocoso", parameters: ["lam": "lambda"]),
    ]

    private static func compareCompromise(
        _ known: KnownCase, _ method: any ScoringMethod, _ matrix: DecisionMatrix
    ) throws {
        guard let vikor = method as? VIKOR else {
            throw CaseFault.unsupported("the library lists another `vikor`")
        }
        let solution = try vikor.solution(of: matrix)
        try known.compare("S", .numbers(solution.groupUtilities))
        try known.compare("R", .numbers(solution.individualRegrets))
        try known.compare("acceptable_advantage", .flag(solution.hasAcceptableAdvantage))
        try known.compare("acceptable_stability", .flag(solution.hasAcceptableStability))
        try known.compare("compromise_set", .set(solution.compromiseSet))
    }
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
            guard let item = known.variant.given(key) else { continue }
            guard try item.text() == word else {
                throw CaseFault.unsupported("`\(item.place)` is \(try item.text()), not \(word)")
            }
        }
        var settings = MethodSettings()
        for key in variantSettings {
            if let item = known.variant.given(key) { settings.values[key] = .word(try item.text()) }
        }
        for (key, setting) in parameters {
            if let item = known.params.given(key) {
                settings.values[setting] = .number(try item.number())
            }
        }
        let method = try method(settings)
        let matrix = try DecisionTable.matrix(of: known)
        let result = try method.scores(of: matrix)
        try known.compare("scores", .numbers(result.scores))
        try known.compare("ranking", .counts(result.ranks))
        try Self.compareOrder(known, result)
        try more(known, method, matrix)
        try checkPrintedWeights(known, method, matrix)
    }

    /// Compares what a case says of the order of its scores.
    static func compareOrder(_ known: KnownCase, _ result: MethodResult) throws {
        try known.expected.compare("higher_is_better", .flag(result.higherIsBetter))
        try known.expected.compare("tie_rule", .text("equal scores share the smaller rank"))
    }

    private func method(_ settings: MethodSettings) throws -> any ScoringMethod {
        do {
            return try AllMethods.method(named: identifier, settings: settings)
        } catch {
            guard error.code == .unknownName else { throw error }
            throw CaseFault.unsupported(error.summary)
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
