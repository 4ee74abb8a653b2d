import OutlayValues
import Testing

@testable import OutlayBudgets

@Suite struct ApprovalProgressTests {
    @Test func `no sequence of decisions lets requesters, editors or overriders approve`() throws {
        for seed in UInt64(1)...150 {
            var random = try RandomWorld(seed: seed)
            let organisation = try random.world.example.organisation()
            var state = try random.submitted()
            for _ in 0..<60 {
                let attempt = random.attempt()
                guard
                    case .granted(let next) = state.deciding(
                        attempt, of: random.facts, in: organisation)
                else { continue }
                state = next
                let act = try #require(state.acts.last)
                let voters = [act.person, act.principal].compactMap(\.self)
                #expect(!voters.contains(random.facts.requester), "seed \(seed)")
                #expect(
                    !voters.contains(random.facts.lastEditor) || !state.plan.barsLastEditor
                        || act.decision != .approve, "seed \(seed)")
                #expect(random.facts.overriddenBy.allSatisfy { !voters.contains($0) })
            }
        }
    }

    @Test func `a natural person has one vote, delegates and revisions included`() throws {
        for seed in UInt64(1)...150 {
            var random = try RandomWorld(seed: seed)
            let organisation = try random.world.example.organisation()
            var state = try random.submitted()
            for step in 0..<60 {
                if step % 15 == 14, random.facts.details.route == .competitive {
                    random.facts.revision += 1
                    let rise = random.numbers.below(300_00)
                    random.facts.total = MinorUnits(random.facts.total.count + Int64(rise))
                    state = state.revised(
                        to: random.facts, by: try random.plan(), random.world.example.policy)
                }
                if case .granted(let next) = state.deciding(
                    random.attempt(), of: random.facts, in: organisation)
                {
                    state = next
                }
                let standing = state.acts.filter(\.stands)
                let voters = standing.flatMap {
                    Set([$0.person] + [$0.principal].compactMap(\.self))
                }
                #expect(Set(voters).count == voters.count, "seed \(seed), step \(step)")
            }
        }
    }

    @Test func `an approved request has every step of its plan filled`() throws {
        var approved = 0
        for seed in UInt64(1)...200 {
            var random = try RandomWorld(seed: seed)
            let organisation = try random.world.example.organisation()
            var state = try random.submitted()
            for _ in 0..<80 {
                if case .granted(let next) = state.deciding(
                    random.attempt(), of: random.facts, in: organisation)
                {
                    state = next
                }
            }
            guard state.standing == .approved else { continue }
            approved += 1
            expectFilled(state, seed)
        }
        // The draws are not so strict that the check above never runs.
        #expect(approved > 20)
    }

    private func expectFilled(_ state: ApprovalState, _ seed: UInt64) {
        let progress = state.progress
        var used: [Int: Set<RoleID>] = [:]
        for (number, group) in state.plan.groups.enumerated() {
            for (place, step) in group.enumerated() {
                let votes = progress.votes[number][place]
                let persons = Set(votes.map { state.acts[$0].person })
                #expect(persons.count >= step.quorum, "seed \(seed)")
                for vote in votes {
                    #expect(state.acts[vote].stands && state.acts[vote].mayDecide(step))
                    if number >= state.plan.releasedAfter || state.plan.fullPathDays == nil {
                        used[vote, default: []].insert(step.role)
                    }
                }
            }
        }
        // One act decides one role, be it for several lines.
        #expect(used.values.allSatisfy { $0.count == 1 }, "seed \(seed)")
    }

    @Test func `the order of decisions within a group does not matter`() throws {
        for seed in UInt64(1)...100 {
            var random = try RandomWorld(seed: seed)
            random.facts.details.route = .competitive
            guard case .groups(let groups) = random.world.example.policy.tiers[0].path else {
                continue
            }
            random.world.example.policy.tiers[0].path = .groups([groups[0]])
            let organisation = try random.world.example.organisation()
            var standings: Set<ApprovalStanding> = []
            var filled: Set<Int> = []
            for _ in 0..<6 {
                var state = try random.submitted()
                for person in random.numbers.shuffled(random.people) {
                    let attempt = ApprovalAttempt(
                        person: person, principal: nil, decision: .approve, reason: .empty,
                        date: RuleCase.today)
                    if case .granted(let next) = state.deciding(
                        attempt, of: random.facts, in: organisation)
                    {
                        state = next
                    }
                }
                standings.insert(state.standing)
                filled.insert(state.progress.votes[0].map(\.count).reduce(0, +))
            }
            #expect(standings.count == 1, "seed \(seed)")
            #expect(filled.count == 1, "seed \(seed)")
        }
    }

    @Test func `a refusal changes nothing, and the same decision has the same outcome`() throws {
        for seed in UInt64(1)...60 {
            var random = try RandomWorld(seed: seed)
            let organisation = try random.world.example.organisation()
            var state = try random.submitted()
            for _ in 0..<30 {
                let attempt = random.attempt()
                let before = state
                switch state.deciding(attempt, of: random.facts, in: organisation) {
                case .granted(let next):
                    #expect(next.acts.dropLast() == before.acts[...], "seed \(seed)")
                    guard
                        case .granted(let again) = before.deciding(
                            attempt, of: random.facts, in: organisation)
                    else {
                        Issue.record("seed \(seed): refused the second time")
                        return
                    }
                    #expect(again == next)
                    state = next
                case .refused: #expect(state == before)
                }
            }
            var writer = CanonicalWriter()
            state.write(to: &writer)
            var reader = CanonicalReader(writer.bytes)
            #expect(try ApprovalState(from: &reader) == state, "seed \(seed)")
        }
    }
}
