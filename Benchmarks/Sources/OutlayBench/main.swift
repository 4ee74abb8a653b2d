import Foundation
import Outlay

/// Answers one command per line on standard input with one line, until the input ends.
///
///     load NAME PATH ROWS COLUMNS   reads little-endian doubles, every third column a cost
///     flows NAME PATH ROWS COLUMNS  reads little-endian doubles, one stream of flows to a row
///     trials NAME COUNT             sets up simulations of so many trials
///     scores WORK NAME              prints the scores by a method, the shares of `acceptability`, the rates or
///                                   values of flows, or the moments and percentiles of a simulation
///     time WORK NAME CALLS          prints the seconds of each call
///
/// With arguments it measures itself once: `irr FILE` (rows of sixty flows) or `mc [--trials N] [--monthly-trials N]`.
let arguments = Array(CommandLine.arguments.dropFirst())
if arguments.isEmpty {
    var bench = Bench()
    while let line = readLine() {
        print(try bench.answer(to: line.split(separator: " ").map(String.init)))
        fflush(nil)
    }
} else {
    print(try OneShot.answer(to: arguments))
}
