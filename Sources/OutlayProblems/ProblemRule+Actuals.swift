extension ProblemCode {
    /// The rules of importing actuals.
    var actualsRule: ProblemRule {
        switch self {
        case .unknownActualsColumn:
            ProblemRule(
                "a file of actuals lacks a column that is read",
                "Amount, currency and date are read from columns by their names in the header. The cost column of a "
                    + "FOCUS file is named by whoever imports it, because billed cost and effective cost answer different "
                    + "questions.")
        case .actualsUnmatched:
            ProblemRule(
                "rows of actuals fit no line",
                "A row names its budget line, or a rule of the map does, or the map says which line takes the "
                    + "others. Rows of which none of that is true are not booked but listed, the largest sums first; "
                    + "what is spent is then higher than the ledger says.")
        case .actualsCurrency:
            ProblemRule(
                "actuals are in another currency than the ledger",
                "A ledger is kept in one currency, and what another system says was spent is not "
                    + "converted, because a rate that is picked here would be nobody's. The whole file "
                    + "is refused.")
        case .duplicateActuals:
            ProblemRule(
                "a row of actuals stands in its file twice",
                "A row that says in every field what another one says would be counted twice. Nothing is imported until "
                    + "it is removed, or until whoever imports the file says that its rows may repeat."
            )
        case .controlTotalDiffers:
            ProblemRule(
                "the rows do not add up to the control total",
                "The exact sum of all rows, rounded half to even to as many decimals as the control total is written with, "
                    + "is the control total. Where it is not, rows are missing or too many, and nothing is imported."
            )
        default:
            ProblemRule(
                "actuals name a line that the ledger does not have",
                "Rows are booked on lines of the budget tree, which a row or the map of actuals names. A name that is none "
                    + "of them cannot be decided; the whole file is refused.")
        }
    }
}
