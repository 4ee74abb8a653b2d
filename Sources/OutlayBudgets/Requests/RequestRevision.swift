import OutlayEncoding
import OutlayProblems
import OutlayValues

/// A revision of a request as it was frozen: all that its decision rests on, in canonical bytes.
///
/// The ledger keeps the bytes and does not look into them; their hash names the revision. A draft may be
/// replaced, by itself or a later one; a submitted revision is never changed.
public struct RequestRevision: Sendable, Hashable {
    /// The most bytes of ``content``: 4 MiB.
    public static let contentLimit = 4 << 20

    /// The request.
    public var request: RequestID
    /// The revision, from 1.
    public var number: Int
    /// The SHA-256 of ``content``.
    public var hash: SHA256Value
    /// The SHA-256 of the submission that the revision stands for, as ``Submit`` writes it.
    public var submissionHash: SHA256Value
    /// Who froze it.
    public var editor: PersonID
    /// The effective day on which it was frozen.
    public var frozen: CalendarDate
    /// The effective day on which it was submitted; nil for a draft.
    public var submitted: CalendarDate?
    /// Canonical JSON.
    public var content: String
    /// The event that last changed it.
    public var sequence: Int64

    /// Creates a draft of the revision `number`.
    public init(
        _ request: RequestID, _ number: Int, content: String, submissionHash: SHA256Value,
        editor: PersonID, frozen: CalendarDate, sequence: Int64
    ) {
        self.request = request
        self.number = number
        self.content = content
        self.submissionHash = submissionHash
        self.editor = editor
        self.frozen = frozen
        self.sequence = sequence
        hash = SHA256Value.of(Array(content.utf8))
    }

    /// Whether it may still be replaced.
    public var isDraft: Bool { submitted == nil }
    /// What a submission names it by.
    public var reference: RevisionReference { RevisionReference(number: number, hash: hash) }
}

/// Which frozen revision is meant: its number, and the hash of what it says.
public struct RevisionReference: Sendable, Hashable {
    /// The revision, from 1.
    public var number: Int
    /// The SHA-256 of its content.
    public var hash: SHA256Value

    /// Creates a reference.
    public init(number: Int, hash: SHA256Value) {
        self.number = number
        self.hash = hash
    }
}
