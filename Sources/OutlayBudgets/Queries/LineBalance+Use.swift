import OutlayProblems
import OutlayValues

extension LineBalance {
    /// What is reserved, committed and spent.
    ///
    /// - Throws: ``ProblemCode/ledgerOverflow``.
    public func used() throws(Problem) -> MinorUnits {
        try reserved + committed + actual
    }

    /// The share of the allotment that is used, with four decimals; nil where nothing was allotted.
    ///
    /// - Throws: ``ProblemCode/ledgerOverflow``.
    public func usedShare() throws(Problem) -> ExactDecimal? {
        guard !allotted.isZero else { return nil }
        let share = Double(try used().count) / Double(allotted.count)
        return try ExactDecimal(nearest: share, places: 4)
    }
}
