import ArgumentParser
import Outlay

/// `outlay year`: the commands about fiscal years and their end.
struct YearCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "year", abstract: "Open, carry, lapse and close fiscal years, in that order.",
        subcommands: [
            YearStatusCommand.self, YearOpenCommand.self, YearCarryCommand.self,
            YearLapseCommand.self, YearCloseCommand.self,
        ])

    func run() throws {
        throw Group.missingSubcommand(of: Self.self)
    }
}

/// What an act on a year leaves behind.
struct YearStanding {
    /// The year.
    var year: PeriodID
    /// It and its months.
    var periods: [BudgetPeriod]
    /// Its lines.
    var lines: [LineBalance]
    /// The ledger's currency.
    var currency: Currency

    init(_ year: PeriodID, in reader: some LedgerReader) throws(Problem) {
        self.year = year
        periods = try reader.periods().filter { $0.id.year == year.year }
        lines = try reader.balances(in: year)
        currency = try reader.requireSettings().currency
    }

    /// The periods with one state each, or the whole year where they all agree.
    var periodTable: Table {
        Table(
            columns: [Column("Period"), Column("From"), Column("To"), Column("State")],
            rows: periods.map { period in
                Row([
                    .text(period.id.description), .text(period.start.description),
                    .text(period.end.description),
                    .text(period.state.rawValue.replacing("_", with: " ")),
                ])
            })
    }

    /// The standing for programs.
    func members() throws(Problem) -> JSONObject {
        [
            "year": .string(year.description),
            "periods": .array(
                periods.map {
                    ["period": .string($0.id.description), "state": .string($0.state.rawValue)]
                }),
            "lines": try BalanceReport(lines, in: currency).json(),
        ]
    }

    /// The shape of ``members()``.
    static let fields: [Field] = [
        Field("year", .text(), "The fiscal year.", required: true),
        Field(
            "periods",
            .list(
                of: .object(
                    ObjectShape(
                        "period", "A period.",
                        [
                            Field("period", .text(), "The year or a month.", required: true),
                            Field(
                                "state", .choice(PeriodState.allCases.map(\.rawValue)),
                                "What may be posted.", required: true),
                        ]))), "The year and its months.", required: true),
        Field(
            "lines", .list(of: .object(LedgerResultShape.balance)),
            "The lines in the year.", required: true),
    ]

    /// The shape of an act on a year.
    static let actShape = ObjectShape(
        "act on a year", "What became of a fiscal year.",
        LedgerResultShape.change + [ProposalReport.field] + fields)
}

extension LedgerChangeOptions {
    /// Carries out acts on a year, all or none, and answers with where it stands.
    func actOnYear(
        schema: String, _ title: String, showing isMoney: Bool = true,
        _ make: (LedgerSession) throws(Problem) -> (year: PeriodID, acts: [any ProposableCommand])
    ) throws {
        try answer(schema: schema) { session in
            let (year, acts) = try make(session)
            let shared = try session.carryOutOrPropose(acts, self) { (reader) throws(Problem) in
                try YearStanding(year, in: reader)
            }
            let made = shared.made
            var result = try shared.json()
            for member in try made.view.members().members { result[member.key] = member.value }
            let table =
                isMoney
                ? try BalanceReport(made.view.lines, in: made.view.currency).table()
                : made.view.periodTable
            return Answer(
                schema: schema,
                report: Report(
                    title: shared.title(title), summary: try shared.blocks([.table(table)])),
                result: .object(result), findings: made.findings)
        }
    }
}
