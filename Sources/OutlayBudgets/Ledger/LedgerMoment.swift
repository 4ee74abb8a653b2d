import OutlayValues

/// When something happens: the day it counts for, and the time it is written down.
public struct LedgerMoment: Sendable, Hashable {
    /// The day it counts for.
    public var effective: CalendarDate
    /// When it is written: milliseconds since 1970-01-01 UTC.
    ///
    /// A store raises it to the last event's.
    public var recordedMilliseconds: Int64

    /// Creates a moment.
    public init(effective: CalendarDate, recordedMilliseconds: Int64) {
        self.effective = effective
        self.recordedMilliseconds = recordedMilliseconds
    }

    /// Creates a moment that is written down at the beginning of its own day.
    public init(on effective: CalendarDate) {
        self.init(
            effective: effective, recordedMilliseconds: Int64(effective.dayNumber) * 86_400_000)
    }
}

/// Who asks for a command, when, and by which name.
public struct CommandContext: Sendable, Hashable {
    /// Who acts.
    public var actor: PersonID
    /// For whom the actor acts as a delegate, or nil.
    public var onBehalfOf: PersonID?
    /// The second person of an act that needs two, or nil.
    public var confirmedBy: PersonID?
    /// Whether the act is only to be put before a second person, who is not asked for yet.
    public var isProposal = false
    /// The caller's own name of the command, or nil where it may be carried out again.
    public var idempotencyKey: IdempotencyKey?
    /// When.
    public var moment: LedgerMoment

    /// Creates a context.
    public init(
        actor: PersonID, onBehalfOf: PersonID? = nil, confirmedBy: PersonID? = nil,
        idempotencyKey: IdempotencyKey? = nil, moment: LedgerMoment
    ) {
        self.actor = actor
        self.onBehalfOf = onBehalfOf
        self.confirmedBy = confirmedBy
        self.idempotencyKey = idempotencyKey
        self.moment = moment
    }
}
