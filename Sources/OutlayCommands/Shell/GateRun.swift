import Outlay

/// One run of a gate: the checks in order, each made as far as it can be.
struct GateRun {
    /// The command's surroundings.
    let shell: Shell
    /// The option that is bought, or nil for the recommended one.
    let option: String?
    /// Who would submit it, or nil for the document's owner.
    let requester: String?
    /// The ledger, or why there is none.
    let ledger: Result<GateLedger, any Error>

    /// Returns what the gate says of a document or a request, and the files that were read.
    ///
    /// - Throws: ``Problems`` or a ``Problem`` where nothing can be judged at all.
    func result(of subject: String) throws -> (result: GateResult, inputs: [FileDigest]) {
        if !FileAccess.exists(subject), let found = try request(subject) { return (found, []) }
        let workspace = try Workspace(shell.options, near: subject)
        do throws(DocumentProblems) {
            let source: DocumentSource
            do throws(Problem) {
                source = try workspace.document(subject)
            } catch {
                throw DocumentProblems([error])
            }
            let evaluation = try EvaluationReader.read(
                source, in: workspace.surroundings(of: subject))
            let found = try judged(evaluation, file: subject)
            return (found, workspace.inputs)
        } catch {
            let check = PurchaseGate.document(problems: error.list)
            return (
                GateResult(subject: subject, frame: frame, file: subject, checks: [check]),
                workspace.inputs
            )
        }
    }

    /// The day and the ledger that everything is judged by.
    private var frame: String {
        let place = (try? ledger.get().description) ?? "no ledger"
        return "as of \(shell.asOf) · \(place)"
    }

    // MARK: A document

    private func judged(
        _ evaluation: Evaluation, file: String
    ) throws(DocumentProblems) -> GateResult {
        do throws(Problem) {
            let result = try evaluation.run(asOf: shell.asOf)
            let remarks = result.findings.filter { $0.code == .unknownKnockOut }
            var checks = [
                PurchaseGate.document(problems: [], remarks: remarks),
                PurchaseGate.lint(
                    try result.lint(earlierWeights: .unknown), failing: failing),
            ]
            checks += purchaseChecks(result)
            return GateResult(
                subject: "\(evaluation.id) \(evaluation.title)", frame: frame, file: file,
                checks: checks)
        } catch {
            throw DocumentProblems([error.located(at: .file(file))])
        }
    }

    /// The least severity of a finding of lint that stands in the way.
    private var failing: Severity {
        shell.options.failOn == .warning ? .warning : .error
    }

    private func purchaseChecks(_ result: EvaluationResult) -> [GateResult.Check] {
        do {
            let ledger = try ledger.get()
            return try ledger.read { (reader) throws(Problem) in
                let choice = try choice(in: result.evaluation)
                let terms = try reader.purchaseTerms(of: result.evaluation, on: shell.asOf) {
                    (from, to) throws(Problem) in
                    try ReferenceRates.ecb().rate(
                        from: from, to: to, on: shell.asOf, atMostDaysOld: 7)
                }
                let purchase = try PurchaseCase(result, choosing: choice, under: terms)
                let id = RequestID(known: "gate")
                let person = try PersonID(requester ?? result.evaluation.owner ?? "gate")
                return try checks(purchase, id, by: person, in: reader)
            }
        } catch let problem as Problem {
            return Self.undecided(because: problem)
        } catch let problems as Problems {
            return Self.undecided(because: problems.list[0])
        } catch {
            return Self.undecided(
                because: Problem(
                    .internalError, "the purchase could not be checked", because: "\(error)"))
        }
    }

    private func choice(in evaluation: Evaluation) throws(Problem) -> PurchaseChoice {
        let recommendation = evaluation.recommendation
        guard let id = option ?? recommendation?.option else {
            throw Problem(
                .nothingChosen, "nothing says which option is bought",
                because: "the document recommends none, and `--option` is not given",
                hint: "add `recommendation` to the document, or name it by `--option`")
        }
        let reason = recommendation?.option == id ? recommendation?.reason : nil
        return .award(id, reason: try LedgerText(reason ?? ""))
    }

    private func checks(
        _ purchase: PurchaseCase, _ id: RequestID, by person: PersonID, in reader: SQLiteReader
    ) throws(Problem) -> [GateResult.Check] {
        [
            PurchaseGate.evidence(purchase, on: shell.asOf),
            try PurchaseGate.budget(purchase, id, in: reader, on: shell.asOf),
            try policy(purchase, id, by: person, in: reader),
        ]
    }

    /// The policy's check of a purchase that is not yet submitted.
    private func policy(
        _ purchase: PurchaseCase, _ id: RequestID, draft: RevisionReference? = nil,
        by person: PersonID, in reader: SQLiteReader
    ) throws(Problem) -> GateResult.Check {
        var submission = try purchase.submission(id, in: reader)
        submission.revision = draft
        return try PurchaseGate.policy(
            submission,
            context: CommandContext(actor: person, moment: LedgerMoment(on: shell.asOf)),
            in: reader)
    }

    /// The checks of a purchase that could not be looked at.
    private static func undecided(because problem: Problem) -> [GateResult.Check] {
        [
            PurchaseGate.undecided(
                "purchase", "Is there money, and does the policy let it go on?", because: problem)
        ]
    }

    // MARK: A request

    /// Returns what the gate says of a request of the ledger, or nil where it has none of this name.
    private func request(_ name: String) throws -> GateResult? {
        guard let ledger = try? ledger.get(), let id = try? RequestID(name) else { return nil }
        return try ledger.read { (reader) throws(Problem) -> GateResult? in
            guard try reader.request(id) != nil else { return nil }
            let last = try reader.revisions(of: id).last
            let draft = last.flatMap { $0.isDraft ? $0.reference : nil }
            let review = try RequestReview(
                of: id, revision: draft?.number, in: reader, on: shell.asOf)
            let name = "\(id) r\(review.number)"
            return GateResult(
                subject: "\(name) \(review.request.details.title)", frame: frame, file: nil,
                checks: [PurchaseGate.standing(review.request, draft: draft?.number)]
                    + (try checks(review, draft: draft, in: reader)).map {
                        Self.placed($0, at: name)
                    })
        }
    }

    /// The checks of a request; what it uses already is not asked for again.
    private func checks(
        _ review: RequestReview, draft: RevisionReference?, in reader: SQLiteReader
    ) throws(Problem) -> [GateResult.Check] {
        let request = review.request
        let asks = draft != nil || request.state.takesRevisions
        var checks: [GateResult.Check] = []
        if let purchase = review.purchase {
            let lint = try purchase.result.lint(earlierWeights: .unknown)
            checks.append(PurchaseGate.lint(lint, failing: failing))
            checks.append(PurchaseGate.evidence(purchase, on: shell.asOf))
            checks.append(
                asks
                    ? try PurchaseGate.budget(purchase, request.id, in: reader, on: shell.asOf)
                    : try PurchaseGate.budget(review, in: review.ledgerCurrency))
            if let draft {
                checks.append(
                    try policy(
                        purchase, request.id, draft: draft, by: request.requester, in: reader))
                return checks
            }
        } else {
            checks.append(try PurchaseGate.budget(review, in: review.ledgerCurrency))
        }
        checks.append(PurchaseGate.policy(request.approval, about: request.details.title))
        return checks
    }

    /// Returns a check whose findings in the frozen document say in which revision they are.
    private static func placed(_ check: GateResult.Check, at revision: String) -> GateResult.Check {
        var check = check
        for index in check.findings.indices {
            guard case .text = check.findings[index].location else { continue }
            check.findings[index].location = .part(revision)
        }
        return check
    }
}
