import OutlayProblems
import OutlayValues

/// What has to happen at the end of a fiscal year, in its order.
///
/// First the bills that are still to come and what was received without a bill, which people settle;
/// then the open commitments that are carried forward, with authority; last what is left lapses.
public struct YearEnd: Sendable {
    /// The year that ends.
    public var year: PeriodID
    /// Orders that were received and not billed in full: the amount in their own currency.
    public var receivedNotInvoiced: [ReceivedNotInvoiced]
    /// Bills that are disputed.
    public var disputes: [Invoice]
    /// What waits for approval and charges the year.
    public var pending: [RequestID]
    /// The carry-forwards of open commitments, guaranteed minimums among them, to be run in order by
    /// somebody who may transfer.
    public var carryForwards: [CarryForward]
    /// The agreements whose minimum is open in the year; it is carried by the request that it was approved by.
    public var minimums: [Framework]
    /// The lapses of what is left then, in the order of the lines.
    public var lapses: [Lapse]

    /// An order with goods that came and no bill.
    public struct ReceivedNotInvoiced: Sendable, Hashable {
        /// The order.
        public var request: RequestID
        /// What came and was not billed, in the order's currency.
        public var foreignAmount: MinorUnits
    }

    /// Whether people have to settle something before the year can be carried on.
    public var isReady: Bool { receivedNotInvoiced.isEmpty && disputes.isEmpty && pending.isEmpty }
}

extension LedgerReader {
    /// Returns what has to happen at the end of a year.
    ///
    /// Where the ledger accrues receipts, goods that came are listed to be billed first; their commitment
    /// stays in the year and with it the money behind it, so that a lapse never touches it.
    ///
    /// - Parameters:
    ///   - number: The number that names the year.
    ///   - carried: The orders and approved minimums whose commitments move to the next year, or nil for all.
    /// - Returns: What people have to settle, and the commands to run after that.
    /// - Throws: A ``Problem`` of the store.
    public func yearEnd(
        of number: Int, carrying carried: Set<RequestID>? = nil
    ) throws(Problem) -> YearEnd {
        let settings = try requireSettings()
        let year = PeriodID(year: number)
        let first = PeriodID(year: number + 1).siblings(.monthly)[0]
        var end = YearEnd(
            year: year, receivedNotInvoiced: [], disputes: try disputes(), pending: [],
            carryForwards: [], minimums: [], lapses: [])
        var filter = RequestFilter()
        filter.states = [.submitted, .approved, .ordered]
        for request in try requests(filter) {
            let charges = try lines(of: request.id).filter { $0.period.year == number }
            guard charges.contains(where: { $0.foreignOpen.isPositive }) else { continue }
            guard request.state.isApproved else {
                end.pending.append(request.id)
                continue
            }
            var billed = MinorUnits.zero
            for line in try lines(of: request.id) { billed = try billed + line.foreignBilled }
            let unbilled = try received(for: request.id) - billed
            if settings.accruesReceipts, unbilled.isPositive {
                end.receivedNotInvoiced.append(
                    YearEnd.ReceivedNotInvoiced(request: request.id, foreignAmount: unbilled))
            } else if carried?.contains(request.id) ?? true {
                end.carryForwards.append(
                    CarryForward(request.id, in: first, fromYear: number))
            }
        }
        for framework in try frameworks() where framework.minimumOpen.isPositive {
            guard let request = framework.approvedBy, framework.minimumRow?.period.year == number
            else { continue }
            end.minimums.append(framework)
            if carried?.contains(request) ?? true {
                end.carryForwards.append(CarryForward(request, in: first, fromYear: number))
            }
        }
        end.carryForwards.sort { $0.id < $1.id }
        for node in try nodes() where try self.row(BalanceKey(node.id, year)).allotted.isPositive {
            end.lapses.append(Lapse(node.id, in: number))
        }
        return end
    }
}
