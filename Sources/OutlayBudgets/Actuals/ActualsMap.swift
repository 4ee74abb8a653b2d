import OutlayEncoding

/// Which budget line a row of actuals is booked on.
///
/// The first rule whose conditions a row meets decides. A row that no rule fits is booked on the line that
/// the row itself names, else on ``otherwise``, else left out and listed.
public struct ActualsMap: Sendable, Hashable {
    /// The rules, in order.
    public var rules: [ActualsRule]
    /// The line of rows that no rule fits, or nil.
    public var otherwise: NodeID?
    /// The numbers under which the ledger knows documents that the file names in another way.
    public var invoices: [String: String]
    /// What the columns mean, where the map says so.
    public var layout: ActualsLayout?

    /// A map without rules: rows name their lines themselves.
    public static let empty = ActualsMap([])

    /// Creates a map.
    public init(
        _ rules: [ActualsRule], otherwise: NodeID? = nil, invoices: [String: String] = [:],
        layout: ActualsLayout? = nil
    ) {
        self.rules = rules
        self.otherwise = otherwise
        self.invoices = invoices
        self.layout = layout
    }

    /// The columns that rules look at, each once, in order.
    var columns: [String] {
        var seen: Set<String> = []
        return rules.flatMap(\.conditions).map(\.column).filter { seen.insert($0).inserted }
    }

    /// Whether a rule looks at tags.
    var looksAtTags: Bool { rules.contains { !$0.tags.isEmpty } }
}

/// What becomes of rows of a kind.
public struct ActualsRule: Sendable, Hashable {
    /// A column, or a tag, and the values that meet the condition.
    public struct Condition: Sendable, Hashable {
        /// The column, or the tag's key.
        public var column: String
        /// The values, one of which it has.
        public var values: [String]

        /// Creates a condition.
        public init(_ column: String, _ values: [String]) {
            self.column = column
            self.values = values
        }
    }

    /// What becomes of a row.
    public enum Outcome: Sendable, Hashable {
        /// It is booked; what is nil the row itself says.
        case book(line: NodeID?, vendor: VendorID?, request: RequestID?)
        /// It is left out, with a reason.
        case leaveOut(String)
    }

    /// What columns have to hold: all of them.
    public var conditions: [Condition]
    /// What tags have to hold: all of them.
    public var tags: [Condition]
    /// What becomes of the row.
    public var outcome: Outcome

    /// Creates a rule.
    public init(
        _ conditions: [Condition], tags: [Condition] = [], _ outcome: Outcome
    ) {
        self.conditions = conditions
        self.tags = tags
        self.outcome = outcome
    }
}
