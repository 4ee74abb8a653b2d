import OutlayProblems

/// Leasing against buying, after tax.
public struct LeaseOrBuy: Sendable, Hashable {
    /// The price that leasing saves today.
    public var price: Double
    /// The lease payment of each period.
    public var leasePayment: Double
    /// How many lease payments there are.
    public var periods: Int
    /// The share of a profit that is paid in tax, 0 … 1.
    public var taxRate: Double
    /// The depreciation of each period that buying allows; none where it is shorter.
    public var depreciation: [Double]
    /// What the bought asset fetches after the last period.
    public var salvage: Double
    /// Whether payments fall at the beginning of their periods.
    public var paymentsInAdvance: Bool

    /// Creates a choice.
    ///
    /// - Throws: ``ProblemCode/zeroLife`` for no period, ``ProblemCode/outOfRange`` for a tax rate,
    ///   ``ProblemCode/nonFinite``.
    public init(
        price: Double, leasePayment: Double, periods: Int, taxRate: Double, depreciation: [Double],
        salvage: Double = 0, paymentsInAdvance: Bool = false
    ) throws(Problem) {
        guard periods > 0 else { throw LifeProblems.zeroLife("periods", Double(periods)) }
        try TaxShield.check(taxRate: taxRate)
        try FlowProblems.check([price, leasePayment, salvage] + depreciation, "amounts")
        self.price = price
        self.leasePayment = leasePayment
        self.periods = periods
        self.taxRate = taxRate
        self.depreciation = depreciation
        self.salvage = salvage
        self.paymentsInAdvance = paymentsInAdvance
    }

    /// What leasing brings and costs beside buying, from today on: the price saved, less payments after tax,
    /// the tax that depreciation would have saved, and at the end the salvage value after tax on what it
    /// exceeds the book value by.
    ///
    /// - Source: Brealey, Myers and Allen, *Principles of Corporate Finance*, 13th ed., section 25.3.
    public var incrementalFlows: [Double] {
        var flows = [Double](repeating: 0, count: periods + 1)
        flows[0] = price
        let payment = leasePayment * (1 - taxRate)
        var book = price
        for period in 1...periods {
            flows[paymentsInAdvance ? period - 1 : period] -= payment
            let amount = period <= depreciation.count ? depreciation[period - 1] : 0
            flows[period] -= taxRate * amount
            book -= amount
        }
        flows[periods] -= salvage - taxRate * (salvage - book)
        return flows
    }

    /// Returns the net advantage to leasing: the value today of the incremental flows.
    ///
    /// - Parameter rate: The rate per period after tax, above -1.
    /// - Returns: Above 0 where leasing is better.
    /// - Throws: ``ProblemCode/rateOutOfDomain`` or ``ProblemCode/nonFinite``.
    public func netAdvantage(afterTaxRate rate: Double) throws(Problem) -> Double {
        try NetPresentValue.of(incrementalFlows, at: .rate(PeriodRate(perPeriod: rate)))
    }

    /// Returns the rates per period after tax that leasing costs.
    public func implicitRates() throws(Problem) -> RateOfReturn {
        try RateOfReturn.of(incrementalFlows)
    }
}

extension LeaseOrBuy: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "lease", title: "Lease against buy", group: .leasing,
            summary: "What leasing is worth beside buying, after tax.",
            inputs: [
                FunctionInput(
                    "price", "the price that leasing saves today", .anyNumber, unit: "money"),
                FunctionInput(
                    "lease-payment", "the payment of each period", .anyNumber, unit: "money"),
                FunctionInput("periods", "the number of payments", .count(from: 1)),
                FunctionInput(
                    "tax-rate", "the share of a profit that is paid in tax", .number(0...1)),
                FunctionInput("after-tax-rate", "the rate after tax", .rate, unit: "per period"),
                FunctionInput(
                    "depreciation", "the depreciation of each period that buying allows", .numbers,
                    .optional("none")),
                FunctionInput(
                    "salvage", "what the bought asset fetches at the end", .anyNumber,
                    unit: "money",
                    .optional("0")),
                FunctionInput(
                    "payments-in-advance",
                    "whether payments fall at the beginning of their periods",
                    .flag, .optional("no")),
            ],
            results: [
                FunctionResult("nal", "the net advantage to leasing", unit: "money"),
                FunctionResult(
                    "incremental_flows", "what leasing brings and costs beside buying",
                    unit: "money"),
                FunctionResult(
                    "implicit_rate", "the rate that leasing costs, where there is one",
                    unit: "per period"),
            ],
            formula:
                "NAL = Σ incremental flow_t / (1 + rate)^t; flows are the price, − payment × (1 − tax) "
                + "− tax × depreciation, and at the end − salvage + tax × (salvage − book value)",
            source:
                "Brealey, Myers and Allen, Principles of Corporate Finance, 13th ed., section 25.3",
            examples: [
                FunctionExample(
                    "by hand at 0 %: 100 − 2 × 55 × 0.5 − 0.5 × (50 + 50)",
                    [
                        "price": "100", "lease-payment": "55", "periods": "2", "tax-rate": "0.5",
                        "after-tax-rate": "0", "depreciation": "50 50",
                    ],
                    gives: [
                        "nal": -5.0, "incremental_flows": [100.0, -52.5, -52.5],
                        "implicit_rate": 0.03315313208991724,
                    ])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let lease = try LeaseOrBuy(
            price: inputs.number("price"), leasePayment: inputs.number("lease-payment"),
            periods: inputs.count("periods"), taxRate: inputs.number("tax-rate"),
            depreciation: inputs.has("depreciation") ? inputs.numbers("depreciation") : [],
            salvage: inputs.number("salvage", orElse: 0),
            paymentsInAdvance: inputs.flag("payments-in-advance", orElse: false))
        let rates = try lease.implicitRates()
        return FunctionAnswer(
            [
                "nal": .number(
                    try lease.netAdvantage(afterTaxRate: inputs.number("after-tax-rate"))),
                "incremental_flows": .numbers(lease.incrementalFlows),
                "implicit_rate": .optional(rates.onlyRate),
            ],
            conventions: [
                lease.paymentsInAdvance ? "payments in advance" : "payments in arrears",
                "depreciation saves tax at period ends",
            ])
    }
}

/// The rate after tax that leasing costs.
public enum ImplicitLeaseRate: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "implicit-lease-rate", title: "Implicit rate of a lease", group: .leasing,
            summary: "The rate per period at which leasing and buying cost the same.",
            inputs: [
                FunctionInput(
                    "incremental-flows", "what leasing brings and costs beside buying", .numbers)
            ],
            results: RateAnswer.results,
            formula: "every r above -1 with Σ incremental flow_t / (1 + r)^t = 0",
            source:
                "Brealey, Myers and Allen, Principles of Corporate Finance, 13th ed., section 25.3",
            examples: [
                FunctionExample(
                    "by hand: 100 today for 110 at the end",
                    ["incremental-flows": "100 -110"],
                    gives: ["irr": 0.1, "roots": [0.1], "status": "one-root"])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        try RateAnswer.answer(
            RateOfReturn.of(inputs.numbers("incremental-flows")),
            ["one flow for each period, the first today"])
    }
}
