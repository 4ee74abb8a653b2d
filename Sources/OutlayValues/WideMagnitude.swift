/// An unsigned whole number of up to 256 bits: a product or quotient before it is settled.
struct WideMagnitude: Comparable {
    var high: UInt128
    var low: UInt128

    init(_ low: UInt128) {
        (high, self.low) = (0, low)
    }

    init(_ left: UInt128, times right: UInt128) {
        (high, low) = left.multipliedFullWidth(by: right)
    }

    /// Returns the whole quotient and what is left.
    func divided(by divisor: UInt128) -> (quotient: WideMagnitude, remainder: UInt128) {
        guard high != 0 else {
            let (quotient, remainder) = low.quotientAndRemainder(dividingBy: divisor)
            return (WideMagnitude(quotient), remainder)
        }
        let (upper, rest) = high.quotientAndRemainder(dividingBy: divisor)
        let (lower, remainder) = divisor.dividingFullWidth((rest, low))
        var quotient = WideMagnitude(lower)
        quotient.high = upper
        return (quotient, remainder)
    }

    /// Returns this number times `factor`, plus `addend`, or nil beyond 256 bits.
    func multiplied(by factor: UInt128, adding addend: UInt128) -> WideMagnitude? {
        var product = WideMagnitude(low, times: factor)
        let (upper, lost) = high.multipliedReportingOverflow(by: factor)
        let (sum, carried) = product.high.addingReportingOverflow(upper)
        product.high = sum
        guard !lost, !carried else { return nil }
        return product.adding(addend)
    }

    private func adding(_ addend: UInt128) -> WideMagnitude? {
        var sum = self
        let (lower, carried) = low.addingReportingOverflow(addend)
        sum.low = lower
        guard carried else { return sum }
        let (upper, lost) = high.addingReportingOverflow(1)
        sum.high = upper
        return lost ? nil : sum
    }

    static func < (left: WideMagnitude, right: WideMagnitude) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }
}
