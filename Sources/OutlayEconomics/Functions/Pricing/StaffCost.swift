import OutlayProblems
import OutlayValues

/// What people’s time costs.
public enum StaffCost: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "staff-cost", title: "Staff time", group: .pricing,
            summary:
                "What people's time costs: for work, training, a migration or leaving a service.",
            inputs: [
                FunctionInput("people", "how many people, or shares of one", .exact),
                FunctionInput(
                    "hours", "the hours of each", .exact, unit: "hours",
                    .optional("1: the rate is that of all their time")),
                FunctionInput(
                    "rate", "the money for an hour, or for all their time", .exact, unit: "money"),
                FunctionInput(
                    "overhead", "what comes on top, such as social security", .exact, .optional("0")
                ),
            ],
            results: [
                FunctionResult("hours", "the hours of all", unit: "hours"),
                FunctionResult("cost", "what they cost", unit: "money"),
            ],
            formula: "people × hours × rate × (1 + overhead)",
            source:
                "GAO, Cost Estimating and Assessment Guide (GAO-20-195G, 2020), chapter 9: labour hours times labour rates",
            examples: [
                FunctionExample(
                    "by hand: 12 people trained for 6 hours at 40",
                    ["people": "12", "hours": "6", "rate": "40"],
                    gives: ["hours": .exact("72"), "cost": .exact("2880")])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let cost = try OperatingCost.staff(
            people: inputs.exact("people"), hours: inputs.exact("hours", orElse: .one),
            rate: inputs.exact("rate"), overhead: inputs.exact("overhead", orElse: .zero))
        return FunctionAnswer(["hours": .exact(cost.hours), "cost": .exact(cost.cost)])
    }
}
