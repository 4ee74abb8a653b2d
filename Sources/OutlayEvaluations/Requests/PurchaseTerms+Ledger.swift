import OutlayBudgets
import OutlayEconomics
import OutlayProblems
import OutlayValues

extension LedgerReader {
    /// Returns what surrounds the purchase of an evaluation in the ledger: its fiscal years, when the budget of the
    /// first one is charged, the policy in force, and the rate to the ledger's currency.
    ///
    /// - Parameters:
    ///   - evaluation: The evaluation.
    ///   - date: The day.
    ///   - framework: The agreement that is called off, or nil.
    ///   - rate: Returns the rate between two currencies that differ.
    /// - Returns: The terms.
    /// - Throws: What `rate` throws; a ``Problem`` where the ledger is damaged.
    package func purchaseTerms(
        of evaluation: Evaluation, on date: CalendarDate, framework: FrameworkID? = nil,
        rate: (_ from: Currency, _ to: Currency) throws(Problem) -> ExchangeRate
    ) throws(Problem) -> PurchaseTerms {
        let settings = try requireSettings()
        let currency = evaluation.study.currency
        let policy = try policy(inForceOn: date)
        let first = PeriodID(
            monthOf: evaluation.study.horizon.start, in: settings.calendar
        ).wholeYear
        return PurchaseTerms(
            calendar: settings.calendar, chargeBasis: try chargeBasis(of: first),
            openEndMonths: policy?.openEndMonths ?? Contract.openEndMonths,
            policy: policy?.reference,
            rate: currency == settings.currency ? nil : try rate(currency, settings.currency),
            framework: framework)
    }

    /// Returns when the budget of a fiscal year is charged; that of the nearest year before where it has none, and
    /// by invoices where there is none at all.
    private func chargeBasis(of year: PeriodID) throws(Problem) -> ChargeBasis {
        var nearest: Budget?
        for document in try documents() where document.kind == .budget {
            let budget: Budget = try document.value()
            guard budget.year <= year else { continue }
            if nearest.map({ $0.year <= budget.year }) ?? true { nearest = budget }
        }
        return nearest.flatMap { ChargeBasis(rawValue: $0.chargeBasis.rawValue) } ?? .invoice
    }
}
