import OutlayValues

/// A delegation that a person made themselves, by an act of their own in the ledger.
///
/// It holds beside those of the Organisation document.
public struct LentAuthority: Sendable, Hashable {
    /// The event that made it, by which it is known.
    public var number: Int64
    /// What is lent to whom; ended early, its last day moves.
    public var delegation: Delegation
    /// The event that last changed it.
    public var sequence: Int64

    /// Creates a row.
    public init(number: Int64, _ delegation: Delegation, sequence: Int64) {
        self.number = number
        self.delegation = delegation
        self.sequence = sequence
    }
}

extension Organisation {
    /// Returns the same organisation with what its people lent by acts of their own; whoever has left it
    /// neither lends nor borrows.
    func lending(_ lent: [LentAuthority]) -> Organisation {
        guard !lent.isEmpty else { return self }
        var copy = self
        copy.delegations += lent.map(\.delegation).filter {
            person($0.principal) != nil && person($0.delegate) != nil
        }
        return copy
    }
}
