import OutlayProblems

extension LedgerJournal {
    /// Returns the journal for hledger, which finds it whole by `hledger check --strict`.
    ///
    /// - Source: hledger 1.25 manual, "Journal format".
    public func hledgerText() -> String {
        let places = currency.minorUnitPlaces
        let sample = "1000." + String(repeating: "0", count: places)
        var text = "; \(Self.plain(title)), \(transactions.count) events with postings\n"
        text += "commodity \(sample) \(currency.code)\n\n"
        for account in accounts { text += "account \(account)\n" }
        for transaction in transactions {
            text += "\n\(transaction.date) (\(transaction.sequence)) "
            text += Self.plain(transaction.title) + "\n"
            text += "    ; person: \(Self.plain(transaction.actor))\n"
            text += "    ; hash: \(transaction.hash)\n"
            for entry in transaction.entries {
                text += "    \(entry.account)  \(self.text(entry.amount))\n"
            }
        }
        guard let span else { return text }
        text += "\n\(span.last) balances of the ledger\n"
        for assertion in assertions {
            let zero = self.text(.zero)
            text += "    \(assertion.account)  \(zero) =* \(self.text(assertion.total))\n"
            if let own = assertion.own {
                text += "    \(assertion.account)  \(zero) = \(self.text(own))\n"
            }
        }
        return text
    }
}
