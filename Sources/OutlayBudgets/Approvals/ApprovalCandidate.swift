import OutlayValues

/// A person who may decide a step today, and by what right.
public struct ApprovalCandidate: Sendable, Hashable {
    /// The person.
    public var person: PersonID
    /// For whom, where the step is an absent holder's; the next level decides in its own name.
    public var principal: PersonID?
    /// By what right.
    public var basis: ApprovalBasis

    /// Creates a candidate.
    public init(_ person: PersonID, for principal: PersonID? = nil, _ basis: ApprovalBasis) {
        self.person = person
        self.principal = principal
        self.basis = basis
    }
}

extension Organisation {
    /// Returns who may decide `step` on `date`, delegates aside, in the order of their identifiers.
    ///
    /// Those are the holders of its roles. For a holder who is absent it is the first standing deputy who
    /// is there and does not report to the requester, else the next level: the nearest superior who is
    /// there. Where those who are left are fewer than the step needs, the next level of the holders
    /// who may not decide joins them.
    ///
    /// - Parameters:
    ///   - step: The step of `plan`.
    ///   - plan: The plan.
    ///   - facts: The request; its requester, last editor and those who overrode its budget are barred.
    ///   - date: The day of the decision.
    /// - Returns: The persons, each once.
    public func candidates(
        for step: ApprovalStep, of plan: ApprovalPlan, facts: RequestFacts, on date: CalendarDate
    ) -> [ApprovalCandidate] {
        let barred = Self.barred(facts, plan)
        let holders = self.holders(of: step, plan, on: date)
        var found: [ApprovalCandidate] = []
        func add(_ candidate: ApprovalCandidate?) {
            guard let candidate, !found.contains(where: { $0.person == candidate.person }) else {
                return
            }
            found.append(candidate)
        }
        for holder in holders where !barred.contains(holder.id) && !holder.isAbsent(on: date) {
            add(ApprovalCandidate(holder.id, .holder))
        }
        for holder in holders where !barred.contains(holder.id) && holder.isAbsent(on: date) {
            add(
                deputy(of: holder, facts.requester, barred, on: date)
                    ?? nextLevel(above: holder, barred, on: date))
        }
        if found.count < step.quorum {
            for holder in holders where barred.contains(holder.id) {
                add(nextLevel(above: holder, barred, on: date))
            }
        }
        return found.sorted { $0.person < $1.person }
    }

    /// Returns who may decide `step` on `date` for a holder who lent their authority, in the order of their identifiers.
    ///
    /// - Parameters:
    ///   - step: The step of `plan`.
    ///   - plan: The plan.
    ///   - facts: The request; who may not decide on it lends nothing and is lent nothing.
    ///   - total: What limits of delegations are held against.
    ///   - date: The day of the decision.
    /// - Returns: The persons, each once for each holder.
    public func delegates(
        for step: ApprovalStep, of plan: ApprovalPlan, facts: RequestFacts, total: MinorUnits,
        on date: CalendarDate
    ) -> [ApprovalCandidate] {
        let barred = Self.barred(facts, plan)
        let holders = Set(self.holders(of: step, plan, on: date).map(\.id)).subtracting(barred)
        let lent = delegations.filter { lent in
            holders.contains(lent.principal) && !barred.contains(lent.delegate)
                && !reports(lent.delegate, to: facts.requester)
                && lent.holds(on: date, for: facts.details.category)
                && lent.limit.map { $0 >= total } ?? true
        }
        return Set(lent.map { ApprovalCandidate($0.delegate, for: $0.principal, .delegate) })
            .sorted {
                ($0.person, $0.principal ?? $0.person) < ($1.person, $1.principal ?? $1.person)
            }
    }

    /// Returns the holders of any of the roles of `step`, each once.
    func holders(
        of step: ApprovalStep, _ plan: ApprovalPlan, on date: CalendarDate
    ) -> [Person] {
        var seen: Set<PersonID> = []
        // A step asked once for the request belongs to the holders of any of its lines.
        let chains = step.line.isEmpty ? plan.lines : [step.line]
        return step.roles.flatMap { role -> [Person] in
            let held = chains.flatMap { holders(of: role, line: $0, on: date) }
            return held.isEmpty ? holders(of: role, line: [], on: date) : held
        }
        .filter { seen.insert($0.id).inserted }
    }

    /// Those who may not decide on a request, whatever roles they hold.
    static func barred(_ facts: RequestFacts, _ plan: ApprovalPlan) -> Set<PersonID> {
        var barred: Set<PersonID> = Set(facts.overriddenBy)
        barred.insert(facts.requester)
        if plan.barsLastEditor { barred.insert(facts.lastEditor) }
        return barred
    }

    func deputy(
        of holder: Person, _ requester: PersonID, _ barred: Set<PersonID>, on date: CalendarDate
    ) -> ApprovalCandidate? {
        let deputy = holder.deputies.first { id in
            guard let person = person(id) else { return false }
            return !barred.contains(id) && !person.isAbsent(on: date)
                && !reports(id, to: requester)
        }
        return deputy.map { ApprovalCandidate($0, for: holder.id, .deputy) }
    }

    private func nextLevel(
        above holder: Person, _ barred: Set<PersonID>, on date: CalendarDate
    ) -> ApprovalCandidate? {
        superiors(of: holder.id).first { !barred.contains($0.id) && !$0.isAbsent(on: date) }
            .map { ApprovalCandidate($0.id, .nextLevel) }
    }
}
