import Foundation
import Outlay

let words = Array(CommandLine.arguments.dropFirst())
do throws(Problem) {
    switch (words.first, words.count) {
    case ("play", 2): exit(try PlayCommand.run(words[1]))
    case ("race", 1): exit(try RaceCommand.run(seconds: 10, rounds: 200, processes: 8))
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
