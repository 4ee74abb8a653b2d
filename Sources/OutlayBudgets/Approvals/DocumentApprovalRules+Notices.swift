import OutlayProblems
import OutlayValues

extension DocumentApprovalRules {
    /// Returns whom the steps of requests wait for on `date`: of each request that waits, of change orders
    /// beside an order, and of emergencies whose full path is open; in the order of requests.
    ///
    /// - Throws: A ``Problem`` where the ledger is damaged.
    public func notices(
        on date: CalendarDate, in reader: some LedgerReader
    ) throws(Problem) -> [LedgerNotice] {
        guard let people = try reader.document(.organisation, inForceOn: date) else { return [] }
        let organisation = try organisation(people)
        var filter = RequestFilter()
        filter.states = [.submitted, .approved, .ordered]
        var found: [LedgerNotice] = []
        for request in try reader.requests(filter) {
            let state = request.amendment?.approval ?? request.approval
            guard state.standing == .pending || state.standing == .released,
                let document = try reader.document(
                    .policy, id: state.policy.id, revision: state.policy.revision)
            else { continue }
            let lines = try reader.lines(of: request.id)
            let facts = try reader.facts(of: request, lines).amended(by: request.amendment)
            let context = NoticeContext(
                of: facts, state, try policy(document), organisation, on: date)
            found += context.notices
        }
        return found
    }

    /// Returns what every audit output says of the organisation in force on `date`.
    public func remarks(
        on date: CalendarDate, in reader: some LedgerReader
    ) throws(Problem) -> [Problem] {
        guard let document = try reader.document(.organisation, inForceOn: date) else { return [] }
        return [try organisation(document).duties.remark].compactMap(\.self)
    }
}
