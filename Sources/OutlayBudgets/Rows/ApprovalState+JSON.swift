import OutlayProblems

extension ApprovalState {
    /// Writes the state as canonical JSON.
    func write(to writer: inout CanonicalWriter) {
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

    /// Reads what ``write(to:)`` wrote.
    init(from reader: inout CanonicalReader) throws(Problem) {
        try reader.beginObject()
        try reader.key("acts")
        let acts = try reader.array { reader throws(Problem) in try ApprovalAct(from: &reader) }
        try reader.key("plan")
        let plan = try ApprovalPlan(from: &reader)
        try reader.key("revisions")
        let revisions = try reader.array { reader throws(Problem) in
            try RevisionMark(from: &reader)
        }
        try reader.endObject()
        self.init(plan: plan, revisions: revisions)
        self.acts = acts
    }
}

extension ApprovalPlan {
    fileprivate func write(to writer: inout CanonicalWriter) {
        writer.beginObject()
        writer.key("bars_last_editor")
        writer.bool(barsLastEditor)
        writer.key("flags")
        writer.texts(flags.map(\.rawValue))
        writer.key("full_path_days")
        writer.optional(fullPathDays) { $0.number($1) }
        writer.key("groups")
        writer.beginArray()
        for group in groups {
            writer.beginArray()
            for step in group { step.write(to: &writer) }
            writer.endArray()
        }
        writer.endArray()
        writer.key("judged")
        writer.number(judgedTotal.count)
        writer.key("lines")
        writer.beginArray()
        for line in lines { writer.texts(line.map(\.text)) }
        writer.endArray()
        writer.key("policy")
        policy.write(to: &writer)
        writer.key("released_after")
        writer.number(releasedAfter)
        writer.key("route")
        writer.text(route.rawValue)
        writer.key("terms")
        terms.write(to: &writer)
        writer.key("tier")
        writer.number(tier)
        writer.endObject()
    }

    fileprivate init(from reader: inout CanonicalReader) throws(Problem) {
        try reader.beginObject()
        try reader.key("bars_last_editor")
        let barsLastEditor = try reader.bool()
        try reader.key("flags")
        let flags: [AnswerFlag] = try reader.array { reader throws(Problem) in try reader.word() }
        try reader.key("full_path_days")
        let fullPathDays = try reader.optional { reader throws(Problem) in
            Int(try reader.integer())
        }
        try reader.key("groups")
        let groups = try reader.array { reader throws(Problem) in
            try reader.array { reader throws(Problem) in try ApprovalStep(from: &reader) }
        }
        try reader.key("judged")
        let judgedTotal = try reader.amount()
        try reader.key("lines")
        let lines: [[NodeID]] = try reader.array { reader throws(Problem) in try reader.names() }
        try reader.key("policy")
        let policy = try PolicyReference(from: &reader)
        try reader.key("released_after")
        let releasedAfter = Int(try reader.integer())
        try reader.key("route")
        let route: PurchaseRoute = try reader.word()
        try reader.key("terms")
        let terms = try PolicyTerms(from: &reader)
        try reader.key("tier")
        let tier = Int(try reader.integer())
        try reader.endObject()
        self.init(
            policy: policy, terms: terms, route: route, tier: tier, judgedTotal: judgedTotal,
            lines: lines, groups: groups, flags: flags)
        self.barsLastEditor = barsLastEditor
        self.releasedAfter = releasedAfter
        self.fullPathDays = fullPathDays
    }
}

extension ApprovalStep {
    fileprivate func write(to writer: inout CanonicalWriter) {
        writer.beginArray()
        writer.text(role.text)
        writer.texts(alternatives.map(\.text))
        writer.number(quorum)
        writer.texts(line.map(\.text))
        writer.texts(reasons)
        writer.endArray()
    }

    fileprivate init(from reader: inout CanonicalReader) throws(Problem) {
        try reader.beginArray()
        role = try reader.name()
        alternatives = try reader.names()
        quorum = Int(try reader.integer())
        line = try reader.names()
        reasons = try reader.array { reader throws(Problem) in try reader.text() }
        try reader.endArray()
    }
}

extension ApprovalAct {
    fileprivate func write(to writer: inout CanonicalWriter) {
        writer.beginArray()
        writer.text(person.text)
        writer.optional(principal) { $0.name($1) }
        writer.text(basis.rawValue)
        writer.beginArray()
        for claim in claims {
            writer.beginArray()
            writer.text(claim.role.text)
            writer.optional(claim.line) { $0.name($1) }
            writer.endArray()
        }
        writer.endArray()
        writer.text(decision.rawValue)
        writer.text(reason.text)
        writer.number(revision)
        writer.text(date.isoText)
        writer.optional(outdated) { $0.text($1.rawValue) }
        writer.endArray()
    }

    fileprivate init(from reader: inout CanonicalReader) throws(Problem) {
        try reader.beginArray()
        person = try reader.name()
        principal = try reader.optional { reader throws(Problem) in try reader.name() }
        basis = try reader.word()
        claims = try reader.array { reader throws(Problem) in
            try reader.beginArray()
            let role: RoleID = try reader.name()
            let line: NodeID? = try reader.optional { reader throws(Problem) in try reader.name() }
            try reader.endArray()
            return ApprovalClaim(role, line: line)
        }
        decision = try reader.word()
        reason = try reader.phrase()
        revision = Int(try reader.integer())
        date = try reader.date()
        outdated = try reader.optional { reader throws(Problem) in try reader.word() }
        try reader.endArray()
    }
}

extension RevisionMark {
    fileprivate func write(to writer: inout CanonicalWriter) {
        writer.beginArray()
        writer.number(revision)
        writer.text(date.isoText)
        writer.number(total.count)
        writer.number(tier)
        writer.text(route.rawValue)
        writer.optional(vendor) { $0.name($1) }
        writer.optional(option) { $0.text($1.text) }
        writer.optional(termMonths) { $0.number($1) }
        writer.endArray()
    }

    fileprivate init(from reader: inout CanonicalReader) throws(Problem) {
        try reader.beginArray()
        revision = Int(try reader.integer())
        date = try reader.date()
        total = try reader.amount()
        tier = Int(try reader.integer())
        route = try reader.word()
        vendor = try reader.optional { reader throws(Problem) in try reader.name() }
        option = try reader.optional { reader throws(Problem) in try reader.phrase() }
        termMonths = try reader.optional { reader throws(Problem) in Int(try reader.integer()) }
        try reader.endArray()
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

extension CanonicalReader {
    /// Reads an array of names.
    fileprivate mutating func names<Name: LedgerName>() throws(Problem) -> [Name] {
        try array { reader throws(Problem) in try reader.name() }
    }
}

extension PolicyReference {
    /// Writes name, revision and hash as an array.
    func write(to writer: inout CanonicalWriter) {
        writer.beginArray()
        writer.text(id.text)
        writer.number(revision)
        writer.text(hash.text)
        writer.endArray()
    }

    /// Reads what ``write(to:)`` wrote.
    init(from reader: inout CanonicalReader) throws(Problem) {
        try reader.beginArray()
        id = try reader.phrase()
        revision = Int(try reader.integer())
        hash = try reader.phrase()
        try reader.endArray()
    }
}

extension PolicyTerms {
    fileprivate func write(to writer: inout CanonicalWriter) {
        writer.beginArray()
        writer.text(reserve.rawValue)
        writer.optional(expiresAfterDays) { $0.number($1) }
        writer.optional(orderWithinDays) { $0.number($1) }
        writer.number(invoiceTolerance.count)
        writer.number(invoiceToleranceAmount.count)
        writer.text(matching.rawValue)
        writer.text(futureYears.rawValue)
        writer.endArray()
    }

    fileprivate init(from reader: inout CanonicalReader) throws(Problem) {
        try reader.beginArray()
        reserve = try reader.word()
        expiresAfterDays = try reader.optional { reader throws(Problem) in
            Int(try reader.integer())
        }
        orderWithinDays = try reader.optional { reader throws(Problem) in
            Int(try reader.integer())
        }
        invoiceTolerance = try BasisPoints(try reader.integer())
        invoiceToleranceAmount = try reader.amount()
        matching = try reader.word()
        futureYears = try reader.word()
        try reader.endArray()
    }
}

extension Amendment {
    /// Writes the change order as canonical JSON.
    func write(to writer: inout CanonicalWriter) {
        writer.beginObject()
        writer.key("approval")
        approval.write(to: &writer)
        writer.key("editor")
        writer.text(editor.text)
        writer.key("expires")
        writer.optional(expires) { $0.date($1) }
        writer.key("foreign_total")
        writer.number(foreignTotal.count)
        writer.key("total")
        writer.number(total.count)
        writer.endObject()
    }

    /// Reads what ``write(to:)`` wrote.
    init(from reader: inout CanonicalReader) throws(Problem) {
        try reader.beginObject()
        try reader.key("approval")
        approval = try ApprovalState(from: &reader)
        try reader.key("editor")
        editor = try reader.name()
        try reader.key("expires")
        expires = try reader.optional { reader throws(Problem) in try reader.date() }
        try reader.key("foreign_total")
        foreignTotal = try reader.amount()
        try reader.key("total")
        total = try reader.amount()
        try reader.endObject()
    }
}
