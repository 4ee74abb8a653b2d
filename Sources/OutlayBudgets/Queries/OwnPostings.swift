import OutlayProblems

/// What events add to lines themselves, without what is counted there for the lines below.
///
/// An event's postings show a use of a line on every controlled line above it as well. A reader of the
/// journal that adds lines up, such as a plain-text journal with a tree of accounts, wants each amount
/// once: on the line that was charged.
public struct OwnPostings: Sendable {
    private var nodes: [NodeID: Node] = [:]

    /// Creates a reader of a journal from its beginning.
    public init() {}

    /// The lines that are known so far, by name.
    public var lines: [Node] { nodes.keys.sorted().compactMap { nodes[$0] } }

    /// Returns the lines above `id`, nearest first.
    public func ancestors(of id: NodeID) -> [Node] {
        var found: [Node] = []
        var next = nodes[id]?.parent
        while let parent = next, let node = nodes[parent], found.count < nodes.count {
            found.append(node)
            next = node.parent
        }
        return found
    }

    /// Follows the next event and returns what it adds to lines themselves in whole years: in the order of
    /// lines, years and buckets, without ``Bucket/excused``, which is control and no money.
    ///
    /// - Throws: ``ProblemCode/ledgerOverflow``.
    public mutating func follow(_ event: LedgerEvent) throws(Problem) -> [Posting] {
        for case .node(let node) in event.body.rows { nodes[node.id] = node }
        var own: [Posting] = []
        var used: [Slot: [NodeID: MinorUnits]] = [:]
        for posting in event.body.postings where posting.row.period.division == .yearly {
            switch posting.bucket {
            case .excused: continue
            case .allotted: own.append(posting)
            case .reserved, .committed, .actual:
                let slot = Slot(period: posting.row.period, bucket: posting.bucket)
                used[slot, default: [:]][posting.row.node] = posting.amount
            }
        }
        for (slot, amounts) in used {
            for (node, amount) in try split(amounts) where !amount.isZero {
                own.append(Posting(BalanceKey(node, slot.period), slot.bucket, amount))
            }
        }
        return own.sorted {
            $0.row == $1.row ? $0.bucket.order < $1.bucket.order : $0.row < $1.row
        }
    }

    private struct Slot: Hashable {
        var period: PeriodID
        var bucket: Bucket
    }

    /// Returns each line's own part of `amounts`.
    ///
    /// A line above that shows nothing is looked at too: its own part and that of the lines below may
    /// cancel out.
    private func split(
        _ amounts: [NodeID: MinorUnits]
    ) throws(Problem) -> [(NodeID, MinorUnits)] {
        var depths: [NodeID: Int] = [:]
        for node in amounts.keys {
            let above = ancestors(of: node)
            depths[node] = above.count
            for (index, ancestor) in above.enumerated() where ancestor.control != .track {
                depths[ancestor.id] = above.count - 1 - index
            }
        }
        let deepestFirst = depths.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        var below: [NodeID: MinorUnits] = [:]
        var own: [(NodeID, MinorUnits)] = []
        for node in deepestFirst {
            var amount = amounts[node] ?? .zero
            if nodes[node]?.control != .track { amount = try amount - (below[node] ?? .zero) }
            own.append((node, amount))
            guard !amount.isZero else { continue }
            for ancestor in ancestors(of: node) {
                below[ancestor.id] = try (below[ancestor.id] ?? .zero) + amount
            }
        }
        return own
    }
}
