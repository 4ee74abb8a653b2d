import OutlayProblems

extension LedgerJournal {
    /// Returns the journal for beancount, which finds it whole by `bean-check`.
    ///
    /// - Source: Beancount documentation, "Beancount Language Syntax".
    public func beancountText() -> String {
        var text = "option \"title\" \"\(Self.plain(title))\"\n"
        text += "option \"operating_currency\" \"\(currency.code)\"\n\n"
        guard let span else { return text }
        for account in accounts { text += "\(span.first) open \(account) \(currency.code)\n" }
        for transaction in transactions {
            text += "\n\(transaction.date) * \"\(Self.plain(transaction.title))\"\n"
            text += "  event: \(transaction.sequence)\n"
            text += "  person: \"\(Self.plain(transaction.actor))\"\n"
            text += "  hash: \"\(transaction.hash)\"\n"
            for entry in transaction.entries {
                text += "  \(entry.account)  \(self.text(entry.amount))\n"
            }
        }
        text += "\n"
        // Balances are checked as the day begins, so that of the last transactions is over.
        for assertion in assertions {
            text += "\(span.last.adding(days: 1)) balance \(assertion.account)  "
            // Without a tolerance of its own beancount would pass over a minor unit.
            let amount = assertion.total.text(in: currency)
            text += "\(amount) ~ 0 \(currency.code)\n"
        }
        return text
    }
}
