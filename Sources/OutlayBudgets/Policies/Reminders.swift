/// When approvers are reminded, and when their superiors are told.
public struct Reminders: Sendable, Hashable {
    /// Days of waiting after which, and every so many days again, the approvers are reminded.
    public var afterDays: Int
    /// Days of waiting after which the next level is told; nil for never.
    public var escalateAfterDays: Int?

    /// Creates settings.
    public init(afterDays: Int, escalateAfterDays: Int? = nil) {
        self.afterDays = afterDays
        self.escalateAfterDays = escalateAfterDays
    }
}
