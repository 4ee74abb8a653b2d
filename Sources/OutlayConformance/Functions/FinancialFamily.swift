import Outlay

/// Functions of flows, payments, comparison, depreciation and leasing, asked by the names of the library's list.
enum FinancialFamily: FunctionFamily {
    static let checks: [String: FunctionCheck] =
        questions.mapValues { question in { @Sendable known in try question.answer(known) } }
        .merging(special) { common, _ in common }

    private static let special: [String: FunctionCheck] = [
        "npv.fisher": { try fisher($0) },
        "breakEven.months": { try breakEvenMonths($0) },
    ]

    /// Of real rate, nominal rate and inflation two are given, and the third one is asked for.
    private static func fisher(_ known: FunctionCase) throws -> Figure {
        let real = try known.inputs.given("realRate")?.float()
        let nominal = try known.inputs.given("nominalRate")?.float()
        let inflation =
            try known.inputs.given("inflation")?.float()
            ?? known.inputs.given("inflationRate")?.float()
        switch (real, nominal, inflation) {
        case (let real?, let nominal?, nil):
            return .number(try FisherRates.inflation(nominal: nominal, real: real))
        case (let real?, nil, let inflation?):
            return .number(try FisherRates.nominal(real: real, inflation: inflation))
        case (nil, let nominal?, let inflation?):
            return .number(try FisherRates.real(nominal: nominal, inflation: inflation))
        default: throw CaseFault.faulty("two of the three rates are not given")
        }
    }

    /// The month at whose end owning has cost no more than renting.
    private static func breakEvenMonths(_ known: FunctionCase) throws -> Figure {
        func costs(_ key: String) throws -> (upfront: ExactDecimal, monthly: ExactDecimal) {
            let item = try known.inputs.required(key)
            let fields = try Fields(item.node, place: item.place)
            let costs = (
                try fields.required("upfront").decimal(), try fields.required("monthly").decimal()
            )
            try fields.requireNothingLeft()
            return costs
        }
        let (own, rent) = (try costs("onPrem"), try costs("cloud"))
        let months = try BreakEven.months(
            upfront: own.upfront - rent.upfront, monthlySaving: rent.monthly - own.monthly)
        return .exact(months.rounded(toPlaces: 0, .up))
    }

    private static let conventions = [
        "firstFlowAtPeriod0": "first-at-period-0",
        "excelFirstFlowAtPeriod1": "first-at-period-1", "midPeriod": "mid-period",
        "halfYear": "half-year", "straightLine": "straight-line",
        "sumOfYearsDigits": "sum-of-years-digits", "decliningBalance": "declining-balance",
        "endOfYear": "end-of-year", "midYear": "mid-year", "startOfYear": "start-of-year",
        "halfEven": "half-even", "halfUp": "half-up", "halfUp(away from zero)": "half-up",
        "ACT/ACT": "ACT/ACT ISDA", "ACT/365": "ACT/365F", "30/360": "30/360 US",
        "beginning": "begin", "advance": "begin", "arrears": "end",
    ]

    /// The question about a function whose answer is one figure, or all.
    private static func ask(
        _ function: String, _ figure: String?, inputs: [String: String] = [:],
        figures: [String: String] = [:], passing remarks: [String] = []
    ) -> FunctionQuestion {
        FunctionQuestion(
            function: function,
            inputs: inputs.merging(["cashflows": "flows"]) { stated, _ in stated },
            words: conventions, remarks: remarks, figure: figure, figures: figures)
    }

    private static let questions: [String: FunctionQuestion] = [
        "npv": ask("npv", "npv"),
        "xnpv": ask("xnpv", "npv"),
        "mirr": ask("mirr", "mirr"),
        "pv": ask("pv", "pv"),
        "fv": ask("fv", "fv"),
        "pmt": ask("pmt", "payment"),
        "nper": ask("nper", "periods"),
        "rate": ask("rate", "irr"),
        "annuityFactor": ask("annuity-factor", "factor"),
        "capitalRecoveryFactor": ask("capital-recovery-factor", "factor"),
        "singlePresentValue": ask("single-present-value", "value"),
        "amortization": ask(
            "amortisation", nil, figures: ["rows_interest_principal_balance": "schedule"]),
        "payback": ask("payback", nil),
        "discountedPayback": ask("discounted-payback", nil),
        "payback.investmentOverFirstYearSavings": ask("simple-payback", "years"),
        "bcr": ask("bcr", nil),
        "profitabilityIndex": ask("profitability-index", "pi"),
        "roi": ask("roi", "roi"),
        "roi.annualized": ask("annualised-roi", "rate"),
        "sir": ask("sir", "sir"),
        "airr": ask("airr", "airr"),
        "netSavings": ask(
            "net-savings", "net_savings",
            inputs: ["baseLCC": "base-lcc", "alternativeLCC": "alternative-lcc"]),
        "eac": ask("eac", "eac"),
        "replacement.economicLife": ask("replacement", nil),
        "switchingValue": ask("switching-value", "change"),
        "breakEven.quantity": ask("break-even-units", "units"),
        "pricePerformance": ask("price-performance", "performance"),
        "depreciation.straightLine": ask("straight-line", "depreciation"),
        "depreciation.sumOfYearsDigits": ask("sum-of-years-digits", "depreciation"),
        "depreciation.decliningBalance": ask("declining-balance", "depreciation"),
        "depreciation.fixedDecliningBalance": ask("fixed-declining-balance", "depreciation"),
        "depreciation.vdbRange": ask("vdb", "depreciation"),
        "depreciation.macrsTable": ask("macrs", "percentages", passing: ["unit"]),
        "depreciation.macrsAmounts": ask("macrs", "depreciation", passing: ["rounding"]),
        "depreciation.taxShieldPV": ask("tax-shield", "value"),
        "leaseVsBuy.netAdvantageToLeasing": ask(
            "lease", nil, figures: ["incrementalCashflows": "incremental_flows"]),
        "leaseVsBuy.implicitAfterTaxRate": ask(
            "implicit-lease-rate", "irr",
            inputs: ["incrementalCashflows": "incremental-flows"]),
    ]
}
