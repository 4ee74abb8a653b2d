import ArgumentParser
import Outlay

/// `outlay budget check`: whether a request fits the budget lines it charges.
struct BudgetCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Say whether a request fits its budget, and what would.",
        discussion: """
            outlay budget check REQ-2026-031
            outlay budget check REQ-2026-031 --set seats=80

            What the request itself holds is left out. It exits with 1 where the money is short, and with 3 where \
            there is no budget line to check. Beside what is available it lists what is expected and not reserved. \
            Nothing is changed.
            """)

    @Argument(help: "The request.")
    var request: String

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp(
            "Another value of an assumption, from a year on where one is named; repeatable.",
            valueName: "name[.year]=value"))
    var overrides: [String] = []

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        try ledger.answer(schema: "budget-check") { session in
            let id = try RequestID(request)
            let settings = try overrides.map { text throws(Problem) in
                try AssumptionOverride(parsing: text)
            }
            let asOf = session.asOf
            let statement = try session.read { (reader) throws(Problem) in
                try Self.statement(of: id, setting: settings, on: asOf, in: reader)
            }
            if let refusal = statement.budget.refusal, refusal.code != .insufficientFunds {
                throw refusal.problem(in: statement.currency)
            }
            let fits = statement.budget.refusal == nil
            var result = try statement.json()
            result["id"] = .string(id.text)
            result["set"] = .strings(overrides)
            let findings = try statement.findings()
            let warns = findings.contains { $0.severity == .warning }
            let verdict =
                fits
                ? warns ? "PASS with warnings" : "PASS"
                : "FAIL short by "
                    + (statement.budget.refusal?.shortBy?.text(in: statement.currency) ?? "")
            var answer = Answer(
                schema: "budget-check",
                report: Report(
                    title: "\(verdict): \(id.text)",
                    subtitle: overrides.isEmpty
                        ? nil : "with " + overrides.joined(separator: ", "),
                    summary: try statement.blocks()),
                result: .object(result), findings: findings)
            answer.saysNo = !fits
            return answer
        }
    }

    private static func statement(
        of id: RequestID, setting overrides: [AssumptionOverride], on date: CalendarDate,
        in reader: some LedgerReader
    ) throws(Problem) -> BudgetCheckStatement {
        try reader.requireRequest(id)
        let review = try RequestReview(of: id, in: reader, on: date)
        guard review.request.state.takesRevisions else {
            throw Problem(
                .notPending, "\(Problem.quoted(id.text)) asks for no money now",
                because: review.request.state.isDecided
                    ? "it is \(review.request.state.rawValue), and what it owes is committed"
                    : "it is \(review.request.state.rawValue.replacing("_", with: " "))",
                hint: "outlay budget show")
        }
        let submission = try review.checkable(overrides)
        let check = try review.purchase?.check(id, setting: overrides, in: reader, on: date)
        let budget: BudgetCheck
        if let check { budget = check.budget } else { budget = review.budget }
        guard !budget.lines.isEmpty || budget.refusal != nil else {
            throw Problem(
                .unknownEntry, "\(Problem.quoted(id.text)) charges no budget line",
                because: submission ? "there is nothing to check" : "nothing is bought")
        }
        var expected: [ExpectedSpending] = []
        var revisions: [NodeID: Int] = [:]
        let loaded = try reader.latestBudgets()
        for line in budget.lines {
            expected += try reader.expectedSpending(
                on: line.node.id, in: line.year, asOf: date)
            revisions[line.node.id] =
                loaded.first {
                    $0.year == line.year && $0.line(line.node.id) != nil
                }?.revision
        }
        return BudgetCheckStatement(
            budget, check, expected: expected, revisions: revisions,
            in: review.ledgerCurrency)
    }
}

extension LedgerReader {
    /// Throws ``ProblemCode/unknownEntry`` where there is no such request.
    func requireRequest(_ id: RequestID) throws(Problem) {
        guard try request(id) == nil else { return }
        throw Refusal(.unknownRequest, subject: LedgerText(known: id.text)).problem(
            in: try requireSettings().currency)
    }
}

extension RequestReview {
    /// Returns whether the request buys something.
    ///
    /// - Throws: A ``Problem`` where other values are asked about and there is no evaluation behind it.
    fileprivate func checkable(_ overrides: [AssumptionOverride]) throws(Problem) -> Bool {
        if purchase == nil, !overrides.isEmpty {
            throw Problem(
                .usage, "\(Problem.quoted(request.id.text)) has no evaluation behind it",
                at: .argument("--set"), because: "its amounts follow no assumption",
                hint: "leave the option out")
        }
        return request.details.award != .none
    }
}

extension BudgetCheckCommand {
    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "budget check", "Whether a request fits; the line that decides, then every line.",
        LineFields.all(required: false) + [
            Field("id", .text(), "The request.", required: true),
            Field(
                "set", .list(of: .text()), "The other values that were asked about.",
                required: true),
            Field("fits", .yesNo, "Whether the money is there.", required: true),
            Field("short_by", money, "What is missing; null where it fits."),
            Field(
                "lines", .list(of: .object(line)), "Every line and year, the earliest year first.",
                required: true),
            Field("ways_out", .object(ways), "What would make it fit.", required: true),
            Field(
                "unbudgeted_years", .list(of: .text()), "Charged years without a budget.",
                required: true),
            Field("unbudgeted", money, "What falls into those years; null without an evaluation."),
            Field(
                "expected", .list(of: .object(expectation)),
                "What the lines will likely be charged and nothing holds yet.", required: true),
        ])

    private static let money = EvaluationResultShape.money

    private enum LineFields {
        static func all(required: Bool) -> [Field] {
            [
                Field("budget", .text(), "The line and its year.", required: required),
                Field("allotted", money, "What was given to it.", required: required),
                Field("committed", money, "What is owed to vendors.", required: required),
                Field(
                    "reserved", money, "What is held for other requests that wait.",
                    required: required),
                Field("actual", money, "What is spent.", required: required),
                Field("available", money, "What is left before the request.", required: required),
                Field("request", money, "What the request asks for.", required: required),
                Field("after", money, "What is left after it.", required: required),
                Field(
                    "used", EvaluationResultShape.decimal,
                    "The share of the allotment that is used with it; null without one."),
            ]
        }
    }

    private static let line = ObjectShape(
        "checked line", "A line in a year.",
        LineFields.all(required: true) + [
            Field("title", EvaluationResultShape.text, "What it is called.", required: true),
            Field(
                "orders", .integer(0...Int.max), "How many orders owe something there.",
                required: true),
            Field(
                "above_warn_level", .yesNo, "Whether it is above its warning level then.",
                required: true),
            Field(
                "others",
                .list(
                    of: .object(
                        ObjectShape(
                            "other request", "Another request that waits for the same money.",
                            [
                                Field("request", .text(), "The request.", required: true),
                                Field("amount", money, "What it holds.", required: true),
                            ]))), "The other requests that wait, the largest first.",
                required: true),
        ])

    private static let ways = ObjectShape(
        "ways out", "What would make it fit.",
        [
            Field(
                "fits_at",
                .list(
                    of: .object(
                        ObjectShape(
                            "fitting value", "The largest value of an assumption that fits.",
                            [
                                Field("name", .text(), "The assumption.", required: true),
                                Field(
                                    "unit", EvaluationResultShape.text, "What it counts.",
                                    required: true),
                                Field(
                                    "value", EvaluationResultShape.decimal, "The value.",
                                    required: true),
                            ]))), "Smaller values with which it fits.", required: true),
            Field(
                "transfer",
                .object(
                    ObjectShape(
                        "needed transfer", "What would have to be moved to the line.",
                        [
                            Field("amount", money, "The amount.", required: true),
                            Field("line", .text(), "The line that lacks it.", required: true),
                        ])), "A transfer; null where money is not what is missing."),
            Field(
                "override",
                .object(
                    ObjectShape(
                        "possible override", "Who may override, for a reason.",
                        [
                            Field("policy", .text(), "The policy.", required: true),
                            Field("role", .text(), "The role.", required: true),
                        ])), "An override; null where nobody may or nothing is missing."),
        ])

    private static let expectation = ObjectShape(
        "expected spending", "Money that a line will likely be charged.",
        [
            Field(
                "kind", .choice(ExpectedSpending.Kind.allCases.map(\.rawValue)),
                "Why it is expected.", required: true),
            Field("subject", .text(), "The request or agreement.", required: true),
            Field("line", .text(), "The line.", required: true),
            Field("year", .text(), "The fiscal year.", required: true),
            Field("amount", money, "The amount.", required: true),
            Field("date", .date, "The last day to keep it from coming; null where there is none."),
        ])
}
