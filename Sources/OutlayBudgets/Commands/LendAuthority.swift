import OutlayProblems
import OutlayValues

/// Lends one's own authority to approve to another person for some days: nobody does it for somebody else.
///
/// It lends what the person holds, never what was lent to them, and the delegate cannot use it for their own
/// requests, nor for those of whoever they report to; that is judged at each decision.
public struct LendAuthority: LedgerCommand {
    /// What it is called in events and refusals.
    public static let name = "delegate"
    /// Who may use it.
    public var delegate: PersonID
    /// The first day.
    public var start: CalendarDate
    /// The last day, on which it still holds.
    public var end: CalendarDate
    /// The largest total it holds for, in the ledger's currency; nil for any.
    public var limit: MinorUnits?
    /// The categories it holds for; none for all.
    public var categories: [NodeID]

    /// Creates the command.
    public init(
        to delegate: PersonID, from start: CalendarDate, through end: CalendarDate,
        limit: MinorUnits? = nil, categories: [NodeID] = []
    ) {
        self.delegate = delegate
        self.start = start
        self.end = end
        self.limit = limit
        self.categories = categories
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("categories")
        writer.beginArray()
        for category in categories { writer.text(category.text) }
        writer.endArray()
        writer.key("delegate")
        writer.text(delegate.text)
        writer.key("end")
        writer.date(end)
        writer.key("limit")
        writer.optional(limit) { $0.number($1.count) }
        writer.key("start")
        writer.date(start)
    }

    /// Returns the delegation, or why the person cannot lend it.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        _ = try reader.requireSettings()
        func refused(_ code: RefusalCode, _ note: LedgerText) -> Decision {
            var refusal = Refusal(
                code, subject: LedgerText(known: delegate.text), note: note)
            refusal.person = context.actor
            return .refused(refusal)
        }
        let principal = context.actor
        guard context.onBehalfOf == nil else {
            return refused(.delegationNotValid, "what was lent is not lent on")
        }
        let organisation = try reader.organisation(inForceOn: context.moment.effective)
        guard let organisation, organisation.person(principal) != nil else {
            return refused(.delegationNotValid, "the person is not in the organisation")
        }
        guard organisation.person(delegate) != nil else {
            return refused(.delegationNotValid, "the delegate is not in the organisation")
        }
        guard delegate != principal else {
            return refused(.badCommand, "a delegation lends authority to another person")
        }
        guard start <= end else {
            return refused(.badCommand, "it ends before it starts")
        }
        guard end >= context.moment.effective else {
            return refused(.badCommand, "its last day is over")
        }
        if let limit, !limit.isPositive { return refused(.badAmount, "the limit is above 0") }
        let sequence = try reader.nextSequence()
        let lent = LentAuthority(
            number: sequence,
            Delegation(
                from: principal, to: delegate, start: start, end: end, limit: limit,
                categories: categories), sequence: sequence)
        var body = EventBody(.delegated, answer: Answer(subject: LedgerText(known: delegate.text)))
        body.rows = [.delegation(lent)]
        return .accepted(body)
    }
}
