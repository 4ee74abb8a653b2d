import ArgumentParser
import Outlay

/// `outlay confirm`: the second person's part of what two persons do.
struct ConfirmCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm", abstract: "Do what another person proposed.",
        discussion: """
            outlay confirm 12 --dry-run
            outlay confirm 12
            outlay confirm 12 13 14

            The numbers are those of `outlay proposals`. A number stands for exactly what was proposed, which is \
            decided anew on the books as they are now. Of several all are done, or none.
            """)

    @Argument(help: "The numbers of the proposals.")
    var numbers: [Int]

    @OptionGroup var change: LedgerChangeOptions

    func run() throws {
        try change.answer(schema: "confirm") { session in
            let proposals = try session.waiting(numbers)
            let context = try session.context(change)
            let report = try session.read { (reader) throws(Problem) in
                try ProposalReport(proposals, in: reader, at: context.moment)
            }
            let made = try session.carryOut(
                try session.named(proposals.map { ConfirmProposal($0) }, context)
            ) { (_) throws(Problem) in () }
            var result = made.json
            result["proposals"] = try report.json()
            let loads = DocumentLoadReport(
                report.items.compactMap(\.load), proposals: [], in: report.currency)
            let people = proposals.map { proposal in
                let principal = proposal.principal.map { " for \($0.text)" } ?? ""
                return "\(proposal.number) was proposed by \(proposal.proposer.text)\(principal)"
            }
            let verb = made.isRehearsal ? "Would confirm" : "Confirmed"
            return Answer(
                schema: "confirm",
                report: Report(
                    title: "\(verb): \(report.phrases)",
                    summary: (try report.blocks()) + [
                        .paragraph(
                            RichText("\(people.joined(separator: "; ")). \(made.sentence)"))
                    ]),
                result: .object(result), findings: made.findings + (try loads.findings()))
        }
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "confirmed acts", "Acts of two persons: proposed by one, confirmed by another.",
        LedgerResultShape.change + [
            Field(
                "proposals", .list(of: .object(ProposalReport.shape)),
                "The acts, with what they changed.", required: true)
        ])
}
