import OutlayValues

/// A dated, versioned document that the ledger keeps: a policy, the organisation, the vendors, a budget.
///
/// A document is never changed; a later revision replaces it from its day on.
public struct LedgerDocument: Sendable, Hashable {
    /// What it is.
    public var kind: LedgerDocumentKind
    /// Its name.
    public var id: LedgerText
    /// Its revision, from 1.
    public var revision: Int
    /// The first day it is in force.
    public var effectiveFrom: CalendarDate
    /// Its canonical JSON.
    public var text: String
    /// The SHA-256 of ``text``, in hexadecimal.
    public var hash: LedgerText
    /// The event that brought it.
    public var sequence: Int64

    /// Creates a document.
    public init(
        kind: LedgerDocumentKind, id: LedgerText, revision: Int, effectiveFrom: CalendarDate,
        text: String, hash: LedgerText, sequence: Int64
    ) {
        self.kind = kind
        self.id = id
        self.revision = revision
        self.effectiveFrom = effectiveFrom
        self.text = text
        self.hash = hash
        self.sequence = sequence
    }
}

/// What a document of the ledger is.
public enum LedgerDocumentKind: String, Sendable, Hashable, CaseIterable {
    /// Tiers, conditions, routes and terms of approval.
    case policy
    /// People, roles, reporting lines, deputies, delegations and duties.
    case organisation
    /// The vendor register.
    case vendors
    /// The money of a fiscal year by lines.
    case budget
    /// A revision of one of the others that waits for its second person; see ``ProposedDocument``.
    case proposal
}
