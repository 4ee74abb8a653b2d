import OutlayProblems
import OutlayValues

/// What the energy of machines costs.
public enum EnergyCost: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "energy-cost", title: "Energy", group: .pricing,
            summary: "What the energy of machines costs, with what their site takes on top.",
            inputs: [
                FunctionInput("watts", "the mean power of one machine", .exact, unit: "W"),
                FunctionInput("units", "how many machines", .exact, .optional("1")),
                FunctionInput(
                    "hours", "the hours they run", .exact, unit: "hours", .optional("8760, a year")),
                FunctionInput(
                    "pue", "the energy of the site over that of its machines", .exact,
                    .optional("1")),
                FunctionInput(
                    "price", "the price of a kilowatt-hour", .exact, unit: "money per kWh"),
            ],
            results: [
                FunctionResult("energy", "the energy of the site", unit: "kWh"),
                FunctionResult("cost", "what it costs", unit: "money"),
            ],
            formula: "W / 1000 × machines × hours × PUE × price",
            source: "ISO/IEC 30134-2:2016, Power usage effectiveness (PUE)",
            examples: [
                FunctionExample(
                    "by hand: 0.45 × 8760 × 1.5 × 0.12",
                    ["watts": "450", "pue": "1.5", "price": "0.12"],
                    gives: ["energy": .exact("5913"), "cost": .exact("709.56")])
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let watts = try inputs.exact("watts")
        let units = inputs.exact("units", orElse: .one)
        try Problem.requireQuantity(units, "count of machines")
        let all = try watts.multiplied(by: units)
        let hours = inputs.exact("hours", orElse: ExactDecimal(8760))
        let pue = inputs.exact("pue", orElse: .one)
        return FunctionAnswer([
            "energy": .exact(
                try OperatingCost.energy(watts: all, hours: hours, pue: pue, pricePerKWh: .one)),
            "cost": .exact(
                try OperatingCost.energy(
                    watts: all, hours: hours, pue: pue, pricePerKWh: inputs.exact("price"))),
        ])
    }
}
