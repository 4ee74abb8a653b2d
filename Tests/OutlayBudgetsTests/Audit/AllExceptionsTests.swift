import OutlayBudgets
import OutlayEncoding
import OutlayProblems
import OutlayValues
import Testing

struct AllExceptionsTests {
    @Test func `identifiers are unique, and a quiet ledger raises nothing`() throws {
        let names = AllExceptions.list.map { $0.descriptor.identifier }
        #expect(Set(names).count == names.count)
        var ledger = try AuditLedger()
        try ledger.buy("R1", 50_000)
        try ledger.accept(PlaceOrder("R1"), by: "ana")
        try ledger.accept(
            Receive("R1", number: "D", amount: MinorUnits(50_000)), by: "mia", on: "2026-02-20")
        try ledger.accept(
            BookInvoice("R1", number: "I", amount: MinorUnits(50_000)), by: "cfo", on: "2026-02-21")
        let report = try AuditExceptionReport(of: try ledger.journal())
        let found = report.parts.filter { !$0.findings.isEmpty }.map(\.descriptor.identifier)
        // The set-up is by one person alone, which the small organisation allows.
        #expect(found == ["conflicting-duties"])
        #expect(report.remarks.map(\.code) == [.singlePerson])
    }

    @Test func `totals within five percent below a tier are found`() throws {
        var ledger = try AuditLedger()
        try ledger.buy("R1", 94_999)
        try ledger.buy("R2", 95_000, from: "V3")
        try ledger.buy("R3", 99_999, from: "V3", on: "2026-06-01")
        try ledger.buy("R4", 100_000, from: "V3", on: "2026-08-01")
        let found = try ledger.findings(NearTier.self)
        #expect(
            found == [
                "R2: the judged total lies just below a tier: judged_total=950.00 tier_end=1000.00 "
                    + "below_by=50.00 requester=ana policy=P r1",
                "R3: the judged total lies just below a tier: judged_total=999.99 tier_end=1000.00 "
                    + "below_by=0.01 requester=ana policy=P r1",
            ])
        var wide = AuditSettings.standard
        wide.nearTier = try BasisPoints(600)
        #expect(try ledger.findings(NearTier.self, wide).count == 3)
    }

    @Test func `purchases from one vendor group that reach a tier together are found`() throws {
        var ledger = try AuditLedger()
        try ledger.buy("R1", 60_000, from: "V1", on: "2026-02-01")
        try ledger.buy("R2", 60_000, from: "V2", on: "2026-02-20", line: "ops & co")
        try ledger.buy("R3", 60_000, from: "V3", on: "2026-02-20")
        try ledger.buy("R4", 60_000, from: "V1", on: "2026-05-20")
        #expect(
            try ledger.findings(SplitPurchases.self) == [
                "V1 V2: 2 purchases together reach a tier that none reaches alone: requests=R1 R2 "
                    + "count=2 sum=1200.00 largest=600.00 tier_end=1000.00 first_day=2026-02-01 "
                    + "last_day=2026-02-20 requesters=ana"
            ])
        var narrow = AuditSettings.standard
        narrow.splitDays = 18
        #expect(try ledger.findings(SplitPurchases.self, narrow).isEmpty)
    }

    @Test func `approvals within seconds of what they approve or of each other are found`() throws {
        var ledger = try AuditLedger()
        try ledger.accept(Submit("R1", "CC-410", 500_000, vendor: "V1"), by: "ana")
        try ledger.accept(Submit("R2", "CC-410", 10_000, vendor: "V3"), by: "ana")
        try ledger.accept(Approve("R1"), by: "mia", after: 3600)
        try ledger.accept(Approve("R2"), by: "mia", after: 4)
        try ledger.accept(Approve("R1"), by: "fin", after: 2)
        #expect(
            try ledger.findings(HastyApprovals.self) == [
                "R1: an approval followed the one before within seconds: person=fin after=mia "
                    + "milliseconds=6000",
                "mia: 2 approvals by one person, seconds apart: count=2 milliseconds=4000 "
                    + "requests=R1 R2",
            ])
        try ledger.accept(Submit("R3", "CC-410", 10_000, vendor: "V3"), by: "ana", on: "2026-05-01")
        try ledger.accept(Approve("R3"), by: "mia", on: "2026-05-01", after: 1)
        #expect(
            try ledger.findings(HastyApprovals.self).contains {
                $0.hasPrefix("R3: an approval followed what it approves within seconds")
            })
    }

    @Test func `overrides are summed by person`() throws {
        var ledger = try AuditLedger()
        let submission = Submit("R1", "ops & co", 1_200_000, vendor: "V1")
        try ledger.accept(
            OverrideBudget(of: submission, by: "ana", reason: "storm"), by: "cfo")
        try ledger.accept(submission, by: "ana")
        let found = try ledger.findings(OverridesByPerson.self)
        #expect(
            found == [
                "cfo: overrode the budget: count=1 sum=2000.00 requests=R1 lines=ops & co"
            ])
    }

    @Test func `bills before order or receipt are found, and those after are not`() throws {
        var ledger = try AuditLedger()
        try ledger.buy("R1", 80_000)
        try ledger.accept(
            BookInvoice("R1", number: "I-1", amount: MinorUnits(30_000)), by: "fin",
            on: "2026-03-01")
        try ledger.accept(PlaceOrder("R1"), by: "ana", on: "2026-03-02")
        try ledger.accept(
            Receive("R1", number: "D-1", amount: MinorUnits(60_000)), by: "mia", on: "2026-03-03")
        try ledger.accept(
            BookInvoice("R1", number: "I-2", amount: MinorUnits(30_000)), by: "fin",
            on: "2026-03-04")
        try ledger.accept(
            BookInvoice("R1", number: "I-3", amount: MinorUnits(20_000)), by: "fin",
            on: "2026-03-05")
        #expect(
            try ledger.findings(LateReceipts.self) == [
                "R1: an invoice was booked before the order went out: invoice=I-1 "
                    + "invoice_date=2026-03-01 booked=300.00",
                "R1: more was billed than had come: invoice=I-1 invoice_date=2026-03-01 "
                    + "booked=300.00 not_received=300.00 EUR",
                "R1: more was billed than ever came: invoice=I-3 invoice_date=2026-03-05 "
                    + "booked=200.00 not_received=200.00 EUR",
            ])
    }

    @Test func `ratifications, warnings and disputed bills are found`() throws {
        var ledger = try AuditLedger()
        var late = Submit("R1", "CC-410", 20_000, vendor: "V3")
        late.details.route = .ratification
        late.details.reasonCode = "late"
        try ledger.accept(late, by: "ana")
        try ledger.accept(Approve("R1"), by: "mia")
        try ledger.accept(Approve("R1"), by: "cfo")
        try ledger.buy("R2", 30_000)
        _ = try ledger.run(
            BookInvoice("R2", number: "I-9", amount: MinorUnits(70_000)), by: "fin",
            on: "2026-03-01", after: 60)
        let ratified = try ledger.findings(Ratifications.self)
        #expect(
            ratified == [
                "R1: bought before it was approved: total=200.00 requester=ana state=approved "
                    + "submitted=2026-02-10 approved=2026-02-10 reason=late"
            ])
        #expect(
            try ledger.findings(DisputedInvoices.self) == [
                "R2: an invoice is disputed: invoice=I-9 amount=700.00 EUR invoice_date=2026-03-01"
            ])
        let warnings = try ledger.findings(FlaggedEntries.self)
        #expect(warnings.contains { $0.hasPrefix("R1: accepted with a warning: flags=ratified") })
        try ledger.accept(DropDispute("R2", number: "I-9", reason: "credited"), by: "fin")
        #expect(
            try ledger.findings(DisputedInvoices.self).first?
                .hasPrefix("R2: a disputed invoice was given up") == true)
    }

    @Test func `duties in one hand are found where one person may do all`() throws {
        var ledger = try AuditLedger()
        try ledger.buy("R1", 30_000)
        try ledger.accept(PlaceOrder("R1"), by: "mia")
        try ledger.accept(
            BookInvoice("R1", number: "I", amount: MinorUnits(30_000)), by: "mia")
        let found = try ledger.findings(DutiesTogether.self)
        #expect(
            found.prefix(2) == [
                "mia: did what is kept apart on the same request: duties=approve and book_invoices "
                    + "count=1 sum=300.00 requests=R1",
                "mia: did what is kept apart on the same request: duties=order and book_invoices "
                    + "count=1 sum=300.00 requests=R1",
            ])
        #expect(found.last?.hasPrefix("system: changed the books without a second person") == true)
    }

    @Test func `findings are written as CSV and JSON with their events`() throws {
        var ledger = try AuditLedger()
        try ledger.buy("R1", 99_000)
        let report = try AuditExceptionReport(of: try ledger.journal())
        let csv = LedgerTables.exceptionsCSV(report, in: .eur)
        let table = try CSVTable(SourceText(path: "-", bytes: Array(csv.utf8)))
        #expect(table.rows.count == report.count)
        #expect(
            table.rows.first?.map(\.text).prefix(3) == [
                "near-tier", "R1", "the judged total lies just below a tier",
            ])
        let text = LedgerTables.exceptions(report, in: .eur).text()
        #expect(text.contains(#""below_by":"10.00""#))
        #expect(text.contains("one person may hold all duties"))
    }
}
