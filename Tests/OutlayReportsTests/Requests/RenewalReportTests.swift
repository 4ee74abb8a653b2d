import Outlay
import OutlayDocuments
import OutlayReports
import Testing

@Suite struct RenewalReportTests {
    private func renewal(_ request: String, _ title: String, end: String, notice: String?) throws
        -> ContractRenewal
    {
        ContractRenewal(
            request: try RequestID(request), title: try LedgerText(title),
            vendor: try VendorID("northwind"), requester: try PersonID("ana"),
            end: HelpdeskLedger.day(end), notice: notice.map(HelpdeskLedger.day),
            renewsAutomatically: notice != nil,
            contractValue: try Money(parsing: "280178.36", .eur))
    }

    @Test func `a contract is listed from its deadline on, not before`() throws {
        var ledger = try HelpdeskLedger.story()
        for person in ["owner.itops", "head.service", "controller", "cfo"] {
            try ledger.run(Approve(HelpdeskLedger.request), by: person, on: "2026-11-20")
        }
        func listed(_ date: String, _ days: Int) throws -> [String] {
            try ledger.books.contractRenewals(on: HelpdeskLedger.day(date), within: days).map {
                "\($0.request) \($0.deadline) \($0.end)"
            }
        }
        #expect(try listed("2029-06-03", 120) == [])
        #expect(try listed("2029-06-04", 120) == ["REQ-2026-031 2029-10-02 2029-12-31"])
        // The notice has passed: it goes on, and is listed while its end is near.
        #expect(try listed("2029-10-03", 120) == ["REQ-2026-031 2029-10-02 2029-12-31"])
        let passed = try ledger.books.contractRenewals(
            on: HelpdeskLedger.day("2029-10-03"), within: 120)
        #expect(passed[0].isNoticePassed(on: HelpdeskLedger.day("2029-10-03")))
        #expect(try listed("2030-01-01", 30) == [])
        #expect(try listed("2030-09-10", 30) == ["REQ-2026-031 2030-10-02 2030-12-31"])
        try ledger.run(Cancel(HelpdeskLedger.request), by: "pm.support", on: "2026-11-21")
        #expect(try listed("2029-06-04", 120) == [])
    }

    @Test func `a calendar has one event for each deadline, in lines of at most 75 octets`() throws
    {
        let list = RenewalList(
            [
                try renewal("REQ-2026-031", "Help desk", end: "2029-12-31", notice: "2029-10-02"),
                try renewal(
                    "REQ 2/e",
                    "Datenträger; Wartung, Backslash \\ und ein sehr langer Titel mit Umlauten äöüß 😀😀😀😀",
                    end: "2030-02-28", notice: nil),
            ], on: HelpdeskLedger.day("2029-06-04"), within: 365)
        let text = list.calendar
        #expect(text == list.calendar)
        let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines.last == "")
        #expect(lines.dropLast().allSatisfy { (1...75).contains($0.utf8.count) })
        #expect(!text.replacing("\r\n", with: "").contains("\n"))
        let unfolded = text.replacing("\r\n ", with: "")
        for expected in [
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "DTSTAMP:20290604T000000Z\r\n",
            "DTSTART;VALUE=DATE:20291002\r\nDTEND;VALUE=DATE:20291003\r\n",
            "UID:REQ-2026-031-20291231@outlay\r\n", "UID:REQ_202_2fe-20300228@outlay\r\n",
            "SUMMARY:Cancel by today or it goes on: Help desk\r\n",
            "SUMMARY:Contract ends: Datenträger\\; Wartung\\, Backslash \\\\ und ein",
            "😀😀😀😀\r\n",
            "END:VEVENT\r\nEND:VCALENDAR\r\n",
        ] {
            #expect(unfolded.contains(expected), "\(expected)\n\(unfolded)")
        }
        let begins = unfolded.split(separator: "\r\n").count { $0 == "BEGIN:VEVENT" }
        #expect(begins == 2)
    }

    @Test func `a list without contracts is a list`() throws {
        let list = RenewalList([], on: HelpdeskLedger.day("2029-06-04"), within: 30)
        #expect(TextFormat().render(list.report).contains("There are none."))
        #expect(list.json.canonicalText == #"{"renewals":[],"within_days":30}"#)
        #expect(list.calendar.hasSuffix("METHOD:PUBLISH\r\nEND:VCALENDAR\r\n"))
    }
}
