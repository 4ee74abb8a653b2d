import OutlayProblems

/// How far scoring methods agree on one table, over all of them and all normalisations they take.
///
/// A method that takes several normalisations counts once for each. A method that cannot score the table is
/// listed with its reason. That many methods agree does not make a choice right: most share the weights, and
/// with them their mistakes.
public struct MethodAgreement: Sendable, Hashable {
    /// One method, set in one way.
    public struct Run: Sendable, Hashable {
        /// The method's identifier.
        public let method: String
        /// The normalisation, or nil for a method that takes none.
        public let normalisation: String?
        /// What it says of the table.
        public let outcome: Outcome

        /// The rank of each option, or nil where the method refuses the table.
        public var ranks: [Int]? {
            guard case .ranked(let ranks) = outcome else { return nil }
            return ranks
        }
    }

    /// What a method says of a table.
    public enum Outcome: Sendable, Hashable {
        /// The rank of each option, 1 the best.
        case ranked([Int])
        /// The method cannot score the table, and why.
        case refused(Problem)
    }

    /// Every method in every way it can be set, in the order of the list; none is left out.
    public let runs: [Run]
    /// For each option how many runs rank it first; options that share the first place count each.
    public let wins: [Int]
    /// The best and the worst rank of each option; nil where every method refuses the table.
    public let rankRanges: [ClosedRange<Int>]?
    /// The mean of Kendall's τ-a over all pairs of runs that rank, -1 … 1; nil with fewer than two such runs
    /// or fewer than two options.
    public let meanCorrelation: Double?

    /// The runs whose method refuses the table.
    public var refusals: [Run] { runs.filter { $0.ranks == nil } }
    /// How many runs rank the options.
    public var rankedCount: Int { runs.count - refusals.count }

    /// Scores `matrix` by each of `methods` with each normalisation it takes, and defaults otherwise.
    ///
    /// - Complexity: O(*r*) times the cost of a method and O(*r*² *n* log *n*), with *r* runs and *n* options.
    public init(
        on matrix: DecisionMatrix, methods: [any ScoringMethod.Type] = AllMethods.list
    ) {
        let runs = methods.flatMap { method in
            Self.normalisations(of: method).map { Self.run(method, $0, on: matrix) }
        }
        let rankings = runs.compactMap(\.ranks)
        self.runs = runs
        wins = (0..<matrix.rowCount).map { option in
            rankings.count { $0[option] == 1 }
        }
        rankRanges =
            rankings.isEmpty
            ? nil
            : (0..<matrix.rowCount).map { option in
                let ranks = rankings.map { $0[option] }
                return (ranks.min() ?? 1)...(ranks.max() ?? 1)
            }
        meanCorrelation = Self.meanCorrelation(of: rankings)
    }

    private static func normalisations(of method: any ScoringMethod.Type) -> [String?] {
        for setting in method.descriptor.settings where setting.name == "normalisation" {
            if case .choice(let words, default: _) = setting.domain { return words }
        }
        return [nil]
    }

    private static func run(
        _ method: any ScoringMethod.Type, _ normalisation: String?, on matrix: DecisionMatrix
    ) -> Run {
        let identifier = method.descriptor.identifier
        let settings = MethodSettings(normalisation.map { ["normalisation": .word($0)] } ?? [:])
        let outcome: Outcome
        do throws(Problem) {
            outcome = .ranked(try method.init(settings: settings).scores(of: matrix).ranks)
        } catch {
            outcome = .refused(error)
        }
        return Run(method: identifier, normalisation: normalisation, outcome: outcome)
    }

    private static func meanCorrelation(of rankings: [[Int]]) -> Double? {
        var (sum, count) = (0.0, 0)
        for (place, first) in rankings.enumerated() {
            for second in rankings.dropFirst(place + 1) {
                // Only fewer than two options make rankings of one table incomparable.
                guard let correlation = try? RankCorrelation(of: first, and: second) else {
                    return nil
                }
                sum += correlation.kendall
                count += 1
            }
        }
        return count > 0 ? sum / Double(count) : nil
    }
}
