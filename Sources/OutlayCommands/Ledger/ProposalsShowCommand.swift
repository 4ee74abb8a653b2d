import ArgumentParser
import Outlay

/// `outlay proposals show`: what waits for a second person.
struct ProposalsShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show the acts that wait for a second person.",
        discussion: """
            outlay proposals show
            outlay proposals
            outlay proposals 12

            Documents that are to be loaded and other acts stand in one list, each with what it would change and \
            whether it would be refused by now; `outlay confirm` does what waits.
            """)

    @Argument(help: "One of them, by its number.")
    var number: Int?

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        try ledger.answer(schema: "proposals-show") { session in
            let number = number
            let date = session.asOf
            let report = try session.read { (reader) throws(Problem) in
                let moment = LedgerSession.moment(date, in: try reader.requireSettings().purpose)
                var waiting = try reader.proposals()
                if let number { waiting = [try reader.proposal(numbered: number)] }
                return try ProposalReport(waiting, in: reader, at: moment)
            }
            let count = report.items.count
            let blocks = [.table(report.table)] + (try report.blocks())
            return Answer(
                schema: "proposals-show",
                report: Report(
                    title: count == 0
                        ? "Nothing waits for a second person"
                        : "\(count) \(count == 1 ? "act waits" : "acts wait") for a second person",
                    summary: count == 0 ? [] : blocks),
                result: ["proposals": try report.json()])
        }
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "proposals", "What waits for a second person.",
        [
            Field(
                "proposals", .list(of: .object(ProposalReport.shape)),
                "The acts, in the order of their numbers.", required: true)
        ])
}

extension LedgerReader {
    /// Returns the proposal that waits under a number.
    ///
    /// - Throws: ``ProblemCode/notPending`` where none does.
    func proposal(numbered number: Int) throws(Problem) -> Proposal {
        let reason: String
        switch try standing(ofProposal: Int64(number)) {
        case .waiting(let proposal): return proposal
        case .ended(.confirmed): reason = "it was confirmed"
        case .ended(.withdrawn): reason = "who proposed it took it back"
        case .ended(.replaced): reason = "another one took its place"
        case .unknown:
            let waiting = try proposals().map { "\($0.number)" }.joined(separator: ", ")
            reason = waiting.isEmpty ? "nothing waits" : "these wait: \(waiting)"
        }
        throw Problem(
            .notPending, "no proposal \(number) waits for a second person", because: reason,
            hint: "see what waits: `outlay proposals`")
    }
}
