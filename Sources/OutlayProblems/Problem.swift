/// What went wrong, where, why and how to fix it, as a value.
///
/// The core and the readers throw or return problems; only `OutlayCommands` turns them into text
/// or JSON. No field holds a line break.
public struct Problem: Error, Sendable, Hashable {
    /// The stable code, such as `OL031`, which decides the exit code too.
    public var code: ProblemCode
    /// How much it matters; ``ProblemCode/severity`` unless the caller raised or lowered it.
    public var severity: Severity
    /// What is wrong, naming the user's own thing; lower-case start, no full stop.
    public var summary: String
    /// Where it is wrong, or nil where the problem belongs to no place.
    public var location: Location?
    /// Why it is wrong: the rule, and the value found.
    public var reason: String
    /// How to go on, or nil where there truly is no way.
    public var hint: String?
    /// The cause's own text, where another library or the system reported one.
    public var underlying: String?

    /// Creates a problem with the severity that `code` has by default.
    public init(
        _ code: ProblemCode,
        _ summary: String,
        at location: Location? = nil,
        because reason: String,
        hint: String? = nil,
        underlying: String? = nil
    ) {
        self.code = code
        self.severity = code.severity
        self.summary = summary
        self.location = location
        self.reason = reason
        self.hint = hint
        self.underlying = underlying
    }

    /// Returns a copy that stands at `location`, unless the problem already has a place.
    public func located(at location: Location?) -> Problem {
        guard self.location == nil else { return self }
        var copy = self
        copy.location = location
        return copy
    }
}

/// How much a problem matters.
public enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
    /// Worth knowing; nothing to do.
    case note
    /// Worth a look; the answer stands, and the exit code is 0 unless `--fail-on warning`.
    case warning
    /// The answer could not be given.
    case error

    /// Returns whether `left` matters less than `right`.
    public static func < (left: Severity, right: Severity) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}
