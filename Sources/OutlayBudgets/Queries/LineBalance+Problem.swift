import OutlayProblems
import OutlayValues

extension LineBalance {
    /// The warning that the line is above its warning level, with amounts in `currency`; or nil.
    ///
    /// - Throws: ``ProblemCode/ledgerOverflow``.
    public func warning(in currency: Currency) throws(Problem) -> Problem? {
        let used = try allotted - available
        guard let level = node.warnLevel, used > level.share(of: allotted) else { return nil }
        return Problem(
            .overWarnLevel,
            "`\(node.id.text)` uses \(used.text(in: currency)) of \(allotted.text(in: currency)) in \(period)",
            because: "its warning level is \(level.share(of: allotted).text(in: currency))",
            hint: "\(available.text(in: currency)) is left")
    }
}
