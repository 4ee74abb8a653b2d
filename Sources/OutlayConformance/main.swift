import Foundation

let paths = Array(CommandLine.arguments.dropFirst())
guard !paths.isEmpty else {
    FileHandle.standardError.write(Data("usage: OutlayConformance FILE-OR-FOLDER …\n".utf8))
    exit(2)
}
let run = Conformance(below: paths, draws: 1_000_000)
FileHandle.standardOutput.write(
    Data(ConformanceText.report(of: run, below: paths.joined(separator: " ")).utf8))
exit(run.isComplete ? 0 : 1)
