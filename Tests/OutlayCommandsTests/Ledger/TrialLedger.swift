import Foundation
import Outlay
import OutlayDocuments
import Testing

@testable import OutlayCommands

/// A ledger file for trying things out, filled by the tool itself.
final class TrialLedger {
    /// The day of the story.
    static let day = "2026-11-20"
    /// The folder that it stands in.
    let folder: TemporaryFolder
    /// Where it is.
    let path: String

    /// Makes an empty ledger in euros for 2027.
    init() throws {
        folder = try TemporaryFolder()
        path = folder.path + "/l.outlay"
        let run = ToolRun([
            "db", "init", path, "--id", "acme", "--currency", "EUR", "--year", "2027", "--test",
            "--as", "founder", "--as-of", "2026-01-05",
        ])
        guard run.end == .exit(0) else { throw Unmade(messages: run.messages) }
    }

    struct Unmade: Error { var messages: String }

    /// Makes a ledger with the documents of the sample company, in which `edit` may change texts.
    static func helpdesk(
        edit: (_ name: String, _ text: String) -> String = { $1 }
    ) throws -> TrialLedger {
        let ledger = try TrialLedger()
        // The organisation is the last, for from then on two persons load.
        for (name, group) in [
            ("budgets", "budget"), ("vendors", "vendors"), ("policy", "policy"),
            ("organisation", "org"),
        ] {
            let text = edit(name, try shipped(name))
            try ledger.folder.write(name + ".yaml", text)
            let run = ledger.run(
                [group, "load", ledger.file(name)], as: "founder", on: "2026-01-05")
            guard run.end == .exit(0) else { throw Unmade(messages: "\(name): \(run.messages)") }
        }
        return ledger
    }

    /// The text of a document of the sample company.
    static func shipped(_ name: String) throws -> String {
        try String(
            contentsOfFile: ToolRun.root + "/Examples/helpdesk/\(name).yaml", encoding: .utf8)
    }

    /// The path of a document beside the ledger.
    func file(_ name: String) -> String { folder.path + "/\(name).yaml" }

    /// Runs the tool on the ledger, as a person and on a day.
    func run(
        _ arguments: [String], as person: String, on day: String = TrialLedger.day
    ) -> ToolRun {
        ToolRun(arguments + ["--db", path, "--as", person, "--as-of", day])
    }

    /// Runs the tool with `--format json`, and expects the shape that the result's schema tells.
    @discardableResult
    func result(
        _ name: String, _ arguments: [String], as person: String, on day: String = TrialLedger.day,
        code: Int32 = 0, _ location: SourceLocation = #_sourceLocation
    ) throws -> DocumentNode {
        let run = run(arguments + ["--format", "json"], as: person, on: day)
        #expect(run.end == .exit(code), "\(run.messages) \(run.output)", sourceLocation: location)
        let schema = try #require(AllResults.all.first { $0.name == name })
        let source = DocumentSource.read(path: "answer.json", bytes: Array(run.output.utf8))
        let root = try #require(source.root, "\(source.problems)", sourceLocation: location)
        #expect(
            schema.envelope.problems(of: root).map {
                "\($0.summary) \(String(describing: $0.location))"
            }
                == [],
            sourceLocation: location)
        #expect(root["exit_code"]?.integer == Int(code), sourceLocation: location)
        return try #require(root["result"], sourceLocation: location)
    }

    /// Runs commands on the file as a person.
    func execute(
        _ person: String, on day: String = TrialLedger.day, _ commands: [any LedgerCommand]
    )
        throws
    {
        let store = try SQLiteBudgetStore.open(path, approvalRules: DocumentApprovalRules())
        let date = try CalendarDate(parsing: day)
        for command in commands {
            let context = CommandContext(
                actor: try PersonID(person), moment: LedgerMoment(on: date))
            if case .refused(let refusal) = try store.execute(command, context: context) {
                throw Unmade(messages: "\(refusal)")
            }
        }
        try store.close()
    }

    /// Freezes the help desk with so many seats as a revision, and submits it where that is asked.
    func freeze(
        _ request: String, seats: Int = 65, as number: Int = 1, submitting: Bool = true,
        on day: String = TrialLedger.day
    ) throws {
        let path = ToolRun.root + "/Examples/helpdesk/helpdesk.yaml"
        let text = try String(contentsOfFile: path, encoding: .utf8).replacing(
            "seats: {value: 65", with: "seats: {value: \(seats)")
        let freeze = try EvaluationFreeze(
            reading: Array(text.utf8), path: path,
            files: DocumentFiles(
                read: { path throws(Problem) in
                    throw Problem(.unreadableFile, path, because: "there is none")
                }, list: { _ in [] }))
        let store = try SQLiteBudgetStore.openForReading(
            self.path, approvalRules: DocumentApprovalRules())
        let date = try CalendarDate(parsing: day)
        let id = try RequestID(request)
        let revision = try store.read { (reader) throws(Problem) in
            let policy = try reader.document(.policy, inForceOn: date)
            let purchase = try PurchaseCase(
                freeze.evaluation.run(asOf: date), choosing: .award("northwind"),
                under: PurchaseTerms(
                    policy: policy.map {
                        PolicyReference(id: $0.id, revision: $0.revision, hash: $0.hash)
                    }))
            return try FrozenRevision(
                purchase, submission: purchase.submission(id, in: reader), inputs: freeze.inputs)
        }
        try store.close()
        try execute(
            "pm.support", on: day,
            [revision.draft] + (submitting ? [revision.submit(as: number)] : []))
    }
}
