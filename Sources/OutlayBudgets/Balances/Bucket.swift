/// What an amount of a balance row is.
public enum Bucket: String, Sendable, Hashable, CaseIterable {
    /// The money given to the line: its own, never a sum over the lines below.
    case allotted
    /// Held for requests that wait for approval (pre-encumbrance).
    case reserved
    /// Owed to vendors by approved requests and not yet billed (encumbrance).
    case committed
    /// Billed.
    case actual
    /// What stands above the allotment and its tolerance by an override or a posted overrun.
    ///
    /// It raises the cap by exactly that, and goes back as the excess is covered, so that it is never
    /// more than what is over.
    case excused

    /// The order of columns and postings.
    public var order: Int {
        switch self {
        case .allotted: 0
        case .reserved: 1
        case .committed: 2
        case .actual: 3
        case .excused: 4
        }
    }
}
