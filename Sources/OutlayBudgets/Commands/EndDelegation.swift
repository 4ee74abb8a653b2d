import OutlayProblems
import OutlayValues

/// Ends what a person lent to another by ``LendAuthority``: from the effective day on it does not hold.
///
/// What the delegate decided before stays decided. Delegations of the Organisation document end by a revision
/// of that.
public struct EndDelegation: LedgerCommand {
    /// What it is called in events and refusals.
    public static let name = "end_delegation"
    /// Whom it was lent to.
    public var delegate: PersonID

    /// Creates the command.
    public init(to delegate: PersonID) {
        self.delegate = delegate
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("delegate")
        writer.text(delegate.text)
    }

    /// Returns the end, or a refusal where the person lent nothing that still holds or is to come.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        _ = try reader.requireSettings()
        let last = context.moment.effective.adding(days: -1)
        var body = EventBody(
            .delegationEnded, answer: Answer(subject: LedgerText(known: delegate.text)))
        let sequence = try reader.nextSequence()
        for var lent in try reader.delegations()
        where lent.delegation.principal == context.actor && lent.delegation.delegate == delegate
            && lent.delegation.end > last
        {
            lent.delegation.end = last
            lent.sequence = sequence
            body.rows.append(.delegation(lent))
        }
        guard !body.rows.isEmpty, context.onBehalfOf == nil else {
            var refusal = Refusal(
                .delegationNotValid, subject: LedgerText(known: delegate.text),
                note: "the person lent them nothing here that is still to hold")
            refusal.person = context.actor
            return .refused(refusal)
        }
        return .accepted(body)
    }
}
