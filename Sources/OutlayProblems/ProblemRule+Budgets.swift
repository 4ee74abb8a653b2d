extension ProblemCode {
    /// The rules of budgets and the ledger.
    var budgetRule: ProblemRule {
        switch self {
        case .beyondAllotment:
            ProblemRule(
                "more is used than a line was given",
                "A plan may pass a line's allotment within its tolerance, or where the line only warns; a fact is "
                    + "posted in any case. What comes after is refused until the excess is covered."
            )
        case .budgetOverridden:
            ProblemRule(
                "an authority let a plan pass the budget",
                "An override is an act of its own, by a person who may and who gave a reason. Audits list it."
            )
        case .yearWithoutBudget:
            ProblemRule(
                "a future year is charged that has no money yet",
                "What is signed for several years binds years that have no budget. They are shown, so that the next "
                    + "plan starts from what is owed already.")
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
        case .shortOfFunds:
            ProblemRule(
                "the budget does not suffice",
                "What is reserved, committed and spent may not exceed what was allotted, for the line and for "
                    + "every controlled line above it. Money is transferred, or an authority overrides."
            )
        default: orderRule
        }
    }

    private var orderRule: ProblemRule {
        switch self {
        case .beyondOrder:
            ProblemRule(
                "more than was ordered",
                "Bills and receipts keep to the order and the policy's tolerance, credit notes to what was "
                    + "billed, and change orders above it. What a vendor bills beyond is kept as disputed."
            )
        case .duplicateInvoice:
            ProblemRule(
                "an invoice is booked already",
                "A vendor's number stands for one invoice. The same number again is paid only once."
            )
        case .notReceived:
            ProblemRule(
                "more is billed than was received",
                "Under three-way match an invoice is booked once the goods are. Until then it is kept as "
                    + "disputed.")
        case .nothingOpen:
            ProblemRule(
                "nothing is open",
                "A commitment that is billed or cancelled has nothing left to move.")
        case .beyondFramework:
            ProblemRule(
                "an agreement does not cover the order",
                "Call-offs keep to the agreement's ceiling, its period and its vendors.")
        case .unknownEntry:
            ProblemRule(
                "the ledger has no such entry",
                "What is named has to be there. A request on a line nobody loaded is refused, never let "
                    + "through.")
        case .closedForPosting:
            ProblemRule(
                "the period or line takes no such posting",
                "A year is opened before money is given in it. A closed period changes no more; what comes "
                    + "late belongs to an open one.")
        case .alreadyThere:
            ProblemRule(
                "a name is taken in the ledger", "Entries of the ledger are never overwritten.")
        case .notPending:
            ProblemRule(
                "the request does not wait for a decision",
                "It was decided, taken back, changed or ran out of time meanwhile.")
        case .notApproved:
            ProblemRule(
                "the order is not open",
                "Only an approved order is sent, received, billed, changed or cancelled, and only until it is "
                    + "closed.")
        case .keyConflict:
            ProblemRule(
                "an idempotency key stands for another command",
                "A key names one command for good, so that repeating it after a lost answer does nothing "
                    + "twice.")
        default:
            ProblemRule(
                "a command of the ledger cannot be meant",
                "It names nothing, names the same thing twice, or leaves out what it needs, such as the rate "
                    + "of a foreign currency.")
        }
    }
}
