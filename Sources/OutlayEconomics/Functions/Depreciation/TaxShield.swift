import OutlayProblems
import OutlayValues

/// What depreciation saves in tax.
public enum TaxShield {
    /// Returns the present value of the tax that `depreciation` saves.
    ///
    /// - Parameters:
    ///   - depreciation: The amount of each year.
    ///   - taxRate: The share of a profit that is paid in tax, 0 … 1.
    ///   - rate: The yearly rate, above -1.
    ///   - timing: When in its year tax is saved.
    /// - Returns: The tax saved, in the money of today, unrounded.
    /// - Throws: ``ProblemCode/outOfRange`` for a tax rate, ``ProblemCode/rateOutOfDomain``,
    ///   ``ProblemCode/emptyInput``, ``ProblemCode/nonFinite``.
    /// - Source: Brealey, Myers and Allen, *Principles of Corporate Finance*, 13th ed., section 6.2.
    public static func presentValue(
        of depreciation: [Double], taxRate: Double, rate: Double,
        timing: PaymentTiming = .endOfYear
    ) throws(Problem) -> Double {
        try check(taxRate: taxRate)
        let convention: FlowConvention =
            switch timing {
            case .endOfYear: .firstAtPeriod1
            case .midYear: .midPeriod
            case .startOfYear: .firstAtPeriod0
            }
        return try NetPresentValue.of(
            depreciation.map { $0 * taxRate }, at: .rate(PeriodRate(perPeriod: rate)),
            convention: convention)
    }

    static func check(taxRate: Double) throws(Problem) {
        guard (0...1).contains(taxRate) else {
            throw Problem(
                .outOfRange, "the tax rate is \(taxRate.plainText)",
                because: "it is a fraction from 0 to 1")
        }
    }
}

extension TaxShield: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "tax-shield", title: "Tax shield of depreciation", group: .depreciation,
            summary: "What the tax that depreciation saves is worth today.",
            inputs: [
                FunctionInput("cost", "what the asset cost", .anyNumber, unit: "money"),
                FunctionInput(
                    "method", "how it is written down",
                    .choice(DepreciationMethod.allCases.map(\.rawValue)),
                    .optional("straight-line")),
                FunctionInput(
                    "life", "its life, or its property class under macrs", .anyNumber, unit: "years"
                ),
                FunctionInput(
                    "salvage", "what it is written down to", .anyNumber, unit: "money",
                    .optional("0")),
                FunctionInput(
                    "factor", "the multiple of the straight-line share", .anyNumber, .optional("2")),
                FunctionInput(
                    "switch-to-straight-line",
                    "whether a declining balance is written off evenly once that is more", .flag,
                    .optional("yes")),
                FunctionInput(
                    "tax-rate", "the share of a profit that is paid in tax", .number(0...1)),
                FunctionInput("rate", "the yearly rate after tax", .rate, unit: "per year"),
                FunctionInput(
                    "timing", "when in its year tax is saved",
                    .choice(PaymentTiming.allCases.map(\.rawValue)), .optional("end-of-year")),
            ],
            results: [FunctionResult("value", "the value today of the tax saved", unit: "money")],
            formula: "Σ tax rate × depreciation_t / (1 + rate)^t",
            source:
                "Brealey, Myers and Allen, Principles of Corporate Finance, 13th ed., section 6.2",
            examples: [
                FunctionExample(
                    "by hand: 0.21 × 20 000 × 3.992710",
                    ["cost": "100000", "life": "5", "tax-rate": "0.21", "rate": "0.08"],
                    gives: ["value": 16769.38215572796])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let timing = PaymentTiming(rawValue: inputs.word("timing", orElse: "")) ?? .endOfYear
        let method =
            DepreciationMethod(rawValue: inputs.word("method", orElse: "")) ?? .straightLine
        let value = try presentValue(
            of: depreciation(by: method, inputs), taxRate: inputs.number("tax-rate"),
            rate: inputs.number("rate"), timing: timing)
        return FunctionAnswer(
            ["value": .number(value)], conventions: [method.rawValue, timing.rawValue])
    }

    private static func depreciation(
        by method: DepreciationMethod, _ inputs: FunctionInputs
    ) throws(Problem) -> [Double] {
        let (cost, life) = (try inputs.number("cost"), try inputs.number("life"))
        let asset = try DepreciableAsset(
            cost: cost, salvage: inputs.number("salvage", orElse: 0), life: life)
        switch method {
        case .straightLine: return asset.straightLine()
        case .sumOfYearsDigits: return asset.sumOfYearsDigits()
        case .decliningBalance:
            return try asset.decliningBalance(
                factor: inputs.number("factor", orElse: 2),
                switchesToStraightLine: inputs.flag("switch-to-straight-line", orElse: true))
        case .macrs:
            return try MACRS.percentages(ofClass: Int(exactly: life) ?? 0)
                .map { cost * $0.doubleValue / 100 }
        }
    }
}
