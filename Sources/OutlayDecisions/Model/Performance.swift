import OutlayValues

/// What an option achieves on one criterion or knock-out, as stated or measured.
public enum Performance: Sendable, Hashable {
    /// A number in the criterion's unit.
    case number(ExactDecimal)
    /// A text, or the name of a level.
    case text(String)
    /// Yes or no.
    case yesNo(Bool)
    /// A calendar date.
    case date(CalendarDate)
}

extension Performance: CustomStringConvertible {
    /// The performance as a document writes it.
    public var description: String {
        switch self {
        case .number(let number): number.description
        case .text(let text): text
        case .yesNo(let yes): yes ? "yes" : "no"
        case .date(let date): date.description
        }
    }
}

/// Whether more or less of something is better.
public enum Direction: String, Sendable, Hashable, CaseIterable {
    /// More is better.
    case higher
    /// Less is better.
    case lower
}
