import OutlayValues

/// What a policy version says about money and time; a request keeps the terms it was judged by.
public struct PolicyTerms: Sendable, Hashable {
    /// When money is held.
    public var reserve: ReserveAt
    /// Days after its submission on which a request may still be decided, or nil for ever.
    public var expiresAfterDays: Int?
    /// Days after its approval in which an order must be placed, or nil for ever.
    public var orderWithinDays: Int?
    /// How far invoices may exceed the order, as a share of it.
    public var invoiceTolerance: BasisPoints
    /// How far besides, as an amount in the ledger's currency.
    public var invoiceToleranceAmount: MinorUnits
    /// What an invoice is compared with before it is booked.
    public var matching: InvoiceMatching
    /// What becomes of a plan in a later year whose line has no money yet; where the ledger refuses it,
    /// no policy lets it pass.
    public var futureYears: FutureYears

    /// Reserves at submission, for 30 days, without tolerance, by two-way match.
    public static let standard = PolicyTerms(
        reserve: .submission, expiresAfterDays: 30, orderWithinDays: nil, invoiceTolerance: .zero,
        invoiceToleranceAmount: .zero, matching: .order)

    /// Creates terms.
    public init(
        reserve: ReserveAt, expiresAfterDays: Int?, orderWithinDays: Int?,
        invoiceTolerance: BasisPoints, invoiceToleranceAmount: MinorUnits,
        matching: InvoiceMatching, futureYears: FutureYears = .track
    ) {
        self.reserve = reserve
        self.expiresAfterDays = expiresAfterDays
        self.orderWithinDays = orderWithinDays
        self.invoiceTolerance = invoiceTolerance
        self.invoiceToleranceAmount = invoiceToleranceAmount
        self.matching = matching
        self.futureYears = futureYears
    }
}

/// When money is held for a request.
public enum ReserveAt: String, Sendable, Hashable, CaseIterable {
    /// When it is submitted.
    case submission = "submit"
    /// When it is approved, where the check is made as well.
    case approval
}

/// What an invoice is compared with before it is booked.
public enum InvoiceMatching: String, Sendable, Hashable, CaseIterable {
    /// The order: two-way match.
    case order
    /// The order and what was received: three-way match.
    case receipts
}

/// One version of a policy.
public struct PolicyReference: Sendable, Hashable {
    /// Its name, such as `PROC-4`.
    public var id: LedgerText
    /// Its revision, from 1.
    public var revision: Int
    /// The SHA-256 of its canonical JSON, in hexadecimal.
    public var hash: LedgerText

    /// Creates a reference.
    public init(id: LedgerText, revision: Int, hash: LedgerText) {
        self.id = id
        self.revision = revision
        self.hash = hash
    }
}
