import OutlayProblems
import Testing

@testable import OutlayValues

extension ExactDecimal {
    /// Reads a number known to be one.
    init(_ text: String) throws(Problem) {
        try self.init(parsing: text)
    }
}

func zeros(_ count: Int) -> String {
    String(repeating: "0", count: count)
}

/// Expects that `body` throws a problem of `code`, and returns it for a closer look.
@discardableResult
func expectProblem<Value>(
    _ code: ProblemCode, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () throws(Problem) -> Value
) -> Problem? {
    do {
        let value = try body()
        Issue.record("no problem, but \(value)", sourceLocation: sourceLocation)
        return nil
    } catch {
        #expect(error.code == code, "\(error)", sourceLocation: sourceLocation)
        return error
    }
}
