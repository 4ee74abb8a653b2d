/// A row of a table as it is from an event on: what the event inserts or replaces.
///
/// Balance rows are no changes of this kind: they follow from the postings.
public enum RowChange: Sendable, Hashable {
    /// The one row of settings.
    case settings(LedgerSettings)
    /// A budget line.
    case node(Node)
    /// A period.
    case period(BudgetPeriod)
    /// A document.
    case document(LedgerDocument)
    /// A request, without its lines.
    case request(Request)
    /// A line of a request.
    case requestLine(RequestLine)
    /// An invoice or credit note.
    case invoice(Invoice)
    /// A receipt.
    case receipt(Receipt)
    /// An agreement.
    case framework(Framework)
    /// An override.
    case override(Override)
    /// An overrun.
    case overrun(Overrun)
    /// A piece of evidence.
    case evidence(Evidence)
}

/// A value of a row: what a table cell holds in every store.
public enum RowValue: Sendable, Hashable {
    /// A whole number: amounts in minor units, counts, days since 1970-01-01.
    case integer(Int64)
    /// A text.
    case text(String)
    /// Nothing.
    case null
}
