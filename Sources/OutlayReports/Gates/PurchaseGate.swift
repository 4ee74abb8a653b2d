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
    ///   - missing: What kept a rule that has to look from looking, or nil; the check is then not made.
    /// - Returns: The check.
    public static func lint(
        _ report: LintReport, failing: Severity = .error, missing: Problem? = nil
    ) -> GateResult.Check {
        let grave = report.findings.contains { $0.severity >= failing }
        var check = GateResult.Check(
            id: "lint", title: "Does the case answer what reviewers ask?",
            outcome: grave ? .fail : outcome(of: report.findings), statement: report.summary,
            findings: report.findings)
        guard let missing else { return check }
        check.findings.insert(missing, at: 0)
        guard !grave else { return check }
        check.outcome = .undecided
        check.statement = missing.summary
        return check
    }

    /// Whether what decides is at hand: files as they are stated, quotes that hold, answers that are known.
    ///
    /// - Parameters:
    ///   - purchase: The purchase.
    ///   - differing: The sources whose files are others than the document states.
    ///   - date: The day of the decision.
    /// - Returns: The check.
    public static func evidence(
        _ purchase: PurchaseCase, differing: [Problem] = [], on date: CalendarDate
    ) -> GateResult.Check {
        let obstacles = differing + purchase.obstacles(on: date)
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
    ///   - name: What findings call it.
    ///   - reader: The ledger.
    ///   - date: The day.
    /// - Returns: The check.
    /// - Throws: A ``Problem`` where it cannot be made.
    public static func budget(
        _ purchase: PurchaseCase, _ id: RequestID, called name: LedgerText,
        in reader: some LedgerReader, on date: CalendarDate
    ) throws(Problem) -> GateResult.Check {
        let currency = try reader.requireSettings().currency
        var check = try purchase.check(id, in: reader, on: date)
        if check.budget.refusal?.subject.text == id.text { check.budget.refusal?.subject = name }
        return try budget(
            check.budget, waysOut: check.waysOut(in: currency), unbudgeted: check.unbudgetedYears,
            amounting: " (\(RequestReview.shown(check.unbudgeted)))", in: currency)
    }

    /// What a request that was looked at leaves of its lines: one without an evaluation, or one that is decided.
    ///
    /// - Parameter review: The request.
    /// - Returns: The check.
    /// - Throws: ``ProblemCode/overflow``.
    public static func budget(_ review: RequestReview) throws(Problem) -> GateResult.Check {
        try budget(
            review.budget, waysOut: [], unbudgeted: review.unbudgetedYears, amounting: "",
            in: review.ledgerCurrency)
    }

    private static func budget(
        _ check: BudgetCheck, waysOut ways: [String], unbudgeted years: [PeriodID],
        amounting amount: String, in currency: Currency
    ) throws(Problem) -> GateResult.Check {
        var findings: [Problem] = []
        if var problem = check.refusal?.problem(in: currency) {
            if !ways.isEmpty { problem.hint = ways.joined(separator: "; ") }
            findings.append(problem)
        }
        let lines = check.lines.filter { !years.contains($0.year) }
        for line in lines where try line.isAboveWarnLevel() && !line.after.isNegative {
            findings.append(try warning(of: line, currency))
        }
        let missing = check.lines.isEmpty ? findings.prefix(1).map(\.summary) : []
        let left = try lines.map { line throws(Problem) in try Self.left(line, currency) }
        let names = years.map(\.description).joined(separator: ", ")
        let unbudgeted = years.isEmpty ? [] : ["\(names) not budgeted\(amount)"]
        return GateResult.Check(
            id: "budget", title: "Is there money?", outcome: outcome(of: findings),
            statement: (missing + left + unbudgeted).joined(separator: "; "),
            findings: findings)
    }

    /// What is left of a line, or what it lacks, in words.
    private static func left(
        _ line: BudgetCheck.Line, _ currency: Currency
    ) throws(Problem) -> String {
        let short = try line.shortBy()
        return "\(line.node.id) \(line.year) "
            + (short.isPositive
                ? "short by \(RequestReview.shown(short.money(in: currency)))"
                : "\(RequestReview.shown(line.after.money(in: currency))) left")
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

    /// Whether the policy lets a request go on that was submitted: by its steps, unless it came to an end.
    ///
    /// - Parameter request: The request.
    /// - Returns: The check, which fails where nobody can agree to the request any more.
    public static func policy(of request: Request) -> GateResult.Check {
        switch request.state {
        case .draft, .submitted, .approved, .ordered:
            return policy(request.approval, about: request.details.title)
        case .closed, .withdrawn, .rejected, .returned, .expired, .cancelled, .notAwarded:
            let problem = Problem(
                .notPending, "`\(request.id)` is \(request.state.words)",
                because: "nobody is asked to agree to it",
                hint: request.state.takesRevisions
                    ? "freeze and submit its next revision, or look at it: outlay request show \(request.id)"
                    : "look at it: outlay request show \(request.id)")
            return GateResult.Check(
                id: "policy", title: "Does the policy let it go on?",
                outcome: outcome(of: [problem]), statement: problem.summary, findings: [problem])
        }
    }

    /// Whether the policy lets a purchase go on whose steps are known.
    ///
    /// - Parameters:
    ///   - approval: The steps, with the policy version that asks for them.
    ///   - subject: What is bought.
    /// - Returns: The check.
    static func policy(
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

    /// The check of a draft that buys nothing: it charges no line, and nobody has to agree.
    ///
    /// - Parameter id: The request.
    /// - Returns: The check, which passes.
    public static func nothingBought(by id: RequestID) -> GateResult.Check {
        GateResult.Check(
            id: "award", title: "Is anything bought?", outcome: .pass,
            statement: "no: `outlay request submit \(id)` concludes it without an award")
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

    /// A check that a mistake or a rule stands in the way of.
    ///
    /// - Parameters:
    ///   - id: Its name.
    ///   - title: What it asks.
    ///   - problem: What stands in the way.
    /// - Returns: The check: failed, unless the problem says that nothing can be decided.
    public static func refused(
        _ id: String, _ title: String, because problem: Problem
    ) -> GateResult.Check {
        var check = undecided(id, title, because: problem)
        switch problem.code.outcome {
        case .refused, .malformed, .forbidden, .conflict: check.outcome = .fail
        case .answered, .undecidable, .damaged, .unwritten, .ourMistake: break
        }
        return check
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
