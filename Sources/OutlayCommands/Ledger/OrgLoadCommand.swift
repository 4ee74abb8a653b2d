import ArgumentParser
import Outlay

/// `outlay org load`: loads the people, their roles and duties.
struct OrgLoadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load", abstract: "Load the organisation as a revision.",
        discussion: """
            outlay org load organisation.yaml --dry-run
            outlay org load organisation.yaml

            The first organisation of a ledger is loaded by one person, for there is nobody else yet; whoever makes \
            the ledger loads it, and the journal names the system's user. From then on its own duties hold: the \
            role for `assign_roles` and, unless it says `duties: {mode: single-person}`, a second person, by \
            `outlay confirm`.
            """)

    @Argument(help: "The Organisation document.")
    var file: String

    @OptionGroup var change: LedgerChangeOptions

    func run() throws {
        try change.load([file], kind: .organisation, schema: "org-load")
    }
}
