import OutlayProblems
import OutlayValues

/// When flows have paid back what was laid out.
public enum Payback {
    /// The times at which a cumulative flow reaches 0; nil where it never does.
    public struct Times: Sendable, Hashable {
        /// The time at which it first reaches 0, in a straight line within its period.
        public var first: Double?
        /// The period at whose end it first is at 0 or above.
        public var firstWholePeriod: Int?
        /// The time after which it never falls below 0 again.
        public var permanent: Double?
    }

    /// Returns the years until the cumulative flow first reaches 0, or nil where it never does.
    ///
    /// Flows are one per year from time 0; within the year in which the cumulative flow ends at 0 or more
    /// it is taken to grow in a straight line. Undiscounted. Years before the first flow neither lay out nor
    /// pay back; flows that begin with a gain lay nothing out and have paid back at 0.
    ///
    ///     try Payback.first(of: [-57_000, 40_520, 75_363.4])   // 1.22
    ///
    /// - Throws: ``ProblemCode/overflow`` when a sum needs more than 38 digits.
    /// - Source: Brealey, Myers and Allen, *Principles of Corporate Finance*, 13th ed., section 5.2.
    public static func first(of flows: [ExactDecimal]) throws(Problem) -> Double? {
        try times(of: flows).first
    }

    /// Returns the times at which the undiscounted cumulative flow reaches 0; sums are exact.
    ///
    /// - Throws: ``ProblemCode/overflow`` when a sum needs more than 38 digits.
    public static func times(of flows: [ExactDecimal]) throws(Problem) -> Times {
        times(flows.map(\.doubleValue), try flows.runningSums().map(\.doubleValue))
    }

    /// Returns the times at which the discounted cumulative flow reaches 0.
    ///
    /// What rounding leaves of a sum that is 0 counts as 0.
    ///
    /// - Throws: ``ProblemCode/emptyInput`` or ``ProblemCode/nonFinite``.
    public static func times(
        of flows: [Double], at discounting: Discounting
    ) throws(Problem) -> Times {
        try FlowProblems.check(flows)
        let present = flows.enumerated().map { $1 * discounting.factor(at: Double($0)) }
        var (sum, size) = (0.0, 0.0)
        let sums = present.map { flow in
            sum += flow
            size += flow.magnitude
            return sum.magnitude <= 1e-14 * size ? 0 : sum
        }
        return times(present, sums)
    }

    private static func times(_ flows: [Double], _ sums: [Double]) -> Times {
        guard let outset = flows.firstIndex(where: { $0 != 0 }) else {
            return flows.isEmpty
                ? Times() : Times(first: 0, firstWholePeriod: 0, permanent: 0)
        }
        func crossing(into period: Int) -> Double {
            Double(period - 1) - sums[period - 1] / flows[period]
        }
        var times = Times(first: 0, firstWholePeriod: 0, permanent: 0)
        if flows[outset] < 0 {
            let whole = sums.indices.dropFirst(outset).first { sums[$0] >= 0 }
            times.firstWholePeriod = whole
            times.first = whole.map(crossing)
        }
        if let last = sums.lastIndex(where: { $0 < 0 }) {
            times.permanent = last + 1 < sums.count ? crossing(into: last + 1) : nil
        }
        return times
    }
}

extension Payback: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "payback", title: "Payback", group: .comparison,
            summary: "When what was laid out has come back, without interest.",
            inputs: [FunctionInput("flows", "the flows, costs negative", .exacts)],
            results: results,
            formula:
                "the time at which the sum of the flows so far reaches 0; within a period it grows evenly",
            source:
                "Brealey, Myers and Allen, Principles of Corporate Finance, 13th ed., section 5.2",
            examples: [
                FunctionExample(
                    "by hand: the sum is -4000, 2000, -2000, 1000, 4000 after years 1 to 5",
                    ["flows": "-10000 6000 6000 -4000 3000 3000"],
                    gives: [
                        "first": 1.6666666666666667, "first_whole_period": 2,
                        "permanent": 3.6666666666666665,
                    ])
            ])
    }

    static let results = [
        FunctionResult("first", "the first time", unit: "periods"),
        FunctionResult("first_whole_period", "the period at whose end it is reached"),
        FunctionResult("permanent", "the time after which it lasts", unit: "periods"),
    ]

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let flows = try inputs.exacts("flows")
        guard !flows.isEmpty else { throw FlowProblems.empty("flows") }
        return answer(try times(of: flows), ["one flow for each period, the first today"])
    }

    static func answer(_ times: Times, _ conventions: [String]) -> FunctionAnswer {
        FunctionAnswer(
            [
                "first": .optional(times.first),
                "first_whole_period": .optional(times.firstWholePeriod),
                "permanent": .optional(times.permanent),
            ], conventions: conventions)
    }
}

/// When what was laid out has come back with interest.
public enum DiscountedPayback: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "discounted-payback", title: "Discounted payback", group: .comparison,
            summary: "When what was laid out has come back with interest.",
            inputs: [FunctionInput("flows", "the flows, costs negative", .numbers)]
                + FunctionInputs.discounting,
            results: Payback.results,
            formula: "the time at which the sum of the discounted flows so far reaches 0",
            source:
                "Brealey, Myers and Allen, Principles of Corporate Finance, 13th ed., section 5.2",
            examples: [
                FunctionExample(
                    "by hand: -1000 + 550/1.1 + 605/1.21",
                    ["flows": "-1000 550 605", "rate": "0.1"],
                    gives: ["first": 2.0, "first_whole_period": 2, "permanent": 2.0])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let (discounting, words) = try inputs.discounting()
        let times = try Payback.times(of: inputs.numbers("flows"), at: discounting)
        return Payback.answer(times, ["one flow for each period, the first today", words])
    }
}

/// The investment over the savings of the first year.
public enum SimplePayback: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "simple-payback", title: "Investment over first-year savings",
            group: .comparison,
            summary: "The years of equal savings that make up for an investment.",
            inputs: [
                FunctionInput("total-investment", "what is laid out", .notNegative, unit: "money"),
                FunctionInput(
                    "first-year-savings", "what the first year saves", .anyNumber, unit: "money"),
            ],
            results: [FunctionResult("years", "the years", unit: "years")],
            formula: "investment / savings of the first year",
            source: "NIST BLCC 5.3-19, ECIP report, item 5, simple payback",
            examples: [
                FunctionExample(
                    "NIST BLCC 5.3-19, ECIP report: 7.95 years",
                    ["total-investment": "170000", "first-year-savings": "21382"],
                    gives: ["years": 7.950612664858292])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let savings = try inputs.number("first-year-savings")
        try Ratio.check(savings, "the savings of the first year are")
        return FunctionAnswer([
            "years": savings > 0
                ? .number(try inputs.number("total-investment") / savings) : .never
        ])
    }
}
