import OutlayProblems

/// The even yearly cost that a life costs.
public enum EquivalentAnnualCost {
    /// Returns (cost + PV(annual costs) − PV(salvage)) / annuity factor.
    ///
    /// Options of different lives compare by it, where each would be replaced by its like.
    ///
    /// - Parameters:
    ///   - initialCost: What is paid today.
    ///   - annualCosts: One at the end of each year of the life.
    ///   - salvage: What comes back at the end of the life.
    ///   - rate: The yearly rate, above -1.
    /// - Returns: The cost of one year, unrounded.
    /// - Throws: ``ProblemCode/zeroLife`` without a year, ``ProblemCode/rateOutOfDomain``,
    ///   ``ProblemCode/nonFinite``.
    /// - Source: Brealey, Myers and Allen, *Principles of Corporate Finance*, 13th ed., section 6.3.
    public static func of(
        initialCost: Double, annualCosts: [Double], salvage: Double = 0, rate: Double
    ) throws(Problem) -> Double {
        guard !annualCosts.isEmpty else { throw LifeProblems.zeroLife("years", 0) }
        try FlowProblems.check(salvage, named: "the salvage value")
        let life = Double(annualCosts.count)
        let annuity = try Annuity(rate: rate)
        let value = try NetPresentValue.of(
            annualCosts, at: .rate(PeriodRate(perPeriod: rate)), convention: .firstAtPeriod1,
            initial: initialCost)
        return (value - salvage * Growth.factor(rate, -life)) / (try annuity.factor(periods: life))
    }
}

extension EquivalentAnnualCost: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "eac", title: "Equivalent annual cost", group: .comparison,
            summary: "The even yearly cost of something that is bought, run and sold.",
            inputs: [
                FunctionInput("initial-cost", "what is paid today", .anyNumber, unit: "money"),
                FunctionInput(
                    "annual-costs", "the cost of each year of the life, or one for all years",
                    .numbers),
                FunctionInput("rate", "the yearly rate", .rate, unit: "per year"),
                FunctionInput(
                    "life-years", "the years of the life", .count(from: 1),
                    .optional("as many as annual costs")),
                FunctionInput(
                    "salvage", "what comes back at the end", .anyNumber, unit: "money",
                    .optional("0")),
            ],
            results: [FunctionResult("eac", "the even yearly cost", unit: "money")],
            formula: "EAC = (cost + PV(annual costs) − PV(salvage)) / annuity factor",
            source:
                "Brealey, Myers and Allen, Principles of Corporate Finance, 13th ed., section 6.3",
            examples: [
                FunctionExample(
                    "by hand: 85 + 130 × 1.712523 over 1.712523",
                    ["initial-cost": "85", "annual-costs": "130 130", "rate": "0.11"],
                    gives: ["eac": 179.63436018957347])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        var costs = try inputs.numbers("annual-costs")
        let life = inputs.count("life-years", orElse: costs.count)
        if costs.count == 1 { costs = [Double](repeating: costs[0], count: life) }
        guard costs.count == life else {
            throw FlowProblems.lengths("annual costs", costs.count, "years", life)
        }
        let cost = try of(
            initialCost: inputs.number("initial-cost"), annualCosts: costs,
            salvage: inputs.number("salvage", orElse: 0), rate: inputs.number("rate"))
        return FunctionAnswer(
            ["eac": .number(cost)],
            conventions: ["annual costs at year ends, salvage at the end of the life"])
    }
}

/// After how many years replacing something by its like costs least.
public struct EconomicLife: Sendable, Hashable {
    /// The equivalent annual cost of each life, from 1 year on.
    public let costByLife: [Double]
    /// The life of least cost in years, the shorter of equal ones.
    public let years: Int

    /// Weighs each life.
    ///
    /// - Parameters:
    ///   - initialCost: What is paid today.
    ///   - annualCosts: One at the end of each year.
    ///   - salvageByYear: What comes back where the life ends with that year.
    ///   - rate: The yearly rate, above -1.
    /// - Throws: ``ProblemCode/zeroLife``, ``ProblemCode/lengthMismatch``, ``ProblemCode/rateOutOfDomain``,
    ///   ``ProblemCode/nonFinite``.
    /// - Complexity: O(*n*²) in the number of years.
    /// - Source: Park, *Contemporary Engineering Economics*, 6th ed., section 14.3.
    public init(
        initialCost: Double, annualCosts: [Double], salvageByYear: [Double], rate: Double
    ) throws(Problem) {
        guard annualCosts.count == salvageByYear.count else {
            throw FlowProblems.lengths(
                "annual costs", annualCosts.count, "salvage values", salvageByYear.count)
        }
        guard !annualCosts.isEmpty else { throw LifeProblems.zeroLife("years", 0) }
        var costs: [Double] = []
        for (index, salvage) in salvageByYear.enumerated() {
            costs.append(
                try EquivalentAnnualCost.of(
                    initialCost: initialCost, annualCosts: Array(annualCosts[...index]),
                    salvage: salvage, rate: rate))
        }
        costByLife = costs
        years = 1 + (costs.indices.min { costs[$0] < costs[$1] } ?? 0)
    }

    /// Returns how many more years to keep what is there before buying the new one: while the coming year
    /// costs less than a year of the new one at its best life.
    ///
    /// - Parameters:
    ///   - value: What it would fetch today.
    ///   - annualCosts: The cost of each further year, at its end.
    ///   - salvageByYear: What it would fetch at the end of each further year.
    ///   - rate: The yearly rate.
    /// - Returns: Whole years, 0 where it is best to buy at once.
    /// - Throws: ``ProblemCode/lengthMismatch`` or ``ProblemCode/nonFinite``.
    /// - Source: Park, *Contemporary Engineering Economics*, 6th ed., section 14.4.
    public func yearsToKeep(
        worth value: Double, annualCosts: [Double], salvageByYear: [Double], rate: Double
    ) throws(Problem) -> Int {
        guard annualCosts.count == salvageByYear.count else {
            throw FlowProblems.lengths(
                "annual costs", annualCosts.count, "salvage values", salvageByYear.count)
        }
        let best = costByLife[years - 1]
        var worth = value
        for (index, cost) in annualCosts.enumerated() {
            let marginal = worth * (1 + rate) - salvageByYear[index] + cost
            try FlowProblems.check(marginal, named: "the cost of year \(index + 1)")
            guard marginal < best else { return index }
            worth = salvageByYear[index]
        }
        return annualCosts.count
    }
}

extension EconomicLife: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "replacement", title: "Economic life and replacement", group: .comparison,
            summary:
                "The life at which replacing by the like costs least, and how long to keep the old one.",
            inputs: [
                FunctionInput("initial-cost", "what is paid today", .anyNumber, unit: "money"),
                FunctionInput("annual-costs", "the cost of each year, at its end", .numbers),
                FunctionInput(
                    "salvage-by-year", "what comes back where the life ends with that year",
                    .numbers),
                FunctionInput("rate", "the yearly rate", .rate, unit: "per year"),
                FunctionInput(
                    "old-value", "what the old one would fetch today", .anyNumber, unit: "money",
                    .optional("no old one")),
                FunctionInput(
                    "old-annual-costs", "the cost of each further year of the old one", .numbers,
                    .optional("no old one")),
                FunctionInput(
                    "old-salvage-by-year", "what the old one would fetch at each year's end",
                    .numbers, .optional("no old one")),
            ],
            results: [
                FunctionResult(
                    "eac_by_life", "the equivalent annual cost of each life", unit: "money"),
                FunctionResult("economic_life", "the life of least cost", unit: "years"),
                FunctionResult("keep_years", "how many more years to keep the old one"),
            ],
            formula:
                "EAC of each life k with the salvage value of year k; the least one; the old one is kept "
                + "while worth × (1 + r) − next worth + cost is below it",
            source: "Park, Contemporary Engineering Economics, 6th ed., sections 14.3 and 14.4",
            examples: [
                FunctionExample(
                    "by hand at 0 %: (100 − 60 + 10) / 1 and (100 − 40 + 30) / 2",
                    [
                        "initial-cost": "100", "annual-costs": "10 20",
                        "salvage-by-year": "60 40", "rate": "0",
                    ],
                    gives: [
                        "eac_by_life": [50.0, 45.0], "economic_life": 2, "keep_years": .never,
                    ])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let rate = try inputs.number("rate")
        let life = try EconomicLife(
            initialCost: inputs.number("initial-cost"),
            annualCosts: inputs.numbers("annual-costs"),
            salvageByYear: inputs.numbers("salvage-by-year"), rate: rate)
        var keep: Int?
        let old = ["old-value", "old-annual-costs", "old-salvage-by-year"]
        if old.contains(where: { inputs.has($0) }) {
            keep = try life.yearsToKeep(
                worth: inputs.number(old[0]), annualCosts: inputs.numbers(old[1]),
                salvageByYear: inputs.numbers(old[2]), rate: rate)
        }
        return FunctionAnswer(
            [
                "eac_by_life": .numbers(life.costByLife), "economic_life": .count(life.years),
                "keep_years": .optional(keep),
            ], conventions: ["annual costs at year ends, salvage at the end of the life"])
    }
}
