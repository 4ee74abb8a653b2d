/// Who publishes what was bought, by OCDS.
public struct OCDSPublisher: Sendable, Hashable {
    /// The prefix of process identifiers, which Open Contracting hands out, such as `ocds-213czf`.
    public var prefix: String
    /// The name of the organisation that buys and publishes.
    public var name: String
    /// The identifier of that organisation.
    public var identifier: String
    /// Where the package can be found.
    public var uri: String

    /// Creates a publisher.
    public init(prefix: String, name: String, identifier: String, uri: String) {
        self.prefix = prefix
        self.name = name
        self.identifier = identifier
        self.uri = uri
    }
}
