import OutlayEncoding
import OutlayProblems
import OutlayValues

/// Books what another system says was spent: facts, which no budget refuses.
///
/// A document that is booked as an invoice, or that was imported before with the same amounts, is left
/// out, so that nothing is counted twice. An entry that names an order or contract settles what is open of
/// it. All is booked in one event, or nothing.
public struct ImportActuals: LedgerCommand {
    /// What it is called in events and refusals.
    public static let name = "import_actuals"
    /// What was spent.
    public var entries: [ActualsEntry]
    /// Where it comes from.
    public var source: LedgerText
    /// The SHA-256 of the file, in hexadecimal; empty where there is none.
    public var hash: LedgerText
    /// Whether a document that was imported before is stated anew: what differs is booked.
    public var restates: Bool

    /// Creates the command.
    public init(
        _ entries: [ActualsEntry], source: LedgerText, hash: LedgerText = .empty,
        restates: Bool = false
    ) {
        self.entries = entries
        self.source = source
        self.hash = hash
        self.restates = restates
    }

    /// Creates the command for charges of no document.
    public init(_ charges: [Charge], source: LedgerText) {
        self.init(charges.map { ActualsEntry($0) }, source: source)
    }

    /// The name under which a file with these bytes is imported once.
    public static func idempotencyKey(of hash: SHA256Value) -> IdempotencyKey {
        IdempotencyKey(known: "actuals:\(hash)")
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("charges")
        writer.beginArray()
        for entry in entries {
            writer.beginArray()
            writer.text(entry.charge.node.text)
            writer.text(entry.charge.period.description)
            writer.number(entry.charge.amount.count)
            writer.text(entry.issuer.text)
            writer.text(entry.document.text)
            writer.optional(entry.request) { $0.name($1) }
            writer.endArray()
        }
        writer.endArray()
        writer.key("hash")
        writer.text(hash.text)
        writer.key("restates")
        writer.bool(restates)
        writer.key("source")
        writer.text(source.text)
    }

    /// Returns the booking, or a refusal for an unknown line or a closed period, or where nothing is left
    /// to book.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        guard !entries.isEmpty, entries.allSatisfy({ !$0.charge.amount.isZero }), !source.isEmpty
        else { return .refused(Refusal(.badCommand)) }
        if let refusal = try reader.approvalRules.refusal(
            of: .bookInvoices, in: context, reader: reader)
        {
            return .refused(refusal)
        }
        let date = context.moment.effective
        for entry in entries {
            let month = entry.charge.period.period(of: .monthly)
            if let refusal = try reader.refusal(
                ofPostingTo: entry.charge.node, in: month, on: date, .fact)
            {
                return .refused(refusal)
            }
            if let id = entry.request, try reader.request(id) == nil {
                return .refused(Refusal(.unknownRequest).about(id))
            }
        }
        let plan = try plan(in: reader, on: date, by: context.actor)
        guard !plan.booked.isEmpty else {
            return .refused(
                Refusal(.alreadyExists, subject: source, note: "all of it was booked before"))
        }
        for (id, work) in plan.works {
            if let refusal = try work.refusal(.fact, reader) { return .refused(refusal.about(id)) }
        }
        switch try plan.draft.settle(.fact(.importedActuals), on: date, reader) {
        case .refused(let refusal): return .refused(refusal)
        case .granted(let settlement): return .accepted(try body(plan, settlement, reader))
        }
    }

    private func body(
        _ plan: ActualsPlan, _ settlement: Settlement, _ reader: some LedgerReader
    ) throws(Problem) -> EventBody {
        var body = EventBody(.actualsImported)
        let sequence = try reader.nextSequence()
        var details: JSONObject = ["source": .string(source.text)]
        if !hash.isEmpty { details["sha256"] = .string(hash.text) }
        if !plan.leftOut.isEmpty {
            details["left_out"] = .array(
                plan.leftOut.map { left in
                    [
                        .string(left.entry.issuer.text), .string(left.entry.document.text),
                        .string(left.entry.charge.node.text),
                        .string(left.entry.charge.period.description),
                        .integer(left.entry.charge.amount.count), .string(left.word),
                    ]
                })
        }
        body.details = .object(details)
        for (_, work) in plan.works.sorted(by: { $0.id < $1.id }) {
            var request = work.request
            request.sequence = sequence
            body.rows.append(.request(request))
            body.rows += work.changedLines.map { .requestLine($0) }
        }
        body.rows += plan.rows
        body.add(settlement, sequence: sequence)
        return body
    }
}

extension ActualsBatch {
    /// Returns the command that books the batch; groups that round to nothing are left out.
    public func command(source: LedgerText, restates: Bool = false) -> ImportActuals {
        ImportActuals(
            groups.filter { !$0.amount.isZero }.map { group in
                ActualsEntry(
                    Charge(group.node, group.period, group.amount), issuer: group.issuer,
                    document: group.document, request: group.request)
            },
            source: source, hash: LedgerText(known: hash.description), restates: restates)
    }
}
