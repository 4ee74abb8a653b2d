import OutlayProblems

/// A part of a bill, a credit note or a receipt, on one line of the order.
public struct LinePart: Sendable, Hashable {
    /// The line's number.
    public var line: Int
    /// The amount, above 0, in the currency of the whole.
    public var amount: MinorUnits

    /// Creates a part.
    public init(_ line: Int, _ amount: MinorUnits) {
        self.line = line
        self.amount = amount
    }
}

extension CanonicalWriter {
    /// Writes parts as an array of pairs of number and amount.
    mutating func parts(_ parts: [LinePart]) {
        beginArray()
        for part in parts {
            beginArray()
            number(part.line)
            number(part.amount.count)
            endArray()
        }
        endArray()
    }
}

extension CanonicalReader {
    /// Reads what ``CanonicalWriter/parts(_:)`` wrote.
    mutating func parts() throws(Problem) -> [LinePart] {
        try array { reader throws(Problem) in
            try reader.beginArray()
            let part = LinePart(Int(try reader.integer()), try reader.amount())
            try reader.endArray()
            return part
        }
    }
}
