/// Which acts count for which steps.
///
/// It follows from the plan and the set of standing acts alone, not from their order: the acts of an open
/// group are matched to its steps so that as many as possible are filled, so a person with two roles never
/// takes the only step that somebody else could have taken.
///
/// - Source: H. W. Kuhn, "The Hungarian method for the assignment problem", Naval Research Logistics
///   Quarterly 2 (1955): augmenting paths, here without weights.
public struct ApprovalProgress: Sendable, Hashable {
    /// For each group and step, the places in ``ApprovalState/acts`` that count for it.
    public private(set) var votes: [[[Int]]]
    /// How many groups, from the first on, are complete without a gap.
    public private(set) var completeGroups: Int
    /// The first group with a step that is not complete, or nil where all are.
    public var openGroup: Int? { completeGroups < votes.count ? completeGroups : nil }

    /// Finds which of `acts` count for which step of `plan`.
    init(_ plan: ApprovalPlan, _ acts: [ApprovalAct]) {
        votes = []
        completeGroups = 0
        var unused = acts.indices.filter { acts[$0].stands }
        for (number, group) in plan.groups.enumerated() {
            var matching = GroupMatching(group, acts)
            for index in unused { matching.add(index) }
            votes.append(matching.votes)
            // The release of an emergency takes nothing from the full path behind it.
            if plan.fullPathDays == nil || number >= plan.releasedAfter {
                let used = Set(matching.votes.joined())
                unused.removeAll { used.contains($0) }
            }
            if matching.isComplete, completeGroups == number { completeGroups += 1 }
        }
    }

    /// Returns how many approvals the step still needs.
    public func missing(_ plan: ApprovalPlan, group: Int, step: Int) -> Int {
        max(0, plan.groups[group][step].quorum - votes[group][step].count)
    }
}

extension ApprovalState {
    /// Which acts count for which steps.
    public var progress: ApprovalProgress { ApprovalProgress(plan, acts) }

    /// The steps that wait for somebody now.
    public var openSteps: [ApprovalStep] {
        guard standing == .pending || standing == .released else { return [] }
        let progress = progress
        guard let group = progress.openGroup else { return [] }
        return plan.groups[group].enumerated()
            .filter { progress.missing(plan, group: group, step: $0.offset) > 0 }
            .map(\.element)
    }
}

/// The acts that count for the steps of one group.
///
/// A person who may decide for a charged line decides for each of their lines with the one act. All others
/// count for one step.
struct GroupMatching {
    private(set) var votes: [[Int]]
    private let steps: [ApprovalStep]
    private let acts: [ApprovalAct]

    init(_ steps: [ApprovalStep], _ acts: [ApprovalAct]) {
        self.steps = steps
        self.acts = acts
        votes = steps.map { _ in [] }
    }

    var isComplete: Bool {
        steps.indices.allSatisfy { votes[$0].count >= steps[$0].quorum }
    }

    /// Takes the act at `index` where it fills a step; returns whether it does.
    @discardableResult
    mutating func add(_ index: Int) -> Bool {
        let able = steps.indices.filter { acts[index].mayDecide(steps[$0]) }
        let ofLines = able.filter { !steps[$0].line.isEmpty }
        if !ofLines.isEmpty {
            let open = ofLines.filter { votes[$0].count < steps[$0].quorum }
            let role = open.first.map { steps[$0].role }
            for step in open where steps[step].role == role { votes[step].append(index) }
            return !open.isEmpty
        }
        var tried: Set<Int> = []
        return place(index, &tried)
    }

    /// Finds a step for the act at `index`, moving others to further steps of theirs where that makes room.
    private mutating func place(_ index: Int, _ tried: inout Set<Int>) -> Bool {
        for step in steps.indices
        where steps[step].line.isEmpty && acts[index].mayDecide(steps[step])
            && tried.insert(step).inserted
        {
            if votes[step].count < steps[step].quorum {
                votes[step].append(index)
                return true
            }
            for (place, other) in votes[step].enumerated() where self.place(other, &tried) {
                votes[step][place] = index
                return true
            }
        }
        return false
    }
}

extension ApprovalAct {
    /// Returns whether the person could decide `step` on the day of the act.
    func mayDecide(_ step: ApprovalStep) -> Bool {
        claims.contains { claim in
            claim.line == step.line.first && step.roles.contains(claim.role)
        }
    }
}
