import OutlayEncoding
import OutlayProblems
import OutlayValues

/// Puts a revision of a document before a second person: the first half of a load by two.
///
/// It is checked like a load and changes nothing yet. A later proposal for the same document takes its
/// place; ``ConfirmDocument`` by another person loads it.
public struct ProposeDocument: LedgerCommand {
    /// What it is called in events and refusals.
    public static let name = "propose_document"
    /// What is to be loaded.
    public var load: LoadDocument

    /// Creates the command.
    public init(_ load: LoadDocument) {
        self.load = load
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        load.writeBody(to: &writer)
    }

    /// Returns the proposal, or a refusal where the load would be refused or needs no second person.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        _ = try reader.requireSettings()
        var alone = context
        alone.confirmedBy = nil
        let refusal = try reader.approvalRules.refusal(
            of: load.kind.duty, in: alone, reader: reader)
        guard let refusal else {
            return .refused(
                Refusal(
                    .badCommand, subject: load.id,
                    note: "no second person is needed, so it is loaded at once"))
        }
        guard refusal.code == .secondPersonRequired else { return .refused(refusal) }
        if case .refused(let refusal) = try load.loading(in: reader, context) {
            return .refused(refusal)
        }
        let name = ProposedDocument.name(load.kind, load.id)
        let number = try reader.lastRevision(of: .proposal, name).map { $0.revision + 1 } ?? 1
        let text = ProposedDocument(load: load, proposer: context.actor).json.canonicalText
        let document = LedgerDocument(
            kind: .proposal, id: name, revision: number, effectiveFrom: load.effectiveFrom,
            text: text, hash: LedgerText(known: SHA256Digest.of(text)),
            sequence: try reader.nextSequence())
        var body = EventBody(.documentProposed, answer: Answer(.pending, subject: load.id))
        body.rows = [.document(document)]
        return .accepted(body)
    }
}
