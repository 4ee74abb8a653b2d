import OutlayProblems

/// Approvals that follow the submission, each other, or the same person's one before, within seconds.
public enum HastyApprovals: AuditException {
    /// What the rest of the program needs to know of it.
    public static let descriptor = AuditExceptionDescriptor(
        "hasty-approvals", title: "Approvals seconds apart",
        reason: "Who approves within seconds has hardly read what was asked for.",
        source: "GAO-14-704G (2014), 10.03: transactions are authorised by persons acting within "
            + "the scope of their authority")

    private struct Approval {
        var request: RequestID
        var act: RequestHistory.Act
        var before: RequestHistory.Act?
    }

    /// Returns approvals too soon after the act before on the same request, and runs of approvals by one
    /// person.
    public static func findings(
        in journal: AuditJournal, _ settings: AuditSettings
    ) throws(Problem) -> [AuditFinding] {
        let limit = Int64(settings.hastySeconds) * 1000
        var found: [AuditFinding] = []
        var approvals: [Approval] = []
        for history in journal.histories {
            for (index, act) in history.acts.enumerated() where act.kind == .approved {
                let before = history.acts[..<index].last {
                    [.submitted, .amended, .approved].contains($0.kind)
                }
                approvals.append(Approval(request: history.id, act: act, before: before))
                guard let before else { continue }
                let gap = act.recordedMilliseconds - before.recordedMilliseconds
                guard gap <= limit else { continue }
                let chain = before.kind == .approved
                found.append(
                    AuditFinding(
                        self, history.id.text,
                        chain
                            ? "an approval followed the one before within seconds"
                            : "an approval followed what it approves within seconds",
                        [
                            AuditFigure("person", .text(act.person.text)),
                            AuditFigure("after", .text(before.person.text)),
                            AuditFigure("milliseconds", .count(Int(gap))),
                        ],
                        events: [before.sequence, act.sequence]))
            }
        }
        return found + runs(approvals, limit)
    }

    private static func runs(_ approvals: [Approval], _ limit: Int64) -> [AuditFinding] {
        var found: [AuditFinding] = []
        let people = Set(approvals.map(\.act.person)).sorted()
        for person in people {
            let own = approvals.filter { $0.act.person == person }
                .sorted { $0.act.sequence < $1.act.sequence }
            var run: [Approval] = []
            func close() {
                guard run.count > 1, let first = run.first, let last = run.last else { return }
                let time = last.act.recordedMilliseconds - first.act.recordedMilliseconds
                found.append(
                    AuditFinding(
                        self, person.text,
                        "\(run.count) approvals by one person, seconds apart",
                        [
                            AuditFigure("count", .count(run.count)),
                            AuditFigure("milliseconds", .count(Int(time))),
                            AuditFigure(
                                "requests", .text(run.map(\.request.text).joined(separator: " "))),
                        ],
                        events: run.map(\.act.sequence)))
            }
            for approval in own {
                if let last = run.last,
                    approval.act.recordedMilliseconds - last.act.recordedMilliseconds > limit
                {
                    close()
                    run = []
                }
                run.append(approval)
            }
            close()
        }
        return found
    }
}
