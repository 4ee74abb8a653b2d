import OutlayProblems

extension ExactDecimal {
    /// Creates the decimal nearest to the shortest text of `number`, with at most `places`
    /// decimals, rounded half to even.
    ///
    /// The text decides, not the binary value behind it: 0.285 is stored as 0.28499…, and 0.275 as
    /// 0.27500…, but both are read as written, so at two places they give 0.28 and 0.28.
    ///
    /// - Throws: ``ProblemCode/overflow`` for a number that is not finite or needs more than 38
    ///   digits.
    public init(nearest number: Double, places: Int) throws(Problem) {
        precondition((0...Self.maximumDigits).contains(places), "a decimal has 0 … 38 decimals")
        guard number.isFinite else {
            throw Problem(
                .overflow, "a result is not a finite number",
                because: "a step of the calculation went beyond what a number can hold",
                hint: "check the size of the inputs")
        }
        let (digits, exponent) = Self.shortestDigits(of: number.magnitude)
        self = try ExactDecimal(
            WideMagnitude(digits), over: 1, places: -exponent, carrying: places,
            negative: number < 0)
    }

    /// The digits and the power of ten of the shortest text that reads back as `number`.
    private static func shortestDigits(of number: Double) -> (digits: UInt128, exponent: Int) {
        var (digits, exponent, decimals) = (UInt128(0), 0, 0)
        var (afterPoint, afterE, exponentSign) = (false, false, 1)
        for byte in number.description.utf8 {
            switch byte {
            case UInt8(ascii: "."): afterPoint = true
            case UInt8(ascii: "e"): afterE = true
            case UInt8(ascii: "-"): exponentSign = -1
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if afterE {
                    exponent = exponent * 10 + Int(byte - 48)
                } else {
                    digits = digits * 10 + UInt128(byte - 48)
                    decimals += afterPoint ? 1 : 0
                }
            default: break
            }
        }
        return (digits, exponentSign * exponent - decimals)
    }
}
