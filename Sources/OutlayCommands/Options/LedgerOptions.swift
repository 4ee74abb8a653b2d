import ArgumentParser
import Outlay

/// The options of every command that reads a ledger.
struct LedgerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The ledger; else $OUTLAY_DB, else the one the project names.", valueName: "file"))
    var db: String?

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("Who acts; only in a ledger for trying things out.", valueName: "person")
    )
    var person: String?

    @Option(help: AnswerFormat.help)
    var format: AnswerFormat = .text

    @OptionGroup var surroundings: SurroundingOptions

    /// Returns the path of the ledger that is meant.
    ///
    /// - Throws: ``ProblemCode/noLedgerNamed``, or a ``Problem`` of the project file.
    func path() throws -> String { try LedgerPath.find(db, surroundings) }

    /// Answers with what `make` reads from the ledger.
    ///
    /// - Throws: ``CommandEnd``, always.
    func answer(schema: String, _ make: (LedgerSession) throws -> Answer) throws {
        try run(schema: schema) { shell in
            let session = try LedgerSession(reading: try path(), self, shell)
            return try session.finished(try make(session))
        }
    }

    /// Answers with what `make` returns, before any ledger is opened.
    ///
    /// - Throws: ``CommandEnd``, always.
    func run(schema: String, _ make: (Shell) throws -> Answer) throws {
        try Shell.run(surroundings, format: format, schema: schema, make)
    }
}

/// The options of every command that changes a ledger.
struct LedgerChangeOptions: ParsableArguments {
    @Flag(help: "Say what would happen, and change nothing.")
    var dryRun = false

    @Option(
        help: ArgumentHelp(
            "A name for this act, so that doing it twice does it once.", valueName: "name"))
    var key: String?

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("On whose behalf, by their delegation.", valueName: "person"))
    var principal: String?

    @Option(
        name: .customLong("confirmed-by"),
        help: ArgumentHelp(
            "The second person; only in a ledger for trying things out.", valueName: "person"))
    var confirmer: String?

    @OptionGroup var ledger: LedgerOptions

    /// Answers with what `make` does to the ledger.
    ///
    /// - Throws: ``CommandEnd``, always.
    func answer(schema: String, _ make: (LedgerSession) throws -> Answer) throws {
        try ledger.run(schema: schema) { shell in
            let session = try LedgerSession(
                changing: try ledger.path(), ledger, shell, rehearsing: dryRun)
            return try session.finished(try make(session))
        }
    }
}

/// Where the ledger is.
enum LedgerPath {
    /// Returns the path of the ledger that is meant: the one named, else $OUTLAY_DB, else the project's.
    ///
    /// - Throws: ``ProblemCode/noLedgerNamed``, or a ``Problem`` of the project file.
    static func find(_ named: String?, _ options: SurroundingOptions) throws -> String {
        if let path = named ?? Console.environment("OUTLAY_DB") { return path }
        if let path = try ProjectFile.find(options)?.ledger { return path }
        throw Problem(
            .noLedgerNamed, "no ledger is named",
            because: "neither `--db` nor OUTLAY_DB nor the project names one",
            hint: "name it by `--db FILE`, or make one by `outlay db init FILE`")
    }
}
