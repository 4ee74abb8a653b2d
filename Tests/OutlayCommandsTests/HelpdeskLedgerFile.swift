import Foundation
import Outlay

/// A ledger file for trying things out, in which the sample company's budget, policy and people are loaded.
final class HelpdeskLedgerFile: Sendable {
    /// The evaluation that requests are made of.
    static let evaluation = "Examples/helpdesk/helpdesk.yaml"
    /// The day of the story.
    static let day = "2026-11-20"
    private nonisolated(unsafe) let folder: TemporaryFolder
    /// Where the ledger is.
    let path: String

    /// Makes the ledger with the shipped documents, in which `edit` may change texts.
    init(
        edit: (_ name: String, _ text: String) -> String = { $1 }
    ) throws {
        folder = try TemporaryFolder()
        path = folder.path + "/l.outlay"
        let run = ToolRun([
            "db", "init", path, "--id", "acme", "--currency", "EUR", "--year", "2027", "--test",
            "--as", "controller", "--as-of", "2026-01-05",
        ])
        guard run.end == .exit(0) else { throw Unmade(messages: run.messages) }
        let store = try SQLiteBudgetStore.open(path, approvalRules: DocumentApprovalRules())
        let date = try CalendarDate(parsing: "2026-01-05")
        // The organisation is the last, for from then on two persons load.
        for name in ["budgets", "vendors", "policy", "organisation"] {
            let file = ToolRun.root + "/Examples/helpdesk/\(name).yaml"
            let text = edit(name, try String(contentsOfFile: file, encoding: .utf8))
            let load = try store.read { (reader) throws(Problem) in
                try DocumentLoad.read(Array(text.utf8), name, reader, date)
            }
            let context = CommandContext(
                actor: try PersonID("controller"), moment: LedgerMoment(on: date))
            if case .refused(let refusal) = try store.execute(load.command, context: context) {
                throw Unmade(messages: "\(name): \(refusal)")
            }
        }
        try store.close()
    }

    struct Unmade: Error { var messages: String }

    /// Runs the tool on the ledger, as a person and on a day.
    func run(
        _ arguments: [String], as person: String, on day: String = HelpdeskLedgerFile.day
    ) -> ToolRun {
        ToolRun(arguments + ["--db", path, "--as", person, "--as-of", day])
    }

    /// Freezes the help desk's first option, and hands it in.
    func submitted(_ request: String, more: [String] = [], on day: String = day) -> [ToolRun] {
        [
            run(
                ["request", "create", Self.evaluation, "--option", "northwind", "--id", request]
                    + more, as: "pm.support", on: day),
            run(["request", "submit", request], as: "pm.support", on: day),
        ]
    }

    /// Returns a text without what differs from one machine to the next: where the ledger is, and the end of its chain,
    /// whose first entry names the system's user.
    func masked(_ text: String) -> String {
        text.replacing(path, with: "LEDGER").replacing(folder.path, with: "FOLDER")
            .replacing(/head [0-9a-f]{12}/, with: "head HEAD")
    }

    /// The path of a file beside the ledger.
    func file(_ name: String) -> String { folder.path + "/" + name }
}

extension DocumentLoad {
    fileprivate static func read(
        _ bytes: [UInt8], _ path: String, _ reader: some LedgerReader, _ date: CalendarDate
    ) throws(Problem) -> DocumentLoad {
        do throws(DocumentProblems) {
            return try DocumentLoad(reading: bytes, path: path, into: reader, on: date)
        } catch {
            throw error.list[0]
        }
    }
}
