import OutlayValues

/// One payment of a line.
public struct Payment: Sendable, Hashable {
    /// The day it is due.
    public var due: CalendarDate
    /// The column of the year table it stands in: 0 for the start, 1 … for the study years.
    public var column: Int
    /// The years from time 0 that it is discounted by; negative before time 0.
    public var years: Double
    /// The amount as stated: before tax and in the line's own currency.
    public var amount: ExactDecimal
    /// Which part of its line it is, where the model tells parts apart.
    public var part: Part?

    /// A part of a line that readers see by itself.
    public enum Part: String, Sendable, Hashable, CaseIterable {
        /// What a commitment covers and is used.
        case used
        /// What a commitment covers and nobody uses.
        case unused
        /// What is used beyond a commitment.
        case overage
        /// What is bought.
        case purchase
        /// What is bought again when a life ends.
        case replacement
        /// The work of putting right what failed.
        case repair
        /// What is got back when a thing is given away: a credit.
        case resale
        /// What giving a thing away costs.
        case disposal
        /// What is used beyond the seats of a period's beginning, settled at its end.
        case trueUp = "true-up"
        /// The part of an instalment that pays for the loan.
        case interest
        /// The part of an instalment that pays it back.
        case principal
        /// What is paid to keep a leased thing.
        case buyOut = "buy-out"
        /// Tax that need not be paid: a credit.
        case taxShield = "tax shield"

        /// Whether a vendor is owed it under the contract; what a thing brings later is not.
        var isContractual: Bool {
            switch self {
            case .resale, .disposal, .taxShield: false
            default: true
            }
        }
    }

    /// Creates a payment.
    public init(
        due: CalendarDate, column: Int, years: Double, amount: ExactDecimal, part: Part? = nil
    ) {
        self.due = due
        self.column = column
        self.years = years
        self.amount = amount
        self.part = part
    }
}

extension [Payment] {
    /// The payments in the order of their columns and, within one, of their days.
    var inOrder: [Payment] {
        enumerated().sorted {
            ($0.element.column, $0.element.due, $0.offset)
                < ($1.element.column, $1.element.due, $1.offset)
        }.map(\.element)
    }

    /// Returns the same payments as `part` of their line.
    func labelled(_ part: Payment.Part) -> [Payment] {
        map { payment in
            var copy = payment
            copy.part = part
            return copy
        }
    }
}

extension Horizon {
    /// Returns the years from time 0 to `date`, by ACT/365 (fixed), as for dated flows elsewhere.
    func years(to date: CalendarDate) -> Double {
        Double(start.days(until: date)) / 365
    }

    /// Returns the year-table column of a payment on `date`: 0 on or before the start.
    func column(of date: CalendarDate) -> Int {
        date <= start ? 0 : year(containing: date)
    }
}
