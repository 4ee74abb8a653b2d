import OutlayEncoding
import OutlayProblems
import OutlayValues

/// An act that one person proposed and that waits for another to confirm it.
public struct Proposal: Sendable {
    /// What is to be done.
    public var command: any ProposableCommand
    /// Who proposed it.
    public var proposer: PersonID
    /// For whom, as a delegate; or nil.
    public var principal: PersonID?
    /// The event that brought it, which is its number; 0 before there is one.
    public var number: Int64
    /// The SHA-256 of the proposal, which says what a second person saw.
    public var hash: LedgerText

    /// Creates a proposal that is not yet in a ledger.
    init(_ command: any ProposableCommand, by proposer: PersonID, for principal: PersonID? = nil) {
        self.command = command
        self.proposer = proposer
        self.principal = principal
        number = 0
        hash = .empty
    }

    /// The document that is to be loaded, or nil where it is another act.
    public var load: LoadDocument? { command as? LoadDocument }

    /// Returns whether a person took part in proposing it.
    public func involves(_ person: PersonID) -> Bool { person == proposer || person == principal }

    /// The name under which a proposal is kept that no other takes the place of.
    static func name(_ number: Int64) -> LedgerText { LedgerText(known: "command \(number)") }

    /// What refusals call a proposal.
    static func subject(_ number: Int64) -> LedgerText { LedgerText(known: "proposal \(number)") }
}

/// Why a proposal does not wait any more.
public enum ProposalEnd: String, Sendable, Hashable, CaseIterable {
    /// A second person confirmed it, or it was done without it.
    case confirmed
    /// Who proposed it took it back.
    case withdrawn
    /// A later one took its place.
    case replaced
}

/// How a proposal stands.
public enum ProposalStanding: Sendable {
    /// It waits for its second person.
    case waiting(Proposal)
    /// It is over.
    case ended(ProposalEnd)
    /// There never was one of that number.
    case unknown
}

// MARK: - As it is kept

extension Proposal {
    /// The canonical JSON that is kept and hashed: one object with the keys `body`, `command`, `on_behalf_of` and
    /// `proposer`, in this order; the third is left out where there is nobody.
    var text: String {
        var writer = CanonicalWriter()
        writer.beginObject()
        writer.key("body")
        writer.canonical(command.bodyText)
        writer.key("command")
        writer.text(type(of: command).name)
        if let principal {
            writer.key("on_behalf_of")
            writer.text(principal.text)
        }
        writer.key("proposer")
        writer.text(proposer.text)
        writer.endObject()
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// Returns the row that keeps the end of a proposal, behind the row that kept it.
    static func end(
        _ end: ProposalEnd, of document: LedgerDocument, number: Int64, sequence: Int64
    ) -> LedgerDocument {
        var writer = CanonicalWriter()
        writer.beginObject()
        writer.key("end")
        writer.text(end.rawValue)
        writer.key("proposal")
        writer.number(number)
        writer.endObject()
        let text = String(decoding: writer.bytes, as: UTF8.self)
        var row = document
        row.revision += 1
        row.text = text
        row.hash = LedgerText(known: SHA256Digest.of(text))
        row.sequence = sequence
        return row
    }

    /// Returns the proposal that a row keeps, or why the one before it is over.
    ///
    /// - Throws: ``ProblemCode/damagedEvent``.
    static func standing(_ document: LedgerDocument) throws(Problem) -> ProposalStanding {
        guard SHA256Digest.of(document.text) == document.hash.text else {
            throw Problem(
                .damagedEvent, "\(Problem.quoted(document.id.text)) was altered while it waited",
                because: "its hash is not that of its text", hint: "verify the ledger")
        }
        var reader = CanonicalReader(Array(document.text.utf8))
        try reader.beginObject()
        if reader.hasKey("end") { return .ended(try reader.word()) }
        var proposal =
            reader.hasKey("body")
            ? try Proposal(behindBodyKey: &reader) : try Proposal(ofDocument: &reader)
        proposal.number = document.sequence
        proposal.hash = document.hash
        return .waiting(proposal)
    }

    private init(behindBodyKey reader: inout CanonicalReader) throws(Problem) {
        let body = try reader.raw()
        try reader.key("command")
        let name = try reader.text()
        let principal: PersonID? = reader.hasKey("on_behalf_of") ? try reader.name() : nil
        try reader.key("proposer")
        self.init(
            try AllProposableCommands.read(name, bodyText: body), by: try reader.name(),
            for: principal)
        try reader.endObject()
    }

    /// Reads a document as it was proposed before other acts could be: its own members, with the proposer's among
    /// them.
    private init(ofDocument reader: inout CanonicalReader) throws(Problem) {
        try reader.key("content")
        let content = try JSONValue(storedText: try reader.raw(), path: "content")
        try reader.key("effective_from")
        let effectiveFrom = try reader.date()
        try reader.key("id")
        let id = try reader.phrase()
        try reader.key("kind")
        let kind: LedgerDocumentKind = try reader.word()
        try reader.key("proposer")
        let proposer: PersonID = try reader.name()
        try reader.key("revision")
        let load = LoadDocument(
            kind, id: id, revision: try reader.count(), effectiveFrom: effectiveFrom,
            content: content)
        try reader.endObject()
        self.init(load, by: proposer)
    }
}

// MARK: - Looking them up

extension LedgerReader {
    /// Returns how the proposal that event `number` brought stands.
    ///
    /// - Throws: A ``Problem`` where a stored text cannot be read.
    public func standing(ofProposal number: Int64) throws(Problem) -> ProposalStanding {
        guard let row = try row(ofProposal: number) else { return .unknown }
        let later = try document(.proposal, id: row.id, revision: row.revision + 1)
        guard let later else { return try standing(row) }
        let end = try Proposal.standing(later)
        if case .ended = end { return end }
        return .ended(.replaced)
    }

    /// Returns all proposals that wait for their second person, in the order of their numbers.
    ///
    /// - Throws: A ``Problem`` where a stored text cannot be read.
    public func proposals() throws(Problem) -> [Proposal] {
        var last: [LedgerDocument] = []
        for row in try documents() where row.kind == .proposal {
            if row.id == last.last?.id { last.removeLast() }
            last.append(row)
        }
        var found: [Proposal] = []
        for row in last {
            if case .waiting(let proposal) = try standing(row) { found.append(proposal) }
        }
        return found.sorted { $0.number < $1.number }
    }

    /// Returns the row that keeps a proposal, or nil.
    func row(ofProposal number: Int64) throws(Problem) -> LedgerDocument? {
        let named = try document(.proposal, id: Proposal.name(number), revision: 1)
        if let named { return named }
        let row = try documents().first { $0.kind == .proposal && $0.sequence == number }
        guard let row, case .waiting = try Proposal.standing(row) else { return nil }
        return row
    }

    /// Returns how the last row under its name stands: a document that was loaded since waits no more.
    private func standing(_ row: LedgerDocument) throws(Problem) -> ProposalStanding {
        let standing = try Proposal.standing(row)
        guard case .waiting(let proposal) = standing, let load = proposal.load else {
            return standing
        }
        let loaded = try lastRevision(of: load.kind, load.id)
        return loaded.map { $0.sequence > row.sequence } ?? false ? .ended(.confirmed) : standing
    }
}
