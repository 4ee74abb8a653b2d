import OutlayEconomics
import OutlayEncoding
import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension EvaluationResult {
    /// What an option returns on what it costs more, for programs; null where it is not compared.
    func returnsJSON(of option: OptionResult) -> JSONValue {
        option.increment.map { pair in
            ResultJSON.twice(pair) { Self.json($0.returns, evaluation.study.currency) }
        } ?? .null
    }

    /// What leads from the baseline to an option, for programs; null where it is not compared.
    ///
    /// - Throws: A ``Problem`` when a sum needs more than 38 digits.
    func bridgeJSON(to option: OptionResult) throws(Problem) -> JSONValue {
        try bridge(to: option).map { pair in
            ResultJSON.twice(pair) { bridge in
                [
                    "from": ResultJSON.money(bridge.from),
                    "costs": .array(bridge.costs.map(Self.json)),
                    "to": ResultJSON.money(bridge.to),
                    "benefits": .array(bridge.benefits.map(Self.json)),
                    "npv": ResultJSON.money(bridge.netPresentValue),
                ]
            }
        } ?? .null
    }

    /// The performance that money buys with an option, for programs.
    ///
    /// - Throws: A ``Problem`` when a number is too large.
    func pricePerformanceJSON(of option: OptionResult) throws(Problem) -> JSONValue {
        .array(
            try evaluation.pricePerformances.map { (request) throws(Problem) in
                [
                    "criterion": .string(request.criterion),
                    "per": ResultJSON.money(Money(request.per, evaluation.study.currency)),
                    "performance": ResultJSON.twice(
                        try pricePerformance(of: option, request), ResultJSON.ratio),
                ]
            })
    }

    /// The quotes behind the options, for programs.
    var quotesJSON: JSONValue {
        .array(
            quotes.map { quote in
                [
                    "vendor": .string(quote.vendor), "options": .strings(quote.options),
                    "standing": .string(quote.standing.rawValue),
                ]
            })
    }

    private static func json(_ step: Bridge.Step) -> JSONValue {
        [
            "category": .string(step.category),
            "total": ResultJSON.money(Money(step.total, step.presentValue.currency)),
            "present_value": ResultJSON.money(step.presentValue),
        ]
    }

    private static func json(_ returns: Returns, _ currency: Currency) -> JSONValue {
        [
            "irr": json(returns.rateOfReturn),
            "mirr": ResultJSON.rate(returns.modifiedRateOfReturn),
            "added_investment": ResultJSON.money(returns.addedInvestment, currency),
            "savings": ResultJSON.money(returns.savings, currency),
            "net_savings": ResultJSON.money(returns.netSavings, currency),
            "sir": ResultJSON.ratio(returns.savingsToInvestment),
            "airr": ResultJSON.rate(returns.adjustedRateOfReturn),
            "payback": json(returns.payback),
            "discounted_payback": json(returns.discountedPayback),
            "first_year_savings": ResultJSON.money(returns.firstYearSavings, currency),
            "simple_payback_years": ResultJSON.ratio(returns.simplePaybackYears),
        ]
    }

    private static func json(_ rate: RateOfReturn) -> JSONValue {
        let kind: String
        switch rate {
        case .one: kind = "one"
        case .double: kind = "double"
        case .several: kind = "several"
        case .notRepresentable: kind = "not-representable"
        case .none(let reason): kind = reason.rawValue
        }
        return [
            "kind": .string(kind),
            "rates": .strings(rate.roots.map { FigureText.data($0.rate, places: 6) }),
        ]
    }

    private static func json(_ times: Payback.Times) -> JSONValue {
        [
            "first_years": ResultJSON.ratio(times.first),
            "in_year": times.firstWholePeriod.map { .integer($0) } ?? .null,
            "permanent_years": ResultJSON.ratio(times.permanent),
        ]
    }
}
