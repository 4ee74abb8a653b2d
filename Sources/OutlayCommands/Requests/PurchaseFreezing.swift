import Outlay

/// An evaluation that is frozen and computed, to become a revision of a request.
struct PurchaseFreezing {
    private let freeze: EvaluationFreeze
    private let result: EvaluationResult
    private let choice: PurchaseChoice
    private let framework: FrameworkID?

    /// What is read of the ledger after the draft.
    struct View {
        /// Where the request stands.
        var standing: RequestStanding
        /// What was frozen, and what stands before its submission.
        var drafted: DraftedRevision
    }

    /// Freezes the evaluation at `path`, with other values of assumptions.
    ///
    /// - Throws: ``Problems`` or a ``Problem`` of the document.
    init(
        _ path: String, _ overrides: [String], _ choice: PurchaseChoice, framework: String?,
        in workspace: Workspace, on date: CalendarDate
    ) throws {
        let bytes = try workspace.bytes(path)
        let changes = try overrides.map { text throws(Problem) in
            try AssumptionOverride(parsing: text)
        }
        do throws(DocumentProblems) {
            let stated = try EvaluationFreeze(
                reading: bytes, path: path, files: .system, catalogues: workspace.catalogues)
            do throws(Problem) { freeze = try stated.setting(changes) } catch {
                throw DocumentProblems([changes.isEmpty ? error : Self.ofSettings(error)])
            }
        } catch {
            throw Problems(list: error.list)
        }
        result = try freeze.evaluation.run(asOf: date)
        self.choice = choice
        self.framework = try framework.map { text throws(Problem) in try FrameworkID(text) }
    }

    /// A problem of what the document says with other values, which stands in no line of the file.
    private static func ofSettings(_ problem: Problem) -> Problem {
        var problem = problem
        problem.location = .argument("--set")
        return problem
    }

    /// Keeps the purchase as the next revision of a request.
    ///
    /// - Parameters:
    ///   - name: The request, or nil for the next free name.
    ///   - options: Whether and how the ledger is changed.
    ///   - session: The ledger.
    /// - Returns: What was frozen, and what became of it.
    /// - Throws: A ``Problem`` of the purchase, or the refusal; somebody else's revision is never replaced unseen.
    func draft(
        _ name: String?, _ options: LedgerChangeOptions, _ session: LedgerSession
    ) throws(Problem) -> (drafted: DraftedRevision, change: LedgerChange<View>) {
        let context = try session.context(options)
        let given = try name.map { text throws(Problem) in try RequestID(text) }
        var attempt = 1
        while true {
            let prepared = try session.read { (reader) throws(Problem) -> Prepared in
                let id: RequestID
                if let given { id = given } else { id = try Self.name(for: context, in: reader) }
                return Prepared(
                    revision: try frozen(id, on: session.asOf, in: reader),
                    seen: given == nil ? 0 : try reader.lastEvent(of: id))
            }
            let revision = prepared.revision
            let command = Draft(
                revision.submission, content: revision.content, seen: prepared.seen)
            do throws(Problem) {
                let change = try session.carryOut(command, context) {
                    (reader) throws(Problem) -> View in
                    let id = revision.submission.id
                    let number = try reader.revisions(of: id).last?.number ?? 1
                    return View(
                        standing: try RequestStanding(of: id, on: session.asOf, in: reader),
                        drafted: try DraftedRevision(
                            revision, number: number, context, in: reader))
                }
                return (change.view.drafted, change)
            } catch  where error.code == .alreadyThere && given == nil && attempt < 20 {
                // Somebody took the name meanwhile; the next one is as good.
                attempt += 1
            }
        }
    }

    private struct Prepared {
        var revision: FrozenRevision
        var seen: Int64
    }

    private func frozen(
        _ id: RequestID, on date: CalendarDate, in reader: some LedgerReader
    ) throws(Problem) -> FrozenRevision {
        let terms = try reader.purchaseTerms(
            of: freeze.evaluation, on: date, framework: framework
        ) { (from, to) throws(Problem) in
            try ReferenceRates.ecb().rate(from: from, to: to, on: date, atMostDaysOld: 7)
        }
        let purchase = try PurchaseCase(result, choosing: choice, under: terms)
        return try FrozenRevision(
            purchase, submission: purchase.submission(id, in: reader), inputs: freeze.inputs)
    }

    /// Returns the name of a new request: what the same act was given before by its key, else the next number of the
    /// year behind all that the ledger knows.
    private static func name(
        for context: CommandContext, in reader: some LedgerReader
    ) throws(Problem) -> RequestID {
        if let key = context.idempotencyKey, let earlier = try reader.answer(to: key) {
            return try RequestID(earlier.answer.subject.text)
        }
        let year = context.moment.effective.year
        let highest = try reader.highestRequestNumber(in: year)
        return try RequestID(RequestNumber.name(after: highest, in: year))
    }
}
