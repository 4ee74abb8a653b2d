import OutlayEncoding
import OutlayValues

/// One entry of the journal.
public struct LedgerEvent: Sendable {
    /// Its number, from 1, without gaps.
    public var sequence: Int64
    /// The day it counts for.
    public var effective: CalendarDate
    /// When it was written: milliseconds since 1970-01-01 UTC, never less than the event before.
    public var recordedMilliseconds: Int64
    /// Who acted; of an act that a second person confirmed, who proposed it.
    public var actor: PersonID
    /// For whom, or nil.
    public var onBehalfOf: PersonID?
    /// The second person of an act that needs two, or nil.
    public var confirmedBy: PersonID?
    /// The caller's name of the command, or nil; a refusal has none.
    public var idempotencyKey: IdempotencyKey?
    /// The hash of the command as it was asked for.
    public var bodyHash: SHA256Value
    /// What was decided.
    public var body: EventBody

    /// Creates an event.
    public init(
        sequence: Int64, recordedMilliseconds: Int64, context: CommandContext,
        bodyHash: SHA256Value, body: EventBody
    ) {
        self.sequence = sequence
        self.recordedMilliseconds = recordedMilliseconds
        self.bodyHash = bodyHash
        self.body = body
        effective = context.moment.effective
        if let proposer = body.proposer {
            actor = proposer.person
            onBehalfOf = proposer.principal
            confirmedBy = context.actor
        } else {
            actor = context.actor
            onBehalfOf = context.onBehalfOf
            confirmedBy = context.confirmedBy
        }
        idempotencyKey = body.kind == .refused ? nil : context.idempotencyKey
        self.body.answer.sequence = sequence
    }
}

/// The end of the chain: the last event and its hash.
public struct ChainHead: Sendable, Hashable {
    /// The number of the last event; 0 before the first.
    public var sequence: Int64
    /// Its hash; all zeros before the first.
    public var hash: SHA256Value
    /// When it was written.
    public var recordedMilliseconds: Int64

    /// The head of a ledger without events.
    public static let empty = ChainHead(sequence: 0, hash: .zero, recordedMilliseconds: 0)

    /// Creates a head.
    public init(sequence: Int64, hash: SHA256Value, recordedMilliseconds: Int64) {
        self.sequence = sequence
        self.hash = hash
        self.recordedMilliseconds = recordedMilliseconds
    }
}
