import ArgumentParser
import Outlay

/// `outlay request create`: freezes an evaluation as the next revision of a request.
struct RequestCreateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Freeze an evaluation as a request for one of its options.",
        discussion: """
            outlay request create helpdesk.yaml --option northwind
            outlay request create helpdesk.yaml --option northwind --id REQ-2026-031 --set seats=60
            outlay request create helpdesk.yaml --option openticket --reason "The source code is ours to keep"
            outlay request create helpdesk.yaml --option northwind --interim --review 2027-06-30 \
            --reason "Until the tender is decided"
            outlay request create helpdesk.yaml --no-award --reason "No option is worth its price this year"

            The evaluation, its sources' hashes, the option, the contract value and the charges by month and line are \
            kept in the ledger as they are now. No money moves before `outlay request submit`. For a request that is \
            there already, it is the next revision.
            """)

    @Argument(help: "The Evaluation document; `-` for standard input.")
    var document: String

    @Option(help: "The option that is to be bought.")
    var option: String?

    @Flag(help: "Buy nothing, for a reason.")
    var noAward = false

    @Flag(help: "Decide for the time being, for a reason and until a day.")
    var interim = false

    @Option(
        help: ArgumentHelp(
            "The day by which an interim decision is looked at again.", valueName: "date"),
        transform: CalendarDate.init(argument:))
    var review: CalendarDate?

    @Option(help: "Why, where the option is not ranked first, or none is bought for good.")
    var reason: String?

    @Option(
        help: ArgumentHelp(
            "The request; the next free REQ-<year>-<number> where not given.", valueName: "request")
    )
    var id: String?

    @Option(help: "The framework agreement that is called off.")
    var framework: String?

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp(
            "Another value of an assumption, frozen as if the document stated it; repeatable.",
            valueName: "name[.year]=value"))
    var overrides: [String] = []

    @OptionGroup var change: LedgerChangeOptions

    func run() throws {
        try change.answer(schema: "request-create") { session in
            let choice = try choice()
            let workspace = try Workspace(session.shell.options, near: document)
            let freezing = try PurchaseFreezing(
                document, overrides, choice, framework: framework, in: workspace, on: session.asOf)
            let (drafted, made) = try freezing.draft(id, change, session)
            let view = made.view
            var result = made.json
            result["request"] = view.standing.json(in: drafted.currency)
            for member in try drafted.json().members { result[member.key] = member.value }
            let next = "Next: outlay request submit \(view.standing.request.id)"
            let title = view.standing.request.details.title
            return Answer(
                schema: "request-create",
                report: Report(
                    title: (made.isRehearsal ? "Dry run: " : "")
                        + "Drafted \(view.standing.request.id) r\(drafted.number)"
                        + (title.isEmpty ? "" : ": \(title.text)"),
                    summary: try drafted.blocks() + [
                        .paragraph(RichText("\(made.sentence) \(next)"))
                    ]),
                result: .object(result),
                findings: (workspace.catalogues?.warnings ?? []) + made.findings,
                inputs: workspace.inputs)
        }
    }

    /// Returns what is decided.
    ///
    /// - Throws: A ``Problem`` for options that contradict each other.
    private func choice() throws(Problem) -> PurchaseChoice {
        let reason = try LedgerText(reason ?? "")
        if noAward {
            guard option == nil, !interim, review == nil else {
                throw Self.contradiction(
                    "--no-award", "buying nothing goes with no option and no review")
            }
            return .noAward(reason: reason)
        }
        guard let option else {
            throw Problem(
                .usage, "no option is named", at: .argument("--option"),
                because: "a request asks for one option of the evaluation, or for none",
                hint: "name it by `--option`, or say `--no-award --reason …`")
        }
        guard interim == (review != nil) else {
            throw Self.contradiction(
                interim ? "--interim" : "--review",
                "an interim decision, and no other, has a day by which it is looked at again")
        }
        guard let review else { return .award(option, reason: reason) }
        return .interim(option, reviewOn: review, reason: reason)
    }

    private static func contradiction(_ argument: String, _ reason: String) -> Problem {
        Problem(
            .usage, "the options do not go together", at: .argument(argument), because: reason,
            hint: "see `outlay request create --help`")
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "drafted request", "A revision of a request that was frozen.",
        LedgerResultShape.change + [
            Field("request", .object(RequestStanding.shape), "Where it stands.", required: true)
        ] + RequestShapes.drafted)
}
