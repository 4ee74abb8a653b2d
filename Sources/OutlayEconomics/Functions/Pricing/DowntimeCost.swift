import OutlayProblems
import OutlayValues

/// What not working costs.
public enum DowntimeCost: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "downtime-cost", title: "Downtime", group: .pricing,
            summary: "What the hours in which something does not work cost.",
            inputs: [
                FunctionInput("availability", "the share of the hours in which it works", .exact),
                FunctionInput(
                    "hours", "the hours looked at", .exact, unit: "hours", .optional("8760, a year")
                ),
                FunctionInput(
                    "cost-per-hour", "what an hour without it costs", .exact, unit: "money"),
            ],
            results: [
                FunctionResult("hours_down", "the hours without it", unit: "hours"),
                FunctionResult("cost", "what they cost", unit: "money"),
            ],
            formula: "hours × (1 − availability) × cost of an hour",
            source: "IEC 60050-192, Dependability: availability",
            examples: [
                FunctionExample(
                    "by hand: 8.76 hours at 1000",
                    ["availability": "0.999", "cost-per-hour": "1000"],
                    gives: ["hours_down": .exact("8.76"), "cost": .exact("8760")])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let availability = try inputs.exact("availability")
        let hours = inputs.exact("hours", orElse: ExactDecimal(8760))
        return FunctionAnswer([
            "hours_down": .exact(
                try OperatingCost.downtime(
                    availability: availability, hours: hours, costPerHour: .one)),
            "cost": .exact(
                try OperatingCost.downtime(
                    availability: availability, hours: hours,
                    costPerHour: inputs.exact("cost-per-hour"))),
        ])
    }
}
