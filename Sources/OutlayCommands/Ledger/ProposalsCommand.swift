import ArgumentParser
import Outlay

/// `outlay proposals`: what waits for a second person.
struct ProposalsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proposals", abstract: "Show the documents that wait for a second person.",
        discussion: """
            outlay proposals
            outlay proposals 12

            With a number, all that the proposal would change is shown; `outlay confirm` loads it.
            """)

    @Argument(help: "One of them, by its number.")
    var number: Int?

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        try ledger.answer(schema: "proposals") { session in
            let number = number
            let (loads, waiting, currency) = try session.read { (reader) throws(Problem) in
                let currency = try reader.requireSettings().currency
                var waiting = try reader.proposals()
                if let number {
                    waiting = [try reader.proposal(numbered: number, in: currency)]
                }
                var loads: [PlannedLoad] = []
                for proposed in waiting { loads.append(try PlannedLoad(proposed, in: reader)) }
                return (loads, waiting, currency)
            }
            let report = DocumentLoadReport(loads, proposals: waiting, in: currency)
            let count = waiting.count
            var blocks: [Block] = [.table(Self.table(waiting))]
            if number != nil { blocks += try report.blocks() }
            return Answer(
                schema: "proposals",
                report: Report(
                    title: count == 0
                        ? "Nothing waits for a second person"
                        : "\(count) \(count == 1 ? "document waits" : "documents wait") for a second person",
                    summary: count == 0 ? [] : blocks),
                result: [
                    "proposals": .array(
                        zip(waiting, try report.documents()).map { proposed, document in
                            [
                                "number": .integer(proposed.sequence),
                                "proposer": .string(proposed.proposer.text),
                                "sha256": .string(proposed.hash.text), "document": document,
                            ]
                        })
                ])
        }
    }

    private static func table(_ waiting: [ProposedDocument]) -> Table {
        Table(
            columns: [
                .number("Number"), Column("Kind"), Column("Document"), .number("Revision"),
                Column("From"), Column("Proposed by"),
            ],
            rows: waiting.map { proposed in
                Row([
                    .count(Int(proposed.sequence)), .text(proposed.load.kind.rawValue),
                    .text(proposed.load.id.text), .count(proposed.load.revision),
                    .text(proposed.load.effectiveFrom.description),
                    .text(proposed.proposer.text),
                ])
            })
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "proposals", "What waits for a second person.",
        [
            Field(
                "proposals",
                .list(
                    of: .object(
                        ObjectShape(
                            "proposal", "A document that waits.",
                            [
                                Field(
                                    "number", .integer(1...Int.max),
                                    "The number that confirms it.", required: true),
                                Field("proposer", .text(), "Who proposed it.", required: true),
                                Field("sha256", .text(), "The hash of it.", required: true),
                                Field(
                                    "document", .object(DocumentLoadReport.shape),
                                    "The document, and what it would change.", required: true),
                            ]))), "The proposals, by kind and name.", required: true)
        ])
}

extension LedgerReader {
    /// Returns the proposal that waits under a number.
    ///
    /// - Throws: ``ProblemCode/notPending`` where none does.
    func proposal(numbered number: Int, in currency: Currency) throws(Problem) -> ProposedDocument {
        for proposed in try proposals() where proposed.sequence == Int64(number) { return proposed }
        let waiting = try proposals().map { "\($0.sequence)" }.joined(separator: ", ")
        throw Problem(
            .notPending, "no proposal \(number) waits for a second person",
            because: waiting.isEmpty
                ? "nothing waits" : "these wait: \(waiting)",
            hint: "it was confirmed, or another one took its place: `outlay proposals`")
    }
}
