import Outlay

/// Prices by tiers and terms, commitments, energy, downtime and optimism bias.
enum PricingFamily: FunctionFamily {
    static let checks: [String: FunctionCheck] = [
        "pricing.graduated": { try tiers($0, .graduated) },
        "pricing.volume": { try tiers($0, .volume) },
        "pricing.package": { try package($0) },
        "pricing.discounts": { try discounts($0) },
        "pricing.perUnitTerm": { try perUnitTerm($0) },
        "pricing.perSeatProrated": { try perSeatProrated($0) },
        "pricing.commitment.hour": { try commitmentHour($0) },
        "pricing.commitment.cost": { try commitmentCost($0) },
        "pricing.commitment.breakEvenUtilization": { try .exact(rates($0).breakEvenUtilisation()) },
        "pricing.commitment.payments": { try commitmentPayments($0) },
        "pricing.commitment.effectiveRate": { try effectiveRate($0) },
        "energyCost": { try energy($0) },
        "downtimeCost": { try downtime($0) },
        "optimismBias.apply": { try optimismBias($0) },
        "optimismBias.combined": { try combinedBias($0) },
    ]

    private static func tiers(_ known: FunctionCase, _ pricing: TierPricing) throws -> Figure {
        var tiers: [PriceTier] = []
        for item in try known.inputs.required("tiers").list() {
            let fields = try Fields(item.node, place: item.place)
            tiers.append(
                PriceTier(
                    upTo: try fields.given("upTo")?.exactDecimal(),
                    unitPrice: try fields.required("unitPrice").exactDecimal()))
            try fields.requireNothingLeft()
        }
        let quantity = try known.inputs.exactDecimal("quantity")
        return try .exact(TierTable(tiers).price(of: quantity, by: pricing))
    }

    private static func package(_ known: FunctionCase) throws -> Figure {
        let quantity = try known.inputs.exactDecimal("quantity")
        let (size, price) = (
            try known.inputs.exactDecimal("packageSize"),
            try known.inputs.exactDecimal("packagePrice")
        )
        return try .exact(PackagePrice(size: size, price: price).price(of: quantity))
    }

    private static func discounts(_ known: FunctionCase) throws -> Figure {
        var discounts: [ExactDecimal] = []
        for item in try known.inputs.required("discounts").list() {
            let fields = try Fields(item.node, place: item.place)
            discounts.append(try fields.exactDecimal("percent"))
            try fields.requireNothingLeft()
        }
        let mode: DiscountMode
        switch try known.inputs.required("mode").text() {
        case "additive": mode = .additive
        case "compound", "sequential", "multiplicative": mode = .compound
        case let word: throw CaseFault.unsupported("the mode `\(word)` is not known")
        }
        return try .exact(
            Discounts.price(known.inputs.exactDecimal("list"), less: discounts, mode))
    }

    private static func perUnitTerm(_ known: FunctionCase) throws -> Figure {
        let units = try known.inputs.exactDecimal("units")
        if let price = try known.inputs.given("unitPricePerMonth")?.exactDecimal() {
            return try .exact(
                TermPrice.total(
                    units: units, at: price, periods: known.inputs.exactDecimal("months")))
        }
        return try .exact(
            TermPrice.total(
                units: units, at: known.inputs.exactDecimal("unitPricePerYear"),
                periods: known.inputs.exactDecimal("years")))
    }

    private static func perSeatProrated(_ known: FunctionCase) throws -> Figure {
        var groups: [SeatGroup] = []
        for item in try known.inputs.required("seats").list() {
            let fields = try Fields(item.node, place: item.place)
            groups.append(
                SeatGroup(
                    count: try fields.exactDecimal("count"),
                    fromDay: try fields.required("fromDay").integer()))
            try fields.requireNothingLeft()
        }
        let days = try known.inputs.required("daysInMonth").integer()
        let price = try known.inputs.exactDecimal("monthlyPrice")
        let rounding = try known.inputs.rounding() ?? .halfEven
        return try .exact(
            SeatGroup.price(of: groups, daysInMonth: days, at: price, rounding))
    }

    private static func rates(_ known: FunctionCase) throws -> CommitmentRates {
        try CommitmentRates(
            onDemand: known.inputs.exactDecimal("onDemandHourly"),
            committed: known.inputs.exactDecimal("committedHourly"))
    }

    private static func commitmentHour(_ known: FunctionCase) throws -> Figure {
        let use = try CommitmentUse(
            commitment: known.inputs.exactDecimal("hourlyCommit"),
            use: known.inputs.exactDecimal("eligibleSpendAtCommittedRates"))
        return .object([
            "used": .exact(use.used), "unused": .exact(use.unused),
            "overageAtCommittedRates": .exact(use.overage),
            "effectiveCostOfCommitment": .exact(use.commitment),
        ])
    }

    private static func commitmentCost(_ known: FunctionCase) throws -> Figure {
        let units = try known.inputs.exactDecimal("committedUnits")
        var usage: [ExactDecimal] = []
        for item in try known.inputs.required("usage").list() {
            usage.append(try item.exactDecimal())
        }
        let cost = try rates(known).cost(of: usage, committing: units)
        return .object([
            "total": .exact(cost.total), "onDemandOnly": .exact(cost.onDemandOnly),
            "wasted": .exact(cost.wasted), "effectiveSavings": .exact(cost.effectiveSavings),
        ])
    }

    private static func commitmentPayments(_ known: FunctionCase) throws -> Figure {
        let upfront: UpfrontPayment
        switch try known.inputs.required("option").text() {
        case "allUpfront": upfront = .all
        case "partialUpfront": upfront = .partial
        case "noUpfront": upfront = .none
        case let word: throw CaseFault.unsupported("the option `\(word)` is not known")
        }
        let payments = try CommitmentPayments(
            hourlyCommitment: known.inputs.exactDecimal("hourlyCommit"),
            hoursPerYear: known.inputs.exactDecimal("hoursPerYear"),
            years: known.inputs.exactDecimal("termYears"), upfront: upfront)
        return .object([
            "oneTime": .exact(payments.oneTime),
            "perMonthAverage": .exact(payments.perMonthAverage),
            "effectiveCostPerHour": .exact(payments.effectiveCostPerHour),
        ])
    }

    private static func effectiveRate(_ known: FunctionCase) throws -> Figure {
        try .exact(
            CommitmentPayments.effectiveHourlyRate(
                upfront: known.inputs.exactDecimal("upfront"),
                monthly: known.inputs.exactDecimal("monthly"),
                months: known.inputs.exactDecimal("termMonths"),
                hoursPerYear: known.inputs.exactDecimal("hoursPerYear")))
    }

    private static func energy(_ known: FunctionCase) throws -> Figure {
        try .exact(
            OperatingCost.energy(
                watts: known.inputs.exactDecimal("watts"),
                hours: known.inputs.exactDecimal("hours"),
                pue: known.inputs.given("pue")?.exactDecimal() ?? .one,
                pricePerKWh: known.inputs.exactDecimal("pricePerKWh")))
    }

    private static func downtime(_ known: FunctionCase) throws -> Figure {
        try .exact(
            OperatingCost.downtime(
                availability: known.inputs.exactDecimal("availability"),
                hours: known.inputs.exactDecimal("hoursPerYear"),
                costPerHour: known.inputs.exactDecimal("costPerHour")))
    }

    private static func optimismBias(_ known: FunctionCase) throws -> Figure {
        try .exact(
            OptimismBias(upper: known.inputs.exactDecimal("upper")).applied(
                to: known.inputs.exactDecimal("capex"),
                mitigation: known.inputs.given("mitigation")?.exactDecimal() ?? .zero))
    }

    private static func combinedBias(_ known: FunctionCase) throws -> Figure {
        var parts: [(share: ExactDecimal, uplift: ExactDecimal)] = []
        for item in try known.inputs.required("parts").list() {
            let fields = try Fields(item.node, place: item.place)
            parts.append((try fields.exactDecimal("share"), try fields.exactDecimal("uplift")))
            try fields.requireNothingLeft()
        }
        return try .exact(OptimismBias.combined(parts))
    }
}

extension Item {
    /// The number as an exact decimal, written as a number or a text.
    func exactDecimal() throws -> ExactDecimal {
        switch node.kind {
        case .number(let text):
            guard let number = Self.exact(text) else {
                throw CaseFault.faulty("`\(place)` is not a decimal")
            }
            return number
        case .string(let text): return try ExactDecimal(parsing: text)
        default: throw CaseFault.faulty("`\(place)` is not a decimal")
        }
    }
}

extension Fields {
    /// Returns the member called `key` as an exact decimal.
    func exactDecimal(_ key: String) throws -> ExactDecimal { try required(key).exactDecimal() }

    /// Returns the rule called `rounding`, where it is given.
    func rounding() throws -> Rounding? {
        guard let word = try given("rounding")?.text() else { return nil }
        guard let rule = Rounding(known: word) else {
            throw CaseFault.unsupported("the rounding `\(word)` is not known")
        }
        return rule
    }
}

extension Rounding {
    /// The rule that cases call `word`.
    init?(known word: String) {
        switch word {
        case "halfEven", "centsHalfEven": self = .halfEven
        case "halfUp", "centsHalfUp", "halfUp(away from zero)": self = .halfUp
        case "down", "towardZero": self = .down
        case "up", "awayFromZero": self = .up
        default: return nil
        }
    }
}
