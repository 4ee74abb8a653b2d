import ArgumentParser
import Outlay

/// `outlay year lapse`: returns what is left of a year's money.
struct YearLapseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lapse", abstract: "Let what is left of a year's money lapse.",
        discussion: """
            outlay year lapse 2027 --dry-run
            outlay year lapse 2027

            It comes last. What is reserved, committed or received keeps its money; only the rest lapses, of every \
            line at once.
            """)

    @Argument(help: "The number that names the year.")
    var year: Int

    @Flag(help: "Though bills, disputes or requests are still open.")
    var anyway = false

    @OptionGroup var change: LedgerChangeOptions

    func run() throws {
        try change.actOnYear(
            schema: "year-lapse", "What was left of FY\(year) lapsed"
        ) { (session) throws(Problem) in
            let end = try session.yearEnd(of: year, anyway: anyway)
            let lapses = try session.read { (reader) throws(Problem) in
                var found: [Lapse] = []
                for lapse in end.lapses where try reader.rest(of: lapse).isPositive {
                    found.append(lapse)
                }
                return found
            }
            guard !lapses.isEmpty else {
                throw Problem(
                    .nothingOpen, "FY\(year) has nothing to lapse",
                    because: "no line has money left in it")
            }
            return (PeriodID(year: year), lapses)
        }
    }
}

extension LedgerReader {
    /// Returns what a lapse would give back.
    func rest(of lapse: Lapse) throws(Problem) -> MinorUnits {
        let line = try balance(of: lapse.node, in: PeriodID(year: lapse.year))
        return max(.zero, min(line.available, line.allotted))
    }
}
