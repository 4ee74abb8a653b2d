import OutlayProblems
import OutlayValues

extension Sequence<ExactDecimal> {
    /// Returns the exact sum.
    ///
    /// - Throws: ``ProblemCode/overflow`` when it needs more than 38 digits.
    func sum() throws(Problem) -> ExactDecimal {
        var sum = ExactDecimal.zero
        for number in self { try sum += number }
        return sum
    }
}

extension [ExactDecimal] {
    /// Returns the same parts with the last one changed so that they sum to `total` exactly.
    ///
    /// - Throws: ``ProblemCode/overflow`` when a sum needs more than 38 digits.
    func closed(at total: ExactDecimal) throws(Problem) -> [ExactDecimal] {
        let others = dropLast()
        return isEmpty ? [] : others + [try total - others.sum()]
    }
}
