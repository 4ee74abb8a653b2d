/// An option as decision analysis sees it: an identifier and what is known of its performance.
public struct Candidate: Sendable, Hashable {
    /// The stable identifier.
    public var id: String
    /// The known performances by identifier of criterion or knock-out; what is absent is unknown.
    public var performances: [String: Performance]
    /// Values, 0 … 100, by identifier of the criteria that a panel judged; they need no performance.
    public var panelValues: [String: Double]

    /// Creates a candidate.
    public init(
        id: String, performances: [String: Performance], panelValues: [String: Double] = [:]
    ) {
        self.id = id
        self.performances = performances
        self.panelValues = panelValues
    }
}
