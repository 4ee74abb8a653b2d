import OutlayEncoding
import OutlayProblems
import OutlayValues

extension LedgerTables {
    /// The columns of ``auditLogCSV(_:in:)``.
    public static let auditColumns = [
        "sequence", "recorded", "effective", "kind", "person", "on_behalf_of", "confirmed_by",
        "requests", "subject", "amount", "result", "flags", "reason", "policy", "hash",
    ]

    /// Returns entries of the journal as an auditor reads them, as an array of objects.
    public static func auditLog(_ entries: [AuditEntry], in currency: Currency) -> JSONValue {
        .array(
            entries.map { entry in
                var object = JSONObject()
                for (column, cell) in zip(auditColumns, cells(entry, currency)) {
                    object[column] = column == "sequence" ? .number(text: cell) : .string(cell)
                }
                return .object(object)
            })
    }

    /// Returns entries of the journal as an auditor reads them, as CSV with a head.
    public static func auditLogCSV(_ entries: [AuditEntry], in currency: Currency) -> String {
        table(auditColumns, entries.map { cells($0, currency) })
    }

    private static func cells(_ entry: AuditEntry, _ currency: Currency) -> [String] {
        let event = entry.event
        let answer = event.body.answer
        return [
            String(event.sequence), RecordedTime.text(event.recordedMilliseconds),
            event.effective.description, event.body.kind.rawValue, entry.person.text,
            event.onBehalfOf?.text ?? "", entry.confirmer?.text ?? "",
            entry.requests.map(\.text).joined(separator: " "), answer.subject.text,
            entry.amount?.text(in: currency) ?? "",
            entry.refusal.map { "refused:\($0.rawValue)" } ?? answer.result.rawValue,
            answer.flags.map(\.rawValue).joined(separator: " "), entry.reason ?? "",
            event.body.policy.map { "\($0.id) r\($0.revision)" } ?? "", entry.hash.description,
        ]
    }

    /// The columns of ``exceptionsCSV(_:in:)``.
    public static let exceptionColumns = ["exception", "subject", "summary", "figures", "events"]

    /// Returns what an audit finds: for each kind what is looked for, why, and the findings.
    public static func exceptions(
        _ report: AuditExceptionReport, in currency: Currency
    ) -> JSONValue {
        let parts = report.parts.map { descriptor, findings -> JSONValue in
            [
                "exception": .string(descriptor.identifier), "title": .string(descriptor.title),
                "reason": .string(descriptor.reason), "source": .string(descriptor.source),
                "findings": .array(findings.map { json($0, currency) }),
            ]
        }
        return [
            "remarks": .strings(report.remarks.map(\.summary)),
            "count": .integer(report.count), "exceptions": .array(parts),
        ]
    }

    private static func json(_ finding: AuditFinding, _ currency: Currency) -> JSONValue {
        var figures = JSONObject()
        for figure in finding.figures {
            if case .count(let count) = figure.value {
                figures[figure.name] = .integer(count)
            } else {
                figures[figure.name] = .string(figure.value.text(in: currency))
            }
        }
        return [
            "subject": .string(finding.subject), "summary": .string(finding.summary),
            "figures": .object(figures),
            "events": .array(finding.events.map { .integer($0) }),
        ]
    }

    /// Returns what an audit finds, as CSV with a head and one row for each finding.
    public static func exceptionsCSV(
        _ report: AuditExceptionReport, in currency: Currency
    ) -> String {
        let findings = report.parts.flatMap(\.findings)
        return table(
            exceptionColumns,
            findings.map { finding in
                [
                    finding.exception, finding.subject, finding.summary,
                    finding.figures.map { "\($0.name)=\($0.value.text(in: currency))" }
                        .joined(separator: "; "),
                    finding.events.map(String.init).joined(separator: " "),
                ]
            })
    }
}

extension AuditFigure.Value {
    /// Returns the figure as text, amounts in `currency`.
    public func text(in currency: Currency) -> String {
        switch self {
        case .amount(let amount): amount.text(in: currency)
        case .count(let count): String(count)
        case .date(let date): date.description
        case .text(let text): text
        }
    }
}
