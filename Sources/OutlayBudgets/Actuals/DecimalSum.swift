import OutlayProblems
import OutlayValues

/// An exact sum of decimals, quick for those of up to 18 digits and decimals.
///
/// Numbers are counted in units of 10^-18 in 128 bits; what does not fit is added as ``ExactDecimal``. No
/// digit is lost: a sum that cannot be held throws.
struct DecimalSum: Sendable {
    private var scaled: Int128 = 0
    private var rest = ExactDecimal.zero

    static let places = 18
    private static let powers: [Int128] = (0..<places).reduce(into: [1]) { powers, _ in
        powers.append(powers[powers.count - 1] * 10)
    }

    /// Adds a number.
    ///
    /// - Throws: ``ProblemCode/overflow``.
    @inline(__always)
    mutating func add(_ number: DecimalField) throws(Problem) {
        switch number {
        case .short(let digits, let places):
            let (sum, overflows) = scaled.addingReportingOverflow(
                Int128(digits) * Self.powers[Self.places - places])
            if overflows {
                try carry()
                scaled = Int128(digits) * Self.powers[Self.places - places]
            } else {
                scaled = sum
            }
        case .long(let value): rest = try rest + value
        }
    }

    private mutating func carry() throws(Problem) {
        rest = try rest + ExactDecimal(significand: scaled, places: Self.places)
        scaled = 0
    }

    /// The sum.
    ///
    /// - Throws: ``ProblemCode/overflow`` where it needs more than 38 digits.
    var value: ExactDecimal {
        get throws(Problem) {
            try rest + ExactDecimal(significand: scaled, places: Self.places)
        }
    }
}

/// A number as a field of a large table states it.
enum DecimalField: Sendable, Hashable {
    /// Up to 18 digits, of which up to 18 are decimals.
    case short(Int64, places: Int)
    /// Any other.
    case long(ExactDecimal)

    /// Reads digits with an optional minus, decimals and an exponent, or returns nil for anything else.
    ///
    /// - Source: FOCUS 1.0, "Numeric Format": integers, decimals, or E notation, without grouping.
    @inline(__always)
    static func read(_ bytes: UnsafeBufferPointer<UInt8>, decimalSign: UInt8) -> DecimalField? {
        var index = 0
        let isNegative = bytes.first == UInt8(ascii: "-")
        if isNegative { index = 1 }
        let start = index
        var value: UInt64 = 0
        var point = -1
        while index < bytes.count {
            let byte = bytes[index]
            if byte &- 0x30 < 10 {
                value = value &* 10 &+ UInt64(byte &- 0x30)
            } else if byte == decimalSign, point < 0 {
                point = index
            } else {
                return readLong(bytes, decimalSign)
            }
            index += 1
        }
        let places = point < 0 ? 0 : index - point - 1
        let digits = index - start - (point < 0 ? 0 : 1)
        let whole = digits - places
        guard digits <= 18 else { return readLong(bytes, decimalSign) }
        guard whole > 0, point < 0 || places > 0, whole == 1 || bytes[start] != 0x30 else {
            return nil
        }
        return .short(isNegative ? -Int64(value) : Int64(value), places: places)
    }

    /// Reads numbers with many digits or an exponent.
    private static func readLong(
        _ bytes: UnsafeBufferPointer<UInt8>, _ decimalSign: UInt8
    ) -> DecimalField? {
        var text = String(decoding: bytes, as: UTF8.self)
        guard text.utf8.allSatisfy({ isPart($0, decimalSign) }) else { return nil }
        if decimalSign != UInt8(ascii: ".") {
            guard !text.utf8.contains(UInt8(ascii: ".")) else { return nil }
            text = String(
                decoding: text.utf8.map { $0 == decimalSign ? UInt8(ascii: ".") : $0 },
                as: UTF8.self)
        }
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
        guard parts.count <= 2 else { return nil }
        var mantissa = String(parts[0])
        if mantissa.utf8.contains(UInt8(ascii: ".")), parts.count == 1 {
            // Zeros at the end say nothing; without them more numbers fit.
            while mantissa.utf8.last == 0x30, mantissa.utf8.dropLast().last != UInt8(ascii: ".") {
                mantissa.removeLast()
            }
        }
        guard let value = try? ExactDecimal(parsing: mantissa) else { return nil }
        guard parts.count == 2 else { return .long(value) }
        let exponentText = parts[1].first == "+" ? parts[1].dropFirst() : parts[1]
        guard let exponent = Int(exponentText), exponentText.first != "+",
            (-38...38).contains(exponent)
        else { return nil }
        return scaled(value, by: exponent).map { .long($0) }
    }

    private static func isPart(_ byte: UInt8, _ decimalSign: UInt8) -> Bool {
        byte &- 0x30 < 10 || byte == decimalSign || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "+") || byte | 0x20 == UInt8(ascii: "e")
    }

    private static func scaled(_ value: ExactDecimal, by exponent: Int) -> ExactDecimal? {
        guard exponent > value.places else {
            return try? ExactDecimal(
                significand: value.significand, places: value.places - exponent)
        }
        var significand = value.significand
        for _ in value.places..<exponent {
            let (product, overflows) = significand.multipliedReportingOverflow(by: 10)
            guard !overflows else { return nil }
            significand = product
        }
        return try? ExactDecimal(significand: significand, places: 0)
    }
}
