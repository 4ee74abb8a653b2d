import OutlayEncoding
import OutlayProblems
import OutlayValues

/// Freezes the next revision of a request, or replaces the draft of it; no money moves.
///
/// A request that waits for approval keeps waiting in its present revision until the new one is submitted.
public struct Draft: LedgerCommand {
    /// What it is called in events and refusals.
    public static let name = "draft"
    /// What is to be submitted once the revision is agreed on; without lines where nothing is bought.
    public var submission: Submit
    /// All that the decision rests on, as canonical JSON.
    public var content: String
    /// The last event of the request and its revisions that the writer saw, 0 where there was no such request, or
    /// nil where that does not matter: a draft never takes the place of one that its writer has not seen.
    public var seen: Int64?

    /// Creates the command.
    ///
    /// - Parameters:
    ///   - submission: What the revision asks for.
    ///   - content: Canonical JSON of at most ``RequestRevision/contentLimit`` bytes.
    ///   - seen: The last event of the request that the writer saw, or nil where that does not matter.
    public init(_ submission: Submit, content: String, seen: Int64? = nil) {
        self.submission = submission
        self.content = content
        self.seen = seen
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("content")
        writer.digest(SHA256Value.of(Array(content.utf8)))
        writer.key("submission")
        writer.digest(submission.contentHash)
    }

    /// Returns the frozen revision, or why it is refused.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        let id = submission.id
        let settings = try reader.requireSettings()
        if let refusal = try refusal(settings, context, reader) {
            return .refused(refusal.about(id))
        }
        let editor = context.onBehalfOf ?? context.actor
        let date = context.moment.effective
        let sequence = try reader.nextSequence()
        let earlier = try reader.request(id)
        var body = EventBody(.drafted, answer: Answer(subject: LedgerText(known: id.text)))
        if earlier == nil || earlier?.state == .draft {
            var request = Request(
                id, requester: earlier?.requester ?? editor, details: submission.details,
                currency: submission.currency ?? settings.currency, submitted: date,
                approval: .none)
            request.state = .draft
            request.lastEditor = editor
            request.vendor = submission.vendor
            request.framework = submission.framework
            request.rate = request.currency == settings.currency ? nil : submission.rate
            (request.total, request.foreignTotal) = try totals(in: settings.currency)
            request.sequence = sequence
            body.rows.append(.request(request))
        }
        body.rows.append(
            .requestRevision(
                RequestRevision(
                    id, earlier.nextRevision, content: content,
                    submissionHash: submission.contentHash, editor: editor, frozen: date,
                    sequence: sequence)))
        return .accepted(body)
    }

    private func refusal(
        _ settings: LedgerSettings, _ context: CommandContext, _ reader: some LedgerReader
    ) throws(Problem) -> Refusal? {
        guard content.utf8.count <= RequestRevision.contentLimit else {
            let sizes = "\(content.utf8.count) bytes, at most \(RequestRevision.contentLimit)"
            return Refusal(.tooLarge, note: LedgerText(known: sizes))
        }
        let value = try? JSONValue(parsing: content)
        guard let value, case .object = value, value.canonicalText == content else {
            return Refusal(.badCommand, note: "the content is not a canonical JSON object")
        }
        guard submission.lines.allSatisfy(\.amount.isPositive) else { return Refusal(.badAmount) }
        let currency = submission.currency ?? settings.currency
        if let refusal = CurrencyConversion.refusal(
            from: currency, to: settings.currency, rate: submission.rate)
        {
            return refusal
        }
        if let earlier = try reader.request(submission.id), !earlier.state.takesRevisions {
            return Refusal(.alreadyExists)
        }
        if let seen {
            let last = try reader.lastEvent(of: submission.id)
            guard last == seen else { return Refusal(seen == 0 ? .alreadyExists : .revisionMoved) }
        }
        if let refusal = submission.details.refusal { return refusal }
        return try reader.approvalRules.refusal(
            of: .request, in: context, for: reader.request(submission.id), reader: reader)
    }

    private func totals(
        in currency: Currency
    ) throws(Problem) -> (total: MinorUnits, foreignTotal: MinorUnits) {
        let conversion = CurrencyConversion(
            from: submission.currency ?? currency, to: currency, rate: submission.rate)
        var (total, foreignTotal) = (MinorUnits.zero, MinorUnits.zero)
        for line in submission.lines {
            total = try total + conversion.converted(line.amount)
            foreignTotal = try foreignTotal + line.amount
        }
        return (total, foreignTotal)
    }
}

extension LedgerReader {
    /// Returns the number of the last event that changed a request or one of its revisions; 0 where there is no such
    /// request.
    public func lastEvent(of id: RequestID) throws(Problem) -> Int64 {
        let revised = try revisions(of: id).map(\.sequence).max() ?? 0
        return max(try request(id)?.sequence ?? 0, revised)
    }
}

extension Optional where Wrapped == Request {
    /// The number that the next revision of the request gets.
    package var nextRevision: Int {
        guard let request = self else { return 1 }
        return request.state == .draft ? request.revision : request.revision + 1
    }
}

extension RequestState {
    /// Whether a new revision may be frozen: nothing is ordered, and nobody has said the last word.
    public var takesRevisions: Bool {
        switch self {
        case .draft, .submitted, .withdrawn, .rejected, .returned, .expired: true
        case .approved, .ordered, .closed, .cancelled, .notAwarded: false
        }
    }
}

extension RequestDetails {
    /// Why the choice cannot be recorded as it is, or nil.
    var refusal: Refusal? {
        let isOutOfTurn = rank.map { $0 != 1 } ?? false
        if choiceReason.isEmpty, isOutOfTurn || award == .interim {
            return Refusal(.choiceReasonRequired)
        }
        if (award == .interim) != (reviewOn != nil) {
            return Refusal(
                .badCommand, note: "an interim decision, and no other, has a review date")
        }
        return nil
    }
}
