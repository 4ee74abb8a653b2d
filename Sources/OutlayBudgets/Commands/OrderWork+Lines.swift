import OutlayProblems
import OutlayValues

extension OrderWork {
    /// A part of a bill that falls on one line, in the order's currency.
    struct Share {
        var index: Int
        var amount: MinorUnits
    }

    /// The refusal of parts that are not those of `work`.
    static var badParts: Refusal {
        Refusal(
            .badCommand,
            note: LedgerText(
                known: "parts name lines of the order, each once, and sum to the amount"))
    }

    /// Returns how a bill falls on the lines: it fills what is open in their order, and the last one
    /// takes the rest.
    func shares(of amount: MinorUnits) throws(Problem) -> [Share] {
        var rest = amount
        var shares: [Share] = []
        for (index, line) in lines.enumerated() where line.foreignOpen.isPositive {
            guard rest.isPositive else { break }
            let part = min(rest, line.foreignOpen)
            shares.append(Share(index: index, amount: part))
            rest = try rest - part
        }
        guard rest.isPositive else { return shares }
        if let last = shares.indices.last {
            shares[last].amount = try shares[last].amount + rest
        } else if let index = lines.indices.last(where: { lines[$0].foreignAmount.isPositive }) {
            shares.append(Share(index: index, amount: rest))
        }
        return shares
    }

    /// Returns the lines that `parts` of `amount` fall on, or nil where they are not those of the order.
    ///
    /// They name a line each once and add up; `ordered`, the amount in the order's currency, is split as
    /// they are. What was carried elsewhere falls on the line it was carried to.
    func shares(
        _ parts: [LinePart], of amount: MinorUnits, as ordered: MinorUnits
    ) throws(Problem) -> [Share]? {
        guard try isWhole(parts, of: amount) else { return nil }
        let amounts =
            ordered == amount ? parts.map(\.amount) : try ordered.split(by: parts.map(\.amount))
        var shares: [Share] = []
        for (part, amount) in zip(parts, amounts) {
            guard let index = target(of: part.line) else { return nil }
            if let known = shares.firstIndex(where: { $0.index == index }) {
                shares[known].amount = try shares[known].amount + amount
            } else {
                shares.append(Share(index: index, amount: amount))
            }
        }
        return shares
    }

    /// Returns whether parts name each line once and add up to `amount`.
    func isWhole(_ parts: [LinePart], of amount: MinorUnits) throws(Problem) -> Bool {
        guard !parts.isEmpty, parts.allSatisfy(\.amount.isPositive),
            Set(parts.map(\.line)).count == parts.count
        else { return false }
        var sum = MinorUnits.zero
        for part in parts { sum = try sum + part.amount }
        return sum == amount
    }

    /// The place of the line that stands for line `number` now, or nil where the order has none.
    func target(of number: Int) -> Int? {
        guard var index = lines.firstIndex(where: { $0.number == number }),
            lines[index].foreignAmount.isPositive || lines[index].carriedTo != nil
        else { return nil }
        while let next = lines[index].carriedTo,
            let place = lines.firstIndex(where: { $0.number == next }), place > index
        {
            index = place
        }
        return index
    }

    /// Returns what was ordered, billed and received of each line.
    ///
    /// Lines that were carried elsewhere count with the ones they were carried to. Receipts that name no
    /// lines fill them in their order.
    func matches(_ receipts: [Receipt]) throws(Problem) -> [Int: InvoiceContext.Line] {
        var found: [Int: InvoiceContext.Line] = [:]
        for line in lines {
            guard let index = target(of: line.number) else { continue }
            let row = BalanceKey(lines[index].node, lines[index].period)
            var match = found[index] ?? InvoiceContext.Line(row)
            match.ordered = try match.ordered + line.foreignAmount
            match.billed = try match.billed + line.foreignBilled
            found[index] = match
        }
        var unnamed = MinorUnits.zero
        for receipt in receipts {
            if receipt.parts.isEmpty { unnamed = try unnamed + receipt.foreignAmount }
            for part in receipt.parts {
                guard let index = target(of: part.line), var match = found[index] else { continue }
                match.received = try match.received + part.amount
                found[index] = match
            }
        }
        for index in found.keys.sorted() where unnamed.isPositive {
            guard let match = found[index] else { continue }
            let part = max(.zero, min(unnamed, try match.ordered - match.received))
            found[index]?.received = try match.received + part
            unnamed = try unnamed - part
        }
        return found
    }
}
