import OutlayBudgets

extension PersonID: ExpressibleByStringLiteral {
    /// Creates a name of a test.
    public init(stringLiteral value: String) { self.init(known: value) }
}
extension NodeID: ExpressibleByStringLiteral {
    /// Creates a name of a test.
    public init(stringLiteral value: String) { self.init(known: value) }
}
extension RequestID: ExpressibleByStringLiteral {
    /// Creates a name of a test.
    public init(stringLiteral value: String) { self.init(known: value) }
}
extension VendorID: ExpressibleByStringLiteral {
    /// Creates a name of a test.
    public init(stringLiteral value: String) { self.init(known: value) }
}
extension FrameworkID: ExpressibleByStringLiteral {
    /// Creates a name of a test.
    public init(stringLiteral value: String) { self.init(known: value) }
}
extension IdempotencyKey: ExpressibleByStringLiteral {
    /// Creates a name of a test.
    public init(stringLiteral value: String) { self.init(known: value) }
}
extension RoleID: ExpressibleByStringLiteral {
    /// Creates a name of a test.
    public init(stringLiteral value: String) { self.init(known: value) }
}
