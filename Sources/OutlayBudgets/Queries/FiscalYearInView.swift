import OutlayProblems
import OutlayValues

extension LedgerReader {
    /// Returns the fiscal year that is looked at on a day where none is named, or nil where none was opened.
    ///
    /// It is the opened one that contains `date`, else the first one that begins after it, else the last.
    ///
    /// - Throws: A problem of the store.
    public func fiscalYear(inViewOn date: CalendarDate) throws(Problem) -> PeriodID? {
        let years = try periods().filter { $0.id.division == .yearly }
            .sorted { $0.start < $1.start }
        return (years.first { date <= $0.end } ?? years.last)?.id
    }
}
