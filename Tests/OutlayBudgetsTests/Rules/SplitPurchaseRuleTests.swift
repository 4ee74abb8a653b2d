import OutlayValues
import Testing

@testable import OutlayBudgets

@Suite struct SplitPurchaseRuleTests {
    private func world(threshold: String? = "5000.00") throws -> World {
        var world = try World([("5000.00", [["manager"]]), (nil, [["manager"], ["finance"]])])
        world.example.policy.split = SplitWindow(
            days: 30, by: [.vendor], threshold: try threshold.map { try amount($0) })
        return world
    }

    private func earlier(
        _ id: String, _ total: String, _ date: String, _ vendor: String?
    ) throws -> EarlierPurchase {
        EarlierPurchase(
            RequestID(known: id), requester: PersonID(known: "ana"),
            vendor: vendor.map { VendorID(known: $0) }, total: try amount(total),
            date: try CalendarDate(parsing: date))
    }

    @Test func `purchases from one vendor within thirty days are routed by their sum`() throws {
        let world = try world()
        var earlier: [EarlierPurchase] = []
        let rows: [(id: String, date: String, vendor: String, flags: [AnswerFlag], groups: Int)] = [
            ("R1", "2026-02-01", "V1", [], 1), ("R2", "2026-02-10", "V1", [], 1),
            ("R3", "2026-02-11", "V2", [], 1), ("R4", "2026-02-20", "V1", [.splitSuspected], 2),
            ("R5", "2026-05-20", "V1", [], 1),
        ]
        for row in rows {
            let facts = try world.facts("2400.00", id: row.id, on: row.date, vendor: row.vendor)
            let plan = try world.plan(facts, earlier: earlier)
            #expect(plan.flags == row.flags, "\(row.id)")
            #expect(plan.groups.count == row.groups, "\(row.id)")
            earlier.append(try self.earlier(row.id, "2400.00", row.date, row.vendor))
        }
    }

    @Test(arguments: [("2026-03-03", 2), ("2026-03-04", 1), ("2026-01-02", 2), ("2026-01-01", 1)])
    func `the thirtieth day counts, the next does not, on either side`(date: String, groups: Int)
        throws
    {
        let world = try world()
        let facts = try world.facts("2500.00", on: "2026-02-01", vendor: "V1")
        let plan = try world.plan(facts, earlier: [earlier("R0", "2500.00", date, "V1")])
        #expect(plan.groups.count == groups)
        #expect(plan.flags == (groups == 2 ? [.splitSuspected] : []))
    }

    @Test func `vendors of one group, and two names of one bank account, are one`() throws {
        var world = try world()
        world.example.vendors = VendorRegister(
            revision: 1,
            [
                Vendor(VendorID(known: "V1"), legalName: "One", group: "G"),
                Vendor(VendorID(known: "V2"), legalName: "Two", group: "G", bankDetailHash: "aa"),
                Vendor(VendorID(known: "V3"), legalName: "Three", bankDetailHash: "aa"),
            ])
        for (vendor, other, groups) in [("V1", "V2", 2), ("V2", "V3", 2), ("V1", "V3", 1)] {
            let facts = try world.facts("2500.00", on: "2026-02-01", vendor: vendor)
            let plan = try world.plan(
                facts, earlier: [earlier("R0", "2500.00", "2026-02-01", other)])
            #expect(plan.groups.count == groups, "\(vendor) \(other)")
        }
    }

    @Test func `a total that overflows is refused, not cut`() throws {
        let world = try world()
        var facts = try world.facts("1.00", on: "2026-02-01", vendor: "V1")
        facts.total = MinorUnits(.max)
        #expect(throws: (any Error).self) {
            try world.plan(facts, earlier: [earlier("R0", "1.00", "2026-02-01", "V1")])
        }
    }

    @Test func `splitting never lowers the path of the last part, nor of the whole`() throws {
        for seed in UInt64(1)...500 {
            var numbers = SeededNumbers(seed: seed)
            var world = try World([
                ("1000.00", [["manager"]]), ("10000.00", [["manager", "finance"]]),
                (nil, [["manager"], ["finance"], ["cfo"]]),
            ])
            let keys: [SplitWindow.Key] = numbers.pick([
                [.vendor], [.requester, .vendor], [.requester, .vendor, .category], [.requester],
            ])
            world.example.policy.split = SplitWindow(days: 30, by: keys)
            let parts = (0..<(2 + numbers.below(5))).map { _ in Int64(1 + numbers.below(600_000)) }
            var whole = try world.facts("1.00", on: "2026-02-01", vendor: "V1")
            whole.total = MinorUnits(parts.reduce(0, +))
            let wanted = try world.plan(whole)
            var earlier: [EarlierPurchase] = []
            var highest = -1
            for (index, part) in parts.enumerated() {
                var facts = try world.facts("1.00", id: "P\(index)", vendor: "V1")
                facts.submitted = whole.submitted.adding(days: numbers.below(31))
                facts.total = MinorUnits(part)
                let plan = try world.plan(facts, earlier: earlier)
                highest = max(highest, plan.tier)
                if index == parts.count - 1 {
                    #expect(plan.tier == wanted.tier && plan.path == wanted.path, "seed \(seed)")
                    #expect(plan.judgedTotal == whole.total, "seed \(seed)")
                }
                earlier.append(
                    EarlierPurchase(
                        facts.request, requester: facts.requester, vendor: facts.vendor,
                        total: facts.total, date: facts.submitted))
            }
            #expect(highest >= wanted.tier, "seed \(seed)")
        }
    }
}
