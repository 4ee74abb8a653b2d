/// A value of a row: what a table cell holds in every store.
public enum RowValue: Sendable, Hashable {
    /// A whole number: amounts in minor units, counts.
    case integer(Int64)
    /// A text; dates are `YYYY-MM-DD`, exact decimals have no trailing zeros.
    case text(String)
    /// Nothing.
    case null
}
