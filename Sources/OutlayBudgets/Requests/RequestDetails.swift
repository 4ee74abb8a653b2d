import OutlayValues

/// What a request says of itself that approval rules ask for.
public struct RequestDetails: Sendable, Hashable {
    /// What it is for.
    public var title: LedgerText
    /// The spend category, or nil.
    public var category: NodeID?
    /// Whether personal data is handled.
    public var handlesPersonalData: Bool
    /// The way it was bought.
    public var route: PurchaseRoute
    /// Why that way, by the policy's own word, or nil.
    public var reasonCode: LedgerText?
    /// Distinct vendors with a quote that is valid on the day of submission.
    public var quotes: [QuoteOnFile]
    /// The hash of the evaluation behind it, or nil.
    public var evaluation: LedgerText?
    /// Whether the price of a single source is backed by evidence.
    public var hasPriceEvidence: Bool
    /// What every payment to vendors within the term adds up to where that is more than the lines:
    /// the basis of tiers; nil where the lines are all.
    public var contractValue: MinorUnits?
    /// What a contract without an end costs each month, in the ledger's currency; nil where it ends.
    ///
    /// It counts with the months that the policy gives such contracts.
    public var openEndMonthly: MinorUnits?
    /// Whether a contract covers the purchase.
    public var hasContract: Bool
    /// The option of the evaluation that is bought, or nil.
    public var option: LedgerText?
    /// The months that the contract binds, or nil.
    public var termMonths: Int?
    /// The rank of the option among those that may be chosen, or nil where none is known.
    public var rank: Int?
    /// What kind of decision it is.
    public var award: AwardKind
    /// Why an option that is not ranked first, an interim decision or none; empty where nothing is asked.
    public var choiceReason: LedgerText
    /// The day by which an interim decision is looked at again; nil for others.
    public var reviewOn: CalendarDate?

    /// Creates details that say nothing special: bought by competition.
    public init() {
        title = .empty
        handlesPersonalData = false
        route = .competitive
        quotes = []
        hasPriceEvidence = false
        hasContract = false
        award = .full
        choiceReason = .empty
    }
}

/// What kind of decision a request is.
public enum AwardKind: String, Sendable, Hashable, CaseIterable {
    /// The option is bought.
    case full
    /// The option is bought for the time being, to be looked at again on a day.
    case interim
    /// Nothing is bought.
    case none
}

/// A vendor's offer.
public struct QuoteOnFile: Sendable, Hashable {
    /// The vendor.
    public var vendor: VendorID
    /// The last day it holds.
    public var validUntil: CalendarDate

    /// Creates an offer.
    public init(vendor: VendorID, validUntil: CalendarDate) {
        self.vendor = vendor
        self.validUntil = validUntil
    }
}

/// The way something is bought.
public enum PurchaseRoute: String, Sendable, Hashable, CaseIterable {
    /// By competing quotes.
    case competitive
    /// From a framework agreement.
    case callOff = "call_off"
    /// From the only source there is, with a waiver.
    case singleSource = "single_source"
    /// In an emergency, with the full path to follow.
    case emergency
    /// Before it was approved; entered afterwards, never as approved in advance.
    case ratification
}
