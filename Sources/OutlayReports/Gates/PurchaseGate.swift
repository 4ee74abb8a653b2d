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
        let years = check.unbudgetedYears.map(\.description).joined(separator: ", ")
        return try budget(
            check.budget, waysOut: check.waysOut(in: currency),
            unbudgeted: years.isEmpty
                ? nil : "\(years) not budgeted (\(RequestReview.shown(check.unbudgeted)))",
            in: currency)
    }

    /// What a request that was looked at leaves of its lines: one without an evaluation, or one that is decided.
    ///
    /// - Parameters:
    ///   - review: The request.
    ///   - currency: The ledger's currency.
    /// - Returns: The check.
    /// - Throws: ``ProblemCode/overflow``.
    public static func budget(
        _ review: RequestReview, in currency: Currency
    ) throws(Problem) -> GateResult.Check {
        let years = review.unbudgetedYears.map(\.description).joined(separator: ", ")
        return try budget(
            review.budget, waysOut: [], unbudgeted: years.isEmpty ? nil : "\(years) not budgeted",
            in: currency)
    }

    private static func budget(
        _ check: BudgetCheck, waysOut ways: [String], unbudgeted: String?, in currency: Currency
    ) throws(Problem) -> GateResult.Check {
        var findings: [Problem] = []
        if var problem = check.refusal?.problem(in: currency) {
            if !ways.isEmpty { problem.hint = ways.joined(separator: "; ") }
            findings.append(problem)
        }
        for line in check.lines where try line.isAboveWarnLevel() && !line.after.isNegative {
            findings.append(try warning(of: line, currency))
        }
        let left = check.lines.map { line in
            "\(line.node.id) \(line.year) \(RequestReview.shown(line.after.money(in: currency))) left"
        }
        return GateResult.Check(
            id: "budget", title: "Is there money?", outcome: outcome(of: findings),
            statement: (left + [unbudgeted].compactMap(\.self)).joined(separator: "; "),
            findings: findings)
    }

    /// Whether a request can be decided as it stands.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - draft: The revision that is frozen and not yet submitted, or nil.
    /// - Returns: The check; what was taken back, refused or cancelled does not pass.
    public static func standing(_ request: Request, draft: Int? = nil) -> GateResult.Check {
        let title = "Can it be decided as it stands?"
        if let draft {
            return GateResult.Check(
                id: "request", title: title, outcome: .pass,
                statement: "r\(draft) is a draft, to be submitted")
        }
        let words = request.state.rawValue.replacing("_", with: " ")
        var findings: [Problem] = []
        switch request.state {
        case .draft, .submitted, .approved, .ordered, .closed: break
        case .withdrawn, .rejected, .returned, .expired:
            findings = [
                Problem(
                    .notPending, "\(Problem.quoted(request.id.text)) is \(words)",
                    because: "nobody can approve it as it stands",
                    hint: "freeze and submit its next revision")
            ]
        case .cancelled, .notAwarded:
            findings = [
                Problem(
                    .notPending, "\(Problem.quoted(request.id.text)) is \(words)",
                    because: "nothing is bought by it any more")
            ]
        }
        return GateResult.Check(
            id: "request", title: title, outcome: findings.isEmpty ? .pass : .fail,
            statement: words, findings: findings)
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
