import ArgumentParser
import Outlay

/// `outlay delegate`: lends one's own authority to approve, or takes it back.
struct DelegateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delegate",
        abstract: "Lend your authority to approve to somebody for some days.",
        discussion: """
            outlay delegate head.service --from 2026-12-21 --to 2027-01-03
            outlay delegate head.service --from 2026-12-21 --to 2027-01-03 --limit 50000.00 --category software
            outlay delegate head.service --end

            It is your own act: nobody delegates for somebody else, and what was lent to you is not lent on. The \
            delegate acts by `--for YOU`, and never on their own requests nor on those of whom they report to. \
            The last day still holds. What was decided stays decided when it ends.
            """)

    @Argument(help: "Who may act for you.")
    var person: String

    @Option(
        help: ArgumentHelp("The first day.", valueName: "date"),
        transform: CalendarDate.init(argument:))
    var from: CalendarDate?

    @Option(
        help: ArgumentHelp("The last day.", valueName: "date"),
        transform: CalendarDate.init(argument:))
    var to: CalendarDate?

    @Option(
        help: ArgumentHelp(
            "The largest total it holds for, in the ledger's currency.", valueName: "amount"))
    var limit: String?

    @Option(
        name: .customLong("category"),
        help: ArgumentHelp(
            "A category it holds for, all without one; repeatable.", valueName: "name")
    )
    var categories: [String] = []

    @Flag(help: "End what you lent to the person, from --as-of on.")
    var end = false

    @OptionGroup var change: LedgerChangeOptions

    func run() throws {
        try change.answer(schema: "delegate") { session in
            let settings = try session.read { (reader) throws(Problem) in
                try reader.requireSettings()
            }
            let context = try session.context(change)
            let made = try session.carryOut([(try command(settings.currency), context)]) {
                (reader) throws(Problem) in
                try reader.delegations().filter { $0.delegation.principal == context.actor }
            }
            let delegate = try PersonID(person)
            let title =
                end
                ? "What \(context.actor) lent to \(delegate) is over"
                : "\(context.actor) lends to \(delegate)"
            var result = made.json
            result["delegations"] = .array(made.view.map { $0.json(in: settings.currency) })
            return Answer(
                schema: "delegate",
                report: Report(
                    title: (made.isRehearsal ? "Dry run: " : "") + title,
                    summary: [
                        .table(Self.table(made.view, settings.currency)),
                        .paragraph(RichText(made.sentence)),
                    ]),
                result: .object(result), findings: made.findings)
        }
    }

    private func command(_ currency: Currency) throws(Problem) -> any LedgerCommand {
        let delegate = try PersonID(person)
        if end {
            guard from == nil, to == nil, limit == nil, categories.isEmpty else {
                throw Problem(
                    .usage, "an end takes nothing else", at: .argument("--end"),
                    because: "it ends all that you lent to the person",
                    hint: "end it, then delegate anew")
            }
            return EndDelegation(to: delegate)
        }
        guard let from, let to else {
            throw Problem(
                .usage, "a delegation has a first and a last day",
                at: .argument(from == nil ? "--from" : "--to"),
                because: "authority is lent for some days", hint: "give --from and --to")
        }
        return LendAuthority(
            to: delegate, from: from, through: to,
            limit: try limit.map { text throws(Problem) in
                try MinorUnits(argument: text, in: currency)
            },
            categories: try categories.map { name throws(Problem) in try NodeID(name) })
    }

    private static func table(_ lent: [LentAuthority], _ currency: Currency) -> Table {
        Table(
            caption: "What is lent",
            columns: [
                .number("Number"), Column("To"), Column("First day"), Column("Last day"),
                .number("Limit"), Column("Categories"),
            ],
            rows: lent.map { lent in
                let delegation = lent.delegation
                return Row([
                    .count(Int(lent.number)), .text(delegation.delegate.text),
                    .text(delegation.start.description), .text(delegation.end.description),
                    delegation.limit.map {
                        .money($0.money(in: currency), places: currency.minorUnitPlaces)
                    } ?? .empty,
                    .text(delegation.categories.map(\.text).joined(separator: ", ")),
                ])
            })
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "delegation", "What a person lends.",
        LedgerResultShape.change + [
            Field(
                "delegations",
                .list(
                    of: .object(
                        ObjectShape(
                            "lent authority", "A delegation of theirs in the ledger.",
                            [
                                Field(
                                    "number", .integer(1...Int.max), "The entry that made it.",
                                    required: true),
                                Field("from", .text(), "Whose authority it is.", required: true),
                                Field("to", .text(), "Who may use it.", required: true),
                                Field("start", .date, "The first day.", required: true),
                                Field(
                                    "end", .date,
                                    "The last day; before the first where it never came to hold.",
                                    required: true),
                                Field(
                                    "limit", EvaluationResultShape.money,
                                    "The largest total; null for any."),
                                Field(
                                    "categories", .list(of: .text()),
                                    "What it holds for; empty for all.", required: true),
                            ]))), "All that the person lends or lent, in order.", required: true)
        ])
}

extension LentAuthority {
    /// The delegation for programs.
    fileprivate func json(in currency: Currency) -> JSONValue {
        [
            "number": .integer(number), "from": .string(delegation.principal.text),
            "to": .string(delegation.delegate.text),
            "start": .string(delegation.start.description),
            "end": .string(delegation.end.description),
            "limit": delegation.limit.map { ResultJSON.money($0.money(in: currency)) } ?? .null,
            "categories": .strings(delegation.categories.map(\.text)),
        ]
    }
}
