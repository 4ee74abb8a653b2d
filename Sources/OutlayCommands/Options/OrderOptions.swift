import ArgumentParser
import Outlay

/// The order of an approved request, as a command is told of it.
struct OrderOptions: ParsableArguments {
    @Argument(help: "The request.")
    var request: String

    @Option(help: "The order's number.")
    var number: String

    @OptionGroup var change: LedgerChangeOptions

    /// Records the order, and answers with where the request stands.
    ///
    /// - Parameter schema: The name of the JSON result.
    /// - Throws: ``CommandEnd``, always.
    func place(schema: String) throws {
        try change.act(schema: schema, on: request) { (_, _, _) throws(Problem) in
            "Ordered \(request) as \(number)"
        } _: { (id, session) throws(Problem) in
            try session.read { (reader) throws(Problem) in
                try reader.requireHoldingQuotes(of: id, on: session.asOf)
            }
            return PlaceOrder(id, number: try LedgerText(number))
        }
    }
}

extension LedgerReader {
    /// Throws what keeps an approved request from being ordered on a day, such as a quote that expired meanwhile; says
    /// nothing of others, which the order itself refuses.
    fileprivate func requireHoldingQuotes(
        of id: RequestID, on date: CalendarDate
    ) throws(Problem) {
        guard try request(id)?.state == .approved,
            let revision = try revisions(of: id).last(where: { !$0.isDraft })
        else { return }
        let again = try FrozenStatement(of: revision).reperform(asOf: date)
        if let problem = again.problem { throw problem }
        guard var obstacle = again.computed.purchase.obstacles(on: date).first else { return }
        obstacle.hint = "cancel it, and ask anew by a new quote: outlay cancel \(id) -m …"
        throw obstacle.located(at: .part("\(id) r\(revision.number)"))
    }
}
