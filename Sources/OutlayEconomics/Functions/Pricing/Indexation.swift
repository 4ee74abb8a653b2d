import OutlayProblems
import OutlayValues

extension Indexation: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "indexation", title: "Escalation by an index", group: .pricing,
            summary: "What a price is at later times where it follows an index, within bounds.",
            inputs: [
                FunctionInput("base", "the price at the first time", .exact, unit: "money"),
                FunctionInput(
                    "index", "the index of the first time and of one year after another", .exacts,
                    .optional("the series")),
                FunctionInput(
                    "series", "an index that comes with the tool",
                    .choice(ReferenceIndices.names), .optional("the index")),
                FunctionInput(
                    "dates", "with a series: the day of the price, and those it is wanted for",
                    .dates, .optional("none")),
                FunctionInput(
                    "plus", "what is added to the change of each year", .exact, unit: "per year",
                    .optional("0")),
                FunctionInput(
                    "floor", "the least growth of a year", .exact, unit: "per year",
                    .optional("none")),
                FunctionInput(
                    "cap", "the most growth of a year", .exact, unit: "per year",
                    .optional("none")),
            ],
            results: [
                FunctionResult("amounts", "the price at each time", unit: "money"),
                FunctionResult("growth", "the last price over the first, less 1"),
            ],
            formula:
                "year by year × (1 + min(cap, max(floor, index_t / index_(t − 1) − 1 + plus)))",
            source:
                "US Bureau of Labor Statistics, How to use the Consumer Price Index for escalation, "
                + "bls.gov/cpi/factsheets/escalation.htm; series: catalogs/reference",
            examples: [
                FunctionExample(
                    "by hand: 1000 × 1.02, then × 1.05, where the index rises by 10 %",
                    ["base": "1000", "index": "100 102 112.2", "cap": "0.05"],
                    gives: [
                        "amounts": .exacts(["1000", "1020", "1071"]), "growth": .exact("0.071"),
                    ]
                ),
                FunctionExample(
                    "by hand: CPI-U rose from 261.582 to 281.148 in 2021, 7.5 %, and 5 % is the cap",
                    [
                        "base": "1000", "series": "us-cpi-u", "dates": "2021-01-01 2022-01-01",
                        "cap": "0.05",
                    ],
                    gives: ["amounts": .exacts(["1000", "1050"]), "growth": .exact("0.05")]),
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        guard inputs.has("index") != inputs.has("series") else {
            throw Problem(
                inputs.has("index") ? .fieldsExclude : .missingField,
                inputs.has("index")
                    ? "`index` and `series` are given together"
                    : "neither `index` nor `series` is given",
                because: "a price follows index numbers of its own, or a series by its name")
        }
        let (series, dates) = try series(inputs)
        let indexation = Indexation(
            series, plus: inputs.exact("plus", orElse: .zero),
            floor: inputs.has("floor") ? try inputs.exact("floor") : nil,
            cap: inputs.has("cap") ? try inputs.exact("cap") : nil)
        let base = try inputs.exact("base")
        var amounts = [base]
        for (earlier, later) in zip(dates, dates.dropFirst()) {
            let factor = try indexation.factor(from: earlier, to: later)
            amounts.append(try amounts[amounts.count - 1].multiplied(by: factor))
        }
        let last = amounts[amounts.count - 1]
        let growth: FunctionFigure =
            base.isZero ? .never : .exact(try (last - base).divided(by: base))
        return FunctionAnswer(
            ["amounts": .exacts(amounts), "growth": growth],
            conventions: ["index: \(series.source)"])
    }

    /// The index, and the day of each price.
    private static func series(
        _ inputs: FunctionInputs
    ) throws(Problem) -> (IndexSeries, [CalendarDate]) {
        if inputs.has("series") {
            let dates = try inputs.dates("dates")
            guard dates.count > 1, zip(dates, dates.dropFirst()).allSatisfy({ $0 < $1 }) else {
                throw Problem(
                    .badSeries, "`dates` has no two days in ascending order",
                    because: "the first is the day of the price, each later one when it is wanted")
            }
            let name = inputs.word("series", orElse: "")
            return (try ReferenceIndices.series(name), dates)
        }
        guard !inputs.has("dates") else {
            throw Problem(
                .fieldsExclude, "`dates` goes with a series",
                because: "index numbers of one's own are a year apart", hint: "leave it out")
        }
        let numbers = try inputs.exacts("index")
        guard (2...1000).contains(numbers.count) else {
            throw Problem(
                .outOfRange, "`index` has \(FlowProblems.counted(numbers.count, "numbers"))",
                because: "growth is the change between two numbers, of 1000 at most")
        }
        var values: [IndexSeries.Value] = []
        for (year, number) in numbers.enumerated() {
            // Any days a year apart: only the numbers count.
            let day = CalendarDate(dayNumber: 0).adding(months: 12 * year)
            values.append(IndexSeries.Value(from: day, value: number))
        }
        return (
            try IndexSeries(id: "index", values: values, source: "as stated"), values.map(\.from)
        )
    }
}
