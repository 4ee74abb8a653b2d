import ArgumentParser
import Outlay

/// What people state of weights on the command line.
struct WeightingOptions: ParsableArguments {
    @Option(help: "The weighting, such as swing, ahp or entropy.")
    var method: String?

    @Option(
        help: ArgumentHelp(
            "The points of a criterion, for points and swing; repeatable.",
            valueName: "criterion=points"))
    var points: [String] = []

    @Option(
        help: ArgumentHelp(
            "The criteria, the most valued first, tied ones joined by =, for rank orders.",
            valueName: "a,b=c,d"))
    var order: String?

    @Option(
        help: ArgumentHelp(
            "How many times as much one criterion counts as another, for ahp; repeatable.",
            valueName: "a/b=ratio"))
    var compare: [String] = []

    @Option(
        help: ArgumentHelp(
            "How weights come from comparisons: eigenvector, geometric-mean or column-mean.",
            valueName: "rule"))
    var priorities: String?

    @Option(
        help: ArgumentHelp("The most valued criterion, for best-worst.", valueName: "criterion"))
    var best: String?

    @Option(
        help: ArgumentHelp("The least valued criterion, for best-worst.", valueName: "criterion"))
    var worst: String?

    @Option(
        help: ArgumentHelp(
            "How many times as much the best counts as a criterion; repeatable.",
            valueName: "criterion=ratio"))
    var bestOver: [String] = []

    @Option(
        help: ArgumentHelp(
            "How many times as much a criterion counts as the worst; repeatable.",
            valueName: "criterion=ratio"))
    var overWorst: [String] = []

    /// The weighting that `--method` names, or nil without one.
    ///
    /// - Throws: ``ProblemCode/unknownName``.
    func weighting() throws(Problem) -> (any Weighting.Type)? {
        guard let method else { return nil }
        do {
            return try AllWeightings.weighting(named: method)
        } catch {
            throw error.located(at: .argument("--method"))
        }
    }

    /// The options that state something, with the kind of weighting that takes each.
    private var given: [(argument: String, kind: WeightingKind)] {
        let all: [(String, WeightingKind, Bool)] = [
            ("--points", .points, !points.isEmpty), ("--order", .order, order != nil),
            ("--compare", .comparisons, !compare.isEmpty),
            ("--priorities", .comparisons, priorities != nil), ("--best", .bestWorst, best != nil),
            ("--worst", .bestWorst, worst != nil), ("--best-over", .bestWorst, !bestOver.isEmpty),
            ("--over-worst", .bestWorst, !overWorst.isEmpty),
        ]
        return all.filter(\.2).map { ($0.0, $0.1) }
    }

    /// Throws ``ProblemCode/usage`` for the first statement that a weighting of `kind` takes no notice of.
    func requireOnly(_ kind: WeightingKind?, because reason: String) throws(Problem) {
        guard let extra = given.first(where: { $0.kind != kind }) else { return }
        throw Problem(
            .usage, "`\(extra.argument)` changes nothing here", at: .argument(extra.argument),
            because: reason)
    }

    /// Returns what is stated for a weighting of `kind`, and the criteria in the order they are named first.
    ///
    /// - Throws: ``ProblemCode/usage`` for what is missing or cannot be read.
    func statement(
        for kind: WeightingKind
    ) throws(Problem) -> (evidence: WeightingEvidence, criteria: [String]) {
        switch kind {
        case .points:
            let pairs = try Self.pairs(points, "--points", "write it such as `price=100`")
            return (.points(pairs.map { CriterionPoints($0, $1) }), Self.unique(pairs.map(\.0)))
        case .order:
            guard let order else { throw Self.missing("--order", "add `--order price,speed`") }
            let places = order.split(separator: ",", omittingEmptySubsequences: false).map {
                $0.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            }
            guard !places.contains(where: { $0.contains("") }) else {
                throw Problem(
                    .usage, "\(Problem.quoted(order)) is not an order", at: .argument("--order"),
                    because: "each place names one criterion, or several joined by `=`",
                    hint: "write it such as `price,speed=size,service`")
            }
            return (.order(places), Self.unique(places.flatMap(\.self)))
        case .comparisons: return try comparisons()
        case .bestWorst: return try bestWorst()
        case .data:
            throw Self.missing("TABLE", "name a table, and its columns by `--column`")
        }
    }

    private func comparisons() throws(Problem) -> (WeightingEvidence, [String]) {
        let hint = "write it such as `price/speed=3`"
        var list: [Comparison] = []
        for (names, ratio) in try Self.pairs(compare, "--compare", hint) {
            let parts = names.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count == 2, !parts.contains("") else {
                throw Problem(
                    .usage, "\(Problem.quoted(names)) names no two criteria",
                    at: .argument("--compare"),
                    because: "two criteria and a `/` between them belong here",
                    hint: hint)
            }
            list.append(Comparison(of: String(parts[0]), over: String(parts[1]), ratio))
        }
        guard let rule = PriorityRule(rawValue: priorities ?? PriorityRule.eigenvector.rawValue)
        else {
            let known = PriorityRule.allCases.map(\.rawValue)
            throw Problem(
                .unknownName, "there are no priorities \(Problem.quoted(priorities ?? ""))",
                at: .argument("--priorities"), because: "they are \(known.joined(separator: ", "))",
                hint: Suggestion.hint(for: priorities ?? "", among: known))
        }
        return (
            .comparisons(PairwiseStatement(list, priorities: rule)),
            Self.unique(list.flatMap { [$0.of, $0.over] })
        )
    }

    private func bestWorst() throws(Problem) -> (WeightingEvidence, [String]) {
        guard let best else { throw Self.missing("--best", "add `--best price`") }
        guard let worst else { throw Self.missing("--worst", "add `--worst training`") }
        let hint = "write it such as `speed=3`"
        let toOthers = try Self.pairs(bestOver, "--best-over", hint)
        let toWorst = try Self.pairs(overWorst, "--over-worst", hint)
        return (
            .bestWorst(
                BestWorstStatement(
                    best: best, worst: worst,
                    bestToOthers: try Self.map(toOthers, "--best-over"),
                    othersToWorst: try Self.map(toWorst, "--over-worst"))),
            Self.unique([best] + toOthers.map(\.0) + toWorst.map(\.0) + [worst])
        )
    }

    // MARK: - Parts of a statement

    private static func pairs(
        _ texts: [String], _ argument: String, _ hint: String
    ) throws(Problem) -> [(String, Double)] {
        guard !texts.isEmpty else { throw missing(argument, "add `\(argument)`; \(hint)") }
        var pairs: [(String, Double)] = []
        for text in texts {
            guard let sign = text.lastIndex(of: "="), sign > text.startIndex else {
                throw Problem(
                    .usage, "\(Problem.quoted(text)) names no criterion and number",
                    at: .argument(argument),
                    because: "a criterion's name, `=` and a number belong here", hint: hint)
            }
            do {
                let number = try ExactDecimal(parsing: String(text[text.index(after: sign)...]))
                pairs.append((String(text[..<sign]), number.doubleValue))
            } catch {
                throw error.located(at: .argument(argument))
            }
        }
        return pairs
    }

    private static func map(
        _ pairs: [(String, Double)], _ argument: String
    ) throws(Problem) -> [String: Double] {
        var map: [String: Double] = [:]
        for (name, number) in pairs where map.updateValue(number, forKey: name) != nil {
            throw Problem(
                .duplicateIdentifier, "`\(name)` is compared twice", at: .argument(argument),
                because: "each criterion is compared once")
        }
        return map
    }

    private static func missing(_ argument: String, _ hint: String) -> Problem {
        Problem(
            .usage, "`\(argument)` is missing", at: .argument(argument),
            because: "the weighting derives weights from it", hint: hint)
    }

    private static func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
