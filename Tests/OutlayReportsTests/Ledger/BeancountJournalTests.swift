import OutlayBudgets
import OutlayEncoding
import OutlayValues
import Testing

@testable import OutlayReports

struct BeancountJournalTests {
    @Test func `a ledger without money is a journal without accounts`() throws {
        let books = Books(approvalRules: DocumentApprovalRules())
        #expect(throws: (any Error).self) { try LedgerJournal(books.events, books) }
        var ledger = books
        _ = try ledger.execute(
            OpenLedger(
                LedgerSettings(ledgerID: "x", currency: .eur, calendar: .calendarYear),
                years: [2026]),
            context: CommandContext(
                actor: try PersonID("ana"),
                moment: LedgerMoment(on: try CalendarDate(parsing: "2026-01-01"))))
        let text = try LedgerJournal(ledger.events, ledger).beancountText()
        #expect(text == "option \"title\" \"x\"\noption \"operating_currency\" \"EUR\"\n\n")
    }

    @Test(
        .enabled(
            if: OtherProgram.isInstalled("bean-check"), "SKIPPED: bean-check is not installed"),
        arguments: ["EUR", "JPY", "KWD"])
    func `bean-check finds the journal whole`(code: String) throws {
        var ledger = try ExportedLedger(currency: try Currency(code: code))
        try ledger.story()
        let check = try #require(OtherProgram("bean-check"))
        let text = try LedgerJournal(ledger.books.events, ledger.books).beancountText()
        let printed = try check.run([], on: text, ending: "beancount")
        #expect(printed == "")
    }

    @Test(
        .enabled(if: OtherProgram.isInstalled("bean-check"), "SKIPPED: bean-check is not installed")
    )
    func `bean-check sees a balance that is a cent off`() throws {
        var ledger = try ExportedLedger()
        try ledger.story()
        var journal = try LedgerJournal(ledger.books.events, ledger.books)
        let place = try #require(journal.assertions.indices.last)
        journal.assertions[place].total = try journal.assertions[place].total + MinorUnits(1)
        let text = journal.beancountText()
        let check = try #require(OtherProgram("bean-check"))
        let found = try check.end(of: [], on: text, ending: "beancount")
        #expect(found.status != 0)
        #expect(found.printed.contains("Balance failed"), "\(found.printed)")
    }
}
