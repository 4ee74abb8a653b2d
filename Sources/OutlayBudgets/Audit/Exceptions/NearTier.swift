import OutlayProblems

/// Requests whose total lies just below the end of a tier.
public enum NearTier: AuditException {
    /// What the rest of the program needs to know of it.
    public static let descriptor = AuditExceptionDescriptor(
        "near-tier", title: "Requests just below a tier",
        reason: "A total that stays a little below the next approver's tier may have been made to.",
        source: "FAR 13.003(c)(2): requirements are not broken down to stay below a threshold")

    /// Returns every request whose last judged total lies within the settings' share below a tier's end.
    public static func findings(
        in journal: AuditJournal, _ settings: AuditSettings
    ) throws(Problem) -> [AuditFinding] {
        var found: [AuditFinding] = []
        for history in journal.histories {
            guard let request = history.latest else { continue }
            let approval = request.amendment?.approval ?? request.approval
            guard let policy = try journal.policy(approval.policy) else { continue }
            let total = approval.judgedTotal
            for end in policy.tiers.compactMap(\.below) where total < end {
                let floor = try end - settings.nearTier.share(of: end)
                guard total >= floor else { break }
                found.append(
                    AuditFinding(
                        self, history.id.text, "the judged total lies just below a tier",
                        [
                            AuditFigure("judged_total", .amount(total)),
                            AuditFigure("tier_end", .amount(end)),
                            AuditFigure("below_by", .amount(try end - total)),
                            AuditFigure("requester", .text(request.requester.text)),
                            AuditFigure("policy", .text("\(policy.id) r\(policy.revision)")),
                        ],
                        events: history.states.filter { [.submitted, .amended].contains($0.kind) }
                            .map(\.sequence)))
                break
            }
        }
        return found
    }
}
