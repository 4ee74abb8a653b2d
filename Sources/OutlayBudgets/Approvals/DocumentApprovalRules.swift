import OutlayEncoding
import OutlayProblems
import OutlayValues

/// The rules of approval by the documents that lie in the ledger: policy, organisation, vendors.
///
/// It holds no state of its own. What ``knowing(_:)`` remembers only saves reading a text again.
public struct DocumentApprovalRules: ApprovalRules {
    private var policies: [LedgerText: Policy] = [:]
    private var organisations: [LedgerText: Organisation] = [:]
    private var registers: [LedgerText: VendorRegister] = [:]

    /// Creates rules that know no document yet.
    public init() {}

    /// Returns the same rules, with `document` read once and for all.
    ///
    /// - Throws: The first ``Problem`` of a document that cannot be read.
    public func knowing(_ document: LedgerDocument) throws(Problem) -> any ApprovalRules {
        var copy = self
        switch document.kind {
        case .policy: copy.policies[document.hash] = try policy(document)
        case .organisation: copy.organisations[document.hash] = try organisation(document)
        case .vendors: copy.registers[document.hash] = try register(document)
        case .budget, .proposal: break
        }
        return copy
    }

    func policy(_ document: LedgerDocument) throws(Problem) -> Policy {
        if let known = policies[document.hash] { return known }
        return try document.value()
    }

    func organisation(_ document: LedgerDocument) throws(Problem) -> Organisation {
        if let known = organisations[document.hash] { return known }
        return try document.value()
    }

    private func register(_ document: LedgerDocument) throws(Problem) -> VendorRegister {
        if let known = registers[document.hash] { return known }
        return try document.value()
    }
}

// MARK: - Requests

extension DocumentApprovalRules {
    /// Returns the steps of a request by the policy in force on `date`.
    public func plan(
        for facts: RequestFacts, on date: CalendarDate, in reader: some LedgerReader
    ) throws(Problem) -> Ruling<ApprovalState> {
        guard let document = try reader.document(.policy, inForceOn: date) else {
            return .refused(Refusal(.noPolicy, subject: LedgerText(known: facts.request.text)))
        }
        let judged = try judged(facts, by: document)
        switch try plan(for: judged, by: document, on: date, in: reader) {
        case .refused(let refusal): return .refused(refusal)
        case .granted(let plan): return .granted(ApprovalState(submitted: judged, by: plan))
        }
    }

    /// Returns the facts with the total that the policy judges by.
    private func judged(
        _ facts: RequestFacts, by document: LedgerDocument?
    ) throws(Problem) -> RequestFacts {
        guard let document, facts.details.openEndMonthly != nil else { return facts }
        var judged = facts
        judged.total = try policy(document).basis(of: facts.total, facts.details)
        return judged
    }

    /// Returns the state after one person's decision, by the organisation in force on the day.
    public func act(
        _ attempt: ApprovalAttempt, on state: ApprovalState, of facts: RequestFacts,
        in reader: some LedgerReader
    ) throws(Problem) -> Ruling<ApprovalState> {
        guard let document = try reader.document(.organisation, inForceOn: attempt.date) else {
            var refusal = Refusal(
                .notAnApprover, subject: LedgerText(known: facts.request.text),
                note: LedgerText(known: "no organisation is in force"))
            refusal.person = attempt.person
            return .refused(refusal)
        }
        let judged =
            facts.details.openEndMonthly == nil
            ? facts
            : try judged(
                facts,
                by: try reader.document(
                    .policy, id: state.policy.id, revision: state.policy.revision))
        let people = try organisation(document).lending(try reader.delegations())
        return state.deciding(attempt, of: judged, in: people)
    }

    /// Returns the state after the request changed, by the policy version that it is judged by.
    public func reassess(
        _ state: ApprovalState, from old: RequestFacts, to new: RequestFacts,
        on date: CalendarDate, in reader: some LedgerReader
    ) throws(Problem) -> Ruling<ApprovalState> {
        let reference = state.policy
        guard
            let document = try reader.document(
                .policy, id: reference.id, revision: reference.revision)
        else {
            return .refused(Refusal(.noPolicy, subject: LedgerText(known: new.request.text)))
        }
        let judged = try judged(new, by: document)
        switch try plan(for: judged, by: document, on: date, in: reader) {
        case .refused(let refusal): return .refused(refusal)
        case .granted(let plan):
            return .granted(state.revised(to: judged, by: plan, try policy(document), on: date))
        }
    }

    private func plan(
        for facts: RequestFacts, by document: LedgerDocument, on date: CalendarDate,
        in reader: some LedgerReader
    ) throws(Problem) -> Ruling<ApprovalPlan> {
        let policy = try policy(document)
        let reference = PolicyReference(
            id: document.id, revision: document.revision, hash: document.hash)
        let context = try context(of: facts, policy, on: date, reader)
        return try Policy.plan(for: context, reference: reference)
    }

    private func context(
        of facts: RequestFacts, _ policy: Policy, on date: CalendarDate,
        _ reader: some LedgerReader
    ) throws(Problem) -> PlanningContext {
        if let settings = try reader.settings(), settings.currency != policy.currency {
            throw Problem(
                .mixedCurrencies,
                "the policy is in \(policy.currency.code), the ledger in \(settings.currency.code)",
                because: "thresholds are compared with totals of the ledger's currency",
                hint: "write the policy's amounts in \(settings.currency.code)")
        }
        let vendors = try reader.document(.vendors, inForceOn: date)
        var context = PlanningContext(policy: policy, facts: facts, lines: [])
        if let vendors { context.vendors = try register(vendors) }
        var seen: Set<NodeID> = []
        for charge in facts.charges where seen.insert(charge.node).inserted {
            let ancestors = try reader.ancestors(of: charge.node).map(\.id)
            context.lines.append([charge.node] + ancestors)
            let isCapital = try reader.node(charge.node)?.expenditure == .capital
            context.isCapital = context.isCapital || isCapital
        }
        if let framework = facts.framework { context.framework = try reader.framework(framework) }
        context.earlier = try earlier(than: facts, context, reader)
        if policy.conditions.contains(where: { $0.isNewVendor != nil }) {
            context.hasBoughtBefore = try hasBought(facts, context.vendors, reader)
        }
        return context
    }
}

// MARK: - What came before

extension DocumentApprovalRules {
    /// The states of requests that count with later ones.
    private static let counted: Set<RequestState> = [.submitted, .approved, .ordered, .closed]

    private func earlier(
        than facts: RequestFacts, _ context: PlanningContext, _ reader: some LedgerReader
    ) throws(Problem) -> [EarlierPurchase] {
        let split = context.policy.split
        let days = max(split?.days ?? 0, facts.vendor == nil ? 0 : context.policy.duplicateDays)
        var filter = RequestFilter()
        filter.states = Self.counted
        filter.submittedFrom = facts.submitted.adding(days: -days)
        filter.submittedTo = facts.submitted.adding(days: days)
        var found: [Request] = []
        if let vendor = facts.vendor {
            for party in context.vendors.party(of: vendor) {
                filter.vendor = party
                found += try reader.requests(filter)
            }
        }
        // Without the vendor as a key, purchases from others belong together as well.
        if let split, !split.keys.contains(.vendor) {
            filter.vendor = nil
            if split.keys.contains(.requester) { filter.requester = facts.requester }
            let known = Set(found.map(\.id))
            found += try reader.requests(filter).filter { !known.contains($0.id) }
        }
        return try found.filter { $0.id != facts.request }.map { request throws(Problem) in
            EarlierPurchase(
                request.id, requester: request.requester, vendor: request.vendor,
                category: request.details.category,
                total: try context.policy.basis(of: request.total, request.details),
                date: request.submitted)
        }
    }

    private func hasBought(
        _ facts: RequestFacts, _ vendors: VendorRegister, _ reader: some LedgerReader
    ) throws(Problem) -> Bool {
        guard let vendor = facts.vendor else { return false }
        for party in vendors.party(of: vendor)
        where try reader.hasBought(from: party, besides: facts.request) {
            return true
        }
        return false
    }
}

// MARK: - Overrides, duties and documents

extension DocumentApprovalRules {
    /// Returns the most that a person may override, or nil where they may not at all.
    public func overrideLimit(
        of person: PersonID, for request: RequestID, on date: CalendarDate,
        in reader: some LedgerReader
    ) throws(Problem) -> MinorUnits? {
        guard let document = try reader.document(.organisation, inForceOn: date),
            let policyDocument = try reader.document(.policy, inForceOn: date)
        else { return nil }
        let found = try reader.request(request)
        return OverrideRule.limit(
            of: person, requester: found?.requester, approval: found?.approval,
            try policy(policyDocument), try organisation(document), on: date)
    }

    /// Returns a vendor and all that belong to the same group, by the register in force on the day.
    public func party(
        of vendor: VendorID, on date: CalendarDate, in reader: some LedgerReader
    ) throws(Problem) -> [VendorID] {
        guard let document = try reader.document(.vendors, inForceOn: date) else { return [vendor] }
        return try register(document).party(of: vendor)
    }

    /// Returns why the actor may not exercise `duty`, or nil; before an organisation is loaded, nil.
    ///
    /// On a day before the first organisation is in force its people have the duties already, so that no act is dated
    /// back to get around them.
    public func refusal(
        of duty: Duty, in context: CommandContext, for request: Request?,
        reader: some LedgerReader
    ) throws(Problem) -> Refusal? {
        let date = context.moment.effective
        var found = try reader.document(.organisation, inForceOn: date)
        if found == nil { found = try reader.documents().first { $0.kind == .organisation } }
        guard let document = found else { return nil }
        var people = try organisation(document)
        if context.onBehalfOf != nil { people = people.lending(try reader.delegations()) }
        var duties = DutyContext(
            duty, by: context.actor, confirmedBy: context.confirmedBy, in: people, on: date)
        duties.principal = context.onBehalfOf
        duties.isProposal = context.isProposal
        if let request {
            duties.request = request.id
            duties.category = request.details.category
            duties.total = request.total
            duties.done = try reader.done(for: request, duties.keptApart)
        }
        return duties.refusal
    }

    /// Checks a document before it is loaded: that it is well formed, is the one it is said to be, and, for
    /// a policy, does what its own tests say.
    ///
    /// - Throws: The first ``Problem``.
    public func check(_ document: LedgerDocument) throws(Problem) {
        let value = try JSONValue(storedText: document.text, path: document.id.text)
        guard SHA256Digest.of(document.text) == document.hash.text,
            value.canonicalText == document.text
        else {
            throw Self.identity(document, "its hash", "is not that of its canonical text")
        }
        switch document.kind {
        case .policy:
            let policy: Policy = try document.value()
            try agree(document, policy.id, policy.revision, policy.effectiveFrom)
            if let failed = try policy.testResults().first(where: { !$0.passed }) {
                throw failed.problem
            }
        case .organisation:
            let organisation: Organisation = try document.value()
            try agree(
                document, organisation.id, organisation.revision, organisation.effectiveFrom)
        case .vendors:
            let register: VendorRegister = try document.value()
            try agree(document, nil, register.revision, nil)
        case .budget:
            let budget: Budget = try document.value()
            try agree(document, budget.id, budget.revision, budget.start)
        case .proposal: break
        }
    }

    private func agree(
        _ document: LedgerDocument, _ id: LedgerText?, _ revision: Int, _ date: CalendarDate?
    ) throws(Problem) {
        if let id, id != document.id {
            throw Self.identity(document, "its id", "is \(Problem.quoted(id.text)) in its text")
        }
        if revision != document.revision {
            throw Self.identity(document, "its revision", "is \(revision) in its text")
        }
        if let date, date != document.effectiveFrom {
            throw Self.identity(document, "its first day", "is \(date) in its text")
        }
    }

    private static func identity(
        _ document: LedgerDocument, _ what: String, _ why: String
    ) -> Problem {
        Problem(
            .documentIdentity,
            "\(Problem.quoted(document.id.text)) is not the document it is loaded as",
            because: "\(what) \(why)", hint: "load it under what its text says")
    }
}

extension PolicyTestResult {
    /// The problem of a test that failed: what was expected, and what was found.
    public var problem: Problem {
        func text(_ path: [[String]]) -> String {
            path.map { $0.joined(separator: ", ") }.joined(separator: "; ")
        }
        let expected = test.expected
        var wanted = expected.refusal.map { "refused:\($0.rawValue)" } ?? ""
        if let path = expected.path { wanted = text(path) }
        if let flags = expected.flags, !flags.isEmpty {
            wanted += " with " + flags.map(\.rawValue).joined(separator: ", ")
        }
        var found = refusal.map { "refused:\($0.rawValue)" } ?? text(path)
        if !flags.isEmpty { found += " with " + flags.map(\.rawValue).joined(separator: ", ") }
        return Problem(
            .policyTestFailed, "the test \(Problem.quoted(test.name)) fails",
            because: "it expects \(Problem.quoted(wanted, limit: 200)); the policy says "
                + Problem.quoted(found, limit: 200),
            hint: "correct the policy, or the test")
    }
}
