import Outlay

/// Rounding, splitting and converting amounts.
enum AmountFamily: FunctionFamily {
    static let checks: [String: FunctionCheck] = [
        "rounding": { try rounded($0) },
        "allocation.largestRemainder": { try split($0) },
        "currency.convert": { try converted($0) },
        "currency.compareToBudget": { try compared($0) },
        "currency.sum": { try sum($0) },
    ]

    private static let rules: [String: Rounding] = [
        "halfEven": .halfEven, "halfUp": .halfUp, "halfUp(away from zero)": .halfUp, "down": .down,
        "up": .up,
    ]

    private static func rule(_ item: Item?) throws -> Rounding {
        let name = try item?.text() ?? "halfEven"
        guard let rule = rules[name] else {
            throw CaseFault.unsupported("the rounding `\(name)` is not known")
        }
        return rule
    }

    private static func rounded(_ known: FunctionCase) throws -> Figure {
        let places = try known.inputs.required("places").integer()
        let rule = try rule(known.inputs.required("mode"))
        let values = try known.inputs.required("values").decimals()
        return .list(values.map { .exact($0.rounded(toPlaces: places, rule)) })
    }

    private static func split(_ known: FunctionCase) throws -> Figure {
        let unit = try known.inputs.required("unit").decimal()
        let ties = try known.inputs.given("ties")?.text() ?? "lowest index first"
        guard ties == "lowest index first" else {
            throw CaseFault.unsupported("ties by `\(ties)` are not known")
        }
        // The library splits money; its currencies have 0, 2, 3 or 4 decimals.
        let codes = ["JPY", "EUR", "KWD", "CLF"]
        let currency = try codes.map { try Currency(code: $0) }
            .first { ExactDecimal(1, places: $0.minorUnitPlaces) == unit }
        guard let currency else {
            throw CaseFault.unsupported("no currency has the minor unit \(unit)")
        }
        let total = Money(try known.inputs.required("total").decimal(), currency)
        let parts = try total.allocated(by: known.inputs.required("weights").decimals())
        return .list(parts.map { .exact($0.amount) })
    }

    private static func converted(_ known: FunctionCase) throws -> Figure {
        let rule = try rule(known.inputs.given("rounding"))
        let amount = try known.inputs.required("amount").decimal()
        let from = try known.inputs.required("from_").text()
        return try .exact(
            convert(known, amount, from, known.inputs.required("to").text()).rounded(rule).amount)
    }

    private static func compared(_ known: FunctionCase) throws -> Figure {
        let rule = try rule(known.inputs.given("rounding"))
        let actual = try convert(
            known, known.inputs.required("actual").decimal(),
            known.inputs.required("actualCurrency").text(),
            known.inputs.required("budgetCurrency").text())
        let budget = try known.inputs.required("budget").decimal()
        return .object([
            "withinBudget": .flag(actual.amount <= budget),
            "actualInBudgetCurrency": .exact(actual.rounded(rule).amount),
        ])
    }

    /// Converts by the rates of the case, on its day or the last day that it has.
    private static func convert(
        _ known: FunctionCase, _ amount: ExactDecimal, _ from: String, _ to: String
    ) throws -> Money {
        var days: [CalendarDate: [Currency: ExactDecimal]] = [:]
        var bases: Set<String> = []
        for item in try known.inputs.required("rates").list() {
            let fields = try Fields(item.node, place: item.place)
            bases.insert(try fields.required("base").text())
            let quote = try Currency(code: fields.required("quote").text())
            let day = try CalendarDate(parsing: fields.required("date").text())
            days[day, default: [:]][quote] = try fields.required("rate").decimal()
            try fields.requireNothingLeft()
        }
        guard bases.count <= 1 else {
            throw CaseFault.unsupported("rates of several base currencies are not known")
        }
        let asked = try known.inputs.given("on").map { try CalendarDate(parsing: $0.text()) }
        let last = days.keys.max() ?? CalendarDate(dayNumber: 0)
        let table = try ExchangeRates(
            base: Currency(code: bases.first ?? "EUR"), source: known.id,
            days: days.map { ExchangeRates.Day($0.key, $0.value) })
        let (from, to) = (try Currency(code: from), try Currency(code: to))
        let rate = try table.rate(from: from, to: to, on: asked ?? last, atMostDaysOld: 366)
        return try rate.convert(Money(amount, from))
    }

    private static func sum(_ known: FunctionCase) throws -> Figure {
        var total: Money?
        for item in try known.inputs.required("amounts").list() {
            let fields = try Fields(item.node, place: item.place)
            let money = try Money(
                fields.required("amount").decimal(),
                Currency(code: fields.required("currency").text()))
            try fields.requireNothingLeft()
            total = try total.map { try $0 + money } ?? money
        }
        return total.map { .exact($0.amount) } ?? .none
    }
}

extension Item {
    /// The decimal that a text or a number writes.
    func decimal() throws(CaseFault) -> ExactDecimal {
        switch node.kind {
        case .string(let text), .number(let text):
            if let number = Self.exact(text) { return number }
            throw .faulty("`\(place)` is not a decimal number of few digits")
        default: throw .faulty("`\(place)` is not a number")
        }
    }

    /// The decimals that texts or numbers write.
    func decimals() throws(CaseFault) -> [ExactDecimal] {
        var numbers: [ExactDecimal] = []
        for item in try list() { numbers.append(try item.decimal()) }
        return numbers
    }
}
