import OutlayProblems
import OutlayValues
import Testing

@testable import OutlayEconomics

@Suite struct StudyTests {
    @Test func `an unknown assumption is refused with the nearest name`() {
        let study = study(assumptions: [series("seats", ["2027-01-01": "65"])])
        let problem = refusal {
            try study.value(
                of: .assumption("seat"), on: day("2027-01-01"), year: 1, by: day("2027-01-01"))
        }
        #expect(problem?.code == .unknownReference && problem?.hint == "did you mean `seats`?")
    }

    @Test(arguments: [(12, 1, "2027-12-31"), (18, 2, "2028-06-30"), (48, 4, "2030-12-31")])
    func `a term is a window of whole months`(months: Int, years: Int, lastDay: String) {
        let window = Window.term(months: months, from: study().horizon, escalationCap: nil)
        #expect(window.years == years)
        #expect(window.lastDay == day(lastDay))
        #expect(window.contains(window.lastDay))
        #expect(!window.contains(window.lastDay.adding(days: 1)))
        #expect(!window.beginning(day("2027-02-01")).contains(day("2027-01-31")))
    }

    @Test func `the decision is at the start unless it has a date`() {
        #expect(study().decisionDate == day("2027-01-01"))
        #expect(study(decision: "2026-10-01").decisionDate == day("2026-10-01"))
    }
}
