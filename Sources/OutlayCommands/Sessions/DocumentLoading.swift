import ArgumentParser
import Outlay

extension LedgerChangeOptions {
    /// Loads documents of one kind, or puts them before a second person where the organisation asks for two.
    ///
    /// All of them are loaded, or none.
    ///
    /// - Parameters:
    ///   - files: The documents.
    ///   - kind: The kind that the command takes.
    ///   - schema: The name of the JSON result.
    /// - Throws: ``CommandEnd``, always.
    func load(_ files: [String], kind: LedgerDocumentKind, schema: String) throws {
        try answer(schema: schema) { session in
            let context = try session.context(self, mayFound: true)
            var inputs: [FileDigest] = []
            var loads: [PlannedLoad] = []
            var problems: [Problem] = []
            for file in files {
                let bytes = try FileAccess.read(file, limit: FileAccess.documentLimit)
                inputs.append(FileDigest(path: file, sha256: SHA256Digest.of(bytes)))
                do {
                    loads.append(try session.plannedLoad(bytes, file, kind, context))
                } catch let refused as Problems {
                    problems += refused.list
                }
            }
            guard problems.isEmpty else { throw Problems(list: problems) }
            let commands = loads.compactMap(\.command).map {
                (command: $0, context: context)
            }
            let made = try session.carryOut(commands) { (reader) throws(Problem) in
                (
                    settings: try reader.requireSettings(), proposals: try reader.proposals()
                )
            }
            let report = DocumentLoadReport(
                loads, proposals: made.view.proposals, in: made.view.settings.currency,
                isRehearsal: made.isRehearsal)
            var result = made.json
            result["documents"] = try report.json()
            var blocks = try report.blocks()
            blocks.append(.paragraph(RichText(made.sentence)))
            return Answer(
                schema: schema,
                report: Report(title: report.title, summary: blocks),
                result: .object(result), findings: made.findings + (try report.findings()),
                inputs: inputs)
        }
    }
}

/// The load of one document, as it is about to happen.
struct PlannedLoad {
    /// What becomes of a document.
    enum Outcome: String, CaseIterable {
        /// It is in force from its day on.
        case loaded
        /// It waits for a second person.
        case proposed
        /// The ledger has exactly this already.
        case unchanged
    }

    /// The file it stands in, or nil where it was proposed before.
    var file: String?
    /// The load.
    var load: LoadDocument
    /// The last revision in the ledger, or nil.
    var before: LedgerDocument?
    /// What it says otherwise than that.
    var differences: [DocumentDifference]
    /// What happens to lines and money, where it is a budget.
    var budget: BudgetChange?
    /// What becomes of it.
    var outcome: Outcome

    /// The command that does it; nil where nothing is to be done.
    var command: (any LedgerCommand)? {
        switch outcome {
        case .loaded: load
        case .proposed: Propose(load)
        case .unchanged: nil
        }
    }

    /// Creates the load of a document that was read.
    init(_ document: DocumentLoad, file: String, needsSecond: Bool) {
        self.file = file
        load = document.command
        before = document.before
        differences = document.differences
        budget = document.budget
        outcome = document.isUnchanged ? .unchanged : needsSecond ? .proposed : .loaded
    }

    /// Creates the load of what somebody proposed.
    ///
    /// - Throws: A ``Problem`` where a stored text cannot be read.
    init(_ load: LoadDocument, in reader: some LedgerReader) throws(Problem) {
        self.load = load
        before = try reader.lastRevision(of: load.kind, load.id)
        differences = []
        if let before {
            let earlier = try JSONValue(parsing: before.text, name: load.id.text)
            differences = DocumentDifference.list(from: earlier, to: load.content)
        }
        if load.kind == .budget {
            let content: Budget
            do throws(DocumentFaults) { content = try Budget(json: load.content) } catch {
                throw error.first
            }
            budget = try reader.change(loading: content)
        }
        outcome = .loaded
    }
}

extension LedgerSession {
    /// Reads a document, and what loading it would do.
    ///
    /// - Throws: ``Problems`` of the document, or a ``Problem``.
    fileprivate func plannedLoad(
        _ bytes: [UInt8], _ file: String, _ kind: LedgerDocumentKind, _ context: CommandContext
    ) throws -> PlannedLoad {
        var refused: [Problem] = []
        let planned = try read { (reader) throws(Problem) -> PlannedLoad? in
            let document: DocumentLoad
            do throws(DocumentProblems) {
                document = try DocumentLoad(
                    reading: bytes, path: file, into: reader, on: asOf)
            } catch {
                refused = error.list
                return nil
            }
            guard document.command.kind == kind else {
                let found = document.command.kind
                throw Problem(
                    .unknownKind, "\(Problem.quoted(file)) is no \(kind.noun)",
                    at: .file(file), because: "it is a document of the kind \(found.noun)",
                    hint: "load it by `outlay \(found.noun) load`")
            }
            if kind == .organisation { try reader.requireAccounts(in: document.command, of: file) }
            return PlannedLoad(
                document, file: file,
                needsSecond: try reader.needsSecondPerson(document.command, context))
        }
        guard let planned else { throw Problems(list: refused) }
        return planned
    }
}

extension LedgerReader {
    /// Throws where an organisation would leave a ledger of real use without anybody who can act in it.
    fileprivate func requireAccounts(in load: LoadDocument, of file: String) throws(Problem) {
        let organisation: Organisation
        do throws(DocumentFaults) { organisation = try Organisation(json: load.content) } catch {
            throw error.first
        }
        guard try requireSettings().purpose != .test,
            organisation.people.allSatisfy({ $0.account == nil })
        else { return }
        throw Problem(
            .missingField, "nobody in the organisation has an `account`", at: .file(file),
            because:
                "in a ledger of real use a person acts as the user of the operating system that "
                + "`account` names, so that nobody could act any more",
            hint: "add `account` at least to whoever assigns roles; you work as "
                + "`\(Identity.systemAccount())`")
    }
}

extension LedgerDocumentKind {
    /// What the commands call it.
    var noun: String {
        switch self {
        case .policy: "policy"
        case .organisation: "org"
        case .vendors: "vendors"
        case .budget: "budget"
        case .proposal: "proposal"
        }
    }
}
