import OutlayBudgets
import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension PurchaseTerms {
    /// How many days old a published rate may be on the day of a purchase.
    private static let rateDays = 7

    /// Creates the terms of the purchase of an evaluation that is charged to a ledger, with the ECB's rate where their
    /// currencies differ.
    ///
    /// - Parameters:
    ///   - evaluation: The evaluation.
    ///   - reader: The ledger.
    ///   - date: The day.
    /// - Throws: ``ProblemCode/missingRate`` where there is no rate of the last days; what ``init(of:on:rate:)`` throws.
    public init(
        of evaluation: Evaluation, in reader: some LedgerReader, on date: CalendarDate
    ) throws(Problem) {
        let from = evaluation.study.currency
        let to = try reader.requireSettings().currency
        var rate: ExchangeRate?
        if from != to {
            rate = try ReferenceRates.ecb().rate(
                from: from, to: to, on: date, atMostDaysOld: Self.rateDays)
        }
        try self.init(of: reader, on: date, rate: rate)
    }
}
