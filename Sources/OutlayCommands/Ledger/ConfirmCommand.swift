import ArgumentParser
import Outlay

/// `outlay confirm`: the second person's part of a load by two.
struct ConfirmCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm", abstract: "Load what another person proposed.",
        discussion: """
            outlay confirm 12 --dry-run
            outlay confirm 12

            The number is that of `outlay proposals`. It stands for exactly what was proposed: where another \
            proposal took its place, the number holds no longer.
            """)

    @Argument(help: "The proposal's number.")
    var number: Int

    @OptionGroup var change: LedgerChangeOptions

    func run() throws {
        try change.answer(schema: "confirm") { session in
            let number = number
            let (proposed, load, currency) = try session.read { (reader) throws(Problem) in
                let currency = try reader.requireSettings().currency
                let proposed = try reader.proposal(numbered: number, in: currency)
                return (proposed, try PlannedLoad(proposed, in: reader), currency)
            }
            let made = try session.carryOut(
                ConfirmDocument(proposed.load.kind, id: proposed.load.id, hash: proposed.hash),
                session.context(change)
            ) { (reader) throws(Problem) in try reader.proposals() }
            let report = DocumentLoadReport(
                [load], proposals: made.view, in: currency, isRehearsal: made.isRehearsal)
            var result = made.json
            result["documents"] = try report.json()
            result["proposer"] = .string(proposed.proposer.text)
            var blocks = try report.blocks()
            blocks.append(
                .paragraph(RichText("Proposed by \(proposed.proposer.text). \(made.sentence)")))
            return Answer(
                schema: "confirm", report: Report(title: report.title, summary: blocks),
                result: .object(result), findings: made.findings + (try report.findings()))
        }
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "confirmed document", "A document that two persons loaded.",
        LedgerResultShape.change + [
            Field(
                "documents", .list(of: .object(DocumentLoadReport.shape)), "The document.",
                required: true),
            Field("proposer", .text(), "Who proposed it.", required: true),
        ])
}
