import OutlayProblems

/// Something that a person did for a request.
public struct DutyDone: Sendable, Hashable {
    /// What was done.
    public var duty: Duty
    /// Who did it.
    public var person: PersonID

    /// Creates a fact.
    public init(_ duty: Duty, by person: PersonID) {
        self.duty = duty
        self.person = person
    }
}

extension LedgerReader {
    /// Returns who did what for a request so far, of the duties in `asked` alone: what nobody asks for
    /// is not looked up.
    ///
    /// Who acts for somebody else has done it, and so has who is acted for. Who wrote the present
    /// revision counts as asking where the policy bars them from approving it.
    func done(for request: Request, _ asked: Set<Duty>) throws(Problem) -> [DutyDone] {
        let states = [request.approval] + [request.amendment?.approval].compactMap(\.self)
        var done: [DutyDone] = []
        func add(_ duty: Duty, _ people: [PersonID?]) {
            done += people.compactMap(\.self).map { DutyDone(duty, by: $0) }
        }
        if asked.contains(.request) {
            add(.request, [request.requester])
            if states.contains(where: { $0.plan.barsLastEditor }) {
                add(.request, [request.lastEditor, request.amendment?.editor])
            }
        }
        if asked.contains(.approve) {
            for act in states.flatMap(\.acts) where act.decision == .approve {
                add(.approve, [act.person, act.principal])
            }
        }
        if asked.contains(.order) { add(.order, [request.orderedBy]) }
        if asked.contains(.receive) {
            add(.receive, try receipts(of: request.id).map(\.receiver))
        }
        if asked.contains(.bookInvoices) {
            add(.bookInvoices, try invoices(of: request.id).map(\.bookedBy))
        }
        return done
    }
}
