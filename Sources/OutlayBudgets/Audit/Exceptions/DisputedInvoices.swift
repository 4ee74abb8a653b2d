import OutlayProblems

/// Invoices that the order, the receipts or the tolerance do not cover.
public enum DisputedInvoices: AuditException {
    /// What the rest of the program needs to know of it.
    public static let descriptor = AuditExceptionDescriptor(
        "disputed-invoices", title: "Disputed invoices",
        reason: "A bill beyond its order is exposure until it is settled or given up.",
        source: "three-way match of order, receipt and invoice")

    /// Returns each invoice that is disputed, or was and was given up.
    public static func findings(
        in journal: AuditJournal, _ settings: AuditSettings
    ) throws(Problem) -> [AuditFinding] {
        journal.histories.flatMap { history in
            history.invoices.compactMap { bill -> AuditFinding? in
                let invoice = bill.invoice
                guard invoice.state != .booked else { return nil }
                let amount = invoice.foreignAmount.text(in: invoice.currency)
                return AuditFinding(
                    self, history.id.text,
                    invoice.state == .disputed
                        ? "an invoice is disputed" : "a disputed invoice was given up",
                    [
                        AuditFigure("invoice", .text(invoice.number.text)),
                        AuditFigure("amount", .text("\(amount) \(invoice.currency.code)")),
                        AuditFigure("invoice_date", .date(invoice.date)),
                    ],
                    events: [bill.sequence, invoice.sequence])
            }
        }
    }
}
