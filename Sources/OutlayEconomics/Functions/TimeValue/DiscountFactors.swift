import OutlayProblems

/// What 1 at each time is worth today, at one rate or at rates that change.
public enum DiscountFactors: FinancialFunction {
    /// How many factors one answer holds at most.
    private static let mostPeriods = 10_000

    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "discount-factors", title: "Discount factors", group: .timeValue,
            summary:
                "What 1 in each period is worth today, also at rates that change or depend on the term.",
            inputs: [
                FunctionInput(
                    "periods", "the number of periods", .count(from: 1), unit: "periods")
            ] + FunctionInputs.discounting + [.convention],
            results: [
                FunctionResult("factors", "the value today of 1 in each period"),
                FunctionResult("total", "the sum of the factors"),
            ],
            formula:
                "1 / (1 + rate)^t; where rates change, the product of 1 / (1 + rate) over the periods; "
                + "by term, 1 / (1 + rate(t))^t with rate(t) in a straight line between stated terms",
            source: "HM Treasury, The Green Book (2022), annex 6",
            examples: [
                FunctionExample(
                    "by hand: 1/1.035 and 1/1.035²; then 1/(1.035² × 1.03)",
                    [
                        "periods": "3", "rate-schedule": "2:0.035,0.03",
                        "convention": "first-at-period-1",
                    ],
                    gives: [
                        "factors": [0.9661835748792271, 0.933510700366403, 0.9063210683168963],
                        "total": 2.8060153435625263,
                    ]),
                FunctionExample(
                    "by hand: 4 % lies halfway from 3 % at 1 to 5 % at 3",
                    [
                        "periods": "2", "rates-by-term": "1:0.03,3:0.05",
                        "convention": "first-at-period-1",
                    ],
                    gives: [
                        "factors": [0.970873786407767, 0.9245562130177514],
                        "total": 1.8954299994255184,
                    ]),
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let (discounting, words) = try inputs.discounting()
        let periods = try inputs.count("periods")
        guard periods <= mostPeriods else {
            throw Problem(
                .outOfRange, "`periods` is \(periods)",
                because: "factors are listed for \(mostPeriods) periods at most")
        }
        let factors = NetPresentValue.factors(
            periods, at: discounting, convention: inputs.convention)
        return FunctionAnswer(
            ["factors": .numbers(factors), "total": .number(factors.reduce(0, +))],
            conventions: [inputs.convention.words, words])
    }
}
