import Outlay

/// What the library found, in the shapes that cases state their answers in.
indirect enum Figure {
    /// A measured number, equal within a tolerance.
    case number(Double)
    /// A count, a rank or an index, equal or not.
    case count(Int)
    /// True or false.
    case flag(Bool)
    /// A word.
    case text(String)
    /// Figures in their order.
    case list([Figure])
    /// Counts, or lists of counts, of which the order means nothing.
    case set([[Int]])
    /// A number that is exact.
    case exact(ExactDecimal)
    /// Figures by their names.
    case object([String: Figure])
    /// Nothing, stated as null.
    case none

    /// The number as a binary one, where it is a number.
    var double: Double? {
        switch self {
        case .number(let number): number
        case .count(let count): Double(count)
        case .exact(let number): number.doubleValue
        default: nil
        }
    }

    /// The number as a decimal, where it is a number; a binary one by its shortest text.
    var decimal: ExactDecimal? {
        switch self {
        case .number(let number): Item.exact("\(number)")
        case .count(let count): ExactDecimal(count)
        case .exact(let number): number
        default: nil
        }
    }

    static func numbers(_ numbers: [Double]) -> Figure { .list(numbers.map { .number($0) }) }

    static func optional(_ number: Double?) -> Figure { number.map { .number($0) } ?? .none }

    static func optionals(_ numbers: [Double?]) -> Figure {
        .list(numbers.map { .optional($0) })
    }

    static func counts(_ counts: [Int]) -> Figure { .list(counts.map { .count($0) }) }

    static func set(_ counts: [Int]) -> Figure { .set(counts.map { [$0] }) }

    /// Returns the members in one order, so that equal sets are equal lists.
    static func ordered(_ members: [[Int]]) -> [[Int]] {
        members.sorted { $0.lexicographicallyPrecedes($1) }
    }

    static func table(_ rows: [[Double]]) -> Figure { .list(rows.map { .numbers($0) }) }
}

extension Figure: CustomStringConvertible {
    var description: String {
        switch self {
        case .number(let number): "\(number)"
        case .count(let count): "\(count)"
        case .flag(let flag): "\(flag)"
        case .text(let text): "`\(text)`"
        case .list(let figures): "a list of \(figures.count)"
        case .set(let members): "\(Self.ordered(members))"
        case .exact(let number): "\(number)"
        case .object(let figures):
            "{"
                + figures.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
                .joined(separator: ", ") + "}"
        case .none: "null"
        }
    }
}

/// How far a found number may lie from the stated one.
enum Tolerance {
    /// At most this far, whatever the number.
    case absolute(Double)
    /// At most 4 · √(p (1 − p) / N) for a share p of N draws, and 1e-9 for rounding.
    case sampled(Double)

    func allowance(at stated: Double) -> Double {
        switch self {
        case .absolute(let distance): distance
        case .sampled(let draws):
            4 * (max(stated * (1 - stated), 0) / draws).squareRoot() + 1e-9
        }
    }
}
