import ArgumentParser
import Outlay

/// `outlay framework`: the commands about agreements that requests call off.
struct FrameworkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "framework",
        abstract: "Record and end framework agreements, and say what is left to call off.",
        subcommands: [
            FrameworkMakeCommand.self, FrameworkListCommand.self, FrameworkEndCommand.self,
        ])

    func run() throws {
        throw Group.missingSubcommand(of: Self.self)
    }

    /// Returns agreements with what is left of them on a day, in the ledger's currency.
    static func table(
        _ frameworks: [Framework], _ currency: Currency, on date: CalendarDate
    ) throws(Problem) -> Table {
        func money(_ amount: MinorUnits) -> Cell {
            .money(amount.money(in: currency), places: currency.minorUnitPlaces)
        }
        return Table(
            caption: "Framework agreements, \(currency.code)",
            columns: [
                Column("Agreement"), Column("Title"), Column("Vendors"), Column("First day"),
                Column("Last day"), .number("Ceiling"), .number("Called off"), .number("Left"),
                .number("Minimum owed"),
            ],
            rows: try frameworks.map { framework throws(Problem) in
                Row([
                    .text(framework.id.text), .text(framework.title.text),
                    .text(framework.vendors.map(\.text).joined(separator: ", ")),
                    .text(framework.start.description), .text(framework.end.description),
                    money(framework.ceiling), money(framework.calledOff),
                    money(try framework.left(on: date)),
                    framework.guaranteedMinimum.isZero ? .empty : money(framework.minimumOpen),
                ])
            },
            note:
                "Minimum owed: what is guaranteed, not yet part of an approved call-off, not billed and not released."
        )
    }

    /// The shape of an agreement.
    static let shape = ObjectShape(
        "framework agreement", "A framework agreement, and what was called off from it.",
        [
            Field("id", .text(), "Its name.", required: true),
            Field("title", EvaluationResultShape.text, "What it is about.", required: true),
            Field("vendors", .list(of: .text()), "Who may be called off from.", required: true),
            Field("start", .date, "The first day of call-offs.", required: true),
            Field(
                "end", .date, "The last day of call-offs; once it is ended, the day before that.",
                required: true),
            Field("ceiling", money, "The most that all call-offs may come to.", required: true),
            Field("called_off", money, "What they come to.", required: true),
            Field(
                "left", money, "What may still be called off: nothing once its last day is over.",
                required: true),
            Field(
                "guaranteed_minimum", money, "What is owed even without a call-off.",
                required: true),
            Field(
                "minimum_owed", money,
                "What of it is committed: not yet part of an approved call-off, not billed and not released.",
                required: true),
            Field("guaranteed_by", .text(), "The request that it was approved by, or null."),
        ])

    private static let money = EvaluationResultShape.money
}

extension Framework {
    /// The agreement for programs, as of `date`.
    func json(in currency: Currency, on date: CalendarDate) throws(Problem) -> JSONValue {
        func money(_ amount: MinorUnits) -> JSONValue {
            ResultJSON.money(amount.money(in: currency))
        }
        return [
            "id": .string(id.text), "title": .string(title.text),
            "vendors": .strings(vendors.map(\.text)), "start": .string(start.description),
            "end": .string(end.description), "ceiling": money(ceiling),
            "called_off": money(calledOff), "left": money(try left(on: date)),
            "guaranteed_minimum": money(guaranteedMinimum), "minimum_owed": money(minimumOpen),
            "guaranteed_by": .string(orNull: approvedBy?.text),
        ]
    }
}
