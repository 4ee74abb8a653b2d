import OutlayBudgets
import OutlayEconomics
import OutlayProblems
import OutlayValues

extension PurchaseTerms {
    /// Creates the terms of a purchase that is charged to a ledger: its fiscal years, how its budgets are charged, and
    /// the policy in force.
    ///
    /// - Parameters:
    ///   - reader: The ledger.
    ///   - date: The day.
    ///   - rate: One unit of the document's currency in the ledger's; nil where the two agree.
    /// - Throws: A ``Problem`` where a document of the ledger cannot be read, or budgets are not charged alike.
    public init(
        of reader: some LedgerReader, on date: CalendarDate, rate: ExchangeRate? = nil
    ) throws(Problem) {
        let settings = try reader.requireSettings()
        let bases = Set(try reader.latestBudgets().map(\.chargeBasis))
        guard bases.count < 2 else {
            throw Problem(
                .badBudgetYear, "the budgets of the ledger are not charged alike",
                because: "they say \(bases.map(\.rawValue).sorted().list("and")) as `charge_basis`",
                hint: "state the same in every budget")
        }
        let policy = try reader.policy(inForceOn: date)
        let document = try reader.document(.policy, inForceOn: date)
        self.init(
            calendar: settings.calendar,
            chargeBasis: bases.first.flatMap { ChargeBasis(rawValue: $0.rawValue) } ?? .invoice,
            openEndMonths: policy?.openEndMonths ?? Contract.openEndMonths,
            policy: document.map {
                PolicyReference(id: $0.id, revision: $0.revision, hash: $0.hash)
            }, rate: rate)
    }
}
