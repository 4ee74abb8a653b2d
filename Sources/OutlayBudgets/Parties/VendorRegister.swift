/// The vendors that money may go to.
public struct VendorRegister: Sendable, Hashable {
    /// Which revision of the register this is, from 1.
    public let revision: Int
    /// The vendors, by identifier.
    public let vendors: [Vendor]
    private let places: [VendorID: Int]

    /// A register without vendors: every identifier stands for a party of its own.
    public static let empty = VendorRegister(revision: 1, [])

    /// Creates a register.
    ///
    /// - Precondition: no identifier stands in it twice; reading a document refuses that as a problem.
    public init(revision: Int, _ vendors: [Vendor]) {
        self.revision = revision
        let sorted = vendors.sorted { $0.id < $1.id }
        places = Dictionary(
            uniqueKeysWithValues: sorted.enumerated().map { ($0.element.id, $0.offset) })
        self.vendors = sorted
    }

    /// Returns the vendor called `id`, or nil where the register has none.
    public func vendor(_ id: VendorID) -> Vendor? {
        places[id].map { vendors[$0] }
    }

    /// Returns whether two identifiers stand for one party: the same vendor, one group, or one bank account.
    public func isSameParty(_ left: VendorID, _ right: VendorID) -> Bool {
        if left == right { return true }
        guard let one = vendor(left), let other = vendor(right) else { return false }
        if let group = one.group, group == other.group { return true }
        if let bank = one.bankDetailHash, bank == other.bankDetailHash { return true }
        return false
    }

    /// Returns the identifiers that stand for the same party as `id`, itself first, the others in order.
    public func party(of id: VendorID) -> [VendorID] {
        guard let known = vendor(id), known.group != nil || known.bankDetailHash != nil else {
            return [id]
        }
        return [id] + vendors.map(\.id).filter { $0 != id && isSameParty($0, id) }
    }

    /// The vendors that have their bank details in common with another one, in the order of the register.
    ///
    /// One account under two identifiers is worth a question: it may be a group, a mistake or a fraud.
    public var sharedAccounts: [Vendor] {
        let counts = vendors.reduce(into: [String: Int]()) { counts, vendor in
            if let hash = vendor.bankDetailHash { counts[hash, default: 0] += 1 }
        }
        return vendors.filter { counts[$0.bankDetailHash ?? "", default: 0] > 1 }
    }
}
