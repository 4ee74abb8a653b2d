import Outlay
import Testing

@Suite struct ContractDatesTests {
    private func dates(
        months: Int = 36, renewals: (Int, Int) = (0, 12), renews: Bool = true, notice: Int? = 90
    ) -> ContractDates {
        ContractDates(
            start: day("2027-01-01"), months: months, renewalCount: renewals.0,
            renewalMonths: renewals.1, breakMonths: nil, renewsAutomatically: renews,
            noticeDays: notice, yearlyRenewal: [:], metered: [])
    }

    @Test func `the notice is given so many days before the end`() {
        #expect(dates().end == day("2029-12-31"))
        #expect(dates().notice(before: day("2029-12-31")) == day("2029-10-02"))
        #expect(dates(notice: nil).notice(before: day("2029-12-31")) == nil)
        #expect(dates(renewals: (2, 6)).lastEnd == day("2030-12-31"))
    }

    @Test func `what goes on by itself has an end after each renewal`() {
        #expect(dates().nextEnd(from: day("2029-12-31")) == day("2029-12-31"))
        #expect(dates().nextEnd(from: day("2030-01-01")) == day("2030-12-31"))
        #expect(dates().nextEnd(from: day("2034-06-01")) == day("2034-12-31"))
        #expect(dates(renews: false).nextEnd(from: day("2030-01-01")) == nil)
        #expect(dates(renewals: (0, 6)).nextEnd(from: day("2030-01-01")) == day("2030-06-30"))
    }

    @Test func `a year that it goes on for costs what its last year cost`() throws {
        let purchase = try PurchaseCase(
            ShippedEvaluations.helpdesk(), choosing: .award("northwind"))
        let found = try #require(try purchase.contractDates())
        // The subscription of the third year; set-up and training come once.
        #expect(found.yearlyRenewal.map { "\($0.key) \($0.value.amount)" } == ["CC-410 79478.96"])
        #expect(found.metered == [])
        #expect(found.end == day("2029-12-31"))
    }
}
