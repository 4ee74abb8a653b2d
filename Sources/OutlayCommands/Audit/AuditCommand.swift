import ArgumentParser
import Outlay

/// `outlay audit`: the commands of those who check a ledger.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Prove that a ledger is whole, and read what was done and decided.",
        subcommands: [
            AuditVerifyCommand.self, AuditAnchorCommand.self, AuditLogCommand.self,
            AuditExportCommand.self, AuditReperformCommand.self, AuditExceptionsCommand.self,
        ])

    func run() throws {
        throw Group.missingSubcommand(of: Self.self)
    }
}

extension LedgerSession {
    /// Returns what every audit says beside its answer: that one person may hold all duties.
    func auditRemarks() throws(Problem) -> [Problem] {
        try read { (reader) throws(Problem) in
            try reader.organisation(inForceOn: asOf)?.duties.remark.map { [$0] } ?? []
        }
    }

    /// Returns the journal as an auditor reads it, with the ledger's settings.
    func auditJournal() throws(Problem) -> (journal: AuditJournal, settings: LedgerSettings) {
        try withStore { (store) throws(Problem) in
            try store.readWithJournal { (reader, events) throws(Problem) in
                (try AuditJournal(events), try reader.requireSettings())
            }
        }
    }
}
