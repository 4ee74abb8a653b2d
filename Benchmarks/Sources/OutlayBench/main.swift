import Foundation
import Outlay

/// Answers one command per line on standard input with one line, until the input ends.
///
///     load NAME PATH ROWS COLUMNS   reads little-endian doubles, every third column a cost
///     scores METHOD NAME            prints the scores
///     time METHOD NAME CALLS        prints the seconds of each call, from the numbers to the scores
var bench = Bench()
while let line = readLine() {
    print(try bench.answer(to: line.split(separator: " ").map(String.init)))
    fflush(nil)
}
