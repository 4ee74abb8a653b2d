import Outlay

/// Prices that grow, and what growing amounts are worth.
enum GrowthFamily: FunctionFamily {
    static let checks: [String: FunctionCheck] = [
        "escalate.constant": { try constant($0) },
        "escalate.schedule": { try schedule($0) },
        "escalate.monthly": { try monthly($0) },
        "escalate.steps": { try steps($0) },
        "escalate.residual": { try residual($0) },
        "escalate.presentValue": { try presentValue($0) },
        "escalate.presentValueFactor": { try presentValueFactor($0) },
    ]

    private static func start(_ known: FunctionCase) throws -> PriceGrowth.Start {
        guard let word = try known.inputs.given("firstEscalationAppliesTo")?.text() else {
            return .year2
        }
        guard let start = PriceGrowth.Start(rawValue: word) else {
            throw CaseFault.unsupported("growth from `\(word)` is not known")
        }
        return start
    }

    private static func constant(_ known: FunctionCase) throws -> Figure {
        let base = try known.inputs.exactDecimal("base")
        let rate = try known.inputs.exactDecimal("rate")
        let years = try known.inputs.required("years").integer()
        return .exact(try PriceGrowth.constant(base, by: rate, years: years, from: start(known)))
    }

    private static func schedule(_ known: FunctionCase) throws -> Figure {
        var rates: [ExactDecimal] = []
        for item in try known.inputs.required("escalationRates").list() {
            rates.append(try item.exactDecimal())
        }
        let base: ExactDecimal
        if let stated = try known.inputs.given("base")?.exactDecimal() {
            base = stated
        } else {
            base = try known.inputs.exactDecimal("quantity")
                .multiplied(by: known.inputs.exactDecimal("unitPrice"))
        }
        return .exact(try PriceGrowth.schedule(base, by: rates, from: start(known)))
    }

    private static func monthly(_ known: FunctionCase) throws -> Figure {
        let rounding =
            try known.inputs.given("rounding")?.text() == "none"
            ? nil : known.inputs.rounding()
        let prices = try PriceGrowth.monthly(
            known.inputs.exactDecimal("monthlyBase"),
            uplift: known.inputs.exactDecimal("annualUplift"),
            months: known.inputs.required("months").integer(),
            every: known.inputs.given("upliftEveryMonths")?.integer() ?? 12, rounding)
        var figures: [String: Figure] = [:]
        var total = ExactDecimal.zero
        for (index, price) in prices.enumerated() {
            try total += price
            figures["month\(index + 1)"] = .exact(price)
        }
        figures["total"] = .exact(total)
        return .object(figures)
    }

    private static func steps(_ known: FunctionCase) throws -> Figure {
        .exact(
            try PriceGrowth.steps(
                known.inputs.exactDecimal("base"), uplift: known.inputs.exactDecimal("uplift"),
                termYears: known.inputs.required("termYears").integer(),
                years: known.inputs.required("years").integer()))
    }

    private static func residual(_ known: FunctionCase) throws -> Figure {
        try .exact(
            PriceGrowth.residual(
                known.inputs.exactDecimal("base"),
                factor: known.inputs.exactDecimal("residualFactor"),
                by: known.inputs.exactDecimal("rate"),
                years: known.inputs.required("years").integer()))
    }

    private static func presentValue(_ known: FunctionCase) throws -> Figure {
        let timing: PaymentTiming
        switch try known.inputs.given("firstPaymentAt")?.text() {
        case nil, "endOfYear1"?: timing = .endOfYear
        case "startOfYear1"?, "baseDate"?: timing = .startOfYear
        case "midYear1"?: timing = .midYear
        case let word?: throw CaseFault.unsupported("a first payment at `\(word)` is not known")
        }
        return try .number(
            PriceGrowth.presentValue(
                of: known.inputs.exactDecimal("base"), growth: known.inputs.exactDecimal("growth"),
                rate: known.inputs.exactDecimal("rate"),
                years: known.inputs.required("years").integer(), from: start(known),
                timing: timing))
    }

    private static func presentValueFactor(_ known: FunctionCase) throws -> Figure {
        let timing: PaymentTiming
        switch try known.inputs.given("timing")?.text() {
        case "midYear"?: timing = .midYear
        case nil, "endOfYear"?: timing = .endOfYear
        case "startOfYear"?: timing = .startOfYear
        case let word?: throw CaseFault.unsupported("the timing `\(word)` is not known")
        }
        let growsWhilePlanning: Bool
        switch try known.inputs.given("growthAppliesFrom")?.text() {
        case nil, "baseDate"?: growsWhilePlanning = true
        case "serviceDate"?: growsWhilePlanning = false
        case let word?: throw CaseFault.unsupported("growth from `\(word)` is not known")
        }
        return try .number(
            PriceGrowth.presentValueFactor(
                growth: known.inputs.exactDecimal("growth"),
                rate: known.inputs.exactDecimal("rate"),
                years: known.inputs.required("years").integer(),
                planningYears: known.inputs.given("planningYears")?.integer() ?? 0, timing: timing,
                growsWhilePlanning: growsWhilePlanning))
    }
}

extension Figure {
    /// Exact numbers in their order.
    static func exact(_ numbers: [ExactDecimal]) -> Figure { .list(numbers.map { .exact($0) }) }
}
