import Outlay

/// Makes a ledger at `path`, gives a line 12,000.00 euros, asks it for money twice, and returns what became
/// of both requests and what the line has left.
func keepLedger(at path: String) throws -> [String] {
    let store = try SQLiteBudgetStore.make(at: path, approvalRules: DocumentApprovalRules())
    let day = try CalendarDate(parsing: "2027-02-01")
    let context = CommandContext(actor: try PersonID("ana"), moment: LedgerMoment(on: day))
    let line = try NodeID("CC-410")
    let settings = LedgerSettings(
        ledgerID: "Acme Ltd", currency: .eur, calendar: .calendarYear)
    let policy: JSONValue = [
        "id": "purchases", "effective_from": "2027-01-01", "currency": "EUR",
        "tiers": [["steps": [["manager"]]]],
    ]
    let setUp: [any LedgerCommand] = [
        OpenLedger(settings, years: [2027]), SetLines([Node(line)]),
        LoadDocument(
            .policy, id: "purchases", revision: 1,
            effectiveFrom: try CalendarDate(parsing: "2027-01-01"), content: policy),
        Allot(MinorUnits(12_000_00), to: line, in: 2027),
    ]
    for command in setUp { _ = try store.execute(command, context: context) }

    var words: [String] = []
    for (name, amount) in [("R1", Int64(9_000_00)), ("R2", 5_000_00)] {
        let request = Submit(try RequestID(name), lines: [Submit.Line(line, MinorUnits(amount))])
        switch try store.execute(request, context: context) {
        case .accepted(let answer): words.append(answer.result.rawValue)  // "accepted"
        case .refused(let refusal): words.append(refusal.problem(in: .eur).reason)
        }
    }
    let left = try store.read { (reader) throws(Problem) in
        try reader.balance(of: line, in: PeriodID(year: 2027)).available
    }
    words.append(left.text(in: .eur))  // "3000.00"
    try store.close()
    return words
}
