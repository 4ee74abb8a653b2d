import OutlayEncoding
import OutlayProblems
import OutlayValues

extension LedgerTables {
    /// The columns of ``approvalsCSV(_:)``: one row for each decision of a person.
    public static let approvalColumns = [
        "request", "change_order", "revision", "date", "person", "on_behalf_of", "basis", "roles",
        "decision", "reason", "outdated", "policy",
    ]

    /// Returns the decisions on requests as an array of objects, in the order of requests and acts.
    public static func approvals(_ requests: [Request]) -> JSONValue {
        .array(
            decisions(requests).map { cells in
                var object = JSONObject()
                for (column, cell) in zip(approvalColumns, cells) {
                    object[column] = column == "revision" ? .number(text: cell) : .string(cell)
                }
                return .object(object)
            })
    }

    /// Returns the decisions on requests as CSV with a head.
    public static func approvalsCSV(_ requests: [Request]) -> String {
        table(approvalColumns, decisions(requests))
    }

    private static func decisions(_ requests: [Request]) -> [[String]] {
        requests.flatMap { request in
            let waiting = request.amendment?.approval
            // A change order's acts begin with those of the order, which stand for it as well.
            let known = request.approval.acts.count
            let ordered = request.approval.acts.map { (act: $0, state: request.approval, "") }
            let changes = (waiting?.acts ?? []).dropFirst(known).map {
                (act: $0, state: waiting ?? request.approval, "waiting")
            }
            return (ordered + changes).map { act, state, change in
                [
                    request.id.text, change, String(act.revision), act.date.description,
                    act.person.text, act.principal?.text ?? "", act.basis.rawValue,
                    act.claims.map(\.text).joined(separator: " "), act.decision.rawValue,
                    act.reason.text, act.outdated?.rawValue ?? "",
                    "\(state.policy.id) r\(state.policy.revision)",
                ]
            }
        }
    }

    static func table(_ columns: [String], _ rows: [[String]]) -> String {
        var writer = CSVWriter(formulaGuard: .spreadsheetSafe)
        writer.append(columns)
        for row in rows { writer.append(row) }
        return writer.text
    }
}

extension ApprovalClaim {
    /// The role, and the line where it is asked for one.
    fileprivate var text: String { line.map { "\(role.text)@\($0.text)" } ?? role.text }
}
