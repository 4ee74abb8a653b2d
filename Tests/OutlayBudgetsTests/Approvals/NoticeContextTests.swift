import OutlayValues
import Testing

@testable import OutlayBudgets

@Suite struct NoticeContextTests {
    private func notices(
        _ world: World, _ state: ApprovalState, _ facts: RequestFacts, on date: String
    ) throws -> [String] {
        NoticeContext(
            of: facts, state, world.example.policy, try world.example.organisation(),
            on: try CalendarDate(parsing: date)
        ).notices.map { notice in
            [
                notice.kind.rawValue, notice.person?.text ?? "nobody", notice.step,
                notice.date?.description ?? "",
            ]
            .filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    private func world() throws -> World {
        var world = try World([(nil, [["manager", "finance"], ["cfo"]])])
        world.example.people = [
            RuleCase.person("ana"), RuleCase.person("mia", "manager", reportsTo: "cfo"),
            RuleCase.person("fin", "finance", reportsTo: "cfo"), RuleCase.person("cfo", "cfo"),
        ]
        world.example.policy.reminders = Reminders(afterDays: 2, escalateAfterDays: 5)
        return world
    }

    @Test func `those a step waits for are reminded, and no one else`() throws {
        let world = try world()
        let facts = try world.facts("10.00", on: "2026-02-10")
        var state = try world.submitted(facts)
        #expect(try notices(world, state, facts, on: "2026-02-10") == [])
        #expect(
            try notices(world, state, facts, on: "2026-02-12") == [
                "reminder mia manager 2026-02-10", "reminder fin finance 2026-02-10",
            ])
        #expect(try world.decide("mia", on: "2026-02-12", &state, facts) == "pending")
        #expect(
            try notices(world, state, facts, on: "2026-02-14")
                == ["reminder fin finance 2026-02-10"])
        #expect(try world.decide("fin", on: "2026-02-14", &state, facts) == "pending")
        // The next group waits since the last approval of the one before.
        #expect(try notices(world, state, facts, on: "2026-02-15") == [])
        #expect(
            try notices(world, state, facts, on: "2026-02-16")
                == ["reminder cfo cfo 2026-02-14"])
        #expect(try world.decide("cfo", on: "2026-02-16", &state, facts) == "approved")
        #expect(try notices(world, state, facts, on: "2026-02-18") == [])
    }

    @Test func `superiors are told of long waits, once each`() throws {
        let world = try world()
        let facts = try world.facts("10.00", on: "2026-02-10")
        let state = try world.submitted(facts)
        #expect(
            try notices(world, state, facts, on: "2026-02-15") == [
                "escalation cfo manager 2026-02-10", "escalation cfo finance 2026-02-10",
            ])
    }

    @Test func `a step that nobody can decide is named`() throws {
        var world = try world()
        world.example.people.remove(at: 2)
        let facts = try world.facts("10.00", on: "2026-02-10")
        let state = try world.submitted(facts)
        #expect(
            try notices(world, state, facts, on: "2026-02-11")
                == ["unfilled nobody finance 2026-02-10"])
    }
}
