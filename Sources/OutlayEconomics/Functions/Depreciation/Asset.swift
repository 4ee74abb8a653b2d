import OutlayProblems
import OutlaySampling
import OutlayValues

/// What is written down: an asset's cost, what it fetches at the end, and its life.
public struct DepreciableAsset: Sendable, Hashable {
    /// What it cost.
    public let cost: Double
    /// What it is written down to.
    public let salvage: Double
    /// Its life in periods, above 0.
    public let life: Double
    /// What is written down in all.
    public var base: Double { cost - salvage }
    /// The periods that its life reaches into.
    var periods: Int { Int(life.rounded(.up)) }

    /// Creates an asset.
    ///
    /// - Throws: ``ProblemCode/zeroLife`` for a life of 0 or less, ``ProblemCode/salvageExceedsCost``,
    ///   ``ProblemCode/outOfRange`` for a negative cost or salvage value or a life above 10 000 periods,
    ///   ``ProblemCode/nonFinite``.
    public init(cost: Double, salvage: Double, life: Double) throws(Problem) {
        try FlowProblems.check(cost, named: "the cost")
        try FlowProblems.check(salvage, named: "the salvage value")
        try FlowProblems.check(life, named: "the life")
        guard life > 0 else { throw LifeProblems.zeroLife("periods of life", life) }
        guard cost >= 0, salvage >= 0, life <= 10_000 else {
            throw Problem(
                .outOfRange,
                "an asset of cost \(cost.plainText), salvage value \(salvage.plainText) and life "
                    + life.plainText,
                because: "cost and salvage value are 0 or more, a life is at most 10000 periods")
        }
        guard salvage <= cost else {
            throw Problem(
                .salvageExceedsCost,
                "the salvage value \(salvage.plainText) is above the cost \(cost.plainText)",
                because: "depreciation writes the cost down to the salvage value")
        }
        self.cost = cost
        self.salvage = salvage
        self.life = life
    }
}

extension DepreciableAsset {
    /// Returns equal amounts: (cost − salvage) / life; a broken last period takes its share.
    ///
    /// - Source: Park, *Contemporary Engineering Economics*, 6th ed., section 9.3.
    public func straightLine() -> [Double] {
        shares { base * min(1, life - Double($0)) / life }
    }

    /// Returns amounts in proportion to the years left: (cost − salvage) × (life − t + 1) / Σ years.
    ///
    /// - Source: Microsoft, "SYD function", support.microsoft.com, read 2026-11-23.
    public func sumOfYearsDigits() -> [Double] {
        shares { base * (life - Double($0)) * 2 / (life * (life + 1)) }
    }

    /// Returns amounts that are a constant share of the book value, factor / life, until the salvage value is
    /// reached.
    ///
    /// - Parameters:
    ///   - factor: The multiple of the straight-line share, above 0; 2 is double declining balance.
    ///   - switchesToStraightLine: Whether what is left is written off evenly once that is more.
    /// - Returns: One amount for each period of the life.
    /// - Throws: ``ProblemCode/outOfRange`` for a factor of 0 or less.
    /// - Source: Microsoft, "DDB function" and "VDB function", support.microsoft.com, read 2026-11-23.
    public func decliningBalance(
        factor: Double = 2, switchesToStraightLine: Bool = false
    ) throws(Problem) -> [Double] {
        try FlowProblems.check(factor, named: "the factor")
        guard factor > 0 else {
            throw Problem(
                .outOfRange, "the factor is \(factor.plainText)", because: "it is above 0")
        }
        var book = cost
        return shares { period in
            let left = book - salvage
            var amount = min(book * factor / life, left)
            if switchesToStraightLine {
                amount = max(amount, left / max(1, life - Double(period)))
            }
            amount = max(0, min(amount, left))
            book -= amount
            return amount
        }
    }

    /// Returns amounts by a share that is rounded to three decimals, as Excel's DB does; the first year has
    /// some months, and what is left of them makes a last year.
    ///
    /// The rounding is Excel's own; the salvage value is missed by it.
    ///
    /// - Throws: ``ProblemCode/periodOutOfRange`` for months outside 1 … 12.
    /// - Source: Microsoft, "DB function", support.microsoft.com, read 2026-11-23.
    public func fixedDecliningBalance(firstYearMonths: Int = 12) throws(Problem) -> [Double] {
        guard (1...12).contains(firstYearMonths) else {
            throw Problem(
                .periodOutOfRange, "the first year has \(firstYearMonths) months",
                because: "a year has 1 to 12 months")
        }
        guard cost > 0 else { return shares { _ in 0 } }
        let share = ((1 - power(salvage / cost, 1 / life)) * 1000).rounded() / 1000
        let first = Double(firstYearMonths) / 12
        var book = cost
        var amounts: [Double] = []
        for period in 0..<(periods + (firstYearMonths < 12 ? 1 : 0)) {
            let months = period == 0 ? first : period == periods ? 1 - first : 1
            let amount = book * share * months
            amounts.append(amount)
            book -= amount
        }
        return amounts
    }

    /// Returns the declining balance depreciation between two times, which may lie within periods: Excel's VDB.
    ///
    /// - Parameters:
    ///   - start: The time from which on, 0 or more.
    ///   - end: The time up to which, at most the life.
    ///   - factor: The multiple of the straight-line share, above 0.
    ///   - switchesToStraightLine: Whether what is left is written off evenly once that is more.
    /// - Returns: The depreciation of that time.
    /// - Throws: ``ProblemCode/periodOutOfRange`` for times out of order or outside the life,
    ///   ``ProblemCode/outOfRange`` for a factor of 0 or less.
    /// - Source: Microsoft, "VDB function", support.microsoft.com, read 2026-11-23.
    public func decliningBalance(
        from start: Double, to end: Double, factor: Double = 2,
        switchesToStraightLine: Bool = true
    ) throws(Problem) -> Double {
        guard start >= 0, start <= end, end <= life else {
            throw Problem(
                .periodOutOfRange,
                "the span from \(start.plainText) to \(end.plainText) is not within the life",
                because:
                    "a span lies within 0 and \(life.plainText), and starts no later than it ends")
        }
        let amounts = try decliningBalance(
            factor: factor, switchesToStraightLine: switchesToStraightLine)
        var sum = 0.0
        for (period, amount) in amounts.enumerated() {
            let length = min(1, life - Double(period))
            let overlap = min(end, Double(period) + length) - max(start, Double(period))
            if overlap > 0 { sum += amount * overlap / length }
        }
        return sum
    }

    private func shares(_ amount: (Int) -> Double) -> [Double] {
        (0..<periods).map(amount)
    }
}

/// How an asset is written down, where a function lets the user choose.
public enum DepreciationMethod: String, Sendable, Hashable, CaseIterable {
    /// Equal amounts.
    case straightLine = "straight-line"
    /// In proportion to the years left.
    case sumOfYearsDigits = "sum-of-years-digits"
    /// A constant share of the book value.
    case decliningBalance = "declining-balance"
    /// The tables of the United States' tax law.
    case macrs
}
