import Outlay

/// The whole campaign of faults.
enum FaultsCommand {
    /// Runs every fault and says what came of each.
    ///
    /// - Parameters:
    ///   - killRounds: How often a writer is killed.
    ///   - sessions: In how many sessions the power may be cut.
    ///   - imagesPerCut: What the disk may look like after each cut, so many times over.
    ///   - streams: How many random streams of commands are compared with a second ledger.
    /// - Returns: The exit code: 0 where all were survived, 1 otherwise.
    static func run(
        killRounds: Int, sessions: Int, imagesPerCut: Int, streams: Int
    ) -> Int32 {
        let report = FaultReport()
        report.run("F1 kill -9") { () throws(Problem) in
            try KillFaults.run(rounds: killRounds, report)
        }
        report.run("F2 power cut") { () throws(Problem) in
            try PowerFaults.run(sessions: sessions, imagesPerCut: imagesPerCut, report)
        }
        report.run("F3 disk full") { () throws(Problem) in try SpaceFaults.fillDisk(report) }
        report.run("F4 read-only") { () throws(Problem) in try SpaceFaults.readOnly(report) }
        report.run("F5 damage") { () throws(Problem) in try DamageFaults.run(report) }
        report.run("F6 paused writer") { () throws(Problem) in try ProcessFaults.paused(report) }
        report.run("F7 clock") { () throws(Problem) in try ProcessFaults.clock(report) }
        report.run("F8 schema") { () throws(Problem) in try DamageFaults.versions(report) }
        report.run("F9 repeated command") { () throws(Problem) in
            try ProcessFaults.repeated(report)
        }
        report.run("F10 copies") { () throws(Problem) in try ProcessFaults.copies(report) }
        report.run("F11 replaced file") { () throws(Problem) in try ProcessFaults.replaced(report) }
        report.run("F13 random streams") { () throws(Problem) in
            try StreamFaults.run(streams: streams, report)
        }
        report.run("F14 hostile input") { () throws(Problem) in try ProcessFaults.hostile(report) }
        Worker.say(
            report.failures == 0 ? "every fault was survived" : "\(report.failures) FAILED")
        return report.failures == 0 ? 0 : 1
    }
}

extension RaceLedger {
    /// Makes a ledger with one line and plenty of money.
    static func plain(at path: String) throws(Problem) -> SQLiteBudgetStore {
        try make(at: path, lines: 1, each: 1 << 50, together: 1 << 50)
    }

    /// Opens the ledger at `path` again.
    static func open(
        _ path: String, busyMilliseconds: Int = 5000
    ) throws(Problem) -> SQLiteBudgetStore {
        try SQLiteBudgetStore.open(
            path, approvalRules: DocumentApprovalRules(), busyMilliseconds: busyMilliseconds)
    }

    /// Raises a request of 1.00 whose name is its key.
    static func submit(_ id: String, to store: SQLiteBudgetStore) throws(Problem) {
        let outcome = try store.execute(
            request(id, line(0), 100), context: context("ana", key: id))
        guard case .refused(let refusal) = outcome else { return }
        throw Problem(
            .internalError, "a request is refused", because: refusal.code.rawValue)
    }

    /// Returns what is wrong with the ledger at `path`, or nil; `names` must be in it.
    static func fault(
        at path: String, holding names: [String], anchor: Checkpoint? = nil
    ) -> String? {
        do throws(Problem) {
            let store = try open(path)
            let missing = try store.read { (reader) throws(Problem) in
                var missing: [String] = []
                for name in names where try reader.request(RequestID(known: name)) == nil {
                    missing.append(name)
                }
                return missing
            }
            if let first = missing.first { return "\(missing.count) lost, the first is \(first)" }
            let problem = try store.verify(anchor: anchor).problem(of: path)
            try store.close()
            return problem?.placedLine
        } catch {
            return error.placedLine
        }
    }
}
