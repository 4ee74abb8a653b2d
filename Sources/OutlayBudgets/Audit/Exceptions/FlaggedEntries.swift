import OutlayProblems

/// What the ledger itself warned of when it accepted a command.
public enum FlaggedEntries: AuditException {
    /// What the rest of the program needs to know of it.
    public static let descriptor = AuditExceptionDescriptor(
        "warnings", title: "Warnings that the ledger raised",
        reason: "A warning that was raised and passed over is worth asking who saw it.",
        source: "GAO-14-704G (2014), principle 16: monitoring")

    /// Returns each accepted entry with a flag.
    public static func findings(
        in journal: AuditJournal, _ settings: AuditSettings
    ) throws(Problem) -> [AuditFinding] {
        journal.entries.compactMap { entry in
            let answer = entry.event.body.answer
            guard entry.event.body.kind != .refused, !answer.flags.isEmpty else { return nil }
            var figures = [
                AuditFigure(
                    "flags", .text(answer.flags.map(\.rawValue).joined(separator: " "))),
                AuditFigure("kind", .text(entry.event.body.kind.rawValue)),
                AuditFigure("person", .text(entry.event.actor.text)),
            ]
            if let amount = entry.amount { figures.append(AuditFigure("amount", .amount(amount))) }
            let subject = entry.requests.first?.text ?? answer.subject.text
            return AuditFinding(
                self, subject.isEmpty ? entry.event.body.kind.rawValue : subject,
                "accepted with a warning", figures, events: [entry.sequence])
        }
    }
}
