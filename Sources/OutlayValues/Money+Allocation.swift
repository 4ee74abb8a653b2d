import OutlayProblems

extension Money {
    /// Splits a settled amount in proportion to `weights`, handing out every minor unit.
    ///
    /// Each part is first cut to the minor unit; what is left goes one unit each to the largest
    /// cut-off remainders, ties to the earliest. Negative totals mirror positive ones.
    ///
    ///     try Money(minorUnits: 10000, .eur).allocated(by: [1, 1, 1])   // 33.34, 33.33, 33.33
    ///
    /// - Parameter weights: One weight per part; none negative, not all zero.
    /// - Returns: As many settled amounts as weights; they sum to this amount exactly.
    /// - Throws: ``ProblemCode/badAllocation`` for bad weights, ``ProblemCode/tooPrecise`` when the
    ///   amount is not settled, ``ProblemCode/overflow`` for weights too fine to add.
    /// - Complexity: O(*n* log *n*) in the number of weights.
    /// - Source: largest-remainder (Hamilton) method; Balinski and Young, *Fair Representation*,
    ///   2nd ed., Brookings 2001, chapter 3.
    public func allocated(by weights: [ExactDecimal]) throws(Problem) -> [Money] {
        try requireSettled()
        var total = ExactDecimal.zero
        for weight in weights {
            guard !weight.isNegative else { throw Self.badWeights("`\(weight)` is negative") }
            total = try total + weight
        }
        guard !total.isZero else { throw Self.badWeights("the weights total 0") }
        let scale = weights.map(\.places).max() ?? 0
        let divisor = try Self.whole(total, scale)
        let units = try Self.whole(amount, currency.minorUnitPlaces)
        var (shares, remainders, left) = ([UInt128](), [UInt128](), units)
        for weight in weights {
            let wide = units.multipliedFullWidth(by: try Self.whole(weight, scale))
            let (share, remainder) = divisor.dividingFullWidth(wide)
            shares.append(share)
            remainders.append(remainder)
            left -= share
        }
        let order = remainders.indices.sorted { (remainders[$1], $0) < (remainders[$0], $1) }
        for index in order.prefix(Int(left)) { shares[index] += 1 }
        let sign: Int128 = amount.isNegative ? -1 : 1
        return try shares.map { (share) throws(Problem) in
            let settled = try ExactDecimal(
                significand: sign * Int128(share), places: currency.minorUnitPlaces)
            return Money(settled, currency)
        }
    }

    private static func whole(_ number: ExactDecimal, _ places: Int) throws(Problem) -> UInt128 {
        let (digits, lost) = number.significand.magnitude.multipliedReportingOverflow(
            by: ExactDecimal.powerOfTen(places - number.places))
        guard !lost else { throw ExactDecimal.overflow("a split") }
        return digits
    }

    private static func badWeights(_ why: String) -> Problem {
        Problem(
            .badAllocation, "an amount cannot be split by these weights", because: why,
            hint: "give weights of 0 or more, at least one of them above 0")
    }
}
