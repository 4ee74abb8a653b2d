import Foundation
import Outlay

let words = Array(CommandLine.arguments.dropFirst())
do throws(Problem) {
    switch (words.first, words.count) {
    case ("play", 2): exit(try PlayCommand.run(words[1]))
    case ("race", 1): exit(try RaceCommand.run(seconds: 10, rounds: 200, processes: 8))
    case ("faults", 1):
        exit(FaultsCommand.run(killRounds: 250, sessions: 3, imagesPerCut: 4, streams: 250))
    case ("race-short", 1): exit(try RaceCommand.run(seconds: 1, rounds: 2, processes: 3))
    case ("faults-short", 1):
        exit(FaultsCommand.run(killRounds: 5, sessions: 1, imagesPerCut: 1, streams: 2))
    case ("bench-make", 3): try LedgerBench.make(words[1], events: Int(words[2]) ?? 0)
    case ("bench-run", 6): try LedgerBench.run(Array(words.dropFirst()))
    case ("bench-read", 3): try LedgerBench.read(words[1], count: Int(words[2]) ?? 0)
    case ("bench-verify", 2): try LedgerBench.verify(words[1])
    case ("bench-flat", 6): try LedgerFlatness.run(Array(words.dropFirst()))
    case ("bench-syncs", 3): try LedgerBench.syncs(words[1], count: Int(words[2]) ?? 1)
    case ("balances", 2): try LedgerBench.balances(words[1])
    case ("bench-actuals", 2): try ActualsBench.read(words[1])
    case ("bench-actuals-ledger", 2): try ActualsBench.make(words[1])
    case ("kill-worker", 4): try KillFaults.work(Array(words.dropFirst()))
    case ("pause-worker", 2): try ProcessFaults.workAndPause(words[1])
    case ("rights-worker", 2): SpaceFaults.workWithoutRights(words[1])
    case ("race-worker", 5): try RaceWorker.run(Array(words.dropFirst()))
    case ("step", 7): try ScenarioRace.playStep(Array(words.dropFirst()))
    default:
        FileHandle.standardError.write(
            Data("usage: OutlayScenarios play FILE | race | faults\n".utf8))
        exit(2)
    }
} catch {
    FileHandle.standardError.write(Data("error: \(error.placedLine)\n".utf8))
    exit(2)
}
