import Outlay
import Testing

/// Which fiscal year the commands that name none are about.
@Suite struct BudgetShowCommandTests {
    /// The sample company's ledger, in which 2027 and 2029 are opened.
    private func ledger() throws -> TrialLedger {
        let ledger = try TrialLedger.helpdesk { name, text in
            name == "organisation" ? text.singlePerson : text
        }
        let opened = ledger.run(["year", "open", "2029"], as: "cfo")
        #expect(opened.end == .exit(0), "\(opened.messages)")
        return ledger
    }

    @Test(
        arguments: [
            ("2026-11-20", "FY2027"), ("2027-01-01", "FY2027"), ("2027-12-31", "FY2027"),
            ("2028-01-01", "FY2029"), ("2031-06-30", "FY2029"),
        ])
    func `the year of the day is shown, else the next one, else the last`(
        day: String, year: String
    ) throws {
        let ledger = try ledger()
        let shown = ledger.run(["budget", "show"], as: "cfo", on: day)
        #expect(shown.end == .exit(0), "\(shown.messages)")
        #expect(shown.output.contains("\(year) · EUR · as of \(day)\n"), "\(shown.output)")
        let lines = try ledger.result("budget-show", ["budget", "show"], as: "cfo", on: day)
        #expect(lines["period"]?.text == year)
        #expect(lines["lines"]?.items.allSatisfy { $0["period"]?.text == year } == true)
        let one = try ledger.result(
            "budget-show", ["budget", "show", "CC-410"], as: "cfo", on: day)
        #expect(one["period"]?.text == year)
        let status = try ledger.result("year-status", ["year", "status"], as: "cfo", on: day)
        #expect(status["year"]?.text == year)
    }

    @Test func `a transfer is of the same year, and says which`() throws {
        let ledger = try ledger()
        let transfer = [
            "budget", "transfer", "100.00", "--from", "CC-420", "--to", "CC-410", "-m", "Seats",
        ]
        let run = ledger.run(transfer + ["--dry-run"], as: "cfo")
        #expect(run.end == .exit(0), "\(run.messages)")
        #expect(run.output.contains("FY2027 · EUR"), "\(run.output)")
        let made = try ledger.result("budget-transfer", transfer, as: "cfo")
        #expect(made["lines"]?.items.map { $0["period"]?.text } == ["FY2027", "FY2027"])
        #expect(made["lines"]?.items.last?["allotted"]?["amount"]?.text == "310100.00")
    }

    @Test func `a year that is named has to be opened`() throws {
        let ledger = try ledger()
        let run = ledger.run(["budget", "show", "--year", "2028"], as: "cfo")
        #expect(run.end == .exit(3))
        #expect(run.messages.contains("the ledger has FY2027, FY2029"), "\(run.messages)")
    }

    @Test func `before any year is opened there is nothing to show`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/empty.outlay"
        let store = try SQLiteBudgetStore.make(at: path, approvalRules: DocumentApprovalRules())
        var settings = LedgerSettings(
            ledgerID: "empty", currency: .eur, calendar: .calendarYear)
        settings.purpose = .test
        let moment = LedgerMoment(on: try CalendarDate(parsing: "2026-01-05"))
        _ = try store.execute(
            OpenLedger(settings, years: []),
            context: CommandContext(actor: try PersonID("founder"), moment: moment))
        try store.close()
        let run = ToolRun([
            "budget", "show", "--db", path, "--as", "founder", "--as-of", TrialLedger.day,
        ])
        #expect(run.end == .exit(3), "\(run.output)")
        #expect(run.messages.contains("error[OL419]: no fiscal year is opened"), "\(run.messages)")
    }
}
