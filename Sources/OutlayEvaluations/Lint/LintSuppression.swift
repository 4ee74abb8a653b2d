import OutlayProblems
import OutlayValues

/// A rule whose findings a document leaves out, with the reason that readers can judge.
public struct LintSuppression: Sendable, Hashable {
    /// The code whose findings are left out.
    public var code: ProblemCode
    /// Why.
    public var reason: String
    /// The last day it holds, where stated.
    public var until: CalendarDate?
    /// Where it stands in its document.
    public var place: Location?

    /// Creates a suppression.
    public init(
        code: ProblemCode, reason: String, until: CalendarDate? = nil, place: Location? = nil
    ) {
        self.code = code
        self.reason = reason
        self.until = until
        self.place = place
    }

    /// Returns whether findings of `code` may be left out at all.
    ///
    /// A rule of `outlay lint`, or a warning or note beside a result; never an error, and never what is said
    /// of suppressions.
    public static func allows(_ code: ProblemCode) -> Bool {
        if code.isOfLintRule { return true }
        return code.severity < .error && code != .idleSuppression && code != .lapsedSuppression
    }
}
