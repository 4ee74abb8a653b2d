import ArgumentParser
import Outlay

/// The ledger whose budget lines a comparison looks at, where one is named.
struct ComparisonLedger: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A ledger: say which option fits which budget line; else $OUTLAY_DB or the project's.",
            valueName: "file"))
    var db: String?

    /// Returns what the options leave of the budget; nil where no ledger is meant, or the project's is not made yet.
    ///
    /// - Throws: A ``Problem`` of the ledger or the project file.
    func fit(of result: EvaluationResult, _ surroundings: SurroundingOptions) throws -> BudgetFit? {
        let named = db ?? Console.environment("OUTLAY_DB")
        let path: String
        if let named {
            path = named
        } else {
            guard let project = try ProjectFile.find(surroundings)?.ledger,
                FileAccess.exists(project)
            else { return nil }
            path = project
        }
        let store = try SQLiteBudgetStore.openForReading(
            path, approvalRules: DocumentApprovalRules())
        let fit = try store.read { (reader) throws(Problem) in
            let terms = try reader.purchaseTerms(of: result.evaluation, on: result.asOf) {
                (from, to) throws(Problem) in
                try ReferenceRates.ecb().rate(
                    from: from, to: to, on: result.asOf, atMostDaysOld: 7)
            }
            return try result.budgetFit(under: terms, in: reader)
        }
        try store.close()
        return fit
    }

    /// The shape of ``BudgetFit`` in JSON.
    static let shape = ObjectShape(
        "fit", "What an option leaves of the budget lines of a ledger.",
        [
            Field("option", .identifier, "The option.", required: true),
            Field(
                "fits", .yesNo, "Whether every year with a budget has the money.", required: true),
            Field("budget", .object(RequestShapes.budget), "What it leaves of the lines."),
            Field(
                "unbudgeted", .list(of: .object(RequestShapes.year())),
                "Charged years without a budget yet.", required: true),
            Field("obstacle", .object(RequestShapes.problem), "Why it cannot be asked for."),
        ])
}
