/// A row of a policy's own test table.
public struct PolicyTest: Sendable, Hashable {
    /// What it shows.
    public var name: String
}
