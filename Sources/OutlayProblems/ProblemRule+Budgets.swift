extension ProblemCode {
    /// The rules of budgets and the ledger.
    var budgetRule: ProblemRule {
        switch self {
        case .badLedgerName:
            ProblemRule(
                "a name is not one the ledger can keep",
                "Lines, requests, people, vendors and keys are named by printable ASCII characters, so that "
                    + "they sort and compare alike in every store.")
        case .badLedgerText:
            ProblemRule(
                "a text is not one the ledger can keep",
                "Reasons, titles and invoice numbers are one line without control characters and of bounded "
                    + "size. What is longer is attached as evidence.")
        case .badPeriod:
            ProblemRule(
                "a period is not understood",
                "A period is a fiscal year, or a quarter or month of one, counted from the year's first."
            )
        case .badLedgerAmount:
            ProblemRule(
                "an amount cannot be posted",
                "Amounts are above 0, have no more decimals than their currency, and fit 64 bits of minor "
                    + "units.")
        case .ledgerOverflow:
            ProblemRule(
                "a balance does not fit",
                "Balances are whole minor units in 64 bits. A sum beyond that is refused, never cut off."
            )
        case .damagedEvent:
            ProblemRule(
                "an entry of the journal cannot be read",
                "Entries are written in one canonical form. One that is not was altered or damaged; nothing "
                    + "is computed from it.")
        case .notOpened:
            ProblemRule(
                "the ledger is not opened",
                "A ledger has a currency and fiscal years before anything is posted to it.")
        case .overWarnLevel:
            ProblemRule(
                "a line is above its warning level",
                "The line said from which share of its money on people want to know. Nothing is refused."
            )
        default:
            ProblemRule(
                "the budget does not suffice",
                "What is reserved, committed and spent may not exceed what was allotted, for the line and for "
                    + "every controlled line above it. Money is transferred, or an authority overrides."
            )
        }
    }
}
