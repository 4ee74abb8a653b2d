import Outlay

/// Operations of a scenario at the same time, each in a process of its own.
enum ScenarioRace {
    /// What became of one operation.
    struct Entry: Sendable {
        /// The result word, such as `accepted` or `refused:insufficient_funds`.
        var result: String
        /// The number of its event; nil where it was refused.
        var sequence: Int64?
    }

    /// Starts a process for each operation, lets all of them go at once and waits for their ends.
    static func run(
        count: Int, filePath: String, scenario: Int, step: Int, ledger: String, date: CalendarDate
    ) throws(Problem) -> [Entry] {
        var workers: [Worker] = []
        for index in 0..<count {
            workers.append(
                try Worker([
                    "step", filePath, "\(scenario)", "\(step)", "\(index)", ledger, "\(date)",
                ]))
        }
        for worker in workers { try worker.waitUntilReady() }
        for worker in workers { worker.go() }
        return try workers.map { (worker) throws(Problem) in
            let words = try worker.finish().split { $0 == " " || $0 == "\n" }.map(String.init)
            guard let result = words.first, !result.hasPrefix("problem:") else {
                throw Problem(
                    .internalError, "a racing operation failed",
                    because: words.joined(separator: " "))
            }
            return Entry(result: result, sequence: words.count > 1 ? Int64(words[1]) : nil)
        }
    }

    /// Plays one operation of a race in this process, as a worker: says that it is ready, waits to be let
    /// go, and says what became of it.
    static func playStep(_ arguments: [String]) throws(Problem) {
        let scenario = Int(arguments[1]) ?? 0
        let step = Int(arguments[2]) ?? 0
        let file = try ScenarioFile(FileReading.bytes(of: arguments[0]), path: arguments[0])
        guard case .race(let steps) = file.scenarios[scenario].steps[step].operation else { return }
        let inner = steps[Int(arguments[3]) ?? 0]
        let ledger = try ScenarioLedger(
            at: arguments[4], scenario: file.scenarios[scenario], currency: file.currency)
        let today = try CalendarDate(parsing: arguments[5])
        Worker.sayReadyAndWait()
        switch try ledger.run(inner.operation, on: inner.date ?? today) {
        case .accepted(let answer): Worker.say("\(answer.result.rawValue) \(answer.sequence)")
        case .refused(let refusal): Worker.say("refused:\(refusal.code.rawValue)")
        }
    }
}
