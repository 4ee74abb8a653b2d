import OutlayBudgets

extension PersonID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(known: value) }
}
extension NodeID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(known: value) }
}
extension RequestID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(known: value) }
}
extension VendorID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(known: value) }
}
extension FrameworkID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(known: value) }
}
extension IdempotencyKey: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(known: value) }
}
extension RoleID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(known: value) }
}
