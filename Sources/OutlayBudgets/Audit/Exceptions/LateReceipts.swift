import OutlayProblems

/// Invoices that were booked before the order went out or before anything came.
public enum LateReceipts: AuditException {
    /// What the rest of the program needs to know of it.
    public static let descriptor = AuditExceptionDescriptor(
        "late-receipts", title: "Invoices before order or receipt",
        reason:
            "A bill that is booked before the order or the receipt may pay for what never came.",
        source: "GAO-14-704G (2014), 10.03: appropriate documentation of transactions")

    /// Returns each booked invoice that came before the order, or before the receipts that cover it.
    public static func findings(
        in journal: AuditJournal, _ settings: AuditSettings
    ) throws(Problem) -> [AuditFinding] {
        var found: [AuditFinding] = []
        for history in journal.histories {
            var billed = MinorUnits.zero
            for bill in history.invoices
            where bill.invoice.kind == .invoice && bill.invoice.state == .booked {
                let order = history.acts(.ordered).first
                if order.map({ $0.sequence > bill.sequence }) ?? true {
                    found.append(
                        finding(
                            history, bill,
                            order == nil
                                ? "an invoice was booked, and no order went out"
                                : "an invoice was booked before the order went out", nil,
                            events: [order?.sequence].compactMap(\.self)))
                }
                // Receipts are in the order's currency, and only bills in it can be set against them.
                guard bill.invoice.currency == history.latest?.currency else { continue }
                billed = try billed + bill.invoice.foreignAmount
                let isBefore = { (receipt: Receipt) in
                    (receipt.date, receipt.sequence) <= (bill.invoice.date, bill.sequence)
                }
                var came = MinorUnits.zero
                for receipt in history.receipts where isBefore(receipt) {
                    came = try came + receipt.foreignAmount
                }
                guard came < billed else { continue }
                let later = history.receipts.filter { !isBefore($0) }
                found.append(
                    finding(
                        history, bill,
                        later.isEmpty
                            ? "more was billed than ever came" : "more was billed than had come",
                        try billed - came, events: later.map(\.sequence)))
            }
        }
        return found
    }

    private static func finding(
        _ history: RequestHistory, _ bill: RequestHistory.Bill, _ summary: String,
        _ missing: MinorUnits?, events: [Int64]
    ) -> AuditFinding {
        let invoice = bill.invoice
        var figures = [
            AuditFigure("invoice", .text(invoice.number.text)),
            AuditFigure("invoice_date", .date(invoice.date)),
            AuditFigure("booked", .amount(invoice.booked)),
        ]
        if let missing {
            let text = missing.text(in: invoice.currency)
            figures.append(AuditFigure("not_received", .text("\(text) \(invoice.currency.code)")))
        }
        return AuditFinding(
            self, history.id.text, summary, figures, events: [bill.sequence] + events)
    }
}
