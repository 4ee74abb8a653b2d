import OutlayEncoding

/// Follows a journal link by link, without reading what its entries say.
///
/// A chain alone does not see a tail that was cut off or a journal that was rewritten as a whole;
/// checkpoints that were kept elsewhere do.
public struct ChainVerifier: Sendable {
    /// The last entry that continues the chain.
    public private(set) var head = ChainHead.empty
    /// The first fault, or nil so far.
    public private(set) var fault: ChainFault?
    /// The last entry that a checkpoint from elsewhere vouches for, or nil.
    public private(set) var lastAnchor: Int64?
    private let anchors: [Checkpoint]
    private var met = 0
    private var mismatch: ChainFault?

    /// Creates a verifier that looks for `anchors` on the way.
    public init(anchors: [Checkpoint] = []) {
        self.anchors = anchors.sorted { $0.sequence < $1.sequence }
        meetAnchors()
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
            meetAnchors()
        }
    }

    /// Compares the anchors of the present entry.
    private mutating func meetAnchors() {
        while met < anchors.count, anchors[met].sequence <= head.sequence {
            if anchors[met].sequence == head.sequence, anchors[met].hash == head.hash {
                lastAnchor = head.sequence
            } else if mismatch == nil {
                mismatch = ChainFault(sequence: anchors[met].sequence, kind: .notTheAnchor)
            }
            met += 1
        }
    }

    /// Returns what the journal of a ledger proves, once all entries were followed.
    ///
    /// - Parameter ledgerID: The name of the ledger, or nil where it is not known; an anchor of another
    ///   one fits nothing.
    /// - Returns: What is proved; of several faults the first of: the chain's own, an anchor of another
    ///   ledger, one that is not in the chain, one beyond its end.
    public func result(of ledgerID: LedgerText?) -> ChainResult {
        if let fault { return .broken(fault) }
        if let ledgerID, let other = anchors.first(where: { $0.ledgerID != ledgerID }) {
            return .broken(ChainFault(sequence: other.sequence, kind: .otherLedger))
        }
        if let mismatch { return .broken(mismatch) }
        if met < anchors.count {
            return .broken(ChainFault(sequence: anchors[met].sequence, kind: .beyondHead))
        }
        return anchors.isEmpty ? .intactNotAnchored : .intact
    }
}

/// What a journal proves of itself.
public enum ChainResult: Sendable, Hashable, CustomStringConvertible {
    /// Every entry continues the one before, and the checkpoint kept elsewhere is among them.
    case intact
    /// Every entry continues the one before; nothing from elsewhere backs that.
    case intactNotAnchored
    /// An entry does not hold.
    case broken(ChainFault)

    /// The result in words: `intact`, `intact but not anchored`, or what is wrong with which event.
    public var description: String {
        switch self {
        case .intact: "intact"
        case .intactNotAnchored: "intact but not anchored"
        case .broken(let fault):
            switch fault.kind {
            case .missing, .altered: "broken at event \(fault.sequence)"
            case .notTheAnchor: "not the journal that was anchored at event \(fault.sequence)"
            case .beyondHead: "ends before event \(fault.sequence), which was anchored"
            case .otherLedger: "anchored as another ledger"
            }
        }
    }
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
        /// The journal ends before it, though a checkpoint knows it.
        case beyondHead = "beyond_head"
        /// The checkpoint is another ledger's.
        case otherLedger = "other_ledger"
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
