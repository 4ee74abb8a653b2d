import OutlayEncoding
import OutlayProblems

/// Does what another person proposed: the second half of what two persons do.
///
/// It is decided anew on the books as they are now, as an act of who proposed it.
public struct ConfirmProposal: LedgerCommand {
    /// What it is called in events and refusals.
    public static let name = "confirm_proposal"
    /// The number of the proposal.
    public var number: Int64
    /// The hash of the proposal that the person saw, ``Proposal/hash``.
    public var hash: LedgerText

    /// Creates the command.
    public init(_ number: Int64, hash: LedgerText) {
        self.number = number
        self.hash = hash
    }

    /// Creates the command for a proposal as it was seen.
    public init(_ proposal: Proposal) {
        self.init(proposal.number, hash: proposal.hash)
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("hash")
        writer.text(hash.text)
        writer.key("number")
        writer.number(number)
    }

    /// Returns the act, or a refusal where it does not wait, is another one than was seen, was proposed by the
    /// same person, or is refused by now.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        _ = try reader.requireSettings()
        let subject = Proposal.subject(number)
        let proposal: Proposal
        switch try reader.waiting(number) {
        case .refused(let refusal): return .refused(refusal)
        case .granted(let found): proposal = found
        }
        guard proposal.hash == hash else {
            return .refused(
                Refusal(.revisionMoved, subject: subject, note: "it is not the one that was seen"))
        }
        if let refusal = refusal(of: proposal, context) { return .refused(refusal) }
        var both = context
        both.actor = proposal.proposer
        both.onBehalfOf = proposal.principal
        both.confirmedBy = context.actor
        switch try proposal.command.decide(in: reader, context: both) {
        case .refused(let refusal): return .refused(refusal)
        case .accepted(var body):
            body.proposer = (proposal.proposer, proposal.principal)
            var details = JSONObject()
            if case .object(let own)? = body.details { details = own }
            details["proposal"] = .integer(number)
            body.details = .object(details)
            body.rows += try reader.ending(number, .confirmed)
            return .accepted(body)
        }
    }

    /// Returns why a person does not confirm a proposal, or nil: two persons take part, each in their own name.
    private func refusal(of proposal: Proposal, _ context: CommandContext) -> Refusal? {
        var refusal: Refusal?
        if proposal.involves(context.actor) {
            refusal = Refusal(
                .secondPersonRequired, subject: Proposal.subject(number),
                note: "who proposed it does not confirm it")
        } else if context.onBehalfOf != nil {
            refusal = Refusal(
                .delegationNotValid, subject: Proposal.subject(number),
                note: "a second person confirms in their own name")
        }
        refusal?.person = context.actor
        return refusal
    }
}

extension LedgerReader {
    /// Returns a proposal that waits, or the refusal that says why it does not.
    func waiting(_ number: Int64) throws(Problem) -> Ruling<Proposal> {
        let subject = Proposal.subject(number)
        switch try standing(ofProposal: number) {
        case .waiting(let proposal): return .granted(proposal)
        case .ended(.confirmed):
            return .refused(Refusal(.notPending, subject: subject, note: "it was confirmed"))
        case .ended(.withdrawn):
            return .refused(Refusal(.notPending, subject: subject, note: "it was withdrawn"))
        case .ended(.replaced):
            return .refused(
                Refusal(
                    .revisionMoved, subject: subject, note: "another proposal took its place"))
        case .unknown:
            return .refused(
                Refusal(.notPending, subject: subject, note: "there is no such proposal"))
        }
    }

    /// Returns the row that says that a proposal is over.
    func ending(_ number: Int64, _ end: ProposalEnd) throws(Problem) -> [RowChange] {
        guard let row = try row(ofProposal: number) else { return [] }
        return [.document(Proposal.end(end, of: row, number: number, sequence: try nextSequence()))]
    }
}
