import OutlayProblems

/// When the flows of a list are due, one for each period.
public enum FlowConvention: String, Sendable, Hashable, CaseIterable {
    /// The first flow is due today, the others at the ends of periods 1, 2, ….
    case firstAtPeriod0 = "first-at-period-0"
    /// The first flow is due at the end of period 1, as in Excel's NPV.
    case firstAtPeriod1 = "first-at-period-1"
    /// Each flow is due in the middle of its period: ½, 1½, … periods from today.
    case midPeriod = "mid-period"

    /// The time of the flow with this index, in periods from today.
    public func time(of index: Int) -> Double {
        switch self {
        case .firstAtPeriod0: Double(index)
        case .firstAtPeriod1: Double(index + 1)
        case .midPeriod: Double(index) + 0.5
        }
    }

    /// The convention in plain words.
    public var words: String {
        switch self {
        case .firstAtPeriod0: "first flow today, the others at period ends"
        case .firstAtPeriod1: "first flow at the end of period 1 (Excel NPV)"
        case .midPeriod: "each flow in the middle of its period"
        }
    }
}

/// The value today of flows, one for each period: NPV.
public enum NetPresentValue {
    /// Returns the value today of `flows`, and of `initial` today beside them.
    ///
    ///     try NetPresentValue.of(
    ///         [-40_000, 5000, 8000, 12_000, 30_000], at: .rate(PeriodRate(perPeriod: 0.08)))   // 3065.22
    ///
    /// - Parameters:
    ///   - flows: Finite amounts in one currency, costs negative; at least one.
    ///   - discounting: The rate or rates per period.
    ///   - convention: When the flows are due.
    ///   - initial: An amount due today, on top of the flows.
    /// - Returns: The unrounded sum of flow × factor.
    /// - Throws: ``ProblemCode/emptyInput`` or ``ProblemCode/nonFinite``.
    /// - Complexity: O(*n*²) multiplications in the number of flows, at most 10 000 for each.
    /// - Source: Brealey, Myers and Allen, *Principles of Corporate Finance*, 13th ed., section 2.1.
    public static func of(
        _ flows: [Double], at discounting: Discounting,
        convention: FlowConvention = .firstAtPeriod0, initial: Double = 0
    ) throws(Problem) -> Double {
        try FlowProblems.check(flows)
        try FlowProblems.check(initial, named: "the initial amount")
        var sum = initial
        for (index, flow) in flows.enumerated() {
            sum += flow * discounting.factor(at: convention.time(of: index))
        }
        return sum
    }

    /// Returns what 1 in each of `count` columns is worth today, for ``FlowTable/presentValues(by:on:)``.
    public static func factors(
        _ count: Int, at discounting: Discounting, convention: FlowConvention = .firstAtPeriod0
    ) -> [Double] {
        (0..<count).map { discounting.factor(at: convention.time(of: $0)) }
    }
}

extension NetPresentValue: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "npv", title: "Net present value", group: .cashFlows,
            summary: "What flows, one for each period, are worth today.",
            inputs: [FunctionInput("flows", "the flows, costs negative", .numbers)]
                + FunctionInputs.discounting + [
                    .convention,
                    FunctionInput(
                        "initial", "an amount today, on top of the flows", .anyNumber,
                        .optional("none")),
                ],
            results: [
                FunctionResult("npv", "the value today", unit: "money")
            ],
            formula:
                "NPV = initial + Σ flow_t × factor_t; factor_t = 1 / (1 + rate)^t, or the running product "
                + "of 1 / (1 + rate) where rates change",
            source:
                "Brealey, Myers and Allen, Principles of Corporate Finance, 13th ed., section 2.1",
            examples: [
                FunctionExample(
                    "documentation of numpy-financial, npv",
                    ["flows": "-40000 5000 8000 12000 30000", "rate": "0.08"],
                    gives: ["npv": 3065.2226681795255]),
                FunctionExample(
                    "by hand: 110 / 1.1 + 121 / 1.1²",
                    [
                        "flows": "110 121", "rate": "0.1", "convention": "first-at-period-1",
                    ],
                    gives: ["npv": 200.0]),
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let flows = try inputs.numbers("flows")
        let (discounting, words) = try inputs.discounting()
        let convention = inputs.convention
        let value = try of(
            flows, at: discounting, convention: convention,
            initial: inputs.number("initial", orElse: 0))
        return FunctionAnswer(["npv": .number(value)], conventions: [convention.words, words])
    }
}
