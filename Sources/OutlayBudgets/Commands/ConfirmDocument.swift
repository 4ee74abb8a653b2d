import OutlayEncoding
import OutlayProblems

/// Loads what another person proposed: the second half of a load by two.
public struct ConfirmDocument: LedgerCommand {
    /// What it is called in events and refusals.
    public static let name = "confirm_document"
    /// What the document is.
    public var kind: LedgerDocumentKind
    /// Its name.
    public var id: LedgerText
    /// The hash of the proposal that the person saw, ``ProposedDocument/hash``.
    public var hash: LedgerText

    /// Creates the command.
    public init(_ kind: LedgerDocumentKind, id: LedgerText, hash: LedgerText) {
        self.kind = kind
        self.id = id
        self.hash = hash
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("hash")
        writer.text(hash.text)
        writer.key("id")
        writer.text(id.text)
        writer.key("kind")
        writer.text(kind.rawValue)
    }

    /// Returns the loading, or a refusal where nothing waits, another proposal does, or the same person
    /// proposed it.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        _ = try reader.requireSettings()
        guard let proposed = try reader.proposal(for: kind, id) else {
            return .refused(
                Refusal(.notPending, subject: id, note: "nothing waits for a second person"))
        }
        guard proposed.hash == hash else {
            return .refused(
                Refusal(
                    .revisionMoved, subject: id, note: "another proposal has taken its place"))
        }
        var both = context
        both.actor = proposed.proposer
        both.confirmedBy = context.actor
        if let refusal = try reader.approvalRules.refusal(
            of: kind.duty, in: both, reader: reader)
        {
            return .refused(refusal)
        }
        switch try proposed.load.loading(in: reader, context) {
        case .refused(let refusal): return .refused(refusal)
        case .accepted(var body):
            body.details = [
                "proposal": .integer(proposed.sequence),
                "proposed_by": .string(proposed.proposer.text),
            ]
            return .accepted(body)
        }
    }
}
