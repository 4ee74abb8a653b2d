import OutlayProblems

/// A request that nobody decides in time expires; its requester hears of it before and on the day after.
///
/// The last day counts: with 30 days, the request of 10 February may still be decided on 12 March.
public enum ExpiryRule: NoticeRule {
    /// What the rest of the program needs to know of the rule.
    public static let descriptor = RuleDescriptor(
        identifier: "expiry",
        title: "Requests that nobody decides expire",
        inputs: [RuleInput("expire.request", "days from submission", standard: "30")],
        source: "expiry of pending transfers, as in TigerBeetle and Oracle budgetary control",
        examples: [
            RuleExample("27 days after submission", gives: "expires_soon ana") {
                () throws(Problem) in try NoticeContext.example(days: 27, Self.self)
            },
            RuleExample("day 30, the last one", gives: "expires_soon ana") { () throws(Problem) in
                try NoticeContext.example(days: 30, Self.self)
            },
            RuleExample("day 31", gives: "expired ana") { () throws(Problem) in
                try NoticeContext.example(days: 31, Self.self)
            },
        ])

    /// The days before its end on which a request is said to expire soon.
    public static let noticeDays = 3

    /// Returns whether a request that waits has run out of time on the day of `context`.
    public static func hasExpired(_ context: NoticeContext) -> Bool {
        guard context.state.standing == .pending, let last = context.state.expires else {
            return false
        }
        return context.date > last
    }

    /// Returns the notice to the requester in the last days, and once the time is over.
    public static func notices(of context: NoticeContext) -> [ApprovalNotice] {
        guard context.state.standing == .pending, let last = context.state.expires,
            context.date.days(until: last) <= noticeDays
        else { return [] }
        return [
            ApprovalNotice(
                hasExpired(context) ? .expired : .expiresSoon, context.facts.request,
                to: context.facts.requester, date: last)
        ]
    }
}
