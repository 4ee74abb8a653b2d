import OutlayProblems

/// Purchases that were made before they were approved.
public enum Ratifications: AuditException {
    /// What the rest of the program needs to know of it.
    public static let descriptor = AuditExceptionDescriptor(
        "ratifications", title: "Purchases before approval",
        reason: "Approval after the fact can no longer say no to the money.",
        source: "FAR 1.602-3: ratification of unauthorized commitments")

    /// Returns each request that entered by ratification.
    public static func findings(
        in journal: AuditJournal, _ settings: AuditSettings
    ) throws(Problem) -> [AuditFinding] {
        journal.histories.compactMap { history in
            guard let request = history.latest, request.details.route == .ratification else {
                return nil
            }
            var figures = [
                AuditFigure("total", .amount(request.total)),
                AuditFigure("requester", .text(request.requester.text)),
                AuditFigure("state", .text(request.state.rawValue)),
                AuditFigure("submitted", .date(request.submitted)),
            ]
            if let approved = request.approvedOn {
                figures.append(AuditFigure("approved", .date(approved)))
            }
            if let reason = request.details.reasonCode {
                figures.append(AuditFigure("reason", .text(reason.text)))
            }
            return AuditFinding(
                self, history.id.text, "bought before it was approved", figures,
                events: history.states.map(\.sequence))
        }
    }
}
