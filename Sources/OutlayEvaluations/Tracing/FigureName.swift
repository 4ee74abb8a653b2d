/// The name by which a figure can be asked for, such as `northwind.costs.seats.2028`.
public struct FigureName: Sendable, Hashable {
    /// The parts, from the whole to the detail.
    public let parts: [Part]

    /// One part of a name.
    public enum Part: Sendable, Hashable {
        /// A word of ours: a figure, a year, `cash`.
        case word(String)
        /// An identifier or a text of the document.
        case stated(String)
    }

    /// Creates a name.
    public init(_ parts: [Part]) {
        self.parts = parts
    }

    /// Returns the name of a part of this figure.
    public func appending(_ parts: Part...) -> FigureName {
        FigureName(self.parts + parts)
    }

    /// The name without quotes, which two figures may share.
    public var unquoted: String { parts.map(\.text).joined(separator: ".") }
}

extension FigureName.Part: ExpressibleByStringLiteral {
    /// Creates a word of ours.
    public init(stringLiteral word: String) {
        self = .word(word)
    }
}

extension FigureName.Part {
    fileprivate var text: String {
        switch self {
        case .word(let text), .stated(let text): text
        }
    }

    /// Words that stand where documents put names of their own.
    private static let words: Set<String> = [
        "assumptions", "cash", "crossover", "discount_rate", "growth", "knock_outs", "pv", "rates",
        "sources", "start", "stated", "weights",
    ]

    /// The part as a name shows it: in quotes where it would be taken for something else.
    fileprivate var quoted: String {
        guard case .stated(let text) = self else { return text }
        let isPlain =
            !text.isEmpty && !Self.words.contains(text)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
        // Four digits, `Y1` and `p1` are years and payments.
        let isNumber = text.drop { $0 == "Y" || $0 == "p" }.allSatisfy(\.isNumber)
        return isPlain && !isNumber ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}

extension FigureName: CustomStringConvertible {
    /// The name as it is asked for; a part that would be taken for something else stands in quotes.
    public var description: String { parts.map(\.quoted).joined(separator: ".") }
}
