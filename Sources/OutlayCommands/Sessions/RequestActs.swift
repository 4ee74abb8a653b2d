import ArgumentParser
import Outlay

/// Where a request stands after an act on it.
struct RequestStanding {
    /// The request.
    var request: Request
    /// Its lines.
    var lines: [RequestLine]
    /// The steps that wait, with who may decide them.
    var next: [(step: ApprovalStep, people: [ApprovalCandidate])]

    /// Reads where a request stands.
    ///
    /// - Throws: A ``Problem`` where there is no such request.
    init(
        of id: RequestID, on date: CalendarDate, in reader: some LedgerReader
    ) throws(Problem) {
        guard let request = try reader.request(id) else {
            throw Refusal(.unknownRequest, subject: LedgerText(known: id.text)).problem(
                in: try reader.requireSettings().currency)
        }
        self.request = request
        lines = try reader.lines(of: id)
        let approval = request.amendment?.approval ?? request.approval
        let organisation = try reader.organisation(inForceOn: date)
        let facts = try reader.facts(of: request, lines)
        let waits =
            request.state == .submitted || request.amendment != nil
            || approval.standing == .released
        next = (waits ? approval.openSteps : []).map { step in
            let people = organisation?.candidates(
                for: step, of: approval.plan, facts: facts, on: date)
            return (step, people ?? [])
        }
    }

    /// Whom it is bought from, and who offered.
    var vendors: [VendorID] {
        [request.vendor].compactMap(\.self) + request.details.quotes.map(\.vendor)
    }

    /// Who is next, in words; nil where nobody is waited for.
    var nextSentence: String? {
        guard !next.isEmpty else { return nil }
        let steps = next.map { step, people in
            let names = people.map(\.person.text).joined(separator: ", ")
            return step.text + (people.isEmpty ? " (nobody holds the role)" : " (\(names))")
        }
        return "Next: " + steps.joined(separator: "; ") + "."
    }

    /// The request for programs.
    func json(in currency: Currency) -> JSONValue {
        [
            "id": .string(request.id.text), "state": .string(request.state.rawValue),
            "revision": .integer(request.revision),
            "total": ResultJSON.money(request.total.money(in: currency)),
            "next": .array(
                next.map { step, people in
                    [
                        "step": .string(step.text),
                        "people": .strings(people.map(\.person.text)),
                    ]
                }),
        ]
    }

    /// The shape of ``json(in:)``.
    static let shape = ObjectShape(
        "request", "Where a request stands.",
        [
            Field("id", .text(), "The request.", required: true),
            Field(
                "state", .choice(RequestState.allCases.map(\.rawValue)), "Where it stands.",
                required: true),
            Field("revision", .integer(0...Int.max), "Its revision.", required: true),
            Field(
                "total", EvaluationResultShape.money, "What it asks for, in the ledger's currency.",
                required: true),
            Field(
                "next",
                .list(
                    of: .object(
                        ObjectShape(
                            "open step", "A step that waits.",
                            [
                                Field("step", .text(), "The step.", required: true),
                                Field(
                                    "people", .list(of: .text()), "Who may decide it.",
                                    required: true),
                            ]))), "The steps that wait for somebody.", required: true),
        ])
}

/// The shape of every act on a request.
enum RequestActResult {
    /// The shape of the JSON result.
    static let shape = ObjectShape(
        "act on a request", "What became of an act, and where the request stands.",
        LedgerResultShape.change + [
            Field(
                "request", .object(RequestStanding.shape), "Where it stands.", required: true),
            Field(
                "lines", .list(of: .object(LedgerResultShape.balance)),
                "The years of the budget lines that it charges, afterwards.", required: true),
        ])
}

extension LedgerChangeOptions {
    /// Carries out one act on a request, and answers with where it stands.
    ///
    /// - Parameters:
    ///   - schema: The name of the JSON result.
    ///   - name: The request's name, as it was given.
    ///   - isPurchase: Whether it asks for a purchase, whose vendors the register should name.
    ///   - done: What was done, in words: for people, after it.
    ///   - make: Returns the command.
    /// - Throws: ``CommandEnd``, always.
    func act(
        schema: String, on name: String, askingForPurchase isPurchase: Bool = false,
        _ done: (RequestStanding, LedgerAnswer, LedgerSession) throws(Problem) -> String,
        _ make: (RequestID, LedgerSession) throws(Problem) -> any LedgerCommand
    ) throws {
        try answer(schema: schema) { session in
            let id = try RequestID(name)
            let asOf = session.asOf
            let change = try session.carryOut([(make(id, session), session.context(self))]) {
                (reader) throws(Problem) in
                let standing = try RequestStanding(of: id, on: asOf, in: reader)
                let keys = Set(
                    standing.lines.map { BalanceKey($0.node, $0.period.wholeYear) })
                return (
                    standing: standing, settings: try reader.requireSettings(),
                    lines: try keys.sorted().map { key throws(Problem) in
                        try reader.balance(of: key.node, in: key.period)
                    },
                    warnings: isPurchase
                        ? try reader.warnings(ofUnregistered: standing.vendors, on: asOf) : []
                )
            }
            let (standing, settings, lines, warnings) = change.view
            guard let answer = change.answers.last else {
                throw Problem(
                    .internalError, "an act had no answer", because: "every act has one")
            }
            let balances = BalanceReport(lines, in: settings.currency)
            let sentences = [change.sentence, standing.nextSentence].compactMap(\.self)
            var result = change.json
            result["request"] = standing.json(in: settings.currency)
            result["lines"] = try balances.json()
            return Answer(
                schema: schema,
                report: Report(
                    title: (change.isRehearsal ? "Dry run: " : "")
                        + (try done(standing, answer, session)),
                    summary: [
                        .paragraph(RichText(sentences.joined(separator: " "))),
                        .table(try balances.table(withPeriods: true)),
                    ]),
                result: .object(result), findings: change.findings + warnings)
        }
    }
}

extension LedgerSession {
    /// Reads an amount in the currency of a request.
    ///
    /// - Throws: A ``Problem`` for what is no amount of it, or where there is no such request.
    func amount(_ text: String, of id: RequestID) throws(Problem) -> MinorUnits {
        let currency = try read { (reader) throws(Problem) in
            try RequestStanding(of: id, on: asOf, in: reader).request.currency
        }
        return try MinorUnits(argument: text, in: currency)
    }
}
