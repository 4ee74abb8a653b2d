import OutlayProblems
import OutlayValues

extension Sequence<ExactDecimal> {
    /// Returns the exact sum.
    ///
    /// - Throws: ``ProblemCode/overflow`` when it needs more than 38 digits.
    package func sum() throws(Problem) -> ExactDecimal {
        var sum = ExactDecimal.zero
        for number in self { try sum += number }
        return sum
    }

    /// Returns the exact sum of each number and those before it.
    ///
    /// - Throws: ``ProblemCode/overflow`` when one needs more than 38 digits.
    package func runningSums() throws(Problem) -> [ExactDecimal] {
        var sum = ExactDecimal.zero
        var sums: [ExactDecimal] = []
        for number in self {
            try sum += number
            sums.append(sum)
        }
        return sums
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
