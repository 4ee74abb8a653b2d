import OutlayProblems
import OutlayValues

/// A bid as a formula for price points sees it.
public struct PriceBid: Sendable, Hashable {
    /// The option's identifier.
    public var id: String
    /// The price, above 0, in the one currency of the tender.
    public var price: ExactDecimal

    /// Creates a bid.
    public init(id: String, price: ExactDecimal) {
        self.id = id
        self.price = price
    }

    /// Throws unless there is a bid, each has a name of its own, and every price is above 0.
    static func check(_ bids: [PriceBid]) throws(Problem) {
        guard !bids.isEmpty else {
            throw Problem(
                .wrongLength, "there is no bid", because: "points are given to one or more bids")
        }
        var names: Set<String> = []
        for bid in bids {
            guard names.insert(bid.id).inserted else {
                throw Problem(
                    .duplicateIdentifier, "two bids are called \(Problem.quoted(bid.id))",
                    at: bid.place,
                    because: "each option has one price")
            }
            guard bid.price > .zero else {
                throw Problem(
                    .outOfRange, "the price of \(Problem.quoted(bid.id)) is \(bid.price)",
                    at: bid.place,
                    because: "points for a price are given where it is above 0",
                    hint: "leave the bid out, or give what it costs")
            }
        }
    }

    /// Where a problem says it is.
    var place: Location { .part("option \(id)") }
}
