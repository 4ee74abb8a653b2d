import OutlayProblems
import OutlayValues

/// What becomes of a commitment in one charge period: use it or lose it.
public struct CommitmentUse: Sendable, Hashable {
    /// The part of the commitment that is used.
    public let used: ExactDecimal
    /// The part that nobody uses and that is paid all the same.
    public let unused: ExactDecimal
    /// What is used beyond the commitment, in the commitment's own terms.
    public let overage: ExactDecimal

    /// What the commitment costs: used and unused.
    public let commitment: ExactDecimal

    /// Splits one charge period.
    ///
    /// - Parameters:
    ///   - commitment: What is committed for the period, 0 or more: units, or money at committed rates.
    ///   - use: What is eligible in the period, in the same terms, 0 or more.
    /// - Throws: ``ProblemCode/negativeQuantity``, ``ProblemCode/overflow``.
    /// - Source: FOCUS 1.2, appendix *Commitment discounts* (focus.finops.org/focus-specification/v1-2): the
    ///   effective cost of used and unused rows is the commitment, period by period.
    public init(commitment: ExactDecimal, use: ExactDecimal) throws(Problem) {
        try Problem.requireQuantity(commitment, "commitment")
        try Problem.requireQuantity(use, "use")
        self.commitment = commitment
        used = min(use, commitment)
        unused = try commitment - used
        overage = try use - used
    }
}

/// Units committed at a lower rate, set beside the same units on demand.
public struct CommitmentRates: Sendable, Hashable {
    /// The price of a unit for a period without a commitment.
    public let onDemand: ExactDecimal
    /// The price of a committed unit for a period, used or not.
    public let committed: ExactDecimal

    /// Creates rates.
    ///
    /// - Throws: ``ProblemCode/negativePrice``.
    public init(onDemand: ExactDecimal, committed: ExactDecimal) throws(Problem) {
        try Problem.requirePrice(onDemand, "rate on demand")
        try Problem.requirePrice(committed, "committed rate")
        self.onDemand = onDemand
        self.committed = committed
    }

    /// What some periods cost with a commitment.
    public struct Cost: Sendable, Hashable {
        /// The commitment and what is used beyond it on demand.
        public var total: ExactDecimal
        /// The same use without a commitment.
        public var onDemandOnly: ExactDecimal
        /// What the unused part of the commitment costs.
        public var wasted: ExactDecimal
        /// ``onDemandOnly`` less ``total``; below 0 where the commitment does not pay.
        public var effectiveSavings: ExactDecimal
    }

    /// Returns what `usage` costs with `units` committed in each period: use it or lose it.
    ///
    /// - Parameters:
    ///   - usage: The units used, one per period, each 0 or more.
    ///   - units: The units committed in each period.
    /// - Returns: The cost with and without the commitment.
    /// - Throws: ``ProblemCode/negativeQuantity``, ``ProblemCode/overflow``.
    /// - Complexity: O(*n*) in the number of periods.
    /// - Source: FOCUS 1.2, appendix *Commitment discounts*.
    public func cost(of usage: [ExactDecimal], committing units: ExactDecimal) throws(Problem)
        -> Cost
    {
        var (total, onDemandOnly, wasted) = (
            ExactDecimal.zero, ExactDecimal.zero, ExactDecimal.zero
        )
        for use in usage {
            let split = try CommitmentUse(commitment: units, use: use)
            try total += units.multiplied(by: committed)
            try total += split.overage.multiplied(by: onDemand)
            try wasted += split.unused.multiplied(by: committed)
            try onDemandOnly += use.multiplied(by: onDemand)
        }
        return Cost(
            total: total, onDemandOnly: onDemandOnly, wasted: wasted,
            effectiveSavings: try onDemandOnly - total)
    }

    /// Returns the share of a commitment that must be used for it to cost no more than on demand.
    ///
    /// - Throws: ``ProblemCode/divisionByZero`` where units on demand are free, ``ProblemCode/overflow``.
    public func breakEvenUtilisation() throws(Problem) -> ExactDecimal {
        try committed.divided(by: onDemand)
    }
}

/// How much of a commitment is paid at its beginning.
public enum UpfrontPayment: String, Sendable, Hashable, CaseIterable {
    /// All of it.
    case all = "all-upfront"
    /// Half of it, the rest month by month.
    case partial = "partial-upfront"
    /// Nothing; all of it month by month.
    case none = "no-upfront"

    /// The share that is paid at the beginning.
    public var share: ExactDecimal {
        switch self {
        case .all: .one
        case .partial: ExactDecimal(5, places: 1)
        case .none: .zero
        }
    }
}

/// What a commitment is paid by.
public struct CommitmentPayments: Sendable, Hashable {
    /// The payment at the beginning.
    public let oneTime: ExactDecimal
    /// The payment of each month, on average.
    public let perMonthAverage: ExactDecimal
    /// Both spread over the hours of the term.
    public let effectiveCostPerHour: ExactDecimal

    /// Pays `hourlyCommitment` over `years` years.
    ///
    /// - Parameters:
    ///   - hourlyCommitment: The money committed for each hour, 0 or more.
    ///   - hoursPerYear: The hours of a year, such as 8 760; above 0.
    ///   - years: The years of the term, above 0.
    ///   - upfront: How much is paid at the beginning.
    /// - Throws: ``ProblemCode/negativePrice``, ``ProblemCode/outOfRange`` for a term of no hours,
    ///   ``ProblemCode/overflow``.
    /// - Source: FOCUS 1.2, appendix *Commitment discounts*: all, partial and no upfront; half is what AWS calls
    ///   partial (docs.aws.amazon.com/savingsplans, read 2026-11-23).
    public init(
        hourlyCommitment: ExactDecimal, hoursPerYear: ExactDecimal, years: ExactDecimal,
        upfront: UpfrontPayment
    ) throws(Problem) {
        try Problem.requirePrice(hourlyCommitment, "hourly commitment")
        try Self.requireHours(hoursPerYear, years)
        let hours = try hoursPerYear.multiplied(by: years)
        let total = try hourlyCommitment.multiplied(by: hours)
        oneTime = try total.multiplied(by: upfront.share)
        let months = try years.multiplied(by: ExactDecimal(12))
        perMonthAverage = try (total - oneTime).divided(by: months)
        effectiveCostPerHour = try total.divided(by: hours)
    }

    /// Returns what an hour costs where `upfront` is paid at the beginning and `monthly` every month.
    ///
    /// - Parameters:
    ///   - upfront: The payment at the beginning, 0 or more.
    ///   - monthly: The payment of each month, 0 or more.
    ///   - months: The months of the term, above 0.
    ///   - hoursPerYear: The hours of twelve months, above 0.
    /// - Returns: Money for an hour.
    /// - Throws: ``ProblemCode/negativePrice``, ``ProblemCode/outOfRange``, ``ProblemCode/overflow``.
    public static func effectiveHourlyRate(
        upfront: ExactDecimal, monthly: ExactDecimal, months: ExactDecimal,
        hoursPerYear: ExactDecimal
    ) throws(Problem) -> ExactDecimal {
        try Problem.requirePrice(upfront, "upfront payment")
        try Problem.requirePrice(monthly, "monthly payment")
        try requireHours(hoursPerYear, months)
        let total = try upfront + monthly.multiplied(by: months)
        return try total.multiplied(
            by: ExactDecimal(12), dividedBy: hoursPerYear.multiplied(by: months))
    }

    private static func requireHours(
        _ hoursPerYear: ExactDecimal, _ term: ExactDecimal
    ) throws(Problem) {
        guard hoursPerYear > .zero, term > .zero else {
            throw Problem(
                .outOfRange, "a term of \(term) with \(hoursPerYear) hours a year",
                because: "a commitment runs for more than no time",
                hint: "a year has 8760 hours")
        }
    }
}
