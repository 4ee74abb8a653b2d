import OutlayEncoding
import OutlayProblems
import OutlayValues

/// Brings a revision of a policy, of the organisation, of the vendor register or of a budget into the ledger.
///
/// The first revision that a ledger gets may bear any number. A budget brings its year, its lines and their
/// money along, in the same event.
public struct LoadDocument: ProposableCommand {
    /// What it is called in events and refusals.
    public static let name = "load_document"
    /// What it is.
    public var kind: LedgerDocumentKind
    /// Its name.
    public var id: LedgerText
    /// Its revision, one more than the last one loaded.
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

    /// Of one document one proposal waits.
    public var proposalName: LedgerText? { LedgerText(known: "\(kind.rawValue) \(id.text)") }

    /// Reads what ``writeBody(to:)`` wrote.
    ///
    /// - Throws: ``ProblemCode/damagedEvent``.
    public init(body reader: inout CanonicalReader) throws(Problem) {
        try reader.key("content")
        content = try JSONValue(storedText: try reader.raw(), path: "content")
        try reader.key("effective_from")
        effectiveFrom = try reader.date()
        try reader.key("id")
        id = try reader.phrase()
        try reader.key("kind")
        kind = try reader.word()
        try reader.key("revision")
        revision = try reader.count()
    }

    /// Returns what is asked for as an order.
    public func phrase(in currency: Currency) -> String {
        "load revision \(revision) of the \(kind.rawValue) \(id.text), in force from \(effectiveFrom)"
    }

    /// Returns the loading, or a refusal where the revision is there or skips one.
    ///
    /// - Throws: A ``Problem`` where the document is malformed, or a budget does not fit this ledger.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        _ = try reader.requireSettings()
        if let refusal = try reader.approvalRules.refusal(
            of: kind.duty, in: context, reader: reader)
        {
            return .refused(refusal)
        }
        return try loading(in: reader, context)
    }

    /// Returns the loading by somebody who may.
    func loading(
        in reader: some LedgerReader, _ context: CommandContext
    ) throws(Problem) -> Decision {
        guard !id.isEmpty, revision >= 1, kind != .proposal else {
            return .refused(Refusal(.badCommand, subject: id))
        }
        if let last = try reader.lastRevision(of: kind, id), revision != last.revision + 1 {
            return .refused(
                Refusal(
                    .alreadyExists, subject: id,
                    note: LedgerText(known: "the last revision is \(last.revision)")))
        }
        let text = content.canonicalText
        let document = LedgerDocument(
            kind: kind, id: id, revision: revision, effectiveFrom: effectiveFrom, text: text,
            hash: LedgerText(known: SHA256Digest.of(text)), sequence: try reader.nextSequence())
        try reader.approvalRules.check(document)
        var body = EventBody(.documentLoaded, answer: Answer(subject: id))
        body.rows = [.document(document)]
        if kind == .budget {
            let change = try reader.change(loading: try document.value())
            if let refusal = try change.add(to: &body, context, reader) {
                return .refused(refusal)
            }
        }
        return .accepted(body)
    }
}

extension LedgerDocumentKind {
    /// What a person does who loads such a document.
    public var duty: Duty {
        switch self {
        case .policy: .loadPolicy
        case .organisation: .assignRoles
        case .vendors: .vendorData
        case .budget, .proposal: .loadBudget
        }
    }
}

extension LedgerReader {
    /// Returns the last revision of a document that was loaded, or nil.
    public func lastRevision(
        of kind: LedgerDocumentKind, _ id: LedgerText
    ) throws(Problem) -> LedgerDocument? {
        try documents().last { $0.kind == kind && $0.id == id }
    }
}
