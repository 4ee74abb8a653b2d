import COutlayFaults
import Outlay
import OutlayStreams

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// F1: the writer is killed, at any time and between any two calls of the system.
enum KillFaults {
    static func run(rounds: Int, _ report: FaultReport) throws(Problem) {
        let folder = try TemporaryFolder()
        let path = folder.path("kill.db")
        let store = try RaceLedger.plain(at: path)
        try store.close()
        var numbers = SplitMix64(seed: 1)
        var (acknowledged, broken, first) = (0, 0, "")
        for round in 0..<rounds {
            // Two rounds in five end before a certain write, sync or deletion, in turn.
            let step = round % 5 < 2 ? round / 5 * 2 + round % 5 + 1 : 0
            let worker = try Worker(["kill-worker", path, "k\(round)", "\(step)"])
            try worker.waitUntilReady()
            worker.go()
            if step == 0 {
                usleep(UInt32(5000 + numbers.next() % 60_000))
                worker.signal(SIGKILL)
            }
            let names = try worker.finish().split(separator: "\n").map(String.init)
            acknowledged += names.count
            if let fault = RaceLedger.fault(at: path, holding: names) {
                broken += 1
                if first.isEmpty { first = ", round \(round): \(fault)" }
            }
        }
        report.add(
            "F1 kill -9", broken == 0,
            "\(rounds) rounds, \(acknowledged) acknowledged commands, \(broken) rounds broken"
                + first)
    }

    /// In a worker: raises requests until it is killed, and says the name of each that was acknowledged.
    static func work(_ arguments: [String]) throws(Problem) {
        let step = Int64(arguments[2]) ?? 0
        if step > 0 { outlay_faults_install() }
        let store = try RaceLedger.open(arguments[0])
        Worker.sayReadyAndWait()
        if step > 0 { outlay_faults_kill_before(step) }
        for number in 0..<1_000_000 {
            let name = "\(arguments[1])-\(number)"
            try RaceLedger.submit(name, to: store)
            Worker.say(name)
            // Closing, and what it asks of the files, is killed as well.
            if step > 0, number == 9 { try store.close() }
        }
    }
}
