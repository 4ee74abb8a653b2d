import ArgumentParser
import Outlay

/// `outlay notices`: what is due, and whose it is.
struct NoticesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notices", abstract: "Say what is due: approvals, deadlines, lines, bills.",
        discussion: """
            outlay notices
            outlay notices --within 30d --person owner.itops

            Nothing is sent and nothing changes; a script hands it on.
            """)

    @Option(
        help: ArgumentHelp("How far to look ahead, such as 30d.", valueName: "days"))
    var within = "7d"

    @Option(help: "Only what is this person's, or everybody's.")
    var person: String?

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        try ledger.answer(schema: "notices") { session in
            let days = try Self.days(within)
            let person = try person.map { name throws(Problem) in try PersonID(name) }
            let asOf = session.asOf
            let notices = try session.read { (reader) throws(Problem) in
                let currency = try reader.requireSettings().currency
                var shown: [ShownNotice] = []
                for notice in try reader.notices(on: asOf, within: days)
                where person == nil || notice.person == nil || notice.person == person {
                    shown.append(ShownNotice(notice, try notice.currency(currency, reader)))
                }
                return shown
            }
            let count = notices.count
            return Answer(
                schema: "notices",
                report: Report(
                    title: count == 0
                        ? "Nothing is due" : "\(count) \(count == 1 ? "notice" : "notices")",
                    subtitle: "within \(days) days",
                    summary: count == 0 ? [] : [.table(Self.table(notices))]),
                result: [
                    "within_days": .integer(days), "notices": .array(notices.map(\.json)),
                ])
        }
    }

    /// Reads a number of days such as `30d` or `30`.
    private static func days(_ text: String) throws(Problem) -> Int {
        let digits = text.hasSuffix("d") ? String(text.dropLast()) : text
        guard let days = Int(digits), (0...3660).contains(days), digits.first != "+" else {
            throw Problem(
                .usage, "\(Problem.quoted(text)) is no number of days", at: .argument("--within"),
                because: "it is written such as 30d, at most 3660d")
        }
        return days
    }

    private static func table(_ notices: [ShownNotice]) -> Table {
        Table(
            columns: [
                Column("What"), Column("Who"), Column("About"), Column("Step"), Column("Day"),
                .number("Amount"), Column(""),
            ],
            rows: notices.map { shown in
                let notice = shown.notice
                return Row([
                    .text(notice.kind.rawValue.replacing("_", with: " ")),
                    notice.person.map { .text($0.text) } ?? .empty, .text(notice.subject.text),
                    .text(notice.step), notice.date.map { .text($0.description) } ?? .empty,
                    notice.amount.map {
                        .money(
                            $0.money(in: shown.currency), places: shown.currency.minorUnitPlaces)
                    } ?? .empty, .text(notice.amount == nil ? "" : shown.currency.code),
                ])
            })
    }

    /// A notice with the currency of its amount.
    private struct ShownNotice {
        var notice: LedgerNotice
        var currency: Currency

        init(_ notice: LedgerNotice, _ currency: Currency) {
            self.notice = notice
            self.currency = currency
        }

        var json: JSONValue {
            [
                "kind": .string(notice.kind.rawValue),
                "person": .string(orNull: notice.person?.text),
                "subject": .string(notice.subject.text),
                "step": .string(orNull: notice.step.isEmpty ? nil : notice.step),
                "date": .string(orNull: notice.date?.description),
                "amount": notice.amount.map { ResultJSON.money($0.money(in: currency)) } ?? .null,
            ]
        }
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "notices", "What is due.",
        [
            Field(
                "within_days", .integer(0...3660), "How far was looked ahead.", required: true),
            Field(
                "notices",
                .list(
                    of: .object(
                        ObjectShape(
                            "notice", "Something that somebody should hear of.",
                            [
                                Field(
                                    "kind",
                                    .choice(LedgerNotice.Kind.allCases.map(\.rawValue)),
                                    "What it is.", required: true),
                                Field("person", .text(), "Whose it is; null for everybody's."),
                                Field(
                                    "subject", .text(), "What it is about.", required: true),
                                Field("step", .text(), "The step; null where it is about none."),
                                Field(
                                    "date", .date,
                                    "The day by which, or since which; null for none."),
                                Field(
                                    "amount", EvaluationResultShape.money,
                                    "The amount; null for none."),
                            ]))), "The notices, in the order of kinds.", required: true),
        ])
}

extension LedgerNotice {
    /// The currency of the amount: a disputed bill is in that of its order.
    fileprivate func currency(
        _ ledger: Currency, _ reader: some LedgerReader
    ) throws(Problem) -> Currency {
        guard kind == .disputed, let name = subject.text.split(separator: " ").first else {
            return ledger
        }
        return try reader.request(try RequestID(String(name)))?.currency ?? ledger
    }
}
