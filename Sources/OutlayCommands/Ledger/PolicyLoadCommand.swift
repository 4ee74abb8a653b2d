import ArgumentParser
import Outlay

/// `outlay policy load`: loads who approves what.
struct PolicyLoadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load", abstract: "Load a policy as a revision.",
        discussion: """
            outlay policy load policy.yaml --dry-run
            outlay policy load policy.yaml

            A policy that fails its own tests is not loaded. Requests keep the revision that they were submitted \
            under. Where the organisation separates duties, a second person confirms: `outlay proposals`.
            """)

    @Argument(help: "The Policy document.")
    var file: String

    @OptionGroup var change: LedgerChangeOptions

    func run() throws {
        try change.load([file], kind: .policy, schema: "policy-load")
    }
}
