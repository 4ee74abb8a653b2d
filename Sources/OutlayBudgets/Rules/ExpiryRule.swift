import OutlayProblems
import OutlayValues

/// A request that nobody decides in time expires; who wrote it hears of it before and on the day after.
///
/// The last day counts: with 30 days, the request of 10 February may still be decided on 12 March.
public enum ExpiryRule: ApprovalRule {
    /// What the rest of the program needs to know of the rule.
    public static let descriptor = RuleDescriptor(
        identifier: "expiry",
        title: "Requests that nobody decides expire",
        inputs: [RuleInput("expire.request", "days from submission", standard: "30")],
        source: "expiry of pending transfers, as in TigerBeetle and Oracle budgetary control",
        examples: [
            RuleExample("27 days after submission", gives: "expires_soon") { () throws(Problem) in
                try example(27)
            },
            RuleExample("26 days after it", gives: "nothing") { () throws(Problem) in
                try example(26)
            },
            RuleExample("day 30, the last one", gives: "expires_soon") { () throws(Problem) in
                try example(30)
            },
            RuleExample("day 31", gives: "expired") { () throws(Problem) in try example(31) },
        ])

    /// Returns what there is to tell on `date` of a request whose last day is `last`, or nil.
    ///
    /// It is said to expire soon from `days` before its last day on.
    public static func notice(
        of last: CalendarDate, on date: CalendarDate, within days: Int
    ) -> LedgerNotice.Kind? {
        let left = date.days(until: last)
        if left < 0 { return .expired }
        return left <= days ? .expiresSoon : nil
    }

    @Sendable private static func example(_ days: Int) throws(Problem) -> String {
        let last = RuleCase.today.adding(days: PolicyTerms.standard.expiresAfterDays ?? 0)
        let kind = notice(of: last, on: RuleCase.today.adding(days: days), within: 3)
        return kind?.rawValue ?? "nothing"
    }
}
