import OutlayBudgets
import OutlayProblems

@testable import OutlaySQLite

extension SQLiteBudgetStore {
    /// Every row of every table in the order of tables and keys, as `Books.rowText()` writes them: read,
    /// and written anew.
    func rowText() throws(Problem) -> String {
        let reader = reader
        var lines: [String] = []
        func add(_ rows: [some LedgerRow]) { lines += rows.map { $0.canonicalLine + "\n" } }
        add(try reader.rows(TableText.setting.select(), LedgerSettings.self))
        add(try reader.nodes())
        add(try reader.periods())
        add(try reader.balances(of: nil))
        add(try reader.documents())
        add(try reader.rows(TableText.request.select(), Request.self))
        add(try reader.rows(TableText.requestLine.select(), RequestLine.self))
        add(try reader.rows(TableText.invoice.select(), Invoice.self))
        add(try reader.rows(TableText.receipt.select(), Receipt.self))
        add(try reader.frameworks())
        add(try reader.rows(TableText.override.select(), Override.self))
        add(try reader.overruns())
        add(try reader.evidence())
        return lines.joined()
    }
}
