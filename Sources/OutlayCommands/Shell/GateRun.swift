import Outlay

/// One run of a gate: the checks in order, each made as far as it can be.
struct GateRun {
    /// The command's surroundings.
    let shell: Shell
    /// The option that is bought, or nil for the recommended one.
    let option: String?
    /// Who would submit it, or nil for the document's owner.
    let requester: String?
    /// Whether git is asked for the weights before the first quote.
    let looksIntoHistory: Bool
    /// The ledger, or why there is none.
    let ledger: Result<GateLedger, any Error>

    /// Returns what the gate says of a document or a request, and the files that were read.
    ///
    /// - Throws: A ``Problem`` of the project or of what surrounds it.
    func result(of subject: String) throws -> (result: GateResult, inputs: [FileDigest]) {
        if let id = request(named: subject) {
            guard !looksIntoHistory else { throw Self.noHistory(of: id) }
            return (judged(id), [])
        }
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
            let found = try judged(evaluation, source, file: subject)
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
        let place =
            switch ledger {
            case .success(let ledger): ledger.description
            case .failure(let problem as Problem) where problem.code == .noLedgerNamed: "no ledger"
            case .failure: "the ledger was not read"
            }
        return "as of \(shell.asOf) · \(place)"
    }

    // MARK: A document

    private func judged(
        _ evaluation: Evaluation, _ source: DocumentSource, file: String
    ) throws(DocumentProblems) -> GateResult {
        do throws(Problem) {
            let result = try evaluation.run(asOf: shell.asOf)
            let remarks = result.findings.filter { $0.code == .unknownKnockOut }
            var checks = [
                PurchaseGate.document(problems: [], remarks: remarks),
                try lint(result, source, file),
            ]
            checks += purchaseChecks(result, file)
            return GateResult(
                subject: "\(evaluation.id) \(evaluation.title)", frame: frame, file: file,
                checks: checks)
        } catch {
            throw DocumentProblems([error.located(at: .file(file))])
        }
    }

    /// What lint says; a history that was asked for and cannot be looked into does not pass.
    private func lint(
        _ result: EvaluationResult, _ source: DocumentSource, _ file: String
    ) throws(Problem) -> GateResult.Check {
        var weights = EarlierWeights.unknown
        if let root = source.root {
            weights = WeightHistory.weights(
                of: file, now: root, result, isAsked: looksIntoHistory)
        }
        let report = try result.lint(earlierWeights: weights)
        var missing: Problem?
        if case .unavailable(let reason) = weights,
            report.unchecked.contains(where: { $0.code == .weightsChangedLate })
        {
            missing = Problem(
                .weightsChangedLate, "the weights before the first quote are not known",
                at: .argument("--history"), because: reason,
                hint: "fetch the whole history where the gate runs, or leave `--history` out")
            missing?.severity = .error
        }
        return PurchaseGate.lint(report, failing: failing, missing: missing)
    }

    private static func noHistory(of id: RequestID) -> Problem {
        Problem(
            .usage, "\(Problem.quoted(id.text)) has no history in git", at: .argument("--history"),
            because: "it is frozen in the ledger; git keeps the document that it was made of",
            hint: "name the document, or leave `--history` out")
    }

    /// The least severity of a finding of lint that stands in the way.
    private var failing: Severity {
        shell.options.failOn == .warning ? .warning : .error
    }

    private func purchaseChecks(_ result: EvaluationResult, _ file: String) -> [GateResult.Check] {
        let title = "Is there money, and does the policy let it go on?"
        let ledger: GateLedger
        do {
            ledger = try self.ledger.get()
        } catch {
            return [
                PurchaseGate.undecided("purchase", title, because: Self.problem(error))
            ]
        }
        do throws(Problem) {
            return try ledger.read { (reader) throws(Problem) in
                try checks(result, file, in: reader)
            }
        } catch {
            return [PurchaseGate.refused("purchase", title, because: error)]
        }
    }

    private func checks(
        _ result: EvaluationResult, _ file: String, in reader: SQLiteReader
    ) throws(Problem) -> [GateResult.Check] {
        let terms = try reader.purchaseTerms(of: result.evaluation, on: shell.asOf) {
            (from, to) throws(Problem) in
            try ReferenceRates.ecb().rate(from: from, to: to, on: shell.asOf, atMostDaysOld: 7)
        }
        let purchase = try PurchaseCase(
            result, choosing: try choice(in: result.evaluation), under: terms)
        let id = RequestID(known: "gate")
        let person = try PersonID(requester ?? result.evaluation.owner ?? "gate")
        let name = try LedgerText(result.evaluation.id)
        return [
            PurchaseGate.evidence(
                purchase,
                differing: try EvaluationFreeze.differingSources(
                    of: result.evaluation, besideDocument: file, .system), on: shell.asOf),
            try PurchaseGate.budget(purchase, id, called: name, in: reader, on: shell.asOf),
            try PurchaseGate.policy(
                try purchase.submission(id, in: reader),
                context: CommandContext(actor: person, moment: LedgerMoment(on: shell.asOf)),
                in: reader),
        ]
    }

    /// What keeps a check from being made.
    private static func problem(_ error: any Error) -> Problem {
        if let problem = error as? Problem { return problem }
        if let problems = error as? Problems { return problems.list[0] }
        return Problem(.internalError, "the purchase could not be checked", because: "\(error)")
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

    // MARK: A request

    /// The request that `subject` names, or nil where it is a file, or named as one.
    private func request(named subject: String) -> RequestID? {
        guard !FileAccess.exists(subject), let id = try? RequestID(subject) else { return nil }
        let endings = [".yaml", ".yml", ".json"]
        let isNamedAsFile =
            subject.contains("/") || endings.contains(where: subject.lowercased().hasSuffix)
        guard isNamedAsFile else { return id }
        let known = try? ledger.get().read { (reader) throws(Problem) in try reader.request(id) }
        return known == nil ? nil : id
    }

    private func judged(_ id: RequestID) -> GateResult {
        do {
            return try ledger.get().read { (reader) throws(Problem) in try judged(id, in: reader) }
        } catch {
            return GateResult(
                subject: id.text, frame: frame, file: nil,
                checks: [
                    PurchaseGate.undecided(
                        "request", "Can the request be judged?", because: Self.problem(error))
                ])
        }
    }

    private func judged(
        _ id: RequestID, in reader: SQLiteReader
    ) throws(Problem) -> GateResult {
        guard let request = try reader.request(id) else {
            var problem = Refusal(.unknownRequest, subject: LedgerText(known: id.text)).problem(
                in: try reader.requireSettings().currency)
            problem.hint = (problem.hint ?? "") + "; a document is named by its file"
            throw problem
        }
        guard let revision = try reader.revisions(of: id).last else {
            let review = try RequestReview(of: id, in: reader, on: shell.asOf)
            return GateResult(
                subject: "\(id) \(request.details.title)", frame: frame, file: nil,
                checks: [try PurchaseGate.budget(review), PurchaseGate.policy(of: request)])
        }
        let again = try FrozenStatement(of: revision).reperform(asOf: shell.asOf)
        if let problem = again.problem { throw problem }
        let purchase = again.computed.purchase
        let lint = try purchase.result.lint(earlierWeights: .unknown)
        var checks = [
            PurchaseGate.lint(lint, failing: failing),
            PurchaseGate.evidence(purchase, on: shell.asOf),
        ]
        if purchase.choice.award == .none, revision.isDraft {
            checks.append(PurchaseGate.nothingBought(by: id))
        } else {
            // What a decided request uses is not asked for again.
            checks.append(
                revision.isDraft || request.state.takesRevisions
                    ? try PurchaseGate.budget(
                        purchase, id, called: LedgerText(known: id.text), in: reader,
                        on: shell.asOf)
                    : try PurchaseGate.budget(
                        RequestReview(of: id, in: reader, on: shell.asOf)))
            checks.append(
                revision.isDraft
                    ? try PurchaseGate.policy(
                        again.computed.submit(as: revision.number),
                        context: CommandContext(
                            actor: request.requester, moment: LedgerMoment(on: shell.asOf)),
                        in: reader)
                    : PurchaseGate.policy(of: request))
        }
        return GateResult(
            subject: "\(id) r\(revision.number) \(request.details.title)", frame: frame, file: nil,
            checks: checks.map(Self.withoutPlaces))
    }

    /// A check of frozen bytes, whose lines no reader has before them.
    private static func withoutPlaces(_ check: GateResult.Check) -> GateResult.Check {
        var check = check
        for index in check.findings.indices {
            if case .text = check.findings[index].location { check.findings[index].location = nil }
        }
        return check
    }
}
