import Foundation

let paths = Array(CommandLine.arguments.dropFirst())
guard paths.count == 1, let path = paths.first else {
    FileHandle.standardError.write(Data("usage: OutlayConformance FILE-OR-FOLDER\n".utf8))
    exit(2)
}
let run = Conformance(below: path, draws: 1_000_000)
FileHandle.standardOutput.write(Data(ConformanceText.report(of: run, below: path).utf8))
exit(run.isComplete ? 0 : 1)
