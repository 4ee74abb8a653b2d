import OutlayProblems

extension ApprovalState {
    /// Writes the state as canonical JSON.
    func write(to writer: inout CanonicalWriter) {
        writer.beginObject()
        writer.key("acts")
        writer.beginArray()
        for act in acts { act.write(to: &writer) }
        writer.endArray()
        writer.key("flags")
        writer.beginArray()
        for flag in flags { writer.text(flag.rawValue) }
        writer.endArray()
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
        writer.key("policy")
        policy.write(to: &writer)
        writer.key("terms")
        terms.write(to: &writer)
        writer.endObject()
    }

    /// Reads what ``write(to:)`` wrote.
    init(from reader: inout CanonicalReader) throws(Problem) {
        try reader.beginObject()
        try reader.key("acts")
        let acts = try reader.array { reader throws(Problem) in try ApprovalAct(from: &reader) }
        try reader.key("flags")
        let flags: [AnswerFlag] = try reader.array { reader throws(Problem) in try reader.word() }
        try reader.key("groups")
        let groups = try reader.array { reader throws(Problem) in
            try reader.array { reader throws(Problem) in try ApprovalStep(from: &reader) }
        }
        try reader.key("judged")
        let judgedTotal = try reader.amount()
        try reader.key("policy")
        let policy = try PolicyReference(from: &reader)
        try reader.key("terms")
        let terms = try PolicyTerms(from: &reader)
        try reader.endObject()
        self.init(
            policy: policy, terms: terms, judgedTotal: judgedTotal, groups: groups, flags: flags)
        self.acts = acts
    }
}

extension ApprovalStep {
    fileprivate func write(to writer: inout CanonicalWriter) {
        writer.beginArray()
        writer.text(role.text)
        writer.number(quorum)
        writer.beginArray()
        for holder in holders { writer.text(holder.text) }
        writer.endArray()
        writer.text(rule.text)
        writer.endArray()
    }

    fileprivate init(from reader: inout CanonicalReader) throws(Problem) {
        try reader.beginArray()
        role = try reader.phrase()
        quorum = Int(try reader.integer())
        holders = try reader.array { reader throws(Problem) in try reader.name() }
        rule = try reader.phrase()
        try reader.endArray()
    }
}

extension ApprovalAct {
    fileprivate func write(to writer: inout CanonicalWriter) {
        writer.beginArray()
        writer.number(group)
        writer.number(step)
        writer.text(person.text)
        writer.optional(principal) { $0.name($1) }
        writer.text(decision.rawValue)
        writer.text(reason.text)
        writer.number(revision)
        writer.number(total.count)
        writer.text(date.isoText)
        writer.bool(isOutdated)
        writer.endArray()
    }

    fileprivate init(from reader: inout CanonicalReader) throws(Problem) {
        try reader.beginArray()
        group = Int(try reader.integer())
        step = Int(try reader.integer())
        person = try reader.name()
        principal = try reader.optional { reader throws(Problem) in try reader.name() }
        decision = try reader.word()
        reason = try reader.phrase()
        revision = Int(try reader.integer())
        total = try reader.amount()
        date = try reader.date()
        isOutdated = try reader.bool()
        try reader.endArray()
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
