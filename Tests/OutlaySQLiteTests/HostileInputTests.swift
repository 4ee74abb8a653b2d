import Foundation
import GRDB
import OutlayBudgets
import OutlayEncoding
import OutlayProblems
import OutlayValues
import Testing

@testable import OutlaySQLite

/// What nobody means, through a real ledger file: refused by a typed reason, written down where a rule
/// of budget or policy refuses it, and otherwise without a trace.
@Suite struct HostileInputTests {
    private typealias Suite = BudgetStoreSuite<SQLiteBudgetStore>

    /// The rows and the head of a ledger.
    private struct State: Equatable {
        var rows: String
        var head: Checkpoint

        init(_ store: SQLiteBudgetStore) throws {
            rows = try store.dump()
            head = try store.checkpoint()
        }
    }

    /// A ledger with money that is nearly as much as 64 bits hold on B, and January closed.
    private func ledger(_ folder: TestFolder) throws -> SQLiteBudgetStore {
        let store = try makeSampleLedger(at: folder.path("ledger.db"))
        for command: any LedgerCommand in [
            SetPeriod(Self.january, .closed),
            Allot(MinorUnits(.max - 100_000), to: NodeID(known: "B"), in: 2026),
        ] {
            #expect(Suite.code(try store.execute(command, context: Suite.context())) == nil)
        }
        return store
    }

    private func context(_ day: String) throws -> CommandContext {
        CommandContext(
            actor: PersonID(known: "ana"),
            moment: LedgerMoment(on: try CalendarDate(parsing: day)))
    }

    // MARK: Texts that never become a command

    @Test(arguments: [
        ("9223372036854775808", RefusalCode.badAmount), ("92233720368547758.08", .badAmount),
        ("-92233720368547758.09", .badAmount), ("NaN", .badAmount), ("nan", .badAmount),
        ("inf", .badAmount), ("1e3", .badAmount), ("0x10", .badAmount), ("12abc", .badAmount),
        ("1,000", .badAmount), ("1.2.3", .badAmount), ("", .badAmount), (" ", .badAmount),
        ("-1", .badAmount), ("0", .badAmount), ("0.00", .badAmount), ("١٢", .badAmount),
        ("1\u{0}", .badAmount), (String(repeating: "9", count: 1 << 20), .badAmount),
        ("1.001", .badScale), ("0.009", .badScale),
    ])
    func `a text that is no amount is refused`(text: String, code: RefusalCode) {
        guard case .refused(let refusal) = LedgerAmount.read(text, in: .usd) else {
            Issue.record("\(text.prefix(40)) was taken")
            return
        }
        #expect(refusal.code == code)
        #expect(refusal.problem(in: .usd).code == .badLedgerAmount)
        #expect(refusal.note.text.utf8.count < 500)
    }

    @Test func `a decimal is one too many where the currency has none`() throws {
        let yen = try Currency(code: "JPY")
        guard case .refused(let refusal) = LedgerAmount.read("1.5", in: yen) else {
            Issue.record("taken")
            return
        }
        #expect(refusal.code == .badScale)
    }

    @Test(arguments: [
        String(repeating: "a", count: 1 << 20), "a\u{0}b", "a\nb", "a\u{1B}[31mb", "a\u{2028}b",
        "a\u{85}b",
    ])
    func `a text that the ledger does not keep is refused`(text: String) {
        let problem = #expect(throws: Problem.self) { try LedgerText(text) }
        #expect(problem?.code == .badLedgerText)
        #expect((problem?.summary.utf8.count ?? 0) < 500)
        let name = #expect(throws: Problem.self) { try NodeID(text) }
        #expect(name?.code == .badLedgerName)
    }

    @Test(arguments: ["EURO", "eur", "", "QQQ", "€"])
    func `a currency that is not known is refused`(code: String) {
        let problem = #expect(throws: Problem.self) { try Currency(code: code) }
        #expect(problem?.code.outcome == .malformed)
    }

    // MARK: Commands

    struct Ask: Sendable, CustomTestStringConvertible {
        var name: String
        var command: any LedgerCommand
        var code: RefusalCode
        var day = "2026-02-10"
        var testDescription: String { name }
    }

    private static let line = NodeID(known: "A")
    private static let january = PeriodID(
        monthOf: CalendarDate(dayNumber: 20_454), in: .calendarYear)

    private static func submit(
        _ amount: Int64, _ node: NodeID = line, in period: PeriodID? = nil,
        currency: Currency? = nil, rate: ExactDecimal? = nil
    ) -> Submit {
        Submit(
            RequestID(known: "X"), lines: [Submit.Line(node, MinorUnits(amount), in: period)],
            currency: currency, rate: rate)
    }

    @Test(arguments: [
        Ask(name: "no amount", command: submit(0), code: .badAmount),
        Ask(name: "a negative amount", command: submit(-1), code: .badAmount),
        Ask(name: "the least amount", command: submit(.min), code: .badAmount),
        Ask(
            name: "two amounts beyond 64 bits together",
            command: Submit(
                RequestID(known: "X"),
                lines: [
                    Submit.Line(line, MinorUnits(.max)), Submit.Line(line, MinorUnits(.max)),
                ]), code: .badAmount),
        Ask(
            name: "an amount beyond 64 bits in the ledger's currency",
            command: submit(.max, currency: .eur, rate: ExactDecimal(1_000_000)),
            code: .badAmount),
        Ask(
            name: "an allotment beyond 64 bits",
            command: Allot(MinorUnits(.max), to: NodeID(known: "B"), in: 2026), code: .badAmount),
        Ask(name: "the greatest amount", command: submit(.max), code: .badAmount),
        Ask(name: "no line", command: Submit(RequestID(known: "X"), lines: []), code: .badCommand),
        Ask(
            name: "a foreign currency without a rate", command: submit(1, currency: .eur),
            code: .badRate),
        Ask(
            name: "a rate below 0", command: submit(1, currency: .eur, rate: ExactDecimal(-1)),
            code: .badRate),
        Ask(
            name: "a transfer to the same line",
            command: Transfer(MinorUnits(1), from: line, to: line, in: 2026), code: .badCommand),
        Ask(
            name: "a transfer of less than nothing",
            command: Transfer(
                MinorUnits(-1), from: line, to: NodeID(known: "B"), in: 2026), code: .badAmount),
    ])
    func `what is malformed leaves no trace`(ask: Ask) throws {
        let folder = try TestFolder()
        let store = try ledger(folder)
        let before = try State(store)
        let outcome = try store.execute(ask.command, context: try context(ask.day))
        #expect(Suite.code(outcome) == ask.code)
        #expect(!ask.code.isRecorded)
        #expect(try State(store) == before)
    }

    @Test(arguments: [
        Ask(name: "too much", command: submit(10_001), code: .insufficientFunds),
        Ask(name: "far too much", command: submit(.max / 2), code: .insufficientFunds),
        Ask(
            name: "a closed period", command: submit(1), code: .periodClosed, day: "2026-01-31"),
        Ask(
            name: "a closed period that is named",
            command: submit(1, in: january), code: .periodClosed),
        Ask(
            name: "a day after the fiscal years", command: submit(1), code: .noBudgetPeriod,
            day: "2027-01-01"),
        Ask(
            name: "a day long before them", command: submit(1), code: .noBudgetPeriod,
            day: "0001-01-01"),
        Ask(
            name: "an allotment of a year that was never opened",
            command: Allot(MinorUnits(1), to: line, in: 2030), code: .noBudgetPeriod),
        Ask(
            name: "an unknown line", command: submit(1, NodeID(known: "NONE")), code: .unknownLine),
        Ask(
            name: "an unknown request", command: Approve(RequestID(known: "NONE")),
            code: .unknownRequest),
        Ask(
            name: "a name as if it were SQL",
            command: Withdraw(RequestID(known: "x'; DROP TABLE event; --")),
            code: .unknownRequest),
    ])
    func `what a rule refuses is recorded and changes no row`(ask: Ask) throws {
        let folder = try TestFolder()
        let store = try ledger(folder)
        let before = try State(store)
        let outcome = try store.execute(ask.command, context: try context(ask.day))
        #expect(Suite.code(outcome) == ask.code)
        let after = try State(store)
        #expect(after.rows == before.rows)
        #expect(after.head.sequence == before.head.sequence + 1)
        var last: LedgerEvent?
        try store.journal(from: after.head.sequence) { (event) throws(Problem) in
            last = try LedgerEvent(canonicalBytes: event.bytes)
            return true
        }
        #expect(last?.body.kind == .refused)
        let details = last?.body.details?.canonicalText ?? ""
        #expect(details.contains("\"refusal\":\"\(ask.code.rawValue)\""), "\(details)")
        #expect(last?.body.postings.isEmpty == true)
        #expect(try store.verify(anchors: [before.head]).holds)
    }

    @Test func `the most that 64 bits hold can be kept and given back`() throws {
        let folder = try TestFolder()
        let store = try ledger(folder)
        let most = Int64.max - 90_000
        #expect(try store.verify().holds)
        let balance = try store.read { (reader) throws(Problem) in
            try reader.balance(of: NodeID(known: "B"), in: PeriodID(year: 2026))
        }
        #expect(balance.allotted.count == most)
        let revise = Revise(NodeID(known: "B"), in: 2026, to: MinorUnits(0))
        #expect(Suite.code(try store.execute(revise, context: Suite.context())) == nil)
        #expect(try store.verify().holds)
    }

    // MARK: Files

    struct BadFile: Sendable, CustomTestStringConvertible {
        var name: String
        var code: ProblemCode
        var change: @Sendable (inout [UInt8]) -> Void
        var testDescription: String { name }
    }

    @Test(arguments: [
        BadFile(name: "another program's database", code: .notALedger) { $0[68] = 7 },
        BadFile(name: "a newer ledger", code: .newerLedger) { $0[63] = 99 },
        BadFile(name: "no database", code: .damagedLedger) { $0 = Array("hello".utf8) },
        BadFile(name: "an empty file", code: .damagedLedger) { $0 = [] },
        BadFile(name: "the first page alone", code: .damagedLedger) {
            $0.removeLast($0.count - 100)
        },
    ])
    func `a file that is no ledger is refused and left as it is`(file: BadFile) throws {
        let folder = try TestFolder()
        let path = folder.path("ledger.db")
        try makeSampleLedger(at: path).close()
        var bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        file.change(&bytes)
        try Data(bytes).write(to: URL(filePath: path))
        for isForReading in [false, true] {
            let problem = #expect(throws: Problem.self) {
                if isForReading {
                    _ = try SQLiteBudgetStore.openForReading(
                        path, approvalRules: DocumentApprovalRules())
                } else {
                    _ = try SQLiteBudgetStore.open(path, approvalRules: DocumentApprovalRules())
                }
            }
            #expect(problem?.code == file.code)
        }
        #expect([UInt8](try Data(contentsOf: URL(filePath: path))) == bytes)
    }

    private func code<Value>(_ body: () throws -> Value) -> ProblemCode? {
        do {
            _ = try body()
            return nil
        } catch {
            return (error as? Problem)?.code
        }
    }

    @Test func `a ledger that another one holds is busy, and nothing is done`() throws {
        let folder = try TestFolder()
        let path = folder.path("ledger.db")
        let holder = try ledger(folder)
        let store = try SQLiteBudgetStore.open(
            path, approvalRules: DocumentApprovalRules(), busyMilliseconds: 20)
        let before = try State(store)
        let anchor = folder.path("anchor.txt")
        var found: [ProblemCode?] = []
        try holder.connection.database { database in
            try database.inTransaction(.immediate) {
                found = [
                    code { try store.execute(Suite.submit("R1", 1), context: Suite.context()) },
                    code {
                        try store.exportCheckpoint(to: anchor, at: LedgerMoment(on: Suite.date))
                    },
                ]
                return .rollback
            }
        }
        #expect(found == [.ledgerBusy, .ledgerBusy])
        #expect(!FileManager.default.fileExists(atPath: anchor))
        #expect(try State(store) == before)
        let outcome = try store.execute(Suite.submit("R1", 1), context: Suite.context())
        #expect(Suite.code(outcome) == nil)
    }
}
