import OutlayEconomics
import OutlayProblems
import OutlayValues

/// What differs between two evaluations in meaning, and what follows in money, rank and sources.
public struct EvaluationDifference: Sendable {
    /// The first evaluation with its figures.
    public let before: EvaluationResult
    /// The second evaluation with its figures.
    public let after: EvaluationResult
    /// What is stated otherwise, in the order readers meet it.
    public let changes: [Change]
    /// What follows for each option: those of the second, then those that are gone.
    public let options: [OptionDifference]

    /// One thing that is stated otherwise.
    public struct Change: Sendable, Hashable {
        /// What kind of thing it is, such as `line` or `source`.
        public let kind: String
        /// What it is called, such as `northwind.seats`.
        public let subject: String
        /// What of it changed; empty where it is the thing itself.
        public let field: String
        /// What was stated; nil where nothing was.
        public let before: String?
        /// What is stated; nil where nothing is.
        public let after: String?

        /// The change in one line: `unit price 89 → 91`.
        public var inWords: String {
            let what = field.isEmpty ? "" : field + " "
            switch (before, after) {
            case (nil, let after?): return what + "added: " + after
            case (let before?, nil): return what + "removed, was " + before
            default: return what + "\(before ?? "") → \(after ?? "")"
            }
        }
    }

    /// Compares two evaluations with their figures.
    ///
    /// - Throws: ``ProblemCode/overflow`` when a sum needs more than 38 digits.
    /// - Complexity: what ``FigureIndex/init(_:)`` has, and O(*n*) in what is stated.
    public init(from before: EvaluationResult, to after: EvaluationResult) throws(Problem) {
        self.before = before
        self.after = after
        changes = Self.changes(Statements(before).all, Statements(after).all)
        let figures = FigurePair(before: try FigureIndex(before), after: try FigureIndex(after))
        let kept = after.options.map(\.option.id)
        let gone = before.options.map(\.option.id).filter { !kept.contains($0) }
        var options: [OptionDifference] = []
        for id in kept + gone {
            options.append(
                try OptionDifference(
                    id, from: before, to: after, figures: figures, changes: changes))
        }
        self.options = options
    }

    /// Whether nothing is stated otherwise and no figure differs.
    public var isEmpty: Bool { changes.isEmpty && options.allSatisfy(\.isEmpty) }

    /// Whether both are in one currency, so that money can be subtracted.
    public var isOneCurrency: Bool {
        before.evaluation.study.currency == after.evaluation.study.currency
    }

    /// Whether other options have rank 1.
    public var changesFirst: Bool {
        Set(before.leaders.map(\.option.id)) != Set(after.leaders.map(\.option.id))
    }

    /// What readers must know beside the differences.
    public var findings: [Problem] {
        guard !isOneCurrency else { return [] }
        let currencies = [before, after].map(\.evaluation.study.currency.code)
        return [
            Problem(
                .differentCurrencies, "the two are in different currencies",
                because: "\(currencies[0]) cannot be subtracted from \(currencies[1]), so no "
                    + "difference in money is given",
                hint: "state both in one currency")
        ]
    }

    // MARK: - What is stated

    private static func changes(_ before: [Statement], _ after: [Statement]) -> [Change] {
        Statement.Kind.allCases.flatMap { kind -> [Change] in
            var (old, new) = (before.filter { $0.kind == kind }, after.filter { $0.kind == kind })
            if kind == .evaluation {
                // There is one of them, whatever it is called.
                guard let first = old.first, let second = new.first else { return [] }
                let renamed = Change(
                    kind: kind.rawValue, subject: "id", field: "", before: first.subject,
                    after: second.subject)
                return (first.subject == second.subject ? [] : [renamed])
                    + changes(first, second).map {
                        Change(
                            kind: $0.kind, subject: $0.field, field: "", before: $0.before,
                            after: $0.after)
                    }
            }
            // What belongs to an option that is new or gone goes without saying.
            let options = [before, after].map { list in
                Set(list.filter { $0.kind == .option }.map(\.subject))
            }
            let both = options[0].intersection(options[1])
            if kind != .option {
                old.removeAll { $0.option.map { !both.contains($0) } ?? false }
                new.removeAll { $0.option.map { !both.contains($0) } ?? false }
            }
            return changes(of: kind, old, new)
        }
    }

    private static func changes(
        of kind: Statement.Kind, _ old: [Statement], _ new: [Statement]
    ) -> [Change] {
        let earlier = Dictionary(
            old.map { ($0.subject, $0) }, uniquingKeysWith: { first, _ in first })
        let later = Set(new.map(\.subject))
        return new.flatMap { statement -> [Change] in
            guard let first = earlier[statement.subject] else {
                return [
                    Change(
                        kind: kind.rawValue, subject: statement.subject, field: "", before: nil,
                        after: statement.summary)
                ]
            }
            return changes(first, statement)
        }
            + old.filter { !later.contains($0.subject) }.map {
                Change(
                    kind: kind.rawValue, subject: $0.subject, field: "", before: $0.summary,
                    after: nil)
            }
    }

    private static func changes(_ old: Statement, _ new: Statement) -> [Change] {
        var names = new.fields.map(\.name)
        names += old.fields.map(\.name).filter { !names.contains($0) }
        return names.compactMap { name in
            let (before, after) = (
                old.fields.first { $0.name == name }?.text,
                new.fields.first { $0.name == name }?.text
            )
            guard before != after else { return nil }
            return Change(
                kind: new.kind.rawValue, subject: new.subject, field: name, before: before,
                after: after)
        }
    }
}

extension EvaluationResult {
    /// The options of rank 1.
    public var leaders: [OptionResult] { options.filter { $0.rank == 1 } }
}
