import OutlayProblems

extension NoticeContext {
    /// The notices of one rule some days after a submission: `mia`, who reports to `cfo`, is waited for;
    /// reminders after 2 days, escalation after 5, expiry after 30.
    static func example(days: Int, _ rule: any NoticeRule.Type) throws(Problem) -> String {
        var example = try RuleCase()
        example.people[1] = RuleCase.person("mia", "manager", reportsTo: "cfo")
        example.policy.reminders = Reminders(afterDays: 2, escalateAfterDays: 5)
        let context = NoticeContext(
            of: example.facts, try example.state(), example.policy, try example.organisation(),
            on: RuleCase.today.adding(days: days))
        return text(rule.notices(of: context))
    }

    /// The notices some days after `cfo` released an emergency whose full path has five days.
    static func emergency(days: Int) throws(Problem) -> String {
        var example = try RuleCase()
        example.policy.routes.emergency = RouteSettings.Emergency(
            ceiling: RuleCase.euros(5_000), approvers: [RoleID(known: "cfo")], fullPathDays: 5)
        example.facts.details.route = .emergency
        example.facts.details.reasonCode = LedgerText(known: "flood")
        let organisation = try example.organisation()
        let attempt = ApprovalAttempt(
            person: PersonID(known: "cfo"), principal: nil, decision: .approve, reason: .empty,
            date: RuleCase.today)
        let ruling = try example.state().deciding(attempt, of: example.facts, in: organisation)
        guard case .granted(let state) = ruling else { return "refused" }
        let context = NoticeContext(
            of: example.facts, state, example.policy, organisation,
            on: RuleCase.today.adding(days: days))
        return text(FullPathRule.notices(of: context))
    }

    private static func text(_ notices: [LedgerNotice]) -> String {
        notices.map { notice in
            [notice.kind.rawValue, notice.person?.text ?? "nobody", notice.step]
                .filter { !$0.isEmpty }.joined(separator: " ")
        }
        .joined(separator: ", ")
    }
}
