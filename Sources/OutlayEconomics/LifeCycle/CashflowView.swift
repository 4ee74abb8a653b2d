/// Whose eyes the money of an option is looked at with.
public enum CashflowView: String, Sendable, Hashable, CaseIterable {
    /// The treasurer's: money in the fiscal year in which it is paid.
    case cash
    /// The accountant's: money in the fiscal years that it serves. Capital spending is depreciated.
    case expense
    /// The budget holder's: what is charged, without staff already paid and without gains.
    case budget
}

/// When a budget is charged.
public enum ChargeBasis: String, Sendable, Hashable, CaseIterable {
    /// When an invoice falls due.
    case invoice
    /// Over the months that are served.
    case servicePeriod = "service-period"
    /// When money is paid, which is the day it falls due, for no line states a time to pay.
    case cash
}
