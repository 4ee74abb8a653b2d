extension ProblemCode {
    /// The rules of catalogues and quotes.
    var catalogueRule: ProblemRule {
        switch self {
        case .unknownCatalogue:
            ProblemRule(
                "there is no such catalogue",
                "Catalogues are looked for in `--catalogs`, the project's folder, or the nearest `catalogs`."
            )
        case .unknownRow:
            ProblemRule("a catalogue has no such row", "Rows are named by the key column.")
        case .unknownColumn:
            ProblemRule("a table has no such column", "`outlay catalog show ID` lists the columns.")
        case .emptyCell:
            ProblemRule(
                "a needed cell is empty",
                "An empty cell means that the source does not say. It is never read as zero.")
        case .badCell:
            ProblemRule(
                "a cell is not what its column says", "Cells are read as strictly as documents.")
        case .raggedRow:
            ProblemRule(
                "a row has more or fewer cells than the head",
                "Cells would be read in the wrong column. Quote cells that hold the delimiter.")
        case .stalePrice:
            ProblemRule(
                "a price is old", "Prices change; a stale one is named so that it is renewed.")
        case .undatedPrice:
            ProblemRule(
                "a price has no date", "Without a date nobody can tell whether it still holds.")
        case .impossibleValue:
            ProblemRule(
                "a cell cannot be true",
                "It lies outside the range its column states, or in the future.")
        case .badFilter:
            ProblemRule(
                "a condition cannot be read",
                "Conditions are COLUMN OPERATOR VALUE, such as `vcpu>=8`, separated by blanks.")
        case .checksumMismatch:
            ProblemRule(
                "a table is not the one its metadata describes",
                "The checksum tells whether a price list was changed since it was checked in.")
        case .rowCountMismatch:
            ProblemRule("a table has another number of rows", "Rows were added or lost.")
        default: ProblemRule("no row is left", "Nothing can be ranked or imported from no rows.")
        }
    }

    /// The rules of values and arithmetic.
    var arithmeticRule: ProblemRule {
        switch self {
        case .overflow:
            ProblemRule(
                "a number needs more than 38 digits",
                "Nothing is cut off silently; check the inputs.")
        case .mixedCurrencies:
            ProblemRule(
                "two currencies are mixed",
                "Amounts of two currencies meet only through a dated rate.")
        case .divisionByZero:
            ProblemRule("a number is divided by zero", "A quotient by zero has no value.")
        case .missingRate:
            ProblemRule(
                "an exchange rate is missing",
                "Rates are the document's own, or the ECB's of the last seven days before the horizon starts. "
                    + "None is ever assumed: without one the comparison cannot be decided (exit code 3)."
            )
        case .olderRate:
            ProblemRule(
                "the rate of an earlier day was used",
                "On days without a rate the last one before holds.")
        case .incompatibleUnits:
            ProblemRule("units do not convert", "Only units of one dimension convert.")
        default:
            ProblemRule("an amount cannot be split", "Weights are 0 or more, and not all zero.")
        }
    }
}
