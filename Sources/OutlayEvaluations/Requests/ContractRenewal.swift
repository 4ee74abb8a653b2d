import OutlayBudgets
import OutlayProblems
import OutlayValues

/// A contract that ends or goes on soon, and the last day to say something about it.
public struct ContractRenewal: Sendable, Hashable {
    /// The request that the contract was bought by.
    public var request: RequestID
    /// What it is for.
    public var title: LedgerText
    /// Whom it is with, or nil.
    public var vendor: VendorID?
    /// Who asked for it.
    public var requester: PersonID
    /// The end that comes next.
    public var end: CalendarDate
    /// The last day to cancel before it goes on, where a notice is stated.
    public var notice: CalendarDate?
    /// Whether it goes on unless it is cancelled.
    public var renewsAutomatically: Bool
    /// What its whole term comes to, in the document's currency.
    public var contractValue: Money

    /// Creates a renewal.
    public init(
        request: RequestID, title: LedgerText, vendor: VendorID?, requester: PersonID,
        end: CalendarDate, notice: CalendarDate?, renewsAutomatically: Bool, contractValue: Money
    ) {
        self.request = request
        self.title = title
        self.vendor = vendor
        self.requester = requester
        self.end = end
        self.notice = notice
        self.renewsAutomatically = renewsAutomatically
        self.contractValue = contractValue
    }

    /// The day by which to act: the notice, or the end where none is stated.
    public var deadline: CalendarDate { notice ?? end }

    /// Returns whether the notice could no longer be given on a day: it goes on.
    public func isNoticePassed(on date: CalendarDate) -> Bool {
        renewsAutomatically && notice.map { $0 < date } ?? false
    }
}

extension LedgerReader {
    /// Returns the contracts whose deadline lies within so many days from a day, and those whose notice has
    /// passed and that end within them; the earliest deadline first, ties by request.
    ///
    /// - Throws: A ``Problem`` where the ledger or a frozen revision is damaged.
    /// - Complexity: O(*n*) in the number of requests with a frozen revision.
    public func contractRenewals(
        on date: CalendarDate, within days: Int
    ) throws(Problem) -> [ContractRenewal] {
        let last = date.adding(days: days)
        var found: [ContractRenewal] = []
        for (request, statement) in try boughtContracts() {
            guard let dates = statement.contractDates, let end = dates.nextEnd(from: date) else {
                continue
            }
            let renewal = ContractRenewal(
                request: request.id, title: request.details.title, vendor: request.vendor,
                requester: request.requester, end: end, notice: dates.notice(before: end),
                renewsAutomatically: dates.renewsAutomatically,
                contractValue: statement.contractValue)
            if renewal.deadline <= last || end <= last { found.append(renewal) }
        }
        return found.sorted {
            $0.deadline == $1.deadline ? $0.request < $1.request : $0.deadline < $1.deadline
        }
    }

    /// Returns every contract that something was bought by, each with the end that comes next, or its last one where
    /// it is over; in the order of requests.
    ///
    /// - Throws: A ``Problem`` where the ledger or a frozen revision is damaged.
    /// - Complexity: O(*n*) in the number of requests with a frozen revision.
    public func contracts(on date: CalendarDate) throws(Problem) -> [ContractRenewal] {
        var found: [ContractRenewal] = []
        for (request, statement) in try boughtContracts() {
            guard let dates = statement.contractDates else { continue }
            let end = dates.nextEnd(from: date) ?? dates.end
            found.append(
                ContractRenewal(
                    request: request.id, title: request.details.title, vendor: request.vendor,
                    requester: request.requester, end: end, notice: dates.notice(before: end),
                    renewsAutomatically: dates.renewsAutomatically,
                    contractValue: statement.contractValue))
        }
        return found.sorted { $0.request < $1.request }
    }

    /// Returns the requests that bought something, each with what its last submitted revision froze.
    func boughtContracts() throws(Problem) -> [(Request, FrozenStatement)] {
        var found: [(Request, FrozenStatement)] = []
        for id in try requestsWithRevisions() {
            guard let request = try request(id), request.state.isDecided,
                let revision = try revisions(of: id).last(where: { !$0.isDraft })
            else { continue }
            found.append((request, try FrozenStatement(of: revision)))
        }
        return found
    }
}
