import OutlayEncoding
import OutlayProblems
import OutlayValues

/// Figures and entries of the ledger as JSON and CSV: amounts are decimal strings, dates `YYYY-MM-DD`.
public enum LedgerTables {
    /// The columns of ``balances(_:in:)``.
    public static let balanceColumns = [
        "line", "title", "period", "allotted", "reserved", "committed", "actual", "available",
    ]

    /// Returns balances as an array of objects.
    public static func balances(_ lines: [LineBalance], in currency: Currency) -> JSONValue {
        .array(
            lines.map { line in
                var object = JSONObject()
                for (column, cell) in zip(balanceColumns, cells(line, currency)) {
                    object[column] = .string(cell)
                }
                return .object(object)
            })
    }

    /// Returns balances as CSV with a head.
    public static func balancesCSV(_ lines: [LineBalance], in currency: Currency) -> String {
        var writer = CSVWriter(formulaGuard: .spreadsheetSafe)
        writer.append(balanceColumns)
        for line in lines { writer.append(cells(line, currency)) }
        return writer.text
    }

    private static func cells(_ line: LineBalance, _ currency: Currency) -> [String] {
        [line.node.id.text, line.node.title.text, line.period.description]
            + [line.allotted, line.reserved, line.committed, line.actual, line.available]
            .map { $0.text(in: currency) }
    }

    /// The columns of ``journalCSV(_:in:)``: one row for each posting, and one for an event without any.
    public static let journalColumns = [
        "sequence", "effective", "recorded_ms", "kind", "actor", "on_behalf_of", "subject",
        "result", "line", "period", "bucket", "amount", "hash",
    ]

    /// Returns events as an array of objects, each with its postings, its rows by column and its hash.
    ///
    /// - Throws: ``ProblemCode/damagedEvent`` for an entry that cannot be read.
    public static func journal(
        _ events: [StoredEvent], in currency: Currency
    ) throws(Problem) -> JSONValue {
        .array(
            try events.map { stored throws(Problem) in
                let event = try LedgerEvent(canonicalBytes: stored.bytes)
                return .object(object(event, stored, currency))
            })
    }

    private static func object(
        _ event: LedgerEvent, _ stored: StoredEvent, _ currency: Currency
    ) -> JSONObject {
        var object: JSONObject = [
            "sequence": .integer(event.sequence), "effective": "\(event.effective)",
            "recorded_ms": .integer(event.recordedMilliseconds),
            "kind": .string(event.body.kind.rawValue), "actor": .string(event.actor.text),
        ]
        object["on_behalf_of"] = event.onBehalfOf.map { .string($0.text) }
        object["confirmed_by"] = event.confirmedBy.map { .string($0.text) }
        object["idempotency_key"] = event.idempotencyKey.map { .string($0.text) }
        if let policy = event.body.policy {
            object["policy"] = .string("\(policy.id) r\(policy.revision)")
        }
        object["subject"] = .string(event.body.answer.subject.text)
        object["result"] = .string(event.body.answer.result.rawValue)
        object["flags"] = .strings(event.body.answer.flags.map(\.rawValue))
        object["details"] = event.body.details
        object["postings"] = .array(
            event.body.postings.map { posting in
                [
                    "line": .string(posting.row.node.text),
                    "period": .string(posting.row.period.description),
                    "bucket": .string(posting.bucket.rawValue),
                    "amount": .string(posting.amount.text(in: currency)),
                ]
            })
        object["rows"] = .array(event.body.rows.map { .object(row($0)) })
        object["hash"] = .string(stored.hash.description)
        return object
    }

    private static func row(_ change: RowChange) -> JSONObject {
        var object: JSONObject = ["table": .string(change.table.rawValue)]
        for (column, value) in zip(change.table.shape.columns, change.values) {
            switch value {
            case .integer(let number): object[column.name] = .integer(number)
            case .text(let text): object[column.name] = .string(text)
            case .null: object[column.name] = .null
            }
        }
        return object
    }

    /// Returns events as CSV with a head.
    ///
    /// - Throws: ``ProblemCode/damagedEvent`` for an entry that cannot be read.
    public static func journalCSV(
        _ events: [StoredEvent], in currency: Currency
    ) throws(Problem) -> String {
        var writer = CSVWriter(formulaGuard: .spreadsheetSafe)
        writer.append(journalColumns)
        for stored in events {
            let event = try LedgerEvent(canonicalBytes: stored.bytes)
            let head = [
                String(event.sequence), "\(event.effective)", String(event.recordedMilliseconds),
                event.body.kind.rawValue, event.actor.text, event.onBehalfOf?.text ?? "",
                event.body.answer.subject.text, event.body.answer.result.rawValue,
            ]
            let hash = stored.hash.description
            if event.body.postings.isEmpty { writer.append(head + ["", "", "", "", hash]) }
            for posting in event.body.postings {
                writer.append(
                    head + [
                        posting.row.node.text, posting.row.period.description,
                        posting.bucket.rawValue, posting.amount.text(in: currency), hash,
                    ])
            }
        }
        return writer.text
    }
}
