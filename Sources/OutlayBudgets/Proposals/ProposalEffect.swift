import OutlayProblems

/// What confirming a proposal would change, on a day and as the books stand.
public struct ProposalEffect: Sendable {
    /// The years of lines whose money changes, before and after, in the order of lines and years.
    public var lines: [(before: Balance, after: Balance)] = []
    /// Why it would be refused, or nil.
    public var obstacle: Problem?
}

extension LedgerReader {
    /// Returns what confirming a proposal would change.
    ///
    /// - Throws: A ``Problem`` of the store; what is wrong with the proposal itself is its obstacle.
    public func effect(
        of proposal: Proposal, at moment: LedgerMoment
    ) throws(Problem) -> ProposalEffect {
        var context = CommandContext(
            actor: proposal.proposer, onBehalfOf: proposal.principal, moment: moment)
        context.isProposal = true
        let currency = try requireSettings().currency
        var effect = ProposalEffect()
        let decision: Decision
        do throws(Problem) {
            decision = try proposal.command.decide(in: self, context: context)
        } catch {
            effect.obstacle = error
            return effect
        }
        switch decision {
        case .refused(let refusal): effect.obstacle = refusal.problem(in: currency)
        case .accepted(let body):
            var changed: [BalanceKey: Balance] = [:]
            for posting in body.postings where posting.row.period.division == .yearly {
                let before = try row(posting.row)
                var after = changed[posting.row] ?? before
                after[posting.bucket] = try after[posting.bucket] + posting.amount
                changed[posting.row] = after
            }
            for key in changed.keys.sorted() {
                guard let after = changed[key] else { continue }
                effect.lines.append((before: try row(key), after: after))
            }
        }
        return effect
    }

    /// Returns who may confirm a proposal, in the order of the organisation, where it says by roles who is a second
    /// person; nil where anybody of the organisation but the first person may.
    ///
    /// - Complexity: One decision for each person.
    public func confirmers(
        of proposal: Proposal, at moment: LedgerMoment
    ) throws(Problem) -> [PersonID]? {
        guard let organisation = try organisation(inForceOn: moment.effective),
            !organisation.duties.second.isEmpty
        else { return nil }
        let others = organisation.people.map(\.id).filter { !proposal.involves($0) }
        var context = CommandContext(
            actor: proposal.proposer, onBehalfOf: proposal.principal, moment: moment)
        var found: [PersonID] = []
        for person in others {
            context.confirmedBy = person
            if case .refused(let refusal) = try proposal.command.decide(in: self, context: context),
                refusal.code == .secondPersonRequired
            {
                continue
            }
            found.append(person)
        }
        return found.count == others.count ? nil : found
    }

    /// Returns whether a command would be done if a second person confirmed it, and is not without one; where one is
    /// named, it is not put before another.
    ///
    /// - Throws: A ``Problem`` where what is asked for is malformed, or of the store.
    public func needsSecondPerson(
        _ command: some LedgerCommand, _ context: CommandContext
    ) throws(Problem) -> Bool {
        guard context.confirmedBy == nil,
            case .refused(let refusal) = try command.decide(in: self, context: context)
        else { return false }
        return refusal.code == .secondPersonRequired
    }
}
