import OutlayProblems
import OutlayValues

/// What seats cost in a month in which some of them begin.
public enum ProratedSeats: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "prorated-seats", title: "Seats in part of a month", group: .pricing,
            summary: "What seats cost in a month where some of them begin within it.",
            inputs: [
                FunctionInput("seats", "how many seats begin together", .exacts, unit: "seats"),
                FunctionInput(
                    "from-days", "the day of the month on which each group begins", .exacts),
                FunctionInput(
                    "days-in-month", "the days of the month", .count(from: 1), unit: "days"),
                FunctionInput(
                    "monthly-price", "the price of a seat for the whole month", .exact,
                    unit: "money"),
                FunctionInput(
                    "places", "the decimals of the currency", .count(from: 0), .optional("2")),
                FunctionInput(
                    "rounding", "what becomes of halves",
                    .choice(Rounding.allCases.map(\.rawValue)), .optional("half-even")),
            ],
            results: [
                FunctionResult("price", "what the month costs", unit: "money")
            ],
            formula: "Σ seats × price × days there / days of the month, rounded once",
            source: "Stripe, Prorations, docs.stripe.com/billing/subscriptions/prorations",
            examples: [
                FunctionExample(
                    "by hand: 10 × 30 + 5 × 30 × 15 / 30",
                    [
                        "seats": "10 5", "from-days": "1 16", "days-in-month": "30",
                        "monthly-price": "30",
                    ],
                    gives: ["price": .exact("375")])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let seats = try inputs.exacts("seats")
        let days = try inputs.exacts("from-days")
        guard seats.count == days.count else {
            throw FlowProblems.lengths("groups of seats", seats.count, "days", days.count)
        }
        var groups: [SeatGroup] = []
        for (count, day) in zip(seats, days) {
            guard let day = Int(exactly: day.doubleValue) else {
                throw Problem(
                    .outOfRange, "a group begins on day \(day)", because: "days are whole numbers")
            }
            groups.append(SeatGroup(count: count, fromDay: day))
        }
        let rounding = Rounding(rawValue: inputs.word("rounding", orElse: "")) ?? .halfEven
        let price = try SeatGroup.price(
            of: groups, daysInMonth: inputs.count("days-in-month"),
            at: inputs.exact("monthly-price"),
            places: inputs.count("places", orElse: 2), rounding)
        return FunctionAnswer(
            ["price": .exact(price)],
            conventions: ["the first day counts", "rounded \(rounding.rawValue) once"])
    }
}
