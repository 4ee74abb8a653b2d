import Outlay
import OutlayStreams

/// F13: random streams of commands, compared with a ledger that was written another way.
enum StreamFaults {
    /// How many commands a stream has.
    static let commandsPerStream = 400

    static func run(streams: Int, _ report: FaultReport) throws(Problem) {
        let folder = try TemporaryFolder()
        var made = 0
        let trial = StreamTrial<SQLiteBudgetStore>(
            make: { () throws(Problem) in
                made += 1
                return try SQLiteBudgetStore.make(
                    at: folder.path("\(made).db"), approvalRules: try StreamRules.rules())
            },
            reopen: { store throws(Problem) in
                try store.close()
                return try SQLiteBudgetStore.open(
                    store.path, approvalRules: try StreamRules.rules())
            },
            verify: { store throws(Problem) in
                let found = try store.verify(anchor: try store.checkpoint())
                try store.close()
                TemporaryFolder.remove(store.path)
                return found
            })
        var faults: [String] = []
        for seed in 1001..<1001 + UInt64(streams) {
            if let fault = trial.fault(seed: seed, count: commandsPerStream) {
                faults.append(fault)
            }
        }
        report.add(
            "F13 random streams", faults.isEmpty,
            "\(streams * commandsPerStream) commands in \(streams) streams, \(faults.count) of them "
                + "otherwise than in the second ledger, or than their own journal makes them"
                + faults.map { "\n" + $0 }.joined())
    }
}
