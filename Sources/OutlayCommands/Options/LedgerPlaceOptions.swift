import ArgumentParser
import Outlay

/// Which ledger is read and who reads it, for a command that writes in formats of its own.
struct LedgerPlaceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The ledger; else $OUTLAY_DB, else the one the project names.", valueName: "file"))
    var db: String?

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("Who acts; only in a ledger for trying things out.", valueName: "person")
    )
    var person: String?

    @OptionGroup var surroundings: SurroundingOptions

    /// Returns the path of the ledger that is meant.
    ///
    /// - Throws: ``ProblemCode/noLedgerNamed``, or a ``Problem`` of the project file.
    func path() throws -> String { try LedgerPath.find(db, surroundings) }
}
