import OutlayEncoding
import OutlayProblems
import OutlayValues

extension LedgerEvent {
    /// The canonical JSON that is kept and hashed.
    ///
    /// One object with the keys `actor`, `answer`, `body_hash`, `confirmed_by`, `details`, `effective`,
    /// `idempotency_key`, `kind`, `on_behalf_of`, `policy`, `postings`, `recorded`, `rows` and
    /// `sequence`, in this order; keys without a value are left out. A posting is an array of line,
    /// period, bucket and amount; a row one of its table and its cells. Amounts are whole minor units of
    /// the ledger's currency.
    public func canonicalBytes() -> [UInt8] {
        var writer = CanonicalWriter(capacity: 1024)
        writer.beginObject()
        writer.key("actor")
        writer.text(actor.text)
        writer.key("answer")
        body.answer.write(to: &writer)
        writer.key("body_hash")
        writer.digest(bodyHash)
        if let confirmedBy {
            writer.key("confirmed_by")
            writer.text(confirmedBy.text)
        }
        if let details = body.details {
            writer.key("details")
            writer.canonical(details.canonicalText)
        }
        writer.key("effective")
        writer.text(effective.isoText)
        if let idempotencyKey {
            writer.key("idempotency_key")
            writer.text(idempotencyKey.text)
        }
        writer.key("kind")
        writer.text(body.kind.rawValue)
        if let onBehalfOf {
            writer.key("on_behalf_of")
            writer.text(onBehalfOf.text)
        }
        if let policy = body.policy {
            writer.key("policy")
            policy.write(to: &writer)
        }
        writer.key("postings")
        writer.beginArray()
        for posting in body.postings { posting.write(to: &writer) }
        writer.endArray()
        writer.key("recorded")
        writer.number(recordedMilliseconds)
        writer.key("rows")
        writer.beginArray()
        for row in body.rows { row.write(to: &writer) }
        writer.endArray()
        writer.key("sequence")
        writer.number(sequence)
        writer.endObject()
        return writer.bytes
    }

    /// Reads an event from its canonical JSON.
    ///
    /// - Throws: ``ProblemCode/damagedEvent``.
    public init(canonicalBytes bytes: [UInt8]) throws(Problem) {
        var places: [RowPlace] = []
        try self.init(canonicalBytes: bytes, places: &places)
    }

    /// Reads an event from its canonical JSON, and where in it its rows stand.
    ///
    /// - Throws: ``ProblemCode/damagedEvent``.
    init(canonicalBytes bytes: [UInt8], places: inout [RowPlace]) throws(Problem) {
        var reader = CanonicalReader(bytes)
        try reader.beginObject()
        try reader.key("actor")
        actor = try reader.name()
        try reader.key("answer")
        let answer = try Answer(from: &reader)
        try reader.key("body_hash")
        guard let hash = SHA256Value(hexadecimal: try reader.text()) else {
            throw reader.damaged("64 hexadecimal digits were expected")
        }
        bodyHash = hash
        if reader.hasKey("confirmed_by") { confirmedBy = try reader.name() }
        let details = reader.hasKey("details") ? try reader.raw() : nil
        try reader.key("effective")
        effective = try reader.date()
        if reader.hasKey("idempotency_key") { idempotencyKey = try reader.name() }
        try reader.key("kind")
        body = EventBody(try reader.word(), answer: answer)
        body.details = try details.map { text throws(Problem) in try JSONValue(parsing: text) }
        if reader.hasKey("on_behalf_of") { onBehalfOf = try reader.name() }
        if reader.hasKey("policy") { body.policy = try PolicyReference(from: &reader) }
        try reader.key("postings")
        body.postings = try reader.array { reader throws(Problem) in try Posting(from: &reader) }
        try reader.key("recorded")
        recordedMilliseconds = try reader.integer()
        try reader.key("rows")
        body.rows = try reader.array { reader throws(Problem) in
            let (change, place) = try RowChange.read(from: &reader)
            places.append(place)
            return change
        }
        try reader.key("sequence")
        sequence = try reader.integer()
        try reader.endObject()
        guard reader.isAtEnd else { throw reader.damaged("an entry is one object") }
        body.answer.sequence = sequence
    }

    /// Returns the event as the journal keeps it behind `head`.
    public func stored(after head: ChainHead) -> StoredEvent {
        let bytes = canonicalBytes()
        return StoredEvent(
            sequence: sequence, bytes: bytes, hash: SHA256Value.link(head.hash, bytes))
    }
}

extension Posting {
    fileprivate func write(to writer: inout CanonicalWriter) {
        writer.beginArray()
        writer.text(row.node.text)
        writer.text(row.period.description)
        writer.text(bucket.rawValue)
        writer.number(amount.count)
        writer.endArray()
    }

    fileprivate init(from reader: inout CanonicalReader) throws(Problem) {
        try reader.beginArray()
        row = BalanceKey(try reader.name(), try PeriodID(parsing: try reader.text()))
        bucket = try reader.word()
        amount = try reader.amount()
        try reader.endArray()
    }
}

extension Answer {
    fileprivate func write(to writer: inout CanonicalWriter) {
        writer.beginObject()
        if !flags.isEmpty {
            writer.key("flags")
            writer.beginArray()
            for flag in flags { writer.text(flag.rawValue) }
            writer.endArray()
        }
        writer.key("result")
        writer.text(result.rawValue)
        if !subject.isEmpty {
            writer.key("subject")
            writer.text(subject.text)
        }
        writer.endObject()
    }

    fileprivate init(from reader: inout CanonicalReader) throws(Problem) {
        try reader.beginObject()
        let flags: [AnswerFlag] =
            reader.hasKey("flags")
            ? try reader.array { reader throws(Problem) in try reader.word() } : []
        try reader.key("result")
        let result: AnswerResult = try reader.word()
        let subject = reader.hasKey("subject") ? try reader.phrase() : .empty
        try reader.endObject()
        self.init(result, flags: flags, subject: subject)
    }
}
