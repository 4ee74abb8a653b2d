import OutlayProblems
import OutlayValues

/// Records that an interim decision was looked at again: what came of it, and when it is looked at next.
public struct RecordReview: LedgerCommand {
    /// What it is called in events and refusals.
    public static let name = "record_review"
    /// The request.
    public var id: RequestID
    /// What came of the review.
    public var reason: LedgerText
    /// The next review, or nil where the decision now stands for good.
    public var next: CalendarDate?

    /// Creates the command.
    public init(_ id: RequestID, reason: LedgerText, next: CalendarDate? = nil) {
        self.id = id
        self.reason = reason
        self.next = next
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("id")
        writer.text(id.text)
        writer.key("next")
        writer.optional(next) { $0.date($1) }
        writer.key("reason")
        writer.text(reason.text)
    }

    /// Returns the review, or why it is refused.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        guard var work = try reader.work(on: id) else {
            return .refused(Refusal(.unknownRequest).about(id))
        }
        guard work.request.details.award == .interim, work.request.state.isDecided else {
            return .refused(
                Refusal(.notApproved, note: "interim decisions are reviewed").about(id))
        }
        guard !reason.isEmpty else { return .refused(Refusal(.choiceReasonRequired).about(id)) }
        let date = context.moment.effective
        guard next.map({ $0 > date }) ?? true else {
            return .refused(Refusal(.badCommand, note: "the next review is later").about(id))
        }
        if let refusal = try reader.approvalRules.refusal(
            of: .request, in: context, for: work.request, reader: reader)
        {
            return .refused(refusal.about(id))
        }
        work.request.details.reviewOn = next
        if next == nil { work.request.details.award = .full }
        switch try work.finish(.reviewed, Answer(), .plan(id), on: date, reader) {
        case .refused(let refusal): return .refused(refusal.about(id))
        case .granted(var body):
            body.details = ["reason": .string(reason.text)]
            return .accepted(body)
        }
    }
}
