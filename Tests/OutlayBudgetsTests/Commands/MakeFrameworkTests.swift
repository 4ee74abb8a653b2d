import OutlayBudgets
import OutlayProblems
import OutlayValues
import Testing

@Suite struct MakeFrameworkTests {
    private func ledger(minimum: Int64 = 0, allotted: Int64 = 5_000) throws -> TestLedger {
        var ledger = try TestLedger([Node("A"), Node("B")])
        try ledger.accept(Allot(MinorUnits(allotted), to: "A", in: 2026))
        try ledger.accept(Allot(MinorUnits(5_000), to: "B", in: 2026))
        guard minimum > 0 else {
            try ledger.accept(agreement())
            return ledger
        }
        try ledger.accept(
            Submit("MIN", lines: [Submit.Line("A", MinorUnits(minimum))], vendor: "V1"))
        try ledger.refuse(agreement(guaranteedBy: "MIN"), .notApproved)
        try ledger.accept(Approve("MIN"), by: "mia")
        try ledger.accept(agreement(guaranteedBy: "MIN"))
        return ledger
    }

    private func agreement(
        ceiling: Int64 = 1_000, vendors: [VendorID] = ["V1", "V2"],
        guaranteedBy request: RequestID? = nil
    ) throws -> MakeFramework {
        MakeFramework(
            "F1", vendors: vendors, ceiling: MinorUnits(ceiling),
            from: try TestLedger.date("2026-01-01"), to: try TestLedger.date("2026-06-30"),
            guaranteedBy: request)
    }

    private func callOff(_ id: RequestID, _ amount: Int64, _ vendor: VendorID = "V1") -> Submit {
        Submit(
            id, lines: [Submit.Line("A", MinorUnits(amount))], vendor: vendor, framework: "F1")
    }

    @Test func `call-offs share the ceiling, and give back what ends unbilled`() throws {
        var ledger = try ledger()
        try ledger.accept(callOff("R1", 600))
        let refusal = try ledger.refuse(callOff("R2", 401), .frameworkCeiling)
        #expect(refusal.available == MinorUnits(400))
        try ledger.accept(callOff("R2", 400))
        try ledger.accept(Withdraw("R2"))
        #expect(ledger.books.framework("F1")?.calledOff == MinorUnits(600))
        try ledger.accept(Approve("R1"), by: "mia")
        try ledger.accept(BookInvoice("R1", number: "1", amount: MinorUnits(500), isFinal: true))
        #expect(ledger.books.framework("F1")?.calledOff == MinorUnits(500))
        try ledger.accept(callOff("R3", 500))
        try ledger.refuse(Amend("R3", to: MinorUnits(501)), .frameworkCeiling)
        try ledger.expectReplay()
    }

    @Test func `period and vendors bind`() throws {
        var ledger = try ledger()
        try ledger.refuse(callOff("R1", 1, "V9"), .frameworkVendor)
        try ledger.refuse(callOff("R1", 1), .frameworkPeriod, on: "2026-07-01")
        try ledger.accept(callOff("R1", 1), on: "2026-06-30")
        try ledger.refuse(
            Submit("R2", lines: [Submit.Line("A", MinorUnits(1))], framework: "F9"),
            .unknownFramework)
    }

    @Test func `only the guaranteed minimum is committed, and call-offs use it up`() throws {
        var ledger = try ledger(minimum: 300)
        #expect(try ledger.balance("A") == [5_000, 0, 300, 0, 4_700])
        try ledger.accept(callOff("R1", 200))
        try ledger.accept(Approve("R1"), by: "mia")
        #expect(try ledger.balance("A") == [5_000, 0, 300, 0, 4_700])
        try ledger.accept(callOff("R2", 200))
        try ledger.accept(Approve("R2"), by: "mia")
        #expect(try ledger.balance("A") == [5_000, 0, 400, 0, 4_600])
        try ledger.expectReplay()
    }

    @Test func `the minimum is approved as a request before anything is committed`() throws {
        let ledger = try ledger(minimum: 300)
        let request = try #require(ledger.books.request("MIN"))
        #expect(request.state == .closed)
        let framework = try #require(ledger.books.framework("F1"))
        #expect(framework.approvedBy == "MIN" && framework.guaranteedMinimum == MinorUnits(300))
        #expect(framework.minimumRow == BalanceKey("A", try PeriodID(parsing: "FY2026-M02")))
        try ledger.expectReplay()
    }

    @Test func `an agreement from before call-offs were added up is read with what it says`() throws
    {
        var framework = Framework(
            "F1", title: "Paper", vendors: ["V1"], ceiling: MinorUnits(1_000),
            guaranteedMinimum: MinorUnits(300), start: try TestLedger.date("2026-01-01"),
            end: try TestLedger.date("2026-06-30"), sequence: 7)
        framework.minimumRow = BalanceKey("A", try PeriodID(parsing: "FY2026-M02"))
        framework.minimumOpen = MinorUnits(100)
        framework.agreed = MinorUnits(200)
        #expect(try Framework(values: framework.values) == framework)
        #expect(try Framework(values: framework.values.dropLast(2)) == framework)
        #expect(throws: Problem.self) { try Framework(values: framework.values.dropLast(3)) }
    }

    @Test func `an unfit request guarantees nothing`() throws {
        var ledger = try TestLedger([Node("A"), Node("B")])
        try ledger.accept(Allot(MinorUnits(5_000), to: "A", in: 2026))
        try ledger.accept(Allot(MinorUnits(5_000), to: "B", in: 2026))
        let lines = [Submit.Line("A", MinorUnits(100)), Submit.Line("B", MinorUnits(100))]
        try ledger.accept(Submit("TWO", lines: lines, vendor: "V1"))
        try ledger.accept(Approve("TWO"), by: "mia")
        try ledger.accept(Submit("ONE", lines: [lines[0]], vendor: "V1"))
        try ledger.accept(Approve("ONE"), by: "mia")
        try ledger.refuse(agreement(guaranteedBy: "NONE"), .unknownRequest)
        let two = try ledger.refuse(agreement(guaranteedBy: "TWO"), .badCommand)
        #expect(
            two.problem(in: .usd).summary
                == "`TWO`: a guaranteed minimum is approved on one line in one month")
        try ledger.refuse(agreement(vendors: ["V2"], guaranteedBy: "ONE"), .frameworkVendor)
        let much = try ledger.refuse(agreement(ceiling: 99, guaranteedBy: "ONE"), .badCommand)
            .problem(in: .usd)
        #expect(
            much.summary == "`ONE`: the guaranteed minimum is above the agreement's ceiling")
        #expect(much.reason == "available 0.99, requested 1.00")
        #expect(much.hint == "give a higher ceiling, or have less approved")
        let none = try ledger.refuse(agreement(vendors: []), .badCommand)
        #expect(
            none.problem(in: .usd).summary
                == "`F1`: an agreement names who may be called off from")
        let nothing = try ledger.refuse(agreement(ceiling: 0), .badAmount).problem(in: .usd)
        #expect(nothing.reason == "it is the agreement's ceiling")
        #expect(nothing.hint == "give a ceiling above 0")
        try ledger.accept(agreement(ceiling: 1_000))
        try ledger.accept(
            Submit("CALL", lines: [lines[0]], vendor: "V1", framework: "F1"))
        try ledger.accept(Approve("CALL"), by: "mia")
        var other = try agreement(guaranteedBy: "CALL")
        other.id = "F2"
        let call = try ledger.refuse(other, .badCommand)
        #expect(
            call.problem(in: .usd).summary
                == "`CALL`: it is a call-off, and guarantees nothing itself")
        try ledger.accept(PlaceOrder("ONE", number: "1"))
        other.approvedBy = "ONE"
        try ledger.refuse(other, .notApproved)
        try ledger.accept(
            BookInvoice("CALL", number: "1", amount: MinorUnits(100), isFinal: true))
        #expect(try ledger.balance("A") == [5_000, 0, 200, 100, 4_700])
    }

    @Test func `a call-off that comes to less gives back what it took of the minimum`() throws {
        var ledger = try ledger(minimum: 300)
        try ledger.accept(callOff("R1", 200))
        try ledger.accept(Approve("R1"), by: "mia")
        try ledger.accept(callOff("R2", 250))
        try ledger.accept(Approve("R2"), by: "mia")
        #expect(try ledger.balance("A") == [5_000, 0, 450, 0, 4_550])
        // Of 450 agreed on, 200 are left: 100 of the minimum are owed again.
        try ledger.accept(Cancel("R2"))
        #expect(try ledger.balance("A") == [5_000, 0, 300, 0, 4_700])
        #expect(ledger.books.framework("F1")?.minimumOpen == MinorUnits(100))
        try ledger.accept(BookInvoice("R1", number: "1", amount: MinorUnits(150), isFinal: true))
        #expect(try ledger.balance("A") == [5_000, 0, 150, 150, 4_700])
        try ledger.expectReplay()
    }

    @Test func `what is owed again is owed though the line is full`() throws {
        var ledger = try ledger(minimum: 300, allotted: 500)
        try ledger.accept(
            Submit(
                "R1", lines: [Submit.Line("B", MinorUnits(300))], vendor: "V1", framework: "F1"))
        try ledger.accept(Approve("R1"), by: "mia")
        #expect(try ledger.balance("A") == [500, 0, 0, 0, 500])
        try ledger.accept(Submit("R2", lines: [Submit.Line("A", MinorUnits(400))], vendor: "V9"))
        try ledger.accept(Cancel("R1"))
        #expect(try ledger.balance("A") == [500, 400, 300, 0, -200])
        let overrun = try #require(ledger.books.overruns().last)
        #expect(overrun.cause == .guaranteedMinimum && overrun.amount == MinorUnits(200))
        try ledger.expectReplay()
    }
}
