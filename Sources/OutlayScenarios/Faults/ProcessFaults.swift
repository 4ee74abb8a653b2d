import COutlayFaults
import Outlay

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// F6, F7, F9, F10, F11 and F14: other processes, clocks, copies and inputs.
enum ProcessFaults {
    /// A writer stops in the middle of its transaction.
    static func paused(_ report: FaultReport) throws(Problem) {
        let folder = try TemporaryFolder()
        let path = folder.path("paused.db")
        let store = try RaceLedger.plain(at: path)
        try RaceLedger.submit("a", to: store)
        try store.close()
        let worker = try Worker(["pause-worker", path])
        try worker.waitUntilReady()
        let other = try RaceLedger.open(path, busyMilliseconds: 300)
        let start = RaceWorker.microseconds()
        let code = report.code { () throws(Problem) in try RaceLedger.submit("b", to: other) }
        let waited = (RaceWorker.microseconds() - start) / 1000
        worker.signal(SIGKILL)
        _ = try worker.finish()
        try RaceLedger.submit("b", to: other)
        try other.close()
        let fault = RaceLedger.fault(at: path, holding: ["a", "b"])
        report.add(
            "F6 paused writer", code == .ledgerBusy && waited < 2000 && fault == nil,
            "\(code?.rawValue ?? "written") after \(waited) ms; \(fault ?? "verified")")
    }

    /// In a worker: begins a transaction and stops in it.
    static func workAndPause(_ path: String) throws(Problem) {
        let store = try RaceLedger.open(path)
        _ = try store.execute(StoppingCommand(), context: RaceLedger.context("ana"))
    }

    /// The clock goes back by an hour.
    static func clock(_ report: FaultReport) throws(Problem) {
        let folder = try TemporaryFolder()
        let store = try RaceLedger.plain(at: folder.path("clock.db"))
        var context = RaceLedger.context("ana")
        let late = context.moment.recordedMilliseconds + 7_200_000
        var recorded: [Int64] = []
        for (index, time) in [late, late - 3_600_000, late + 1].enumerated() {
            context.moment.recordedMilliseconds = time
            _ = try store.execute(
                RaceLedger.request("c\(index)", RaceLedger.line(0), 100), context: context)
        }
        try store.journal(from: 1) { (event) throws(Problem) in
            recorded.append(try LedgerEvent(canonicalBytes: event.bytes).recordedMilliseconds)
            return true
        }
        let isGood = recorded == recorded.sorted() && recorded.suffix(3) == [late, late, late + 1]
        report.add("F7 clock an hour back", isGood, "recorded times never decrease")
    }

    /// A reply is lost and the command comes again; another one comes with its key.
    static func repeated(_ report: FaultReport) throws(Problem) {
        let folder = try TemporaryFolder()
        let store = try RaceLedger.plain(at: folder.path("again.db"))
        let command = RaceLedger.request("a", RaceLedger.line(0), 100)
        let other = RaceLedger.request("b", RaceLedger.line(0), 100)
        let context = RaceLedger.context("ana", key: "key")
        let first = try store.execute(command, context: context)
        let head = try store.checkpoint()
        let second = try store.execute(command, context: context)
        var isConflict = false
        if case .refused(let refusal) = try store.execute(other, context: context) {
            isConflict = refusal.code == .idempotencyConflict
        }
        let last = try store.checkpoint()
        let isGood = first == second && isConflict && last == head
        report.add(
            "F9 repeated command", isGood, "the same answer, one event, other body a conflict")
    }

    /// A backup under load, and a plain copy of the main file.
    static func copies(_ report: FaultReport) throws(Problem) {
        let folder = try TemporaryFolder()
        let path = folder.path("copied.db")
        let store = try RaceLedger.make(at: path, lines: 8, each: 1 << 40, together: 1 << 50)
        let worker = try Worker(["race-worker", path, "w", "time", "1"])
        try worker.waitUntilReady()
        worker.go()
        usleep(300_000)
        let copy = folder.path("backup.db")
        let found = try store.backUp(to: copy)
        let plain = folder.path("plain.db")
        try FileReading.write(FileReading.bytes(of: path), to: plain)
        let tally = Tally(try worker.finish())
        let restored = folder.path("restored.db")
        let again = try SQLiteBudgetStore.restore(
            copy, to: restored, approvalRules: DocumentApprovalRules())
        try RaceLedger.submit("after", to: try RaceLedger.open(restored))
        report.add(
            "F10 backup under load",
            found.holds && again.head == found.head && (tally?.accepted ?? 0) > 0,
            "\(found.events) events of a ledger that took \(tally?.accepted ?? 0) requests meanwhile; "
                + "restored, verified and written to")
        let code = report.code { () throws(Problem) in _ = try RaceLedger.open(plain) }
        report.add(
            "F10 plain copy without its log", code?.outcome == .damaged, code?.rawValue ?? "OPENED")
    }

    /// Another file takes the ledger's name while it is open.
    static func replaced(_ report: FaultReport) throws(Problem) {
        let folder = try TemporaryFolder()
        let path = folder.path("ledger.db")
        let store = try RaceLedger.plain(at: path)
        let other = folder.path("other.db")
        try store.backUp(to: other)
        rename(other, path)
        let code = report.code { () throws(Problem) in try RaceLedger.submit("a", to: store) }
        report.add("F11 replaced file", code == .ledgerReplaced, code?.rawValue ?? "WRITTEN")
    }

    /// Amounts, names and texts that nobody means; then the syncs of a hundred commands are counted.
    static func hostile(_ report: FaultReport) throws(Problem) {
        let folder = try TemporaryFolder()
        let store = try RaceLedger.plain(at: folder.path("hostile.db"))
        let head = try store.checkpoint()
        var found: [String] = []
        for text in [
            "9223372036854775808", "92233720368547758.08", "NaN", "1e3", "-1", "0", "1.001",
        ] {
            if case .granted = LedgerAmount.read(text, in: .usd) { found.append(text) }
        }
        for text in [String(repeating: "a", count: 1 << 20), "a\u{0}b", "a\u{1B}[31m"] {
            let code = report.code { () throws(Problem) in
                let reason = try LedgerText(text)
                _ = try store.execute(
                    Amend(RequestID(known: "x"), to: MinorUnits(1), reason: reason),
                    context: RaceLedger.context("ana"))
            }
            if code?.outcome != .malformed { found.append("a text of \(text.utf8.count) bytes") }
        }
        let isSame = try store.checkpoint() == head
        report.add(
            "F14 hostile input", found.isEmpty && isSame,
            found.isEmpty
                ? "refused, and nothing written" : "TAKEN: " + found.joined(separator: ", "))

        outlay_faults_install()
        defer { outlay_faults_remove() }
        let counted = try RaceLedger.plain(at: folder.path("syncs.db"))
        try RaceLedger.submit("first", to: counted)
        outlay_faults_reset()
        for number in 0..<100 { try RaceLedger.submit("s\(number)", to: counted) }
        let log = outlay_faults_syncs(Int32(OUTLAY_WAL.rawValue))
        let main = outlay_faults_syncs(Int32(OUTLAY_MAIN.rawValue))
        report.add(
            "G3 one sync per command", log == 100 && main == 0,
            "100 commands, \(log) syncs of the log, \(main) of the file")
    }
}

/// A command that stops its process while it is decided, with the ledger locked.
private struct StoppingCommand: LedgerCommand {
    static let name = "stop"

    func writeBody(to writer: inout CanonicalWriter) {}

    func decide(in reader: some LedgerReader, context: CommandContext) throws(Problem) -> Decision {
        Worker.say("ready")
        raise(SIGSTOP)
        return .refused(Refusal(.badCommand))
    }
}
