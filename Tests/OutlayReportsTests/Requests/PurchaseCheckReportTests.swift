import Outlay
import OutlayDocuments
import OutlayReports
import Testing

@Suite struct PurchaseCheckReportTests {
    private let today = HelpdeskLedger.day("2026-11-20")

    private func plain(_ text: String) -> String {
        text.replacing("\u{202F}", with: " ").replacing("\u{A0}", with: " ")
    }

    private func check(
        _ settings: [String], edit: (String) -> String = { $0 }
    ) throws -> PurchaseCheck {
        let ledger = try HelpdeskLedger.story()
        return try HelpdeskLedger.purchase(edit: edit).check(
            HelpdeskLedger.request,
            setting: settings.map { try AssumptionOverride(parsing: $0) }, in: ledger.books,
            on: today)
    }

    // 139 400.00 − 57 000.00 = 82 400.00 for seats at 1 068.00 a year: 77.15 of them.
    @Test func `more seats than fit come with the number that does`() throws {
        let check = try check(["seats=80"])
        #expect(!check.fits)
        #expect(check.budget.lines[0].requested == MinorUnits(14_244_000))
        #expect(check.budget.lines[0].after == MinorUnits(-304_000))
        #expect(check.budget.refusal?.shortBy == MinorUnits(304_000))
        #expect(
            check.waysOut(in: .eur).map(plain) == [
                "fits at 77 seats or fewer", "or transfer 3 040.00 to CC-410",
                "or ask an override (PROC-4: cfo, with reason)",
            ])
        let shown = plain(
            TextFormat(width: 160).render(try check.report(title: "Check", in: .eur)))
        #expect(shown.contains("−3 040.00"))
        #expect(shown.contains("101.0 %"))
    }

    @Test(arguments: [(65, true), (77, true), (78, false)])
    func `it fits up to that number`(seats: Int, fits: Bool) throws {
        #expect(try check(["seats=\(seats)"]).fits == fits)
    }

    @Test func `what falls into years without a budget is told`() throws {
        let check = try check([])
        #expect(check.fits)
        #expect(check.unbudgetedYears.map(\.description) == ["FY2028", "FY2029"])
        #expect(check.unbudgeted.amount == (try ExactDecimal(parsing: "153758.36")))
        let shown = plain(
            TextFormat(width: 160).render(try check.report(title: "Check", in: .eur)))
        #expect(shown.contains("FY2028, FY2029 commit EUR 153 758.36, no budget yet"))
    }

    @Test func `without a setting every assumption that the payments follow is searched`() throws {
        let check = try check([]) {
            $0.replacing("seats: {value: 65, unit", with: "seats: {value: 80, unit")
        }
        #expect(check.fitting.map { "\($0.name) \($0.value)" } == ["seats 77"])
    }

    @Test func `a setting of one year is searched in that year`() throws {
        #expect(try check(["seats.2027=80"]).fitting.map(\.name) == ["seats.2027"])
        #expect(try check(["seats.2028=900"]).fits)
    }

    @Test func `what does not fit at any value has no such way out`() throws {
        let check = try check(["seats=80"]) {
            $0.replacing("amount: 45000, at: start", with: "amount: 145000, at: start")
                .replacing(
                    "range: {low: 38000, high: 70000}", with: "range: {low: 138000, high: 170000}")
        }
        #expect(check.fitting == [])
        #expect(check.transfer?.node.text == "CC-410")
    }

    @Test func `a setting that cannot be is refused`() throws {
        #expect(throws: Problem.self) { try check(["seats=-1"]) }
        #expect(throws: Problem.self) { try check(["seat=80"]) }
        #expect(throws: Problem.self) { try check(["seats=80", "seats.2031=1"]) }
    }

    @Test func `what is expected is taken off what is left`() throws {
        let check = try check([])
        let node = try NodeID("CC-410")
        let year = PeriodID(year: 2027)
        let expected = [
            ExpectedSpending(
                kind: .renewal, subject: "REQ-1", node: node, year: year,
                amount: MinorUnits(500_000), date: today),
            ExpectedSpending(
                kind: .runRate, subject: "REQ-2", node: node, year: year,
                amount: MinorUnits(100_000), date: nil),
        ]
        let shown = plain(
            TextFormat(width: 160).render(
                try check.report(title: "Check", in: .eur, expected: expected)))
        // 12 980.00 − 5 000.00 − 1 000.00
        #expect(shown.contains("6 980.00"))
    }
}
