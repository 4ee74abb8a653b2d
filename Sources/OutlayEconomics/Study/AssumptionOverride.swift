import OutlayProblems
import OutlayValues

/// Another value of an assumption, as `seats=80` or, from a year on, `seats.2028=90`.
public struct AssumptionOverride: Sendable, Hashable {
    /// The assumption.
    public var id: String
    /// The first year of the value, or nil for every year.
    public var year: Int?
    /// The value.
    public var value: ExactDecimal

    /// Creates another value, from a year on where one is named.
    public init(_ id: String, year: Int? = nil, value: ExactDecimal) {
        self.id = id
        self.year = year
        self.value = value
    }

    /// Reads `name=value` or `name.year=value`.
    ///
    /// - Throws: ``ProblemCode/usage`` or ``ProblemCode/badNumber``, at the option `--set`.
    public init(parsing text: String) throws(Problem) {
        let place = Location.argument("--set")
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty else {
            throw Problem(
                .usage, "\(Problem.quoted(text)) sets nothing", at: place,
                because: "a setting is written name=value",
                hint: "write `--set seats=80`, or `--set seats.2028=90` from a year on")
        }
        do {
            value = try ExactDecimal(parsing: String(parts[1]))
        } catch {
            throw error.located(at: place)
        }
        let name = parts[0]
        let last = name.split(separator: ".").last ?? ""
        if name.contains("."), last.utf8.count == 4, let year = Int(last) {
            id = String(name.dropLast(5))
            self.year = year
        } else {
            id = String(name)
            year = nil
        }
    }
}

extension AssumptionOverride: CustomStringConvertible {
    /// The setting as it is written: `seats.2028=90`.
    public var description: String { id + (year.map { ".\($0)" } ?? "") + "=\(value)" }
}

extension Study {
    /// Gives an assumption another value: for every year, or from a year on until its next step.
    ///
    /// - Throws: ``ProblemCode/unknownName`` when there is no such assumption,
    ///   ``ProblemCode/unusedOverride`` when the year is behind the horizon.
    public mutating func apply(_ override: AssumptionOverride) throws(Problem) {
        guard var assumption = assumptions[override.id] else {
            throw Problem(
                .unknownName, "there is no assumption \(Problem.quoted(override.id))",
                at: .argument("--set"),
                because: assumptions.isEmpty
                    ? "the document has none"
                    : "the document has "
                        + assumptions.keys.sorted().joined(separator: ", "),
                hint: Suggestion.hint(for: override.id, among: assumptions.keys.sorted()))
        }
        guard let year = override.year else {
            assumption.steps = [Assumption.Step(from: nil, value: override.value)]
            assumptions[override.id] = assumption
            overrides.append(override)
            return
        }
        guard let day = CalendarDate(year: year, month: 1, day: 1) else {
            throw Problem(
                .usage, "\(year) is not a year", at: .argument("--set"),
                because: "the calendar has the years 1 to 9999")
        }
        guard day <= horizon.end else {
            throw Problem(
                .unusedOverride, "`\(override.id).\(year)` changes nothing", at: .argument("--set"),
                because: "the horizon ends on \(horizon.end)",
                hint: "name a year up to \(horizon.end.year)")
        }
        assumption.steps.removeAll { $0.from == day }
        let place = assumption.steps.firstIndex { $0.from.map { $0 > day } ?? false }
        assumption.steps.insert(
            Assumption.Step(from: day, value: override.value),
            at: place ?? assumption.steps.count)
        assumptions[override.id] = assumption
        overrides.append(override)
    }
}
