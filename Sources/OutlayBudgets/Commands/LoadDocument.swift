import OutlayEncoding
import OutlayProblems
import OutlayValues

/// Brings a revision of a policy, of the organisation or of the vendor register into the ledger.
public struct LoadDocument: LedgerCommand {
    /// What it is called in events and refusals.
    public static let name = "load_document"
    /// What it is.
    public var kind: LedgerDocumentKind
    /// Its name.
    public var id: LedgerText
    /// Its revision, one more than the last.
    public var revision: Int
    /// The first day it is in force.
    public var effectiveFrom: CalendarDate
    /// What it says.
    public var content: JSONValue

    /// Creates the command.
    public init(
        _ kind: LedgerDocumentKind, id: LedgerText, revision: Int, effectiveFrom: CalendarDate,
        content: JSONValue
    ) {
        self.kind = kind
        self.id = id
        self.revision = revision
        self.effectiveFrom = effectiveFrom
        self.content = content
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("content")
        writer.canonical(content.canonicalText)
        writer.key("effective_from")
        writer.date(effectiveFrom)
        writer.key("id")
        writer.text(id.text)
        writer.key("kind")
        writer.text(kind.rawValue)
        writer.key("revision")
        writer.number(revision)
    }

    /// Returns the loading, or a refusal where the revision is there or skips one.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        _ = try reader.requireSettings()
        let duty: Duty =
            switch kind {
            case .policy: .loadPolicy
            case .organisation: .assignRoles
            case .vendors: .vendorData
            }
        if let refusal = try reader.approvalRules.refusal(of: duty, in: context, reader: reader) {
            return .refused(refusal)
        }
        guard !id.isEmpty, revision >= 1 else {
            return .refused(Refusal(.badCommand, subject: id))
        }
        let isThere = try reader.document(kind, id: id, revision: revision) != nil
        let earlier = try reader.document(kind, id: id, revision: revision - 1)
        guard !isThere, revision == 1 || earlier != nil else {
            return .refused(Refusal(.alreadyExists, subject: id))
        }
        let text = content.canonicalText
        let document = LedgerDocument(
            kind: kind, id: id, revision: revision, effectiveFrom: effectiveFrom, text: text,
            hash: LedgerText(known: SHA256Digest.of(text)), sequence: try reader.nextSequence())
        try reader.approvalRules.check(document)
        var body = EventBody(.documentLoaded, answer: Answer(subject: id))
        body.rows = [.document(document)]
        return .accepted(body)
    }
}
