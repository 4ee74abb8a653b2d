import Foundation
import Outlay
import OutlayDocuments
import Testing

@testable import OutlayCommands

/// A ledger file for trying things out, in a folder of its own; what people do in it stands in `TrialLedger+Acts`.
final class TrialLedger: Sendable {
    /// The evaluation that requests are made of.
    static let evaluation = "Examples/helpdesk/helpdesk.yaml"
    /// The day of the story.
    static let day = "2026-11-20"
    /// The day on which it is made and its documents are loaded.
    static let begin = "2026-01-05"
    /// Who makes it.
    static let founder = "founder"
    /// The documents of the sample company.
    ///
    /// The organisation is the last, for from then on two persons load.
    static let documents = ["budgets", "vendors", "policy", "organisation"]

    /// The folder that it stands in.
    let folder: TemporaryFolder
    /// Where it is.
    let path: String

    /// Makes an empty ledger in euros for 2027, as `outlay db init` does.
    init() throws {
        folder = try TemporaryFolder()
        path = folder.path + "/l.outlay"
        let store = try SQLiteBudgetStore.make(at: path, approvalRules: DocumentApprovalRules())
        var settings = LedgerSettings(ledgerID: "acme", currency: .eur, calendar: .calendarYear)
        settings.purpose = .test
        try Self.execute(OpenLedger(settings, years: [2027]), Self.founder, Self.begin, in: store)
        try store.close()
    }

    /// Makes a ledger with the documents of the sample company, in which `edit` may change texts.
    ///
    /// They stand beside it as they were loaded.
    static func helpdesk(
        edit: (_ name: String, _ text: String) throws -> String = { $1 }
    ) throws -> TrialLedger {
        let ledger = try TrialLedger()
        let store = try SQLiteBudgetStore.open(
            ledger.path, approvalRules: DocumentApprovalRules())
        let date = try CalendarDate(parsing: begin)
        for name in documents {
            let text = try edit(name, try shipped(name))
            try ledger.folder.write(name + ".yaml", text)
            let load = try store.read { (reader) throws(Problem) in
                do throws(DocumentProblems) {
                    return try DocumentLoad(
                        reading: Array(text.utf8), path: name, into: reader, on: date)
                } catch {
                    throw error.list[0]
                }
            }
            try execute(load.command, founder, begin, in: store)
        }
        try store.close()
        return ledger
    }

    /// The text of a document of the sample company.
    static func shipped(_ name: String) throws -> String {
        try String(
            contentsOfFile: ToolRun.root + "/Examples/helpdesk/\(name).yaml", encoding: .utf8)
    }

    /// The path of a file beside the ledger.
    func file(_ name: String) -> String { folder.path + "/" + name }

    // MARK: Running the tool

    /// Runs the tool on the ledger, as a person and on a day.
    func run(
        _ arguments: [String], as person: String, on day: String = TrialLedger.day,
        in folder: String = ToolRun.root
    ) -> ToolRun {
        ToolRun(arguments + ["--db", path, "--as", person, "--as-of", day], in: folder)
    }

    /// Runs a line of the tool in the folder of the ledger.
    func tool(_ line: String, as person: String = "cfo") -> ToolRun {
        run(line.split(separator: " ").map(String.init), as: person, in: folder.path)
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

    /// Returns a text without what differs from one run to the next: where the ledger is, and the end of its chain.
    func masked(_ text: String) -> String {
        text.replacing(path, with: "LEDGER").replacing(folder.path, with: "FOLDER")
            .replacing(/head [0-9a-f]{12}/, with: "head HEAD")
    }

    // MARK: Past the tool

    /// What a rule refused that the fixture needs.
    struct Refused: Error { var refusal: Refusal }

    /// Carries out commands in the file as a person.
    func execute(
        _ person: String, on day: String = TrialLedger.day, _ commands: [any LedgerCommand]
    ) throws {
        let store = try SQLiteBudgetStore.open(path, approvalRules: DocumentApprovalRules())
        for command in commands { try Self.execute(command, person, day, in: store) }
        try store.close()
    }

    private static func execute(
        _ command: any LedgerCommand, _ person: String, _ day: String, in store: SQLiteBudgetStore
    ) throws {
        let context = CommandContext(
            actor: try PersonID(person),
            moment: LedgerMoment(on: try CalendarDate(parsing: day)))
        if case .refused(let refusal) = try store.execute(command, context: context) {
            throw Refused(refusal: refusal)
        }
    }
}
