/// A file that backs an event; the ledger keeps its hash, not its bytes.
public struct Evidence: Sendable, Hashable {
    /// The SHA-256 of its bytes, in hexadecimal.
    public var hash: LedgerText
    /// Its name.
    public var name: LedgerText
    /// How many bytes it has.
    public var size: Int64
    /// Its media type, such as `application/pdf`.
    public var mediaType: LedgerText
    /// The request it belongs to, or nil.
    public var request: RequestID?
    /// The event that named it.
    public var sequence: Int64

    /// Creates a piece of evidence.
    public init(
        hash: LedgerText, name: LedgerText, size: Int64, mediaType: LedgerText, request: RequestID?,
        sequence: Int64
    ) {
        self.hash = hash
        self.name = name
        self.size = size
        self.mediaType = mediaType
        self.request = request
        self.sequence = sequence
    }
}
