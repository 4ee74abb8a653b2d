import OutlayValues

/// How long a contract binds, how often it may be extended, and how its prices may grow.
public struct ContractTerm: Sendable, Hashable {
    /// The months from the horizon's start, without renewals.
    public var months: Int
    /// The extensions that the contract names, where it does.
    public var renewals: Renewals?
    /// The months from the horizon's start to the first day on which it may be cancelled; nil for its end.
    public var breakMonths: Int?
    /// Whether it renews unless cancelled.
    public var renewsAutomatically: Bool
    /// The days before the end by which it must be cancelled, where stated.
    public var noticeDays: Int?
    /// The most that prices may grow per year, as a fraction, where stated.
    public var priceCapPerYear: ExactDecimal?

    /// Extensions of a contract, one after another behind its term.
    public struct Renewals: Sendable, Hashable {
        /// How many there may be, 1 or more.
        public var count: Int
        /// The months of each, 1 or more.
        public var months: Int

        /// Creates renewals; of at least one month each.
        public init(count: Int, months: Int) {
            precondition(count >= 1 && months >= 1, "a renewal has at least one month")
            self.count = count
            self.months = months
        }

        /// The renewals as readers see them: `2 renewals of 12 months`.
        public var inWords: String {
            "\(count) \(count == 1 ? "renewal" : "renewals") of \(months) "
                + (months == 1 ? "month" : "months")
        }
    }

    /// The months from the horizon's start to the end of the last renewal.
    public var monthsWithRenewals: Int {
        months + (renewals.map { $0.count * $0.months } ?? 0)
    }

    /// Creates a term of at least one month.
    public init(
        months: Int, renewals: Renewals? = nil, breakMonths: Int? = nil,
        renewsAutomatically: Bool = false, noticeDays: Int? = nil,
        priceCapPerYear: ExactDecimal? = nil
    ) {
        precondition(months >= 1, "a term has at least one month")
        precondition(breakMonths.map { $0 >= 1 } ?? true, "a break is a month off at least")
        self.months = months
        self.renewals = renewals
        self.breakMonths = breakMonths
        self.renewsAutomatically = renewsAutomatically
        self.noticeDays = noticeDays
        self.priceCapPerYear = priceCapPerYear
    }
}
