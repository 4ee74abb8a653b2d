import OutlayEncoding

/// Follows a journal link by link, without reading what its entries say.
///
/// A chain alone does not see a tail that was cut off or a journal that was rewritten as a whole; a
/// checkpoint that was kept elsewhere does.
public struct ChainVerifier: Sendable {
    /// The last entry that continues the chain.
    public private(set) var head = ChainHead.empty
    /// The first fault, or nil so far.
    public private(set) var fault: ChainFault?
    private let anchor: Checkpoint?
    private var anchorHash: SHA256Value?

    /// Creates a verifier that looks for `anchor` on the way.
    public init(anchor: Checkpoint? = nil) {
        self.anchor = anchor
        if anchor?.sequence == 0 { anchorHash = .zero }
    }

    /// Follows the next entry.
    public mutating func follow(_ stored: StoredEvent) {
        stored.bytes.withUnsafeBytes { follow(stored.sequence, $0, stored.hash) }
    }

    /// Follows the next entry.
    public mutating func follow(
        _ sequence: Int64, _ bytes: UnsafeRawBufferPointer, _ hash: SHA256Value
    ) {
        guard fault == nil else { return }
        if sequence != head.sequence + 1 {
            fault = ChainFault(sequence: head.sequence + 1, kind: .missing)
        } else if SHA256Value.link(head.hash, bytes) != hash {
            fault = ChainFault(sequence: sequence, kind: .altered)
        } else {
            head.sequence = sequence
            head.hash = hash
            if sequence == anchor?.sequence { anchorHash = hash }
        }
    }

    /// What the journal proves, once all entries were followed.
    public var result: ChainResult {
        if let fault { return .broken(fault) }
        guard let anchor else { return .intactNotAnchored }
        guard let anchorHash else {
            return .broken(ChainFault(sequence: anchor.sequence, kind: .missing))
        }
        return anchorHash == anchor.hash
            ? .intact : .broken(ChainFault(sequence: anchor.sequence, kind: .notTheAnchor))
    }
}

/// What a journal proves of itself.
public enum ChainResult: Sendable, Hashable {
    /// Every entry continues the one before, and the checkpoint kept elsewhere is among them.
    case intact
    /// Every entry continues the one before; nothing from elsewhere backs that.
    case intactNotAnchored
    /// An entry does not hold.
    case broken(ChainFault)
}

/// Where a journal breaks.
public struct ChainFault: Sendable, Hashable {
    /// What is wrong with the entry.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// It is not there.
        case missing
        /// Its hash is not that of its content and the entry before.
        case altered
        /// It is not the one the checkpoint knows.
        case notTheAnchor = "not_the_anchor"
    }

    /// The number of the entry.
    public var sequence: Int64
    /// What is wrong with it.
    public var kind: Kind

    /// Creates a fault.
    public init(sequence: Int64, kind: Kind) {
        self.sequence = sequence
        self.kind = kind
    }
}
