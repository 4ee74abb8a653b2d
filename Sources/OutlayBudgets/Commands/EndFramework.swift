import OutlayProblems
import OutlayValues

/// Ends a framework agreement: nothing is called off from it any more, and nothing is owed of its
/// guaranteed minimum.
///
/// What is still open of the minimum is released; what is owed for it is billed before, against the
/// request that it was approved by. Call-offs that were made go on, and none of them makes the minimum
/// owed again. An agreement whose days are over is ended like any other where its minimum is open.
public struct EndFramework: LedgerCommand {
    /// What it is called in events and refusals.
    public static let name = "end_framework"
    /// The agreement.
    public var id: FrameworkID
    /// Why; not empty.
    public var reason: LedgerText

    /// Creates the command.
    public init(_ id: FrameworkID, reason: LedgerText) {
        self.id = id
        self.reason = reason
    }

    /// Writes what is asked for.
    public func writeBody(to writer: inout CanonicalWriter) {
        writer.key("id")
        writer.text(id.text)
        writer.key("reason")
        writer.text(reason.text)
    }

    /// Returns the end, or a refusal where the agreement is over and owes nothing.
    public func decide(
        in reader: some LedgerReader, context: CommandContext
    ) throws(Problem) -> Decision {
        guard !reason.isEmpty else {
            return .refused(
                Refusal(
                    .badCommand, note: "the end of an agreement says why", hint: "give a reason"
                ).about(id))
        }
        guard var framework = try reader.framework(id) else {
            return .refused(Refusal(.unknownFramework).about(id))
        }
        if let refusal = try reader.approvalRules.refusal(of: .order, in: context, reader: reader) {
            return .refused(refusal.about(id))
        }
        let date = context.moment.effective
        guard date <= framework.end || framework.minimumOpen.isPositive else {
            let note = LedgerText(known: "its last day was \(framework.end)")
            return .refused(Refusal(.frameworkOver, note: note).about(id))
        }
        var draft = PostingDraft()
        if let refusal = try draft.release(minimumOf: &framework, reader) {
            return .refused(refusal.about(id))
        }
        framework.end = min(framework.end, date.adding(days: -1))
        switch try draft.settle(.plan(nil), on: date, reader) {
        case .refused(let refusal): return .refused(refusal.about(id))
        case .granted(let settlement):
            var body = EventBody(
                .frameworkEnded, answer: Answer(subject: LedgerText(known: id.text)))
            body.details = ["reason": .string(reason.text)]
            body.rows = [.framework(framework)]
            body.add(settlement, sequence: framework.sequence)
            return .accepted(body)
        }
    }
}
