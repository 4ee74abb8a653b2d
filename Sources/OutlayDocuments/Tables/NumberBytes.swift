import OutlayValues

/// Numbers straight from the bytes of a table, by the grammar of ``ExactDecimal/init(parsing:)``.
enum NumberBytes {
    /// A number as it is compared and reckoned with.
    struct Number {
        /// The nearest `Double`.
        var double: Double
        /// The exact number where `double` may stand for several texts, else nil.
        var exact: ExactDecimal?
    }

    /// Returns the number that `bytes` hold, or nil where they hold none.
    ///
    /// Up to 15 digits and 22 decimals are read as whole numbers and divided once by a power of ten:
    /// both are exact as `Double`, so the quotient is the nearest one. Different texts of that length
    /// never share a `Double`. Everything else, refusals too, goes through ``ExactDecimal``.
    @inline(__always)
    static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Number? {
        if let double = shortNumber(bytes) { return Number(double: double) }
        guard case .success(let exact) = ExactDecimal.parse(bytes) else { return nil }
        return Number(double: exact.doubleValue, exact: exact)
    }

    /// Returns the number that `bytes` hold, or nil where it is not a plain one of at most 15 digits.
    @inline(__always)
    static func shortNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
        let isNegative = bytes.first == UInt8(ascii: "-")
        let start = isNegative ? 1 : 0
        // A point may join 15 digits.
        guard bytes.count > start, bytes.count - start <= 16 else { return nil }
        var digits: Int64 = 0
        var point = -1
        for index in start..<bytes.count {
            let digit = bytes[index] &- 48
            if digit < 10 {
                digits = digits &* 10 &+ Int64(digit)
            } else {
                guard bytes[index] == UInt8(ascii: "."), point < 0 else { return nil }
                point = index
            }
        }
        let end = point < 0 ? bytes.count : point
        let count = bytes.count - start - (point < 0 ? 0 : 1)
        guard count <= 15, end > start, point != bytes.count - 1,
            bytes[start] != 48 || end == start + 1
        else { return nil }
        let magnitude = Double(digits)
        let value = point < 0 ? magnitude : magnitude / powersOfTen[bytes.count - 1 - point]
        // Zero has no sign.
        return isNegative && digits != 0 ? -value : value
    }

    private static let powersOfTen: InlineArray<17, Double> = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    ]
}
