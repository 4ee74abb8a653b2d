import OutlayBudgets
import OutlayValues
import Testing

/// Call-offs from an agreement with two vendors, in euros and dollars, played with whole commands.
@Suite struct CallOffsTests {
    /// An agreement `F1` of 10 000.00 with V1 and V2, of which 1 000.00 are owed in any case.
    private func ledger() throws -> TestLedger {
        var ledger = try DocumentLedger.make(
            policy: #""routes": {"call_off": true}, "tiers": [{"steps": [["manager"]]}]"#)
        try ledger.accept(
            Submit("MIN", lines: [Submit.Line("IT", MinorUnits(100_000))], vendor: "V1"))
        try ledger.accept(Approve("MIN"), by: "mia")
        try ledger.accept(
            MakeFramework(
                "F1", vendors: ["V1", "V2"], ceiling: MinorUnits(1_000_000),
                from: TestLedger.date("2026-01-01"), to: TestLedger.date("2026-06-30"),
                guaranteedBy: "MIN"))
        return ledger
    }

    private func callOff(
        _ id: RequestID, _ amount: Int64, _ vendor: VendorID, rate: ExactDecimal? = nil
    ) -> Submit {
        var submit = Submit(
            id, lines: [Submit.Line("IT", MinorUnits(amount))], vendor: vendor, framework: "F1",
            currency: rate == nil ? nil : .usd, rate: rate)
        submit.details.route = .callOff
        return submit
    }

    private func calledOff(_ ledger: TestLedger) -> Int64? {
        ledger.books.framework("F1")?.calledOff.count
    }

    @Test func `two vendors share one ceiling, in whatever currency they bill`() throws {
        var ledger = try ledger()
        #expect(try ledger.balance("IT").prefix(4) == [100_000_000, 0, 100_000, 0])
        try ledger.accept(callOff("R1", 600_000, "V1"))
        // 5 000.00 dollars at 0.9 are 4 500.00, and 4 000.00 are left.
        let refusal = try ledger.refuse(
            callOff("R2", 500_000, "V2", rate: ExactDecimal(9, places: 1)), .frameworkCeiling)
        #expect(refusal.available == MinorUnits(400_000) && refusal.shortBy == MinorUnits(50_000))
        try ledger.accept(callOff("R2", 400_000, "V2", rate: ExactDecimal(9, places: 1)))
        #expect(calledOff(ledger) == 960_000)
        try ledger.refuse(callOff("R3", 1, "V3"), .frameworkVendor)
        try ledger.refuse(callOff("R3", 1, "V1"), .frameworkPeriod, on: "2026-07-01")
        // The guaranteed minimum is part of the first call-off that is approved.
        try ledger.accept(Approve("R1"), by: "mia")
        #expect(try ledger.balance("IT").prefix(4) == [100_000_000, 360_000, 600_000, 0])
        #expect(ledger.books.framework("F1")?.minimumOpen == .zero)
        try ledger.expectReplay()
    }

    @Test func `a rate at approval is checked against what is left of the ceiling`() throws {
        var ledger = try ledger()
        try ledger.accept(callOff("R1", 1_000_000, "V2", rate: ExactDecimal(9, places: 1)))
        let refusal = try ledger.refuse(
            Approve("R1", rate: ExactDecimal(11, places: 1)), .frameworkCeiling, by: "mia")
        #expect(refusal.requested == MinorUnits(1_100_000))
        #expect(refusal.shortBy == MinorUnits(100_000))
        try ledger.accept(Approve("R1", rate: ExactDecimal(95, places: 2)), by: "mia")
        #expect(calledOff(ledger) == 950_000)
        try ledger.refuse(callOff("R2", 50_001, "V1"), .frameworkCeiling)
        try ledger.accept(Cancel("R1"), by: "ben")
        #expect(calledOff(ledger) == 0)
        try ledger.accept(callOff("R2", 1_000_000, "V1"))
        try ledger.expectReplay()
    }

    @Test func `what a change order or the last bill gives back may be called off again`() throws {
        var ledger = try ledger()
        try ledger.accept(callOff("R1", 900_000, "V1"))
        try ledger.refuse(Amend("R1", to: MinorUnits(1_000_001)), .frameworkCeiling)
        try ledger.accept(Amend("R1", to: MinorUnits(800_000)))
        #expect(calledOff(ledger) == 800_000)
        try ledger.accept(Approve("R1"), by: "mia")
        try ledger.accept(
            BookInvoice("R1", number: "A1", amount: MinorUnits(300_000), isFinal: true), by: "sam")
        #expect(calledOff(ledger) == 300_000)
        for (id, end) in [("R2", "withdraw"), ("R3", "reject"), ("R4", "expire")] {
            let id = try RequestID(id)
            try ledger.accept(callOff(id, 700_000, "V2"))
            #expect(calledOff(ledger) == 1_000_000)
            switch end {
            case "withdraw": try ledger.accept(Withdraw(id))
            case "reject": try ledger.accept(Reject(id), by: "mia")
            default: try ledger.accept(Expire(), on: "2026-03-13")
            }
            #expect(calledOff(ledger) == 300_000)
        }
        try ledger.expectReplay()
    }
}
