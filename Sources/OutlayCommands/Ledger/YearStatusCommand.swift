import ArgumentParser
import Outlay

/// `outlay year status`: what has to happen at the end of a year, in its order.
struct YearStatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Say what the end of a fiscal year still needs, in order.",
        discussion: """
            outlay year status 2027

            First the bills and what was received without one, then what is carried forward, last what lapses.
            """)

    @Argument(
        help: """
            The number that names the year; where not given, the opened one that --as-of is in, else the next, else \
            the last.
            """)
    var year: Int?

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        try ledger.answer(schema: "year-status") { session in
            let meant = try session.read { (reader) throws(Problem) in
                if let year { return year }
                if let shown = try reader.fiscalYear(inViewOn: session.asOf) { return shown.year }
                let calendar = try reader.requireSettings().calendar
                return PeriodID(monthOf: session.asOf, in: calendar).year
            }
            let end = try session.yearEnd(of: meant, anyway: true)
            let (standing, rests, bills) = try session.read { (reader) throws(Problem) in
                var rests: [(line: NodeID, amount: MinorUnits)] = []
                for lapse in end.lapses {
                    let rest = try reader.rest(of: lapse)
                    if rest.isPositive { rests.append((lapse.node, rest)) }
                }
                var bills: [Bill] = []
                for entry in end.receivedNotInvoiced {
                    bills.append(try Bill(entry.request, "", entry.foreignAmount, reader))
                }
                for invoice in end.disputes {
                    bills.append(
                        try Bill(
                            invoice.request, invoice.number.text, invoice.foreignAmount, reader))
                }
                return (try YearStanding(end.year, in: reader), rests, bills)
            }
            return try Self.answer(end, standing, rests, bills)
        }
    }

    /// A bill to come, or one that is disputed.
    private struct Bill {
        var request: RequestID
        var number: String
        var amount: Money

        init(
            _ request: RequestID, _ number: String, _ amount: MinorUnits,
            _ reader: some LedgerReader
        ) throws(Problem) {
            self.request = request
            self.number = number
            let currency = try reader.request(request)?.currency
            let ledger = try reader.requireSettings().currency
            self.amount = amount.money(in: currency ?? ledger)
        }

        var json: JSONValue {
            [
                "request": .string(request.text),
                "number": .string(orNull: number.isEmpty ? nil : number),
                "amount": ResultJSON.money(amount),
            ]
        }
    }

    private static func answer(
        _ end: YearEnd, _ standing: YearStanding, _ rests: [(line: NodeID, amount: MinorUnits)],
        _ bills: [Bill]
    ) throws(Problem) -> Answer {
        let currency = standing.currency
        func amount(_ money: Money) -> Cell {
            .money(money, places: money.currency.minorUnitPlaces)
        }
        var rows = bills.map { bill in
            Row([
                .text(bill.number.isEmpty ? "1 bill to come" : "1 bill disputed"),
                .text(bill.request.text + (bill.number.isEmpty ? "" : " \(bill.number)")),
                amount(bill.amount), .text(bill.amount.currency.code),
            ])
        }
        rows += end.pending.map {
            Row([.text("1 waits for approval"), .text($0.text), .empty, .empty])
        }
        rows += end.carryForwards.map { carry in
            guard let agreement = end.minimums.first(where: { $0.approvedBy == carry.id }) else {
                return Row([.text("2 carry forward"), .text(carry.id.text), .empty, .empty])
            }
            return Row([
                .text("2 carry forward"), .text("\(carry.id), guaranteed by \(agreement.id)"),
                amount(agreement.minimumOpen.money(in: currency)), .text(currency.code),
            ])
        }
        rows += rests.map {
            Row([
                .text("3 lapse"), .text($0.line.text), amount($0.amount.money(in: currency)),
                .text(currency.code),
            ])
        }
        var result = try standing.members()
        result["ready"] = .bool(end.isReady)
        result["received_not_invoiced"] = .array(bills.filter(\.number.isEmpty).map(\.json))
        result["disputes"] = .array(bills.filter { !$0.number.isEmpty }.map(\.json))
        result["pending"] = .strings(end.pending.map(\.text))
        result["carry"] = .strings(end.carryForwards.map(\.id.text))
        result["minimums"] = .array(
            end.minimums.compactMap { agreement in
                agreement.approvedBy.map { request in
                    [
                        "agreement": .string(agreement.id.text), "request": .string(request.text),
                        "amount": ResultJSON.money(agreement.minimumOpen.money(in: currency)),
                    ]
                }
            })
        result["lapse"] = .array(
            rests.map {
                [
                    "line": .string($0.line.text),
                    "amount": ResultJSON.money($0.amount.money(in: currency)),
                ]
            })
        let table = Table(
            caption: "In this order",
            columns: [Column("Step"), Column("What"), .number("Amount"), Column("")], rows: rows)
        return Answer(
            schema: "year-status",
            report: Report(
                title: end.isReady
                    ? "Nothing keeps \(end.year) from being carried forward and closed"
                    : "\(end.year) has bills or requests that come first",
                summary: [
                    .table(standing.periodTable),
                    rows.isEmpty ? .paragraph("Nothing is left to do.") : .table(table),
                ]),
            result: .object(result))
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "year end", "What the end of a year needs.",
        YearStanding.fields + [
            Field(
                "ready", .yesNo, "Whether the bills are settled and nothing waits.", required: true),
            Field(
                "received_not_invoiced", .list(of: .object(bill)), "What came without a bill.",
                required: true),
            Field("disputes", .list(of: .object(bill)), "Disputed bills.", required: true),
            Field(
                "pending", .list(of: .text()), "Requests that wait for approval.", required: true),
            Field(
                "carry", .list(of: .text()),
                "Orders and approved minimums whose commitments are carried.", required: true),
            Field(
                "minimums", .list(of: .object(minimum)),
                "What agreements still owe of their guaranteed minimums in the year.",
                required: true),
            Field(
                "lapse",
                .list(
                    of: .object(
                        ObjectShape(
                            "rest of a line", "What a line would give back.",
                            [
                                Field("line", .text(), "The line.", required: true),
                                Field(
                                    "amount", EvaluationResultShape.money, "The amount.",
                                    required: true),
                            ]))), "What is left of each line.", required: true),
        ])

    private static let minimum = ObjectShape(
        "open minimum", "What an agreement still owes of its guaranteed minimum.",
        [
            Field("agreement", .text(), "The agreement.", required: true),
            Field(
                "request", .text(), "The request it was approved by, and is carried by.",
                required: true),
            Field("amount", EvaluationResultShape.money, "What is open.", required: true),
        ])

    private static let bill = ObjectShape(
        "open bill", "A bill to come, or a disputed one.",
        [
            Field("request", .text(), "The order.", required: true),
            Field("number", .text(), "The vendor's number; null where none came."),
            Field(
                "amount", EvaluationResultShape.money, "The amount, in the order's currency.",
                required: true),
        ])
}
