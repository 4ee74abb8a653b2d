import Outlay

/// Races of real processes for money that does not suffice for all.
enum RaceCommand {
    /// Runs both races and says what came of them.
    ///
    /// - Returns: The exit code: 0 where nothing was lost, overspent or starved.
    static func run(seconds: Int, rounds: Int, processes: Int) throws(Problem) -> Int32 {
        let timed = try race(seconds: seconds, processes: processes)
        for line in timed.lines { Worker.say(line) }
        let last = try lastMoney(rounds: rounds, processes: processes)
        for line in last.lines { Worker.say(line) }
        return timed.holds && last.holds ? 0 : 1
    }

    /// What came of a race.
    struct Result: Sendable {
        /// What is printed.
        var lines: [String]
        /// Whether nothing was lost or overspent and nobody starved.
        var holds: Bool
    }

    /// Lets `processes` processes raise requests of 1.00 for `seconds`, on eight lines below a department
    /// that has money for about half of them.
    static func race(seconds: Int, processes: Int) throws(Problem) -> Result {
        let folder = try TemporaryFolder()
        let path = folder.path("race.db")
        let limit = Int64(seconds) * 500
        let store = try RaceLedger.make(
            at: path, lines: 8, each: 1 << 40, together: limit * 100)
        let setUp = try store.checkpoint().sequence
        var workers: [Worker] = []
        for number in 0..<processes {
            workers.append(try Worker(["race-worker", path, "\(number)", "time", "\(seconds)"]))
        }
        for worker in workers { try worker.waitUntilReady() }
        for worker in workers { worker.go() }
        var tallies: [Tally] = []
        for worker in workers { tallies.append(try tally(worker.finish())) }
        var total = Tally()
        for tally in tallies { total.add(tally) }

        let checkpoint = try store.checkpoint()
        let written = checkpoint.sequence - setUp
        let lost = total.accepted + total.refused - written
        let balance = try store.read { (reader) throws(Problem) in
            try reader.balance(of: RaceLedger.department, in: PeriodID(year: RaceLedger.year))
        }
        let verification = try store.verify(anchor: checkpoint)
        let isExact = balance.reserved.count == total.accepted * 100
        let overspent = max(0, -balance.available.count)
        let starved = tallies.count { $0.accepted + $0.refused == 0 || $0.busy > 0 }
        let counts = tallies.map { $0.accepted + $0.refused }.sorted()
        return Result(
            lines: [
                "race: \(processes) processes for \(seconds) s: \(total.accepted) accepted, "
                    + "\(total.refused) refused, \(lost) lost, \(overspent) minor units overspent",
                "      \(counts.first ?? 0) to \(counts.last ?? 0) commands a process, worst wait "
                    + "\(total.worstMicroseconds / 1000) ms, \(total.busy) gave up, "
                    + "\(starved) starved; verified: \(verification.holds ? "intact" : "BROKEN")",
            ], holds: lost == 0 && isExact && overspent == 0 && starved == 0 && verification.holds)
    }

    /// Lets `processes` processes raise 20 requests of 100.00 each at once for a line's last 1,000.00, in
    /// `rounds` rounds of one line each.
    static func lastMoney(rounds: Int, processes: Int) throws(Problem) -> Result {
        let folder = try TemporaryFolder()
        let path = folder.path("last.db")
        let store = try RaceLedger.make(
            at: path, lines: rounds, each: 100_000, together: 1 << 40)
        var workers: [Worker] = []
        for number in 0..<processes {
            workers.append(try Worker(["race-worker", path, "\(number)", "rounds", "20"]))
        }
        for worker in workers { try worker.waitUntilReady() }
        var (overspent, underused, busy, worst) = (0, 0, Int64(0), Int64(0))
        for round in 0..<rounds {
            for worker in workers { worker.send("\(round)") }
            var total = Tally()
            for worker in workers { total.add(try tally(worker.readLine() ?? "")) }
            let balance = try store.read { (reader) throws(Problem) in
                try reader.balance(of: RaceLedger.line(round), in: PeriodID(year: RaceLedger.year))
            }
            if balance.available.isNegative || total.accepted > 10 { overspent += 1 }
            if total.accepted < 10 || balance.reserved.count != total.accepted * 10_000 {
                underused += 1
            }
            busy += total.busy
            worst = max(worst, total.worstMicroseconds)
        }
        for worker in workers {
            worker.go()
            _ = try worker.finish()
        }
        let verification = try store.verify(anchor: try store.checkpoint())
        return Result(
            lines: [
                "last: \(rounds) rounds of \(processes) processes for the last 1,000.00: "
                    + "\(overspent) overspent, \(underused) lost or unused, \(busy) gave up",
                "      worst wait \(worst / 1000) ms; verified: "
                    + (verification.holds ? "intact" : "BROKEN"),
            ], holds: overspent == 0 && underused == 0 && busy == 0 && verification.holds)
    }

    private static func tally(_ text: String) throws(Problem) -> Tally {
        guard let tally = Tally(text) else {
            throw Problem(
                .internalError, "a racing process failed",
                because: "it says \(Problem.quoted(text))")
        }
        return tally
    }
}
