import OutlayBudgets
import OutlayEconomics
import OutlayValues

/// What surrounds a purchase beside its evaluation: whose fiscal years, by which policy, in whose currency.
public struct PurchaseTerms: Sendable, Hashable {
    /// The fiscal years that charges fall into; nil for those of the document.
    public var calendar: FiscalCalendar?
    /// When the budget is charged.
    public var chargeBasis: ChargeBasis
    /// The months that a contract without an end counts for, 1 or more.
    public var openEndMonths: Int
    /// The policy version that the purchase is judged by, or nil where none is in force.
    public var policy: PolicyReference?
    /// One unit of the document's currency in the ledger's; nil where the two agree.
    public var rate: ExchangeRate?
    /// The agreement that is called off, or nil.
    public var framework: FrameworkID?

    /// Creates terms; without arguments those of the document, charged when invoices fall due.
    public init(
        calendar: FiscalCalendar? = nil, chargeBasis: ChargeBasis = .invoice,
        openEndMonths: Int = Contract.openEndMonths, policy: PolicyReference? = nil,
        rate: ExchangeRate? = nil, framework: FrameworkID? = nil
    ) {
        precondition(openEndMonths >= 1, "a contract without an end counts for a month at least")
        self.calendar = calendar
        self.chargeBasis = chargeBasis
        self.openEndMonths = openEndMonths
        self.policy = policy
        self.rate = rate
        self.framework = framework
    }
}

/// What is decided: which option is bought, for good or for the time being, or that none is; and why.
public struct PurchaseChoice: Sendable, Hashable {
    /// The option, or nil where nothing is bought.
    public var option: String?
    /// Why; empty where an option that is ranked first is bought for good.
    public var reason: LedgerText
    /// The day by which an interim decision is looked at again, or nil for any other.
    public var reviewOn: CalendarDate?

    private init(option: String?, reason: LedgerText, reviewOn: CalendarDate?) {
        self.option = option
        self.reason = reason
        self.reviewOn = reviewOn
    }

    /// Returns the choice to buy `option` for good.
    public static func award(_ option: String, reason: LedgerText = .empty) -> PurchaseChoice {
        PurchaseChoice(option: option, reason: reason, reviewOn: nil)
    }

    /// Returns the choice to buy `option` for the time being, to be looked at again by a day.
    public static func interim(
        _ option: String, reviewOn: CalendarDate, reason: LedgerText
    ) -> PurchaseChoice {
        PurchaseChoice(option: option, reason: reason, reviewOn: reviewOn)
    }

    /// Returns the choice to buy nothing.
    public static func noAward(reason: LedgerText) -> PurchaseChoice {
        PurchaseChoice(option: nil, reason: reason, reviewOn: nil)
    }

    /// What kind of decision it is.
    public var award: AwardKind {
        option == nil ? .none : reviewOn == nil ? .full : .interim
    }
}
