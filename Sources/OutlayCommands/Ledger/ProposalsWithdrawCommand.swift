import ArgumentParser
import Outlay

/// `outlay proposals withdraw`: takes back what one proposed.
struct ProposalsWithdrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Take back what you proposed.",
        discussion: """
            outlay proposals withdraw 12 --dry-run
            outlay proposals withdraw 12 13

            Only who proposed it takes it back. Of several all are taken back, or none.
            """)

    @Argument(help: "The numbers of the proposals.")
    var numbers: [Int]

    @OptionGroup var change: LedgerChangeOptions

    func run() throws {
        try change.answer(schema: "proposals-withdraw") { session in
            let proposals = try session.waiting(numbers)
            let context = try session.context(change)
            let report = try session.read { (reader) throws(Problem) in
                try ProposalReport(proposals, in: reader, at: context.moment)
            }
            let made = try session.carryOut(
                try session.named(proposals.map { WithdrawProposal($0.number) }, context)
            ) { (_) throws(Problem) in () }
            var result = made.json
            result["proposals"] = try report.json()
            let verb = made.isRehearsal ? "Would take back" : "Took back"
            return Answer(
                schema: "proposals-withdraw",
                report: Report(
                    title: "\(verb): \(report.phrases)",
                    summary: [.paragraph(RichText(made.sentence))]),
                result: .object(result), findings: made.findings)
        }
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "withdrawn proposals", "Acts that were proposed and taken back.",
        LedgerResultShape.change + [
            Field(
                "proposals", .list(of: .object(ProposalReport.shape)), "The acts.", required: true)
        ])
}

extension LedgerSession {
    /// Returns the proposals that wait under numbers, each once.
    ///
    /// - Throws: ``ProblemCode/notPending`` where one does not wait, or ``ProblemCode/usage`` where one is named
    ///   twice.
    func waiting(_ numbers: [Int]) throws(Problem) -> [Proposal] {
        guard Set(numbers).count == numbers.count else {
            throw Problem(
                .usage, "a proposal is named twice",
                because: "the numbers are \(numbers.map(String.init).joined(separator: ", "))",
                hint: "name each once")
        }
        return try read { (reader) throws(Problem) in
            try numbers.map { number throws(Problem) in try reader.proposal(numbered: number) }
        }
    }
}
