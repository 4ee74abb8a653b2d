import OutlayProblems
import OutlayValues

/// What a price is in each year, growing by a rate or by a rate of each year.
public enum EscalatedPrice: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "escalation", title: "Escalation by a rate", group: .pricing,
            summary:
                "What a price is in each year where it grows by one rate, or by a rate of each year.",
            inputs: [
                FunctionInput("base", "the price before growth", .exact, unit: "money"),
                FunctionInput(
                    "rate", "growth of each year", .exact, unit: "per year", .optional("the rates")),
                FunctionInput(
                    "years", "how many years, with one rate", .count(from: 1), unit: "years",
                    .optional("as many as the rates give")),
                FunctionInput(
                    "rates", "growth from year to year", .exacts, unit: "per year",
                    .optional("one rate")),
                FunctionInput(
                    "from", "the first year that has grown",
                    .choice(PriceGrowth.Start.allCases.map(\.rawValue)), .optional("year2")),
            ],
            results: [
                FunctionResult("amounts", "the price of each year", unit: "money"),
                FunctionResult("total", "their sum", unit: "money"),
            ],
            formula:
                "year t = base × (1 + e)^(t − 1) from year 2 on, base × (1 + e)^t from year 1 on",
            source: "NIST Handbook 135 (2022), section 4.2",
            examples: [
                FunctionExample(
                    "by hand: 100, 102, 104.04",
                    ["base": "100", "rate": "0.02", "years": "3"],
                    gives: [
                        "amounts": .exacts(["100", "102", "104.04"]), "total": .exact("306.04"),
                    ]),
                FunctionExample(
                    "by hand: 100 × 1.1, then × 0.9",
                    ["base": "100", "rates": "0.1 -0.1", "from": "year1"],
                    gives: ["amounts": .exacts(["110", "99"]), "total": .exact("209")]),
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let start = PriceGrowth.Start(rawValue: inputs.word("from", orElse: "")) ?? .year2
        let base = try inputs.exact("base")
        guard inputs.has("rate") != inputs.has("rates") else {
            throw Problem(
                inputs.has("rate") ? .fieldsExclude : .missingField,
                inputs.has("rate")
                    ? "`rate` and `rates` are given together"
                    : "neither `rate` nor `rates` is given",
                because: "a price grows by one rate with `years`, or by a rate of each year")
        }
        let amounts: [ExactDecimal]
        if inputs.has("rate") {
            amounts = try PriceGrowth.constant(
                base, by: inputs.exact("rate"), years: inputs.count("years"), from: start)
        } else {
            guard !inputs.has("years") else {
                throw Problem(
                    .fieldsExclude, "`years` goes with one rate",
                    because: "rates of their own say how many years there are", hint: "leave it out"
                )
            }
            amounts = try PriceGrowth.schedule(base, by: inputs.exacts("rates"), from: start)
        }
        return FunctionAnswer(
            ["amounts": .exacts(amounts), "total": .exact(try amounts.sum())],
            conventions: [start == .year1 ? "year 1 has grown" : "year 1 is as priced"])
    }
}
