import ArgumentParser
import Outlay

/// `outlay year carry`: moves open commitments of a year to the next one.
struct YearCarryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "carry", abstract: "Carry open commitments of a year into the next one.",
        discussion: """
            outlay year carry 2027 --dry-run
            outlay year carry 2027 REQ-2026-031

            It comes behind the bills: what was received and not billed, disputes and requests that still wait are \
            settled first (`outlay year status`), or left as they are by `--anyway`. The next year has to be open. What is open \
            of an agreement's guaranteed minimum is carried by the request that it was approved by.
            """)

    @Argument(help: "The number that names the year.")
    var year: Int

    @Argument(
        help: "The orders, or approved minimums, to carry; all open ones where none is named.")
    var requests: [String] = []

    @Flag(help: "Though bills, disputes or requests are still open.")
    var anyway = false

    @OptionGroup var change: LedgerChangeOptions

    func run() throws {
        try change.actOnYear(
            schema: "year-carry",
            "Carried open commitments of FY\(year) forward"
        ) { (session) throws(Problem) in
            let named = try requests.map { name throws(Problem) in try RequestID(name) }
            let end = try session.yearEnd(
                of: year, carrying: named.isEmpty ? nil : Set(named), anyway: anyway)
            let found = Set(end.carryForwards.map(\.id))
            if let missing = named.first(where: { !found.contains($0) }) {
                throw Problem(
                    .nothingOpen, "\(Problem.quoted(missing.text)) has nothing to carry",
                    because:
                        "it has no open commitment in FY\(year), or its goods came and wait for their bill",
                    hint: "outlay year status \(year)")
            }
            guard !end.carryForwards.isEmpty else {
                throw Problem(
                    .nothingOpen, "FY\(year) has nothing to carry",
                    because: "no order or guaranteed minimum has an open commitment in it")
            }
            return (PeriodID(year: year + 1), end.carryForwards)
        }
    }
}

extension LedgerSession {
    /// Returns what has to happen at the end of a year.
    ///
    /// - Throws: ``ProblemCode/yearNotSettled`` where people have to settle something before, unless it is to be
    ///   left as it is.
    func yearEnd(
        of year: Int, carrying carried: Set<RequestID>? = nil, anyway: Bool
    ) throws(Problem) -> YearEnd {
        let end = try read { (reader) throws(Problem) in
            guard try reader.period(PeriodID(year: year)) != nil else {
                throw Refusal(.noBudgetPeriod, subject: LedgerText(known: "FY\(year)")).problem(
                    in: try reader.requireSettings().currency)
            }
            return try reader.yearEnd(of: year, carrying: carried)
        }
        guard end.isReady || anyway else {
            let parts = [
                ("received and not billed", end.receivedNotInvoiced.map(\.request.text)),
                ("disputed", end.disputes.map(\.request.text)),
                ("waiting for approval", end.pending.map(\.text)),
            ]
            let words = parts.filter { !$0.1.isEmpty }.map {
                "\($0.0): \($0.1.joined(separator: ", "))"
            }
            throw Problem(
                .yearNotSettled, "FY\(year) is not settled", because: words.joined(separator: "; "),
                hint: "settle it, or go on by --anyway; what came keeps its money in the year")
        }
        return end
    }
}
