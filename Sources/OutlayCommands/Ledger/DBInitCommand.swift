import ArgumentParser
import Outlay

/// `outlay db init`: makes a ledger and opens its first fiscal years.
struct DBInitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a ledger and open its first fiscal years.",
        discussion: """
            outlay db init ledger.outlay --id acme-eu --currency EUR --year 2027
            outlay db init trial.outlay --id trial --currency EUR --year 2027 --test

            A ledger has one currency and one fiscal calendar for all its life. Budgets, the policy, the \
            organisation and the vendors are loaded into it as documents.
            """)

    @Argument(help: "The file to make.")
    var file: String

    @Option(help: "The ledger's name, such as a legal entity.")
    var id: String

    @Option(help: "The currency of all balances, such as EUR.")
    var currency: String

    @Option(
        name: .customLong("year"),
        help: ArgumentHelp("A fiscal year to open; repeatable.", valueName: "year"))
    var years: [Int]

    @Option(
        help: ArgumentHelp("The month that fiscal years begin in, 1 to 12.", valueName: "month"))
    var startMonth = 1

    @Option(help: "What names a fiscal year: the year it begins in, or ends in.")
    var named: YearNaming = .end

    @Flag(help: "A ledger for trying things out, where anybody may act in any name.")
    var test = false

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "Who makes it; only with --test, the operating system's user otherwise.",
            valueName: "person"))
    var person: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
        try Shell.run(common, schema: "db-init") { shell in
            guard person == nil || test else {
                throw Problem(
                    .actingForbidden, "nobody acts as \(Problem.quoted(person ?? "")) here",
                    at: .argument("--as"), because: "the ledger is made for real use",
                    hint: "leave `--as` out, or make a ledger for trying things out by `--test`")
            }
            var settings = LedgerSettings(
                ledgerID: try LedgerText(id), currency: try Currency(code: currency),
                calendar: try FiscalCalendar(startMonth: startMonth, naming: named.naming))
            settings.purpose = test ? .test : .use
            let store = try SQLiteBudgetStore.make(
                at: file, approvalRules: DocumentApprovalRules())
            let moment = LedgerSession.moment(shell.asOf, in: settings.purpose)
            // The first entry has nobody in the organisation behind it, for there is none yet.
            let context = CommandContext(
                actor: try PersonID(person ?? Console.account()), moment: moment)
            let outcome = try store.execute(
                OpenLedger(settings, years: years), context: context)
            if case .refused(let refusal) = outcome {
                throw refusal.problem(in: settings.currency)
            }
            let checkpoint = try store.checkpoint()
            try store.close()
            return answer(settings, checkpoint)
        }
    }

    private func answer(_ settings: LedgerSettings, _ checkpoint: Checkpoint) -> Answer {
        Answer(
            schema: "db-init",
            report: Report(
                title: "Made the ledger \(settings.ledgerID)",
                summary: [
                    .facts([
                        Fact("File", .code(file)),
                        Fact("Currency", RichText(settings.currency.code)),
                        Fact(
                            "Fiscal years",
                            RichText(years.sorted().map { "FY\($0)" }.joined(separator: ", "))),
                        Fact("Head", .code(checkpoint.hash.description)),
                    ])
                ]),
            result: [
                "file": .string(file), "ledger": .string(settings.ledgerID.text),
                "currency": .string(settings.currency.code),
                "years": .array(years.sorted().map { .integer($0) }),
                "purpose": .string(settings.purpose.rawValue),
                "entry": .integer(checkpoint.sequence),
                "head": .string(checkpoint.hash.description),
            ])
    }

    /// What names a fiscal year.
    enum YearNaming: String, CaseIterable, ExpressibleByArgument {
        case start
        case end

        var naming: FiscalCalendar.Naming {
            switch self {
            case .start: .byStart
            case .end: .byEnd
            }
        }
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "new ledger", "The ledger that was made.",
        [
            Field("file", .text(), "The file.", required: true),
            Field("ledger", .text(), "The ledger's name.", required: true),
            Field("currency", .currency, "The currency of all balances.", required: true),
            Field(
                "years", .list(of: .integer(1...9999)), "The fiscal years that are open.",
                required: true),
            Field(
                "purpose", .choice(LedgerPurpose.allCases.map(\.rawValue)),
                "What the ledger is kept for.", required: true),
            Field("entry", .integer(0...Int.max), "The number of the last entry.", required: true),
            Field("head", .text(), "The hash of that entry.", required: true),
        ])
}
