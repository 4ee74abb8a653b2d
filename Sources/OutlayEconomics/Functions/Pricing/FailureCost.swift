import OutlayProblems
import OutlayValues

/// What replacing and repairing failed units costs in a year.
public enum FailureCost: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "failure-cost", title: "Failure and replacement", group: .pricing,
            summary:
                "What the units that fail in a year cost: new ones, and the work of replacing them.",
            inputs: [
                FunctionInput("units", "how many units there are", .exact),
                FunctionInput(
                    "failure-rate", "failures of one unit in a year", .exact, unit: "per year"),
                FunctionInput("unit-cost", "the price of a new unit", .exact, unit: "money"),
                FunctionInput(
                    "repair-hours", "the hours of work for each failure", .exact, unit: "hours",
                    .optional("0")),
                FunctionInput(
                    "hourly-rate", "the money for an hour of work", .exact, unit: "money",
                    .optional("0")),
            ],
            results: [
                FunctionResult("failures", "how many units fail in a year"),
                FunctionResult("replacement", "what new units cost", unit: "money"),
                FunctionResult("repair", "what the work costs", unit: "money"),
                FunctionResult("cost", "both", unit: "money"),
            ],
            formula: "units × failure rate × (unit cost + repair hours × hourly rate)",
            source:
                "Backblaze, Drive Stats: annualized failure rate, backblaze.com/cloud-storage/resources/hard-drive-test-data, read 2026-11-23",
            examples: [
                FunctionExample(
                    "by hand: of 200 drives 1.5 % fail: 3 × (300 + 60)",
                    [
                        "units": "200", "failure-rate": "0.015", "unit-cost": "300",
                        "repair-hours": "1", "hourly-rate": "60",
                    ],
                    gives: [
                        "failures": .exact("3"), "replacement": .exact("900"),
                        "repair": .exact("180"), "cost": .exact("1080"),
                    ])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let cost = try OperatingCost.failures(
            units: inputs.exact("units"), failureRate: inputs.exact("failure-rate"),
            unitCost: inputs.exact("unit-cost"),
            repairHours: inputs.exact("repair-hours", orElse: .zero),
            hourlyRate: inputs.exact("hourly-rate", orElse: .zero))
        return FunctionAnswer([
            "failures": .exact(cost.failures), "replacement": .exact(cost.replacement),
            "repair": .exact(cost.repair), "cost": .exact(try cost.replacement + cost.repair),
        ])
    }
}
