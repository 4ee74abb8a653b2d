import OutlayEncoding
import OutlayProblems
import OutlayValues

extension ApprovalState {
    /// Writes the state as one canonical JSON object, as the journal and the stores keep it.
    ///
    /// Two equal states have equal bytes, and reading undoes writing.
    public func write(to writer: inout CanonicalWriter) {
        writer.beginObject()
        writer.key("acts")
        writer.beginArray()
        for act in acts { act.write(to: &writer) }
        writer.endArray()
        writer.key("plan")
        plan.write(to: &writer)
        writer.key("revisions")
        writer.beginArray()
        for revision in revisions { revision.write(to: &writer) }
        writer.endArray()
        writer.endObject()
    }

    /// The canonical JSON text of the state.
    public var canonicalText: String {
        var writer = CanonicalWriter()
        write(to: &writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// Reads a state from its canonical JSON.
    ///
    /// - Throws: ``DocumentFaults`` for anything that ``write(to:)`` does not write.
    public init(json: JSONValue) throws(DocumentFaults) {
        self = try StrictValue.read(json) { value in
            value.fields { fields in
                let acts = fields.required("acts") { $0.list { ApprovalAct.read($0) } }
                let plan = fields.required("plan") { ApprovalPlan.read($0) }
                let revisions = fields.required("revisions") {
                    $0.list(atLeast: 1) { RevisionMark.read($0) }
                }
                guard let acts, let plan, let revisions else { return nil }
                var state = ApprovalState(plan: plan, revisions: revisions)
                state.acts = acts
                return state
            }
        }
    }
}

extension ApprovalPlan {
    fileprivate func write(to writer: inout CanonicalWriter) {
        writer.beginObject()
        writer.key("flags")
        writer.texts(flags.map(\.rawValue))
        if let fullPathDays {
            writer.key("full_path_days")
            writer.integer(fullPathDays)
        }
        writer.key("groups")
        writer.beginArray()
        for group in groups {
            writer.beginArray()
            for step in group { step.write(to: &writer) }
            writer.endArray()
        }
        writer.endArray()
        writer.key("judged_total")
        writer.integer(judgedTotal.count)
        writer.key("lines")
        writer.beginArray()
        for line in lines { writer.texts(line.map(\.text)) }
        writer.endArray()
        writer.key("policy")
        policy.write(to: &writer)
        writer.key("released_after")
        writer.integer(releasedAfter)
        writer.key("route")
        writer.text(route.rawValue)
        writer.key("terms")
        terms.write(to: &writer)
        writer.key("tier")
        writer.integer(tier)
        writer.endObject()
    }

    fileprivate static func read(_ value: StrictValue) -> ApprovalPlan? {
        value.fields { fields in
            let flags = fields.required("flags") { $0.list { $0.choice(AnswerFlag.self) } }
            let fullPathDays = fields.optional("full_path_days") { $0.whole(0...100_000) }
            let groups = fields.required("groups") { value in
                value.list { group in group.list { ApprovalStep.read($0) } }
            }
            let total = fields.required("judged_total") { $0.minorUnits() }
            let lines: [[NodeID]]? = fields.required("lines") { $0.list { $0.names() } }
            let policy = fields.required("policy") { PolicyReference.read($0) }
            let releasedAfter = fields.required("released_after") { $0.whole(0...1_000_000) }
            let route = fields.required("route") { $0.choice(PurchaseRoute.self) }
            let terms = fields.required("terms") { PolicyTerms.read($0) }
            let tier = fields.required("tier") { $0.whole(0...1_000_000) }
            guard let flags, let groups, let total, let lines, let policy, let releasedAfter,
                let route, let terms, let tier
            else { return nil }
            var plan = ApprovalPlan(
                policy: policy, terms: terms, route: route, tier: tier, judgedTotal: total,
                lines: lines, groups: groups, flags: flags)
            plan.releasedAfter = releasedAfter
            plan.fullPathDays = fullPathDays
            return plan
        }
    }
}

extension ApprovalStep {
    fileprivate func write(to writer: inout CanonicalWriter) {
        writer.beginObject()
        if !alternatives.isEmpty {
            writer.key("alternatives")
            writer.texts(alternatives.map(\.text))
        }
        if !line.isEmpty {
            writer.key("line")
            writer.texts(line.map(\.text))
        }
        writer.key("quorum")
        writer.integer(quorum)
        writer.key("reasons")
        writer.texts(reasons)
        writer.key("role")
        writer.text(role.text)
        writer.endObject()
    }

    fileprivate static func read(_ value: StrictValue) -> ApprovalStep? {
        value.fields { fields in
            let alternatives: [RoleID] = fields.optional("alternatives", []) { $0.names() }
            let line: [NodeID] = fields.optional("line", []) { $0.names() }
            let quorum = fields.required("quorum") { $0.whole(1...1000) }
            let reasons = fields.required("reasons") { $0.list { $0.text() } }
            let role: RoleID? = fields.required("role") { $0.name() }
            guard let quorum, let reasons, let role else { return nil }
            return ApprovalStep(
                role, alternatives: alternatives, quorum: quorum, line: line, reasons: reasons)
        }
    }
}

extension ApprovalAct {
    fileprivate func write(to writer: inout CanonicalWriter) {
        writer.beginObject()
        writer.key("basis")
        writer.text(basis.rawValue)
        writer.key("claims")
        writer.beginArray()
        for claim in claims {
            writer.texts([claim.role.text] + (claim.line.map { [$0.text] } ?? []))
        }
        writer.endArray()
        writer.key("date")
        writer.text(date.description)
        writer.key("decision")
        writer.text(decision.rawValue)
        if let outdated {
            writer.key("outdated")
            writer.text(outdated.rawValue)
        }
        writer.key("person")
        writer.text(person.text)
        if let principal {
            writer.key("principal")
            writer.text(principal.text)
        }
        if !reason.isEmpty {
            writer.key("reason")
            writer.text(reason.text)
        }
        writer.key("revision")
        writer.integer(revision)
        writer.endObject()
    }

    fileprivate static func read(_ value: StrictValue) -> ApprovalAct? {
        value.fields { fields in
            let basis = fields.required("basis") { $0.choice(ApprovalBasis.self) }
            let claims = fields.required("claims") { $0.list { ApprovalClaim.read($0) } }
            let date = fields.required("date") { $0.date() }
            let decision = fields.required("decision") { $0.choice(ApprovalDecision.self) }
            let outdated = fields.optional("outdated") { $0.choice(OutdatedCause.self) }
            let person: PersonID? = fields.required("person") { $0.name() }
            let principal: PersonID? = fields.optional("principal") { $0.name() }
            let reason = fields.optional("reason", .empty) {
                $0.ledgerText(limit: LedgerText.limit)
            }
            let revision = fields.required("revision") { $0.whole(1...1_000_000_000) }
            guard let basis, let claims, let date, let decision, let person, let revision else {
                return nil
            }
            var act = ApprovalAct(
                person, principal: principal, basis: basis, claims: claims, decision: decision,
                reason: reason, revision: revision, date: date)
            act.outdated = outdated
            return act
        }
    }
}

extension ApprovalClaim {
    fileprivate static func read(_ value: StrictValue) -> ApprovalClaim? {
        guard let texts = value.list(atLeast: 1, { $0.text(limit: 128) }), let role = texts.first
        else { return nil }
        return ApprovalClaim(
            RoleID(known: role), line: texts.dropFirst().first.map { NodeID(known: $0) })
    }
}

extension RevisionMark {
    fileprivate func write(to writer: inout CanonicalWriter) {
        writer.beginObject()
        writer.key("date")
        writer.text(date.description)
        if let option {
            writer.key("option")
            writer.text(option.text)
        }
        writer.key("revision")
        writer.integer(revision)
        writer.key("route")
        writer.text(route.rawValue)
        if let termMonths {
            writer.key("term_months")
            writer.integer(termMonths)
        }
        writer.key("tier")
        writer.integer(tier)
        writer.key("total")
        writer.integer(total.count)
        if let vendor {
            writer.key("vendor")
            writer.text(vendor.text)
        }
        writer.endObject()
    }

    fileprivate static func read(_ value: StrictValue) -> RevisionMark? {
        value.fields { fields in
            let date = fields.required("date") { $0.date() }
            let option = fields.optional("option") { $0.ledgerText(limit: LedgerText.limit) }
            let revision = fields.required("revision") { $0.whole(1...1_000_000_000) }
            let route = fields.required("route") { $0.choice(PurchaseRoute.self) }
            let termMonths = fields.optional("term_months") { $0.whole(0...100_000) }
            let tier = fields.required("tier") { $0.whole(0...1_000_000) }
            let total = fields.required("total") { $0.minorUnits() }
            let vendor: VendorID? = fields.optional("vendor") { $0.name() }
            guard let date, let revision, let route, let tier, let total else { return nil }
            return RevisionMark(
                revision: revision, date: date, total: total, tier: tier, route: route,
                vendor: vendor, option: option, termMonths: termMonths)
        }
    }
}

extension PolicyReference {
    fileprivate func write(to writer: inout CanonicalWriter) {
        writer.beginObject()
        writer.key("hash")
        writer.text(hash.text)
        writer.key("id")
        writer.text(id.text)
        writer.key("revision")
        writer.integer(revision)
        writer.endObject()
    }

    fileprivate static func read(_ value: StrictValue) -> PolicyReference? {
        value.fields { fields in
            let hash = fields.required("hash") { $0.digest() }
            let id = fields.required("id") { $0.ledgerText() }
            let revision = fields.required("revision") { $0.whole(1...1_000_000_000) }
            guard let hash, let id, let revision else { return nil }
            return PolicyReference(id: id, revision: revision, hash: LedgerText(known: hash))
        }
    }
}

extension PolicyTerms {
    fileprivate func write(to writer: inout CanonicalWriter) {
        writer.beginObject()
        if let expiresAfterDays {
            writer.key("expires_after_days")
            writer.integer(expiresAfterDays)
        }
        writer.key("invoice_tolerance")
        writer.integer(invoiceTolerance.count)
        writer.key("invoice_tolerance_amount")
        writer.integer(invoiceToleranceAmount.count)
        writer.key("matching")
        writer.text(matching.rawValue)
        if let orderWithinDays {
            writer.key("order_within_days")
            writer.integer(orderWithinDays)
        }
        writer.key("reserve")
        writer.text(reserve.rawValue)
        writer.endObject()
    }

    fileprivate static func read(_ value: StrictValue) -> PolicyTerms? {
        value.fields { fields in
            let expires = fields.optional("expires_after_days") { $0.whole(0...100_000) }
            let share = fields.required("invoice_tolerance") { $0.basisPoints() }
            let amount = fields.required("invoice_tolerance_amount") { $0.minorUnits() }
            let matching = fields.required("matching") { $0.choice(InvoiceMatching.self) }
            let orderWithin = fields.optional("order_within_days") { $0.whole(0...100_000) }
            let reserve = fields.required("reserve") { $0.choice(ReserveAt.self) }
            guard let share, let amount, let matching, let reserve else { return nil }
            return PolicyTerms(
                reserve: reserve, expiresAfterDays: expires, orderWithinDays: orderWithin,
                invoiceTolerance: share, invoiceToleranceAmount: amount, matching: matching)
        }
    }
}

extension CanonicalWriter {
    /// Writes an array of texts.
    fileprivate mutating func texts(_ texts: [String]) {
        beginArray()
        for text in texts { self.text(text) }
        endArray()
    }
}
