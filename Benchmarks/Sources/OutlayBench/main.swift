import Foundation
import Outlay

/// Answers one command per line on standard input with one line, until the input ends.
///
///     load NAME PATH ROWS COLUMNS   reads little-endian doubles, every third column a cost
///     scores WORK NAME              prints the scores by a method, or the shares of `acceptability`
///     time WORK NAME CALLS          prints the seconds of each call
var bench = Bench()
while let line = readLine() {
    print(try bench.answer(to: line.split(separator: " ").map(String.init)))
    fflush(nil)
}
