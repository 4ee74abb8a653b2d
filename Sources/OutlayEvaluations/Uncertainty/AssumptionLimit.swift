import OutlayEconomics
import OutlayProblems
import OutlayValues

/// What an assumption's value may be, by the lines that take it.
public struct AssumptionLimit: Sendable {
    /// A line that takes it, as `option.line`, with the field; nil where none does.
    private let user: (line: String, field: String)?
    /// A line that takes it as a share; nil where none does.
    private let shareUser: (line: String, field: String)?

    /// Looks up who takes the assumption called `id`.
    public init(_ id: String, in options: [PurchaseOption]) {
        var users: [(line: String, field: String, isShare: Bool)] = []
        for option in options {
            for line in option.lines {
                users += line.model.uses(of: id).map {
                    ("\(option.id).\(line.id)", $0.name, $0.kind == .share)
                }
            }
        }
        user = users.first.map { ($0.line, $0.field) }
        shareUser = users.first { $0.isShare }.map { ($0.line, $0.field) }
    }

    /// Returns why the assumption cannot be `value`, or nil where it can.
    public func refusal(of value: ExactDecimal) -> String? {
        if let user, value.isNegative {
            return "`\(user.line)` takes it as `\(user.field)`, which is 0 or more"
        }
        if let shareUser, value > .one {
            return "`\(shareUser.line)` takes it as `\(shareUser.field)`, which is a share, 0 to 1"
        }
        return nil
    }
}

extension Evaluation {
    /// Gives an assumption another value: for every year, or from a year on until its next step.
    ///
    /// - Throws: ``ProblemCode/outOfRange`` for a value that a line cannot take, and what
    ///   ``Study/apply(_:)`` throws.
    public mutating func apply(_ override: AssumptionOverride) throws(Problem) {
        if let reason = AssumptionLimit(override.id, in: options).refusal(of: override.value) {
            throw Problem(
                .outOfRange, "`\(override.id)` cannot be \(override.value)",
                at: .argument("--set"), because: reason,
                hint: override.value.isNegative ? "write 0 or more" : "write 0 to 1")
        }
        try study.apply(override)
    }
}
