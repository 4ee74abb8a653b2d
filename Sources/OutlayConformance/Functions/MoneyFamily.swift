import Outlay

/// Money: exchange, rounding and allocation.
enum MoneyFamily: FunctionFamily {
    static let checks: [String: FunctionCheck] = [
        "currency.convert": { try convert($0) },
        "currency.compareToBudget": { try compareToBudget($0) },
        "currency.sum": { try sum($0) },
        "rounding": { try round($0) },
        "allocation.largestRemainder": { try allocate($0) },
    ]

    private static func currency(_ item: Item) throws -> Currency {
        try Currency(code: item.text())
    }

    private static func convert(_ known: FunctionCase) throws -> Figure {
        let from = try known.inputs.required("from_").text()
        let to = try known.inputs.required("to").text()
        let day = try known.inputs.given("on").map { try CalendarDate(parsing: $0.text()) }
        let amount = try known.inputs.exactDecimal("amount")
        let rounding = try known.inputs.rounding() ?? .halfEven
        let rates = try rates(known)
        guard let currency = try? Currency(code: to), let source = try? Currency(code: from) else {
            throw Problem(
                .missingRate, "there is no rate from \(from) to \(to)",
                because: "one of them is no currency of ISO 4217 that money is kept in")
        }
        let rate = try rates.rate(from: source, to: currency, on: day)
        return .exact(try rate.convert(Money(amount, source)).rounded(rounding).amount)
    }

    private static func compareToBudget(_ known: FunctionCase) throws -> Figure {
        let budget = Money(
            try known.inputs.exactDecimal("budget"),
            try currency(known.inputs.required("budgetCurrency")))
        let actual = Money(
            try known.inputs.exactDecimal("actual"),
            try currency(known.inputs.required("actualCurrency")))
        let rate = try rates(known).rate(from: actual.currency, to: budget.currency, on: nil)
        let converted = try rate.convert(actual)
        return .object([
            "withinBudget": .flag(converted.amount <= budget.amount),
            "actualInBudgetCurrency": .exact(converted.rounded(.halfEven).amount),
        ])
    }

    private static func sum(_ known: FunctionCase) throws -> Figure {
        var total: Money?
        for item in try known.inputs.required("amounts").list() {
            let fields = try Fields(item.node, place: item.place)
            let money = Money(
                try fields.exactDecimal("amount"), try currency(fields.required("currency")))
            try fields.requireNothingLeft()
            total = try total.map { try $0 + money } ?? money
        }
        return total.map { .exact($0.amount) } ?? .none
    }

    private static func round(_ known: FunctionCase) throws -> Figure {
        let word = try known.inputs.required("mode").text()
        guard let rule = Rounding(known: word) else {
            throw CaseFault.unsupported("the rounding `\(word)` is not known")
        }
        let places = try known.inputs.required("places").integer()
        var rounded: [ExactDecimal] = []
        for item in try known.inputs.required("values").list() {
            rounded.append(try item.exactDecimal().rounded(toPlaces: places, rule))
        }
        return .exact(rounded)
    }

    private static func allocate(_ known: FunctionCase) throws -> Figure {
        known.inputs.pass(over: ["ties"])
        // The smallest part decides how many minor units there are.
        let unit = try known.inputs.exactDecimal("unit")
        let total = try known.inputs.exactDecimal("total")
        var weights: [ExactDecimal] = []
        for item in try known.inputs.required("weights").list() {
            weights.append(try item.exactDecimal())
        }
        let code: String
        switch unit {
        case .one: code = "JPY"
        case ExactDecimal(1, places: 2): code = "EUR"
        case ExactDecimal(1, places: 3): code = "KWD"
        default: throw CaseFault.unsupported("no currency has the unit \(unit)")
        }
        let parts = try Money(total, Currency(code: code)).allocated(by: weights)
        return .exact(parts.map(\.amount))
    }

    private static func rates(_ known: FunctionCase) throws -> QuotedRates {
        var rates: [QuotedRates.Quote] = []
        for item in try known.inputs.required("rates").list() {
            let fields = try Fields(item.node, place: item.place)
            rates.append(
                QuotedRates.Quote(
                    base: try currency(fields.required("base")),
                    quote: try currency(fields.required("quote")),
                    value: try fields.exactDecimal("rate"),
                    date: try CalendarDate(parsing: fields.required("date").text())))
            try fields.requireNothingLeft()
        }
        return QuotedRates(quotes: rates)
    }
}

/// The rates of a case, by their days.
private struct QuotedRates {
    struct Quote {
        let base: Currency
        let quote: Currency
        let value: ExactDecimal
        let date: CalendarDate
    }

    let quotes: [Quote]

    /// Returns the latest rate that is not after `day`, through a common base where there is one.
    func rate(from: Currency, to: Currency, on day: CalendarDate?) throws -> ExchangeRate {
        let bases = quotes.map(\.base).reduce(into: [Currency]()) { bases, base in
            if !bases.contains(base) { bases.append(base) }
        }
        for base in bases {
            let own = quotes.filter { $0.base == base }
            let days = Set(own.map(\.date)).sorted().map { date in
                ExchangeRates.Day(
                    date,
                    Dictionary(
                        own.filter { $0.date == date }.map { ($0.quote, $0.value) },
                        uniquingKeysWith: { first, _ in first }))
            }
            guard let last = days.last else { continue }
            let rates = try ExchangeRates(base: base, source: "the case", days: days)
            let known = Set(own.map(\.quote) + [base])
            guard known.contains(from), known.contains(to) else { continue }
            return try rates.rate(
                from: from, to: to, on: day ?? last.date, atMostDaysOld: 36_500)
        }
        throw Problem(
            .missingRate, "there is no rate from \(from.code) to \(to.code)",
            because: "no rates hold both", hint: "give the rate")
    }
}
