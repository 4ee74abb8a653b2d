import OutlayValues

/// What was agreed on before the first quote, and what has changed since.
public struct CriteriaSeal: Sendable, Hashable {
    /// The path of the file that holds the seal, as the document gives it.
    public var file: String
    /// The day it was made.
    public var date: CalendarDate
    /// The SHA-256 of all that it holds, in lower-case hexadecimal digits.
    public var sha256: String
    /// What differs now, in the order of the places; empty where nothing does.
    public var changes: [Change]
    /// What was known already on the day it was made, such as the costs of some options.
    public var remarks: [String]

    /// One difference between what was sealed and what the document says now.
    public struct Change: Sendable, Hashable {
        /// The place in the document, such as `criteria.usability.weight`.
        public var place: String
        /// What was sealed, or nil where there was nothing.
        public var sealed: String?
        /// What stands there now, or nil where nothing does.
        public var now: String?

        /// Creates a difference.
        public init(place: String, sealed: String?, now: String?) {
            self.place = place
            self.sealed = sealed
            self.now = now
        }

        /// The difference in one line, such as `criteria.usability.weight: 25 → 40`.
        public var inWords: String {
            "\(place): \(sealed ?? "nothing") → \(now ?? "nothing")"
        }
    }

    /// Creates a seal.
    public init(
        file: String, date: CalendarDate, sha256: String, changes: [Change] = [],
        remarks: [String] = []
    ) {
        self.file = file
        self.date = date
        self.sha256 = sha256
        self.changes = changes
        self.remarks = remarks
    }
}
