import ArgumentParser
import Outlay

/// `outlay request list`: the requests, where they stand and whom they wait for.
struct RequestListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List requests with where they stand and whom they wait for.",
        discussion: """
            outlay request list
            outlay request list --waiting
            outlay request list --mine --state draft --state returned
            """)

    @Option(
        help: ArgumentHelp(
            "Only those in this state; repeatable.", valueName: "state"))
    var state: [RequestState] = []

    @Flag(help: "Only those that you asked for.")
    var mine = false

    @Flag(help: "Only those that wait for your decision.")
    var waiting = false

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        try ledger.answer(schema: "request-list") { session in
            let person = mine || waiting ? try session.actor() : nil
            let list = try session.read { (reader) throws(Problem) -> RequestList in
                var filter = RequestFilter()
                if !state.isEmpty { filter.states = Set(state) }
                if mine { filter.requester = person }
                let entries = try reader.requests(filter).map { request throws(Problem) in
                    try RequestList.Entry(request, in: reader, on: session.asOf)
                }
                return RequestList(
                    entries.filter { entry in
                        !waiting || person.map { entry.next.contains($0) } ?? false
                    }, in: try reader.requireSettings().currency)
            }
            return Answer(schema: "request-list", report: list.report, result: list.json)
        }
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "requests", "Requests with where they stand.",
        [
            Field(
                "requests", .list(of: .object(entry)), "The requests, by name.", required: true)
        ])

    private static let entry = ObjectShape(
        "listed request", "A request and whom it waits for.",
        [
            Field("id", .text(), "The request.", required: true),
            Field("title", EvaluationResultShape.text, "What it is for.", required: true),
            Field(
                "state", .choice(RequestState.allCases.map(\.rawValue)), "Where it stands.",
                required: true),
            Field("revision", .integer(0...Int.max), "Its revision.", required: true),
            Field("draft", .integer(1...Int.max), "The draft that is not submitted yet."),
            Field(
                "change_order", .yesNo, "Whether a change order waits beside it.", required: true),
            Field("requester", .text(), "Who asks.", required: true),
            Field("vendor", .text(), "Whom it is bought from."),
            Field(
                "total", EvaluationResultShape.money, "What it asks for, in the ledger's currency.",
                required: true),
            Field("next", .list(of: .text()), "Who may decide now.", required: true),
            Field("submitted", .date, "The day of its submission; null for a draft."),
            Field("expires", .date, "The last day on which it may be decided."),
        ])
}

extension RequestState: ExpressibleByArgument {}
