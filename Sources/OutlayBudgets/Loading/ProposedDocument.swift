import OutlayEncoding
import OutlayProblems
import OutlayValues

/// A revision of a document that waits for its second person.
public struct ProposedDocument: Sendable, Hashable {
    /// What is to be loaded.
    public var load: LoadDocument
    /// Who proposed it.
    public var proposer: PersonID
    /// The SHA-256 of the proposal, by which it is confirmed.
    public var hash: LedgerText
    /// The event that brought it; 0 before there is one.
    public var sequence: Int64

    init(load: LoadDocument, proposer: PersonID) {
        self.load = load
        self.proposer = proposer
        hash = .empty
        sequence = 0
    }

    /// Returns the name under which proposals for a document are kept.
    static func name(_ kind: LedgerDocumentKind, _ id: LedgerText) -> LedgerText {
        LedgerText(known: "\(kind.rawValue) \(id.text)")
    }

    /// The proposal as a value.
    var json: JSONValue {
        [
            "kind": .string(load.kind.rawValue), "id": .string(load.id.text),
            "revision": .integer(load.revision),
            "effective_from": .string(load.effectiveFrom.description),
            "proposer": .string(proposer.text), "content": load.content,
        ]
    }

    /// Reads what the ledger keeps.
    init(_ document: LedgerDocument) throws(Problem) {
        let value = try JSONValue(storedText: document.text, path: document.id.text)
        do {
            self = try StrictValue.read(value) { value in
                value.fields { fields in
                    let kind = fields.required("kind") { $0.choice(LedgerDocumentKind.self) }
                    let id = fields.required("id") { $0.ledgerText(limit: LedgerText.limit) }
                    let revision = fields.required("revision") { $0.whole(1...1_000_000_000) }
                    let effectiveFrom = fields.required("effective_from") { $0.date() }
                    let proposer: PersonID? = fields.required("proposer") { $0.name() }
                    let content = fields.required("content") { $0.value }
                    guard let kind, let id, let revision, let effectiveFrom, let proposer,
                        let content
                    else { return nil }
                    return ProposedDocument(
                        load: LoadDocument(
                            kind, id: id, revision: revision, effectiveFrom: effectiveFrom,
                            content: content), proposer: proposer)
                }
            }
        } catch {
            throw error.first
        }
        hash = document.hash
        sequence = document.sequence
    }
}

extension LedgerReader {
    /// Returns the proposal for a document that waits for its second person, or nil.
    ///
    /// - Throws: A ``Problem`` where a stored text cannot be read.
    public func proposal(
        for kind: LedgerDocumentKind, _ id: LedgerText
    ) throws(Problem) -> ProposedDocument? {
        guard
            let document = try lastRevision(of: .proposal, ProposedDocument.name(kind, id))
        else { return nil }
        let proposed = try ProposedDocument(document)
        let last = try lastRevision(of: kind, id)
        let isLoaded = last.map { $0.sequence > proposed.sequence } ?? false
        return isLoaded ? nil : proposed
    }

    /// Returns all proposals that wait for their second person, by kind and identifier.
    ///
    /// - Throws: A ``Problem`` where a stored text cannot be read.
    public func proposals() throws(Problem) -> [ProposedDocument] {
        var names: [(LedgerDocumentKind, LedgerText)] = []
        for document in try documents() where document.kind == .proposal {
            let load = try ProposedDocument(document).load
            if names.last.map({ $0 != (load.kind, load.id) }) ?? true {
                names.append((load.kind, load.id))
            }
        }
        var found: [ProposedDocument] = []
        for (kind, id) in names {
            if let proposed = try proposal(for: kind, id) { found.append(proposed) }
        }
        return found
    }
}
