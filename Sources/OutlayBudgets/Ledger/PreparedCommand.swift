import OutlayEncoding
import OutlayProblems

/// What a store has to do for a command: nothing, or to write one event.
public enum PreparedCommand: Sendable {
    /// Nothing is written: the command was carried out before, or is refused without a trace.
    case settled(CommandOutcome)
    /// The event is written, then the outcome told.
    case event(LedgerEvent, CommandOutcome)
}

extension LedgerReader {
    /// Decides a command: the one way from a command to an event, for every store.
    ///
    /// A key that was used before gives the answer of then, or a conflict where the command is another.
    /// A refusal by a rule becomes an event of its own, which has no postings and does not use up the
    /// key. Sums that leave 64 bits refuse the command as one with a bad amount.
    ///
    /// - Throws: A ``Problem`` for malformed input or a damaged store; then nothing is to be written.
    public func prepare(
        _ command: some LedgerCommand, context: CommandContext
    ) throws(Problem) -> PreparedCommand {
        let bodyHash = command.bodyHash(context: context)
        if let key = context.idempotencyKey, let earlier = try answer(to: key) {
            guard earlier.bodyHash == bodyHash else {
                return .settled(
                    .refused(
                        Refusal(.idempotencyConflict, subject: LedgerText(known: key.text))))
            }
            return .settled(.accepted(earlier.answer))
        }
        let head = try head()
        let decision: Decision
        do throws(Problem) {
            decision = try command.decide(in: self, context: context)
        } catch  where .ledgerOverflow == error.code {
            decision = .refused(Refusal(.badAmount))
        }
        switch decision {
        case .accepted(let body):
            let event = LedgerEvent(body, of: bodyHash, after: head, context: context)
            return .event(event, .accepted(event.body.answer))
        case .refused(let refusal):
            guard let event = try event(recording: refusal, of: command, context: context) else {
                return .settled(.refused(refusal))
            }
            return .event(event, .refused(refusal))
        }
    }

    /// Returns the event that records a refusal, or nil where it leaves no trace.
    ///
    /// - Throws: A ``Problem`` of the store.
    public func event(
        recording refusal: Refusal, of command: some LedgerCommand, context: CommandContext
    ) throws(Problem) -> LedgerEvent? {
        let head = try head()
        guard refusal.code.isRecorded, head.sequence > 0 else { return nil }
        let name = type(of: command).name
        var body = EventBody(.refused, answer: Answer(subject: refusal.subject))
        body.details = refusal.details(of: name, key: context.idempotencyKey)
        body.rows = refusal.rows
        return LedgerEvent(
            body, of: command.bodyHash(context: context), after: head, context: context)
    }
}

extension LedgerEvent {
    fileprivate init(
        _ body: EventBody, of bodyHash: SHA256Value, after head: ChainHead, context: CommandContext
    ) {
        self.init(
            sequence: head.sequence + 1,
            recordedMilliseconds: max(
                context.moment.recordedMilliseconds, head.recordedMilliseconds),
            context: context, bodyHash: bodyHash, body: body)
    }
}

extension LedgerCommand {
    /// Returns the hash of what is asked for, by whom and for which day.
    func bodyHash(context: CommandContext) -> SHA256Value {
        var writer = CanonicalWriter()
        writer.beginObject()
        writer.key("actor")
        writer.text(context.actor.text)
        writer.key("body")
        writer.beginObject()
        writeBody(to: &writer)
        writer.endObject()
        writer.key("confirmed_by")
        writer.optional(context.confirmedBy) { $0.name($1) }
        writer.key("effective")
        writer.date(context.moment.effective)
        writer.key("name")
        writer.text(Self.name)
        writer.key("on_behalf_of")
        writer.optional(context.onBehalfOf) { $0.name($1) }
        writer.endObject()
        return SHA256Value.of(writer.bytes)
    }
}

extension Refusal {
    /// Returns the facts as an event keeps them.
    func details(of command: String, key: IdempotencyKey?) -> JSONValue {
        var object = JSONObject()
        object["command"] = .string(command)
        object["refusal"] = .string(code.rawValue)
        if !subject.isEmpty { object["subject"] = .string(subject.text) }
        if let row {
            object["node"] = .string(row.node.text)
            object["period"] = .string(row.period.description)
        }
        object["available"] = available.map { .integer($0.count) }
        object["requested"] = requested.map { .integer($0.count) }
        object["short_by"] = shortBy.map { .integer($0.count) }
        object["person"] = person.map { .string($0.text) }
        object["idempotency_key"] = key.map { .string($0.text) }
        if !note.isEmpty { object["note"] = .string(note.text) }
        if !consumers.isEmpty {
            object["consumers"] = .array(
                consumers.map { [.string($0.request.text), .integer($0.amount.count)] })
        }
        return .object(object)
    }
}
