import OutlayBudgets
import OutlayEvaluations
import OutlayProblems
import OutlayValues

/// The checks of a gate over one purchase, each made by itself: what cannot be checked is undecided, never passed.
public enum PurchaseGate {
    /// Whether the document is sound.
    ///
    /// - Parameters:
    ///   - problems: What is wrong with it.
    ///   - remarks: What else to know of it.
    /// - Returns: The check.
    public static func document(problems: [Problem], remarks: [Problem] = []) -> GateResult.Check {
        let errors = problems.count { $0.severity == .error }
        return GateResult.Check(
            id: "validate", title: "Is the document sound?",
            outcome: errors > 0 ? .fail : outcome(of: remarks),
            statement: errors > 0
                ? counted(errors, "mistake") + ", nothing computed" : "no mistake",
            findings: problems + remarks)
    }

    /// Whether the case answers what reviewers ask.
    ///
    /// - Parameters:
    ///   - report: What the rules of lint found.
    ///   - failing: The least severity that stands in the way.
    /// - Returns: The check.
    public static func lint(
        _ report: LintReport, failing: Severity = .error
    ) -> GateResult.Check {
        let grave = report.findings.contains { $0.severity >= failing }
        return GateResult.Check(
            id: "lint", title: "Does the case answer what reviewers ask?",
            outcome: grave ? .fail : outcome(of: report.findings), statement: report.summary,
            findings: report.findings)
    }

    /// Whether what decides is at hand: quotes that hold, answers that are known.
    ///
    /// - Parameters:
    ///   - purchase: The purchase.
    ///   - date: The day of the decision.
    /// - Returns: The check.
    public static func evidence(_ purchase: PurchaseCase, on date: CalendarDate) -> GateResult.Check
    {
        let obstacles = purchase.obstacles(on: date)
        return GateResult.Check(
            id: "evidence", title: "Is the evidence at hand?",
            outcome: obstacles.isEmpty ? .pass : .undecided,
            statement: obstacles.first?.summary ?? "every quote holds, every answer is known",
            findings: obstacles)
    }

    /// Whether there is money.
    ///
    /// - Parameters:
    ///   - purchase: The purchase.
    ///   - id: The request that holds money for it already, or a name that no request has.
    ///   - reader: The ledger.
    ///   - date: The day.
    /// - Returns: The check.
    /// - Throws: A ``Problem`` where it cannot be made.
    public static func budget(
        _ purchase: PurchaseCase, _ id: RequestID, in reader: some LedgerReader,
        on date: CalendarDate
    ) throws(Problem) -> GateResult.Check {
        let currency = try reader.requireSettings().currency
        let check = try purchase.check(id, in: reader, on: date)
        var findings: [Problem] = []
        if var problem = check.budget.refusal?.problem(in: currency) {
            let ways = check.waysOut(in: currency)
            if !ways.isEmpty { problem.hint = ways.joined(separator: "; ") }
            findings.append(problem)
        }
        let left = Set(check.unbudgetedYears)
        let looked = check.budget.lines.filter { !left.contains($0.year) }
        for line in looked where try line.isAboveWarnLevel() && !line.after.isNegative {
            findings.append(try warning(of: line, currency))
        }
        let lines = looked.map { line in
            "\(line.node.id) \(line.year) \(RequestReview.shown(line.after.money(in: currency))) left"
        }
        let years = check.unbudgetedYears.map(\.description)
        let unbudgeted =
            years.isEmpty
            ? []
            : [
                "\(years.joined(separator: ", ")) not budgeted "
                    + "(\(RequestReview.shown(check.unbudgeted)))"
            ]
        return GateResult.Check(
            id: "budget", title: "Is there money?", outcome: outcome(of: findings),
            statement: (lines + unbudgeted).joined(separator: "; "), findings: findings)
    }

    /// Whether the policy lets it go on, and who has to agree.
    ///
    /// - Parameters:
    ///   - submission: What would be submitted.
    ///   - context: By whom, on which day.
    ///   - reader: The ledger.
    /// - Returns: The check.
    /// - Throws: A ``Problem`` where it cannot be made.
    public static func policy(
        _ submission: Submit, context: CommandContext, in reader: some LedgerReader
    ) throws(Problem) -> GateResult.Check {
        let currency = try reader.requireSettings().currency
        switch try reader.plannedSteps(of: submission, context: context) {
        case .refused(let refusal):
            let problem = refusal.problem(in: currency)
            return GateResult.Check(
                id: "policy", title: "Does the policy let it go on?",
                outcome: outcome(of: [problem]), statement: problem.summary, findings: [problem])
        case .granted(let approval):
            return policy(approval, about: submission.details.title)
        }
    }

    /// Whether the policy lets a purchase go on whose steps are known, as those of a submitted request are.
    ///
    /// - Parameters:
    ///   - approval: The steps, with the policy version that asks for them.
    ///   - subject: What is bought.
    /// - Returns: The check.
    public static func policy(
        _ approval: ApprovalState, about subject: LedgerText
    ) -> GateResult.Check {
        let steps = approval.plan.path.map { $0.joined(separator: " and ") }
        let flags = approval.flags.map { $0.problem(about: subject) }
        return GateResult.Check(
            id: "policy", title: "Does the policy let it go on?", outcome: outcome(of: flags),
            statement: "\(approval.policy.id) r\(approval.policy.revision): "
                + (steps.isEmpty ? "nobody has to agree" : steps.joined(separator: ", then ")),
            findings: flags)
    }

    /// A check that could not be made.
    ///
    /// - Parameters:
    ///   - id: Its name.
    ///   - title: What it asks.
    ///   - problem: Why it could not be made.
    /// - Returns: The check, undecided.
    public static func undecided(
        _ id: String, _ title: String, because problem: Problem
    ) -> GateResult.Check {
        GateResult.Check(
            id: id, title: title, outcome: .undecided, statement: problem.summary,
            findings: [problem])
    }

    private static func warning(
        of line: BudgetCheck.Line, _ currency: Currency
    ) throws(Problem) -> Problem {
        let share = try line.usedShare().map { FigureText.percentage($0.doubleValue, places: 1) }
        return Problem(
            .overWarnLevel, "`\(line.node.id)` is over its warning level in \(line.year)",
            because: "\(share ?? "all") of \(line.allotted.text(in: currency)) would be used",
            hint: "\(line.after.text(in: currency)) is left")
    }

    /// The outcome that findings amount to.
    private static func outcome(of findings: [Problem]) -> GateResult.Outcome {
        let errors = findings.filter { $0.severity == .error }
        if errors.contains(where: { $0.code.outcome != .undecidable }) { return .fail }
        if !errors.isEmpty { return .undecided }
        return findings.contains { $0.severity == .warning } ? .warn : .pass
    }

    private static func counted(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}
