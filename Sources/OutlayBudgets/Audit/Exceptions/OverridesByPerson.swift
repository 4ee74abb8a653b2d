import OutlayProblems

/// Overrides of the budget, summed by who made them.
public enum OverridesByPerson: AuditException {
    /// What the rest of the program needs to know of it.
    public static let descriptor = AuditExceptionDescriptor(
        "overrides", title: "Overrides by person",
        reason: "An override is lawful, and who makes many or large ones sets the budget.",
        source:
            "COSO, Internal Control: Integrated Framework (2013): override of controls by management"
    )

    /// Returns one finding for each person who overrode a budget.
    public static func findings(
        in journal: AuditJournal, _ settings: AuditSettings
    ) throws(Problem) -> [AuditFinding] {
        var made: [PersonID: [(sequence: Int64, override: Override)]] = [:]
        for entry in journal.entries where entry.event.body.kind == .overridden {
            for case .override(let row) in entry.event.body.rows {
                made[row.authority, default: []].append((entry.sequence, row))
            }
        }
        return try made.sorted { $0.key < $1.key }.map { person, list throws(Problem) in
            var sum = MinorUnits.zero
            for item in list { sum = try sum + item.override.amount }
            let requests = Set(list.map(\.override.request)).sorted().map(\.text)
            let lines = Set(list.map(\.override.row.node)).sorted().map(\.text)
            return AuditFinding(
                self, person.text, "overrode the budget",
                [
                    AuditFigure("count", .count(list.count)), AuditFigure("sum", .amount(sum)),
                    AuditFigure("requests", .text(requests.joined(separator: " "))),
                    AuditFigure("lines", .text(lines.joined(separator: " "))),
                ],
                events: list.map(\.sequence))
        }
    }
}
