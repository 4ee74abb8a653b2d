import OutlayBudgets
import OutlayProblems
import OutlayValues

/// Which option of an evaluation fits which budget line in which year.
package struct BudgetFit: Sendable {
    /// One option.
    package struct Option: Sendable {
        /// The option with its figures.
        package var option: OptionResult
        /// What it would leave of the lines that it charges; nil where it cannot be asked for, or asks for nothing.
        package var budget: BudgetCheck?
        /// Charged years that have no budget yet, with what they are charged in the document's currency.
        package var unbudgeted: [(year: PeriodID, amount: Money)]
        /// Why it cannot be asked for, or nil.
        package var obstacle: Problem?

        /// Whether every year with a budget has the money.
        package var fits: Bool { obstacle == nil && budget?.refusal == nil }
    }

    /// The options, in the order of the result.
    package var options: [Option]
    /// The ledger's currency.
    package var currency: Currency
}

extension EvaluationResult {
    /// Looks at what each option would leave of the budget lines of a ledger. Nothing is written.
    ///
    /// - Parameters:
    ///   - terms: What surrounds the purchase.
    ///   - reader: The ledger.
    /// - Throws: A ``Problem`` where the ledger is damaged.
    package func budgetFit(
        under terms: PurchaseTerms, in reader: some LedgerReader
    ) throws(Problem) -> BudgetFit {
        var found: [BudgetFit.Option] = []
        for option in options {
            do throws(Problem) {
                let purchase = try PurchaseCase(
                    self, choosing: .award(option.option.id, reason: "compared"), under: terms)
                let submission = try purchase.submission(
                    RequestID(known: "(compared)"), in: reader)
                let years = try purchase.unbudgetedYears(in: reader)
                found.append(
                    BudgetFit.Option(
                        option: option, budget: try reader.budgetCheck(of: submission, on: asOf),
                        unbudgeted: try purchase.chargesByYear().filter { years.contains($0.year) },
                        obstacle: nil))
            } catch {
                guard error.code.outcome != .damaged else { throw error }
                // What pays nothing to a vendor needs no money of a budget.
                found.append(
                    BudgetFit.Option(
                        option: option, budget: nil, unbudgeted: [],
                        obstacle: error.code == .nothingToBuy ? nil : error))
            }
        }
        return BudgetFit(options: found, currency: try reader.requireSettings().currency)
    }
}
