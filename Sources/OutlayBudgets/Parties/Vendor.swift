/// A vendor, by its identifier in the register.
public struct Vendor: Sendable, Hashable {
    /// The identifier, by which everything refers to it.
    public var id: VendorID
    /// The name in the register of companies.
    public var legalName: String
    /// The group of companies it belongs to, by an identifier of that group.
    public var group: String?
    /// The SHA-256 digest of its bank details, as 64 hexadecimal digits.
    public var bankDetailHash: String?

    /// Creates a vendor.
    public init(
        _ id: VendorID, legalName: String, group: String? = nil, bankDetailHash: String? = nil
    ) {
        self.id = id
        self.legalName = legalName
        self.group = group
        self.bankDetailHash = bankDetailHash
    }
}
