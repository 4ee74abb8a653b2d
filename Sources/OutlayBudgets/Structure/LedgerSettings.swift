import OutlayProblems
import OutlayValues

/// What one ledger is kept by; set when it is opened.
public struct LedgerSettings: Sendable, Hashable {
    /// Its name, such as a legal entity and its book.
    public var ledgerID: LedgerText
    /// The currency of all balances.
    public var currency: Currency
    /// The fiscal years.
    public var calendar: FiscalCalendar
    /// Whether goods received and not yet billed count as accrued at the end of a year.
    public var accruesReceipts: Bool
    /// Whether open commitments carried into the next year bring their money along.
    public var carriesMoney: Bool
    /// What becomes of a plan in a year after the present one whose line has no money yet.
    public var futureYears: FutureYears
    /// Whether real money and real people are meant.
    public var purpose: LedgerPurpose

    /// Creates settings with the defaults: receipts accrue, commitments bring their money, unfunded
    /// future years are tracked.
    public init(ledgerID: LedgerText, currency: Currency, calendar: FiscalCalendar) {
        self.ledgerID = ledgerID
        self.currency = currency
        self.calendar = calendar
        accruesReceipts = true
        carriesMoney = true
        futureYears = .track
        purpose = .use
    }
}

/// What a ledger is kept for.
public enum LedgerPurpose: String, Sendable, Hashable, CaseIterable {
    /// Real money: whoever acts is who the system says they are.
    case use
    /// Trying things out: anybody may act in any name, and time is what one says. Every audit output says so.
    case test
}

/// What becomes of a plan in a year after the present one whose line has no money yet.
public enum FutureYears: String, Sendable, Hashable, CaseIterable {
    /// It is committed and listed as unfunded.
    case track
    /// It is refused like any other.
    case refuse
}
