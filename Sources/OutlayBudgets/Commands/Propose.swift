import OutlayEncoding
import OutlayProblems
import OutlayValues

/// Puts an act before a second person: the first half of what two persons do.
///
/// It is checked like the act itself and changes nothing yet; ``ConfirmProposal`` by another person does it, and
/// ``WithdrawProposal`` takes it back. A later proposal for the same document takes the place of one that waits.
public struct Propose: LedgerCommand {
    /// What it is called in events and refusals.
    public static let name = "propose"
    /// What is to be done.
    public var command: any ProposableCommand

    /// Creates the command.
    public init(_ command: any ProposableCommand) {
        self.command = command
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("body")
        writer.canonical(command.bodyText)
        writer.key("command")
        writer.text(type(of: command).name)
    }

    /// Returns the proposal, or a refusal where the act would be refused or needs no second person.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        _ = try reader.requireSettings()
        var own = context
        own.confirmedBy = nil
        switch try command.decide(in: reader, context: own) {
        case .accepted(let body):
            return .refused(
                Refusal(
                    .badCommand, subject: body.answer.subject,
                    note: "no second person is needed, so it is done at once"))
        case .refused(let refusal):
            guard refusal.code == .secondPersonRequired else { return .refused(refusal) }
        }
        own.isProposal = true
        switch try command.decide(in: reader, context: own) {
        case .refused(let refusal): return .refused(refusal)
        case .accepted(let body):
            let row = try row(in: reader, context)
            var proposed = EventBody(
                command.proposalName == nil ? .commandProposed : .documentProposed,
                answer: Answer(.pending, subject: body.answer.subject))
            proposed.rows = [.document(row)]
            return .accepted(proposed)
        }
    }

    private func row(
        in reader: some LedgerReader, _ context: CommandContext
    ) throws(Problem) -> LedgerDocument {
        let sequence = try reader.nextSequence()
        let name = command.proposalName ?? Proposal.name(sequence)
        let before =
            command.proposalName == nil ? nil : try reader.lastRevision(of: .proposal, name)
        let text = Proposal(command, by: context.actor, for: context.onBehalfOf).text
        return LedgerDocument(
            kind: .proposal, id: name, revision: (before?.revision ?? 0) + 1,
            effectiveFrom: context.moment.effective, text: text,
            hash: LedgerText(known: SHA256Digest.of(text)), sequence: sequence)
    }
}
