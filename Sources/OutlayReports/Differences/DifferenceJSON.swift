import OutlayEncoding
import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension EvaluationDifference {
    /// What differs, for programs.
    ///
    /// - Parameter versions: What the two are called, each with the commit it is of, where it is of one.
    /// - Returns: A JSON object of the shape that `outlay schema --output diff` prints.
    public func json(_ versions: (before: VersionName, after: VersionName)) -> JSONValue {
        [
            "before": Self.json(before, versions.before),
            "after": Self.json(after, versions.after),
            "same": .bool(isEmpty),
            "rank_1": [
                "before": .strings(before.leaders.map(\.option.id)),
                "after": .strings(after.leaders.map(\.option.id)),
                "changed": .bool(changesFirst),
            ],
            "recommendation": [
                "before": Self.recommendation(before), "after": Self.recommendation(after),
            ],
            "options": .array(options.map(json)),
            "changes": .array(
                changes.map { change in
                    [
                        "kind": .string(change.kind), "subject": .string(change.subject),
                        "field": .string(orNull: change.field.isEmpty ? nil : change.field),
                        "before": .string(orNull: change.before),
                        "after": .string(orNull: change.after),
                    ]
                }),
        ]
    }

    /// What one of two evaluations is called.
    public struct VersionName: Sendable, Hashable {
        /// The path, or the revision with the path.
        public var text: String
        /// The commit, where it is read from one.
        public var commit: String?

        /// Creates a name.
        public init(_ text: String, commit: String? = nil) {
            self.text = text
            self.commit = commit
        }
    }

    private static func json(_ result: EvaluationResult, _ version: VersionName) -> JSONValue {
        [
            "document": .string(version.text), "commit": .string(orNull: version.commit),
            "id": .string(result.evaluation.id), "title": .string(result.evaluation.title),
            "currency": .string(result.evaluation.study.currency.code),
        ]
    }

    private static func recommendation(_ result: EvaluationResult) -> JSONValue {
        guard let recommendation = result.evaluation.recommendation else { return .null }
        return [
            "option": .string(recommendation.option), "eligible": .bool(result.recommended != nil),
        ]
    }

    private func json(of option: OptionDifference) -> JSONValue {
        let currency = after.evaluation.study.currency
        return [
            "id": .string(option.id), "title": .string(option.title),
            "presence": .string(option.presence.rawValue),
            "figures": .array(
                option.figures.map { figure in
                    [
                        "name": .string(figure.name.description), "title": .string(figure.title),
                        "changed": .bool(figure.isChanged),
                        "before": figure.before?.json ?? .null,
                        "after": figure.after?.json ?? .null,
                        "difference": figure.difference?.json ?? .null,
                    ]
                }),
            "lines": .array(
                option.lines.map { line in
                    [
                        "id": .string(line.id),
                        "before": line.before.map { ResultJSON.money($0, currency) } ?? .null,
                        "after": line.after.map { ResultJSON.money($0, currency) } ?? .null,
                        "difference": ResultJSON.money(line.difference),
                        "because": .strings(line.reasons),
                    ]
                }),
        ]
    }
}
