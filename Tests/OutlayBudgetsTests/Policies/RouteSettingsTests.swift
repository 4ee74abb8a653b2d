import OutlayValues
import Testing

@testable import OutlayBudgets

@Suite struct RouteSettingsTests {
    @Test func `ways of purchase that the policy does not open are refused`() throws {
        var world = try World()
        world.example.policy.routes = RouteSettings(allowsCallOff: false, ratification: nil)
        for route in PurchaseRoute.allCases where route != .competitive {
            var facts = try world.facts("10.00", vendor: "V1")
            facts.details.route = route
            facts.details.reasonCode = "because"
            facts.details.hasPriceEvidence = true
            guard case .refused(let refusal) = try world.ruling(facts) else {
                Issue.record("\(route) was planned")
                continue
            }
            #expect(refusal.code == .routeNotAdmitted)
            #expect(refusal.subject.text == "R1" && !refusal.note.isEmpty)
        }
    }

    @Test func `without settings, call-offs and ratifications are open, the rest is not`() throws {
        let routes = RouteSettings()
        #expect(routes.allowsCallOff && routes.ratification == [])
        #expect(routes.singleSource == nil && routes.emergency == nil)
    }

    @Test func `an emergency cannot be split below its ceiling`() throws {
        var world = try World()
        world.example.policy.split = SplitWindow(days: 30, by: [.vendor])
        world.example.policy.routes.emergency = RouteSettings.Emergency(
            ceiling: try amount("5000.00"), approvers: [RoleID(known: "cfo")], fullPathDays: 5)
        var facts = try world.facts("3000.00", vendor: "V1")
        facts.details.route = .emergency
        facts.details.reasonCode = "flood"
        let before = EarlierPurchase(
            "R0", requester: "ana", vendor: "V1", total: try amount("2000.01"),
            date: facts.submitted)
        guard case .refused(let refusal) = try world.ruling(facts, earlier: [before]) else {
            Issue.record("the emergency was planned")
            return
        }
        #expect(refusal.code == .emergencyCeiling)
        #expect(refusal.available == MinorUnits(500_000))
        #expect(refusal.requested == MinorUnits(500_001) && refusal.shortBy == MinorUnits(1))
    }

    @Test func `a waiver acts in its group of the order, and needs no quotes`() throws {
        var policy = try Policy(json: SampleDocuments.value(SampleDocuments.policy))
        policy.order[1].append("procurement")
        policy.routes.singleSource = RouteSettings.SingleSource(
            reasons: ["sole-maker"], waiver: "procurement")
        var facts = try World().facts("50000.00")
        facts.details.route = .singleSource
        facts.details.reasonCode = "sole-maker"
        facts.details.hasPriceEvidence = true
        guard
            case .granted(let plan) = try Policy.plan(
                for: PlanningContext(policy: policy, facts: facts))
        else {
            Issue.record("it was refused")
            return
        }
        #expect(plan.path == [["budget-owner"], ["department-head", "procurement"]])
        #expect(plan.groups[1][1].reasons == ["waiver"])
    }
}
