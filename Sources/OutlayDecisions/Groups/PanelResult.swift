/// What a panel's scores amount to: the value of each cell, who disagrees, and each member's own order.
public struct PanelResult: Sendable, Hashable {
    /// The panel.
    public let panel: Panel
    /// The identifiers of the criteria it judges, in the order of the model's leaves.
    public let criteria: [String]
    /// The options judged, in the order given.
    public let options: [String]
    /// The cells option by option, `options` × `criteria`.
    public let cells: [Cell]
    /// Each member in the order of the ballots.
    public let members: [Member]
    /// The options that the rankings are of, in the order given: those that may be chosen.
    public let rankedOptions: [String]
    /// The rankings of all members over `rankedOptions`; nil without a member who scored two of them.
    public let ranking: GroupRanking?

    /// The scores of all members on one criterion of one option.
    public struct Cell: Sendable, Hashable {
        /// The option.
        public let option: String
        /// The criterion.
        public let criterion: String
        /// The value that each member's score is worth, 0 … 100, in the order of the ballots.
        ///
        /// nil where the member gave none or has a conflict.
        public let values: [Double?]
        /// The members' values together; nil where nobody gave one.
        public let group: GroupValue?
        /// The one value by the panel's rule.
        public let value: Double?
        /// Whether the members' values lie as far apart as the panel's line, or farther.
        public let isDisputed: Bool
    }

    /// One member's judgement over all criteria of the panel.
    public struct Member: Sendable, Hashable {
        /// The member's identifier.
        public let id: String
        /// The member's value of each option in ``PanelResult/options``, 0 … 100.
        ///
        /// The values weighted by the criteria's shares, which are rescaled to the panel's criteria; nil
        /// where a score is missing or left out, or the panel's criteria have no weight.
        public let values: [Double?]
        /// The member's rank of each option in ``PanelResult/rankedOptions``; nil where it has no value.
        public let ranks: [Int?]
        /// The declared conflicts with options at hand.
        public let conflicts: [Panel.Conflict]
        /// The options at hand whose given scores are left out for a conflict.
        public let excluded: [String]
        /// The cells without a score that no conflict explains.
        public let missing: [Gap]
    }

    /// A score that was not given.
    public struct Gap: Sendable, Hashable {
        /// The option.
        public let option: String
        /// The criterion.
        public let criterion: String
    }

    /// Returns the cell of an option and criterion, or nil where the panel does not judge it.
    public func cell(_ option: String, _ criterion: String) -> Cell? {
        cells.first { $0.option == option && $0.criterion == criterion }
    }

    /// Returns the combined values of an option by criterion.
    public func values(of option: String) -> [String: Double] {
        var values: [String: Double] = [:]
        for cell in cells where cell.option == option { values[cell.criterion] = cell.value }
        return values
    }

    /// The cells in which members disagree, in their order.
    public var disputed: [Cell] { cells.filter(\.isDisputed) }
}
