import Foundation
import Outlay

let words = Array(CommandLine.arguments.dropFirst())
do throws(Problem) {
    switch (words.first, words.count) {
    case ("play", 2): exit(try PlayCommand.run(words[1]))
    case ("step", 7): try ScenarioRace.playStep(Array(words.dropFirst()))
    default:
        FileHandle.standardError.write(Data("usage: OutlayScenarios play FILE\n".utf8))
        exit(2)
    }
} catch {
    let place = error.location.map { " at \($0)" } ?? ""
    FileHandle.standardError.write(
        Data("error[\(error.code.rawValue)]: \(error.summary)\(place): \(error.reason)\n".utf8))
    exit(2)
}
