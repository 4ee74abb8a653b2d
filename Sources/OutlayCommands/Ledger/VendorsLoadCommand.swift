import ArgumentParser
import Outlay

/// `outlay vendors load`: loads the vendor register.
struct VendorsLoadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load", abstract: "Load the vendor register as a revision.",
        discussion: """
            outlay vendors load vendors.yaml --dry-run
            outlay vendors load vendors.yaml

            Duplicate, split and new-vendor rules go by the names and groups of the register. Where the \
            organisation separates duties, a second person confirms: `outlay proposals`.
            """)

    @Argument(help: "The Vendors document.")
    var file: String

    @OptionGroup var change: LedgerChangeOptions

    func run() throws {
        try change.load([file], kind: .vendors, schema: "vendors-load")
    }
}
