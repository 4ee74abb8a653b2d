import OutlayProblems

/// The rate per period at which flows are worth nothing today, the IRR.
///
/// See ``RateOfReturn/of(_:)-([Double])``.
public enum InternalRateOfReturn: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "irr", title: "Internal rate of return", group: .cashFlows,
            summary:
                "The rates per period at which flows, one for each period, are worth nothing today.",
            inputs: [FunctionInput("flows", "the flows, costs negative", .numbers)],
            results: RateAnswer.results,
            formula: "every r above -1 with Σ flow_t / (1 + r)^t = 0",
            source:
                "Brealey, Myers and Allen, Principles of Corporate Finance, 13th ed., section 5.3",
            examples: [
                FunctionExample(
                    "by hand: −100 + 230 v − 132 v² has the roots v = 1/1.1 and 1/1.2",
                    ["flows": "-100 230 -132"],
                    gives: ["irr": .never, "roots": [0.1, 0.2], "status": "several-roots"]),
                FunctionExample(
                    "Microsoft, IRR function, support.microsoft.com: -2.1 % after four years",
                    ["flows": "-70000 12000 15000 18000 21000"],
                    gives: [
                        "irr": -0.021244848273410992, "roots": [-0.021244848273410992],
                        "status": "one-root",
                    ]),
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        try RateAnswer.answer(
            RateOfReturn.of(inputs.numbers("flows")), ["one flow for each period, the first today"])
    }
}

/// The rate per year at which dated flows are worth nothing, the XIRR.
///
/// See ``RateOfReturn/of(_:)-(DatedFlows)``.
public enum DatedInternalRateOfReturn: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "xirr", title: "Internal rate of return of dated flows", group: .cashFlows,
            summary: "The rates per year at which flows on dates are worth nothing.",
            inputs: FunctionInputs.dated,
            results: RateAnswer.results,
            formula:
                "every r above -1 with Σ flow_i / (1 + r)^years_i = 0; years run from the earliest date",
            source: "Microsoft, XIRR function, support.microsoft.com, read 2026-11-23",
            examples: [
                FunctionExample(
                    "by hand: 366 days are 366/365 years, so 1.1^(365/366) − 1",
                    ["dates": "2024-01-01 2025-01-01", "flows": "-1000 1100"],
                    gives: [
                        "irr": 0.09971358593414124, "roots": [0.09971358593414124],
                        "status": "one-root",
                    ])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let flows = try inputs.datedFlows()
        return try RateAnswer.answer(
            RateOfReturn.of(flows), ["years by \(flows.dayCount.rawValue) from \(flows.base)"])
    }
}

/// The figures of a rate of return.
enum RateAnswer {
    static let results = [
        FunctionResult("irr", "the only rate, where there is one", unit: "per period or year"),
        FunctionResult("roots", "every rate, ascending", unit: "per period or year"),
        FunctionResult("status", "one-root, double-root or several-roots"),
    ]

    static func answer(
        _ rates: RateOfReturn, _ conventions: [String]
    ) throws(Problem) -> FunctionAnswer {
        let only: FunctionFigure
        let status: String
        var findings: [Problem] = []
        switch rates {
        case .one(let rate): (only, status) = (.number(rate), "one-root")
        case .double(let rate): (only, status) = (.number(rate), "double-root")
        case .several(let roots):
            (only, status) = (.never, "several-roots")
            findings = [RateOfReturn.severalRoots(roots)]
        case .notRepresentable, .none:
            // Throws: there is no one rate.
            (only, status) = (.number(try rates.requireOne()), "")
        }
        return FunctionAnswer(
            [
                "irr": only, "roots": .numbers(rates.roots.map(\.rate)), "status": .text(status),
            ], conventions: conventions, findings: findings)
    }
}
