import OutlayProblems

/// Takes back a proposal that waits for its second person: nobody but who made it does.
public struct WithdrawProposal: LedgerCommand {
    /// What it is called in events and refusals.
    public static let name = "withdraw_proposal"
    /// The number of the proposal.
    public var number: Int64

    /// Creates the command.
    public init(_ number: Int64) {
        self.number = number
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("number")
        writer.number(number)
    }

    /// Returns the end of the proposal, or a refusal where it does not wait or is somebody else's.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        _ = try reader.requireSettings()
        let proposal: Proposal
        switch try reader.waiting(number) {
        case .refused(let refusal): return .refused(refusal)
        case .granted(let found): proposal = found
        }
        let subject = Proposal.subject(number)
        guard context.actor == proposal.proposer else {
            var refusal = Refusal(
                .dutyNotHeld, subject: subject, note: "only who proposed it takes it back")
            refusal.person = context.actor
            return .refused(refusal)
        }
        var body = EventBody(.proposalWithdrawn, answer: Answer(.withdrawn, subject: subject))
        body.rows = try reader.ending(number, .withdrawn)
        return .accepted(body)
    }
}
