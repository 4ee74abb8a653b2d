import Outlay

/// The ledger that processes race in: lines below one department, and a policy with one approver.
enum RaceLedger {
    /// The department above all lines.
    static let department = NodeID(known: "DEPT")
    /// The year of its budget.
    static let year = 2026
    /// The day of every command.
    static let date = CalendarDate(dayNumber: 20_500)

    /// Returns the name of the line number `index`.
    static func line(_ index: Int) -> NodeID { NodeID(known: "L\(index)") }

    /// Makes a ledger at `path` with `lines` lines that have `each` minor units, below a department with
    /// `together`.
    static func make(
        at path: String, lines: Int, each: Int64, together: Int64
    ) throws(Problem) -> SQLiteBudgetStore {
        var given = Scenario.Given()
        given.lines = [Scenario.Line(id: department.text)]
        given.lines += (0..<lines).map { Scenario.Line(id: line($0).text, parent: department.text) }
        given.users = [
            Scenario.User(id: "ana", roles: []), Scenario.User(id: "mia", roles: ["manager"]),
        ]
        given.policy.tiers = [Scenario.Tier(steps: [.all(["manager"])])]
        let scenario = Scenario(id: "race", title: "", given: given, steps: [])
        let store = try ScenarioLedger.setUp(scenario, at: path, currency: .usd).store
        var commands: [(command: any LedgerCommand, context: CommandContext)] = [
            (Allot(MinorUnits(together), to: department, in: year), context("system"))
        ]
        for index in 0..<lines {
            commands.append((Allot(MinorUnits(each), to: line(index), in: year), context("system")))
        }
        for outcome in try store.executeBatch(commands) {
            guard case .refused(let refusal) = outcome else { continue }
            throw Problem(
                .internalError, "the ledger of a race cannot be set up",
                because: "refused: \(refusal.code.rawValue)")
        }
        return store
    }

    /// Who asks for a command, and by which key.
    static func context(_ actor: String, key: String? = nil) -> CommandContext {
        CommandContext(
            actor: PersonID(known: actor), idempotencyKey: key.map { IdempotencyKey(known: $0) },
            moment: LedgerMoment(on: date))
    }

    /// A request for `amount` minor units of a line.
    static func request(_ id: String, _ line: NodeID, _ amount: Int64) -> Submit {
        Submit(RequestID(known: id), lines: [Submit.Line(line, MinorUnits(amount))])
    }
}
