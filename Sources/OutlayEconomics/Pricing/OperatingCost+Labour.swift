import OutlayProblems
import OutlayValues

extension OperatingCost {
    /// What failures cost in a year.
    public struct Failures: Sendable, Hashable {
        /// How many units fail.
        public var failures: ExactDecimal
        /// What new units cost.
        public var replacement: ExactDecimal
        /// What the work costs.
        public var repair: ExactDecimal
    }

    /// Returns what failing units cost in a year: units × failure rate × (unit cost + hours × hourly rate).
    ///
    ///     try OperatingCost.failures(units: 200, failureRate: 0.015, unitCost: 300)   // 3 units, 900
    ///
    /// - Parameters:
    ///   - units: How many there are, 0 or more.
    ///   - failureRate: Failures of one unit in a year, 0 or more.
    ///   - unitCost: The price of a new one, 0 or more.
    ///   - repairHours: Hours of work for each failure, 0 or more.
    ///   - hourlyRate: Money for an hour of work, 0 or more.
    /// - Returns: Both parts of the cost, unrounded.
    /// - Throws: ``ProblemCode/negativeQuantity``, ``ProblemCode/negativePrice``, ``ProblemCode/overflow``.
    /// - Source: Backblaze, Drive Stats: annualized failure rate
    ///   (backblaze.com/cloud-storage/resources/hard-drive-test-data, read 2026-11-23).
    public static func failures(
        units: ExactDecimal, failureRate: ExactDecimal, unitCost: ExactDecimal,
        repairHours: ExactDecimal = .zero, hourlyRate: ExactDecimal = .zero
    ) throws(Problem) -> Failures {
        try Problem.requireQuantity(units, "count of units")
        try Problem.requireQuantity(failureRate, "failure rate")
        try Problem.requirePrice(unitCost, "price of a unit")
        try Problem.requireQuantity(repairHours, "count of hours")
        try Problem.requirePrice(hourlyRate, "hourly rate")
        let failures = try units.multiplied(by: failureRate)
        return Failures(
            failures: failures, replacement: try failures.multiplied(by: unitCost),
            repair: try failures.multiplied(by: repairHours).multiplied(by: hourlyRate))
    }

    /// Returns what people's time costs: people × hours × rate × (1 + overhead).
    ///
    /// - Parameters:
    ///   - people: How many, or shares of one; 0 or more.
    ///   - hours: The hours of each, 0 or more.
    ///   - rate: Money for an hour, 0 or more.
    ///   - overhead: What comes on top as a fraction, 0 or more.
    /// - Returns: The hours of all, and what they cost, unrounded.
    /// - Throws: ``ProblemCode/negativeQuantity``, ``ProblemCode/negativePrice``, ``ProblemCode/overflow``.
    /// - Source: GAO, *Cost Estimating and Assessment Guide* (GAO-20-195G, 2020), chapter 9.
    public static func staff(
        people: ExactDecimal, hours: ExactDecimal, rate: ExactDecimal,
        overhead: ExactDecimal = .zero
    ) throws(Problem) -> (hours: ExactDecimal, cost: ExactDecimal) {
        try Problem.requireQuantity(people, "count of people")
        try Problem.requireQuantity(hours, "count of hours")
        try Problem.requireQuantity(overhead, "overhead")
        try Problem.requirePrice(rate, "rate")
        let all = try people.multiplied(by: hours)
        let cost = try all.multiplied(by: rate).multiplied(by: ExactDecimal.one + overhead)
        return (all, cost)
    }
}
