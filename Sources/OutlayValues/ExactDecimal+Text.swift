import OutlayProblems

extension ExactDecimal: CustomStringConvertible {
    /// The shortest exact text: `-12.5`, `0.07`, `400`.
    public var description: String {
        text(places: places)
    }

    /// Returns the number with exactly `count` decimals, filled up with zeros.
    ///
    /// - Precondition: the number has at most `count` decimals; round it first.
    public func text(places count: Int) -> String {
        precondition(count >= places, "round to \(count) places before printing with them")
        var digits = String(significand.magnitude)
        if digits.count <= places {
            digits = String(repeating: "0", count: places - digits.count + 1) + digits
        }
        let whole = digits.dropLast(places)
        let decimals = String(digits.suffix(places)) + String(repeating: "0", count: count - places)
        return (isNegative ? "-" : "") + whole + (decimals.isEmpty ? "" : "." + decimals)
    }

    /// Reads a number strictly: an optional minus, digits, and optionally a point and digits.
    ///
    /// Refused are signs other than `-`, exponents, leading zeros (`010`), grouping (`1,000`,
    /// `1_000`), a bare point, `NaN`, blanks, and more than 38 digits; each with its own reason.
    ///
    /// - Throws: ``ProblemCode/badNumber`` without a location; the reader adds where.
    public init(parsing text: String) throws(Problem) {
        var copy = text
        let parsed = copy.withUTF8 { Self.parse($0) }
        switch parsed {
        case .success(let value): self = value
        case .failure(let reason): throw Self.refusal(of: text, reason)
        }
    }

    /// Why a text is no number.
    package enum ParseFailure: Error, Sendable, Hashable {
        case empty, blank, grouping, exponent, plus, leadingZero, barePoint, tooLong, notANumber
        case decimalComma, unit
    }

    /// Reads a number from UTF-8 bytes by the rules of ``init(parsing:)``, for readers of large
    /// tables.
    package static func parse(
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Result<ExactDecimal, ParseFailure> {
        guard !bytes.isEmpty else { return .failure(.empty) }
        var index = 0
        let negative = bytes[0] == UInt8(ascii: "-")
        if negative { index = 1 }
        let firstDigit = index
        var (value, digits, decimals, point) = (UInt128(0), 0, 0, -1)
        while index < bytes.count {
            let byte = bytes[index]
            if byte &- 48 < 10 {
                if value != 0 || byte != 48 { digits += 1 }
                guard digits <= maximumDigits else { return .failure(.tooLong) }
                value = value &* 10 &+ UInt128(byte &- 48)
                if point >= 0 { decimals += 1 }
            } else if byte == UInt8(ascii: "."), point < 0 {
                point = index
            } else {
                return .failure(failure(for: byte, at: index, bytes))
            }
            index += 1
        }
        let wholeDigits = (point < 0 ? bytes.count : point) - firstDigit
        guard point >= 0 || wholeDigits > 0 else { return .failure(.notANumber) }
        guard wholeDigits > 0, point != bytes.count - 1 else { return .failure(.barePoint) }
        guard wholeDigits == 1 || bytes[firstDigit] != 48 else { return .failure(.leadingZero) }
        guard decimals <= maximumDigits else { return .failure(.tooLong) }
        let (significand, places) = stripped(Int128(value), decimals)
        return .success(ExactDecimal(normalised: negative ? -significand : significand, places))
    }

    private static func failure(
        for byte: UInt8, at index: Int, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> ParseFailure {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"): return .blank
        case UInt8(ascii: "_"), UInt8(ascii: "'"): return index == 0 ? .notANumber : .grouping
        case UInt8(ascii: ","):
            let rest = bytes[(index + 1)...]
            let groups = rest.count == 3 || rest.contains(byte) || bytes.contains(UInt8(ascii: "."))
            return groups ? .grouping : .decimalComma
        case UInt8(ascii: "+"): return index == 0 ? .plus : .notANumber
        case UInt8(ascii: "e"), UInt8(ascii: "E"):
            let rest = bytes[(index + 1)...].drop {
                $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+")
            }
            let exponent = index > 0 && !rest.isEmpty && rest.allSatisfy { $0 &- 48 < 10 }
            return exponent ? .exponent : .notANumber
        case UInt8(ascii: "%"): return .unit
        default: return .notANumber
        }
    }

    private static func refusal(of text: String, _ failure: ParseFailure) -> Problem {
        let (reason, hint): (String, String?) =
            switch failure {
            case .empty: ("a number has at least one digit", nil)
            case .blank: ("a number has no blanks", "write 1000, not `1 000`")
            case .grouping: ("digits are not grouped", "write 1000, not `1,000` or `1_000`")
            case .decimalComma: ("decimals stand behind a point", "write 12.5, not `12,5`")
            case .exponent:
                ("exponents are not read", "write the digits out, such as 1000 for `1e3`")
            case .plus: ("a plus sign is not read", "leave the sign out")
            case .leadingZero: ("a leading zero may mean base 8", "leave the leading zeros out")
            case .barePoint:
                ("digits stand on both sides of the point", "write 0.5, not `.5` or `5.`")
            case .tooLong: ("a number has at most \(maximumDigits) digits", nil)
            case .unit: ("ratios are fractions of 1", "write 0.08 for 8 %")
            case .notANumber:
                ("a number is digits, with at most one minus in front and one point", nil)
            }
        return Problem(
            .badNumber, "\(Problem.quoted(text)) is not a number", because: reason, hint: hint)
    }
}
