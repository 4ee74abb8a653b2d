/// What an accepted command answers; kept in its event, so that a repeated command hears the same.
public struct Answer: Sendable, Hashable {
    /// What became of it.
    public var result: AnswerResult
    /// What everybody should see, in the order of ``AnswerFlag``.
    public var flags: [AnswerFlag]
    /// What it was about, such as the request's name; empty where there is nothing to name.
    public var subject: LedgerText
    /// The number of its event.
    public var sequence: Int64

    /// Creates an answer; the ledger fills in the number of the event.
    public init(
        _ result: AnswerResult = .accepted, flags: [AnswerFlag] = [], subject: LedgerText = .empty
    ) {
        self.result = result
        self.flags = flags.sorted { $0.order < $1.order }
        self.subject = subject
        sequence = 0
    }
}

/// What became of an accepted command.
public enum AnswerResult: String, Sendable, Hashable, CaseIterable {
    /// Done.
    case accepted
    /// An approval that others have to follow.
    case pending
    /// The last approval.
    case approved
    /// Refused by an approver: the act succeeded.
    case rejected
    /// Given back for changes by an approver.
    case returned
    /// Taken back.
    case withdrawn
}

/// Something that everybody should see about an accepted command.
public enum AnswerFlag: String, Sendable, Hashable, CaseIterable {
    /// Above the allotment, within its tolerance.
    case withinTolerance = "within_tolerance"
    /// Above the allotment: of a line under soft control, or by a fact that no control refuses.
    case overBudget = "over_budget"
    /// Above the warning level.
    case aboveWarnLevel = "above_warn_level"
    /// Beyond the budget by an authority's override.
    case override
    /// Together with others it crosses a threshold.
    case splitSuspected = "split_suspected"
    /// Another invoice or request is much like it.
    case possibleDuplicate = "possible_duplicate"
    /// It commits a future year that has no money yet.
    case unfundedYear = "unfunded_year"
    /// It was bought before it was approved.
    case ratified
    /// A vendor that nothing was bought from before.
    case newVendor = "new_vendor"

    var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
