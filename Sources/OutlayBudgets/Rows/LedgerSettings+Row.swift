import OutlayProblems
import OutlayValues

extension LedgerSettings: LedgerRow {
    /// The table.
    public static let table = LedgerTable.setting
    /// The columns.
    public static let shape = TableShape(
        key: [
            "ledger:text"
        ],
        [
            "currency:text", "start_month:int", "year_naming:text", "accrues_receipts:int",
            "carries_money:int", "future_years:text", "purpose:text",
        ])

    /// Writes the cells.
    public func write(to sink: inout some RowSink) {
        sink.text(ledgerID.text)
        sink.text(currency.code)
        sink.count(calendar.startMonth)
        sink.word(calendar.naming)
        sink.flag(accruesReceipts)
        sink.flag(carriesMoney)
        sink.word(futureYears)
        sink.word(purpose)
    }

    /// Reads the cells.
    ///
    /// - Throws: ``ProblemCode/damagedEvent``.
    public init(from row: inout RowReader) throws(Problem) {
        ledgerID = try row.phrase()
        currency = try row.currency()
        let startMonth = try row.count()
        calendar = try FiscalCalendar(startMonth: startMonth, naming: try row.word())
        accruesReceipts = try row.flag()
        carriesMoney = try row.flag()
        futureYears = try row.word()
        purpose = try row.word()
    }
}
