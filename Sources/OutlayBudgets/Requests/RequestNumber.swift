/// The number of a request that is named after its year, as 31 is of `REQ-2026-031`.
///
/// A name has one where it is `REQ-`, four digits, `-` and digits alone. Numbers are compared as such,
/// however many digits they have: `REQ-2026-999` comes before `REQ-2026-1000`, and `REQ-2026-7` is
/// `REQ-2026-007`.
public struct RequestNumber: Sendable, Hashable, Comparable {
    /// The year in the name, 0 … 9999.
    public let year: Int
    /// The digits of the number without leading zeros; none for 0.
    public let digits: String

    /// Reads the number of a request's name, or returns nil where it has none.
    public init?(of id: RequestID) {
        let bytes = Array(id.text.utf8)
        func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
        let (years, number) = (bytes.dropFirst(4).prefix(4), bytes.dropFirst(9))
        guard bytes.starts(with: "REQ-".utf8), bytes.count > 9, bytes[8] == UInt8(ascii: "-"),
            years.allSatisfy(isDigit), number.allSatisfy(isDigit)
        else { return nil }
        year = years.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        digits = String(decoding: number.drop { $0 == 0x30 }, as: UTF8.self)
    }

    /// The number before the first of a year.
    private init(noneIn year: Int) {
        self.year = year
        digits = ""
    }

    /// Returns the name of the request after `highest`, the first of the year where there is none.
    ///
    /// - Complexity: O(*n*) in the number of digits.
    public static func name(after highest: RequestNumber?, in year: Int) -> String {
        let before = highest ?? RequestNumber(noneIn: year)
        var next = Array(before.digits.utf8)
        var place = next.count
        while place > 0, next[place - 1] == UInt8(ascii: "9") {
            place -= 1
            next[place] = UInt8(ascii: "0")
        }
        if place > 0 { next[place - 1] += 1 } else { next.insert(UInt8(ascii: "1"), at: 0) }
        let zeros = String(repeating: "0", count: max(0, 3 - next.count))
        return prefix(of: before.year) + zeros + String(decoding: next, as: UTF8.self)
    }

    /// Returns what the names of a year's requests begin with, such as `REQ-2026-`.
    public static func prefix(of year: Int) -> String {
        let digits = String(year)
        return "REQ-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "-"
    }

    /// Returns whether `left` is of an earlier year, or the smaller number of the same.
    public static func < (left: RequestNumber, right: RequestNumber) -> Bool {
        (left.year, left.digits.utf8.count, left.digits)
            < (right.year, right.digits.utf8.count, right.digits)
    }
}
