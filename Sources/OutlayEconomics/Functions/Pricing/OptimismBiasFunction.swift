import OutlayProblems
import OutlayValues

extension OptimismBias: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "optimism-bias", title: "Optimism bias", group: .pricing,
            summary: "An estimate with the uplift that its kind of project has needed.",
            inputs: [
                FunctionInput("estimate", "the estimate before the uplift", .exact, unit: "money"),
                FunctionInput(
                    "upper", "the uplift of an estimate to which nothing was done", .exact,
                    .optional("the parts")),
                FunctionInput(
                    "mitigation", "the share of it that is managed away", .exact, .optional("0")),
                FunctionInput(
                    "shares", "the share of each part in the whole", .exacts,
                    .optional("one uplift")),
                FunctionInput(
                    "uplifts", "the uplift of each part", .exacts, .optional("one uplift")),
            ],
            results: [
                FunctionResult("uplift", "the uplift that is left"),
                FunctionResult("added", "what it adds", unit: "money"),
                FunctionResult("estimate", "the estimate with it", unit: "money"),
            ],
            formula:
                "estimate × (1 + upper × (1 − mitigation)); of parts, upper = Σ share × uplift",
            source:
                "HM Treasury, The Green Book: supplementary guidance on optimism bias (2013), section 3",
            examples: [
                FunctionExample(
                    "by hand: 100 000 × (1 + 0.44 × 0.75)",
                    ["estimate": "100000", "upper": "0.44", "mitigation": "0.25"],
                    gives: [
                        "uplift": .exact("0.33"), "added": .exact("33000"),
                        "estimate": .exact("133000"),
                    ]),
                FunctionExample(
                    "by hand: 0.7 × 0.24 + 0.3 × 0.1",
                    ["estimate": "1000", "shares": "0.7 0.3", "uplifts": "0.24 0.1"],
                    gives: [
                        "uplift": .exact("0.198"), "added": .exact("198"),
                        "estimate": .exact("1198"),
                    ]),
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let estimate = try inputs.exact("estimate")
        let upper: ExactDecimal
        if inputs.has("upper") {
            guard !inputs.has("shares"), !inputs.has("uplifts") else {
                throw Problem(
                    .fieldsExclude, "`upper` and parts are given together",
                    because: "the uplift is that of the whole, or follows from its parts")
            }
            upper = try inputs.exact("upper")
        } else {
            let (shares, uplifts) = (try inputs.exacts("shares"), try inputs.exacts("uplifts"))
            guard shares.count == uplifts.count else {
                throw FlowProblems.lengths("shares", shares.count, "uplifts", uplifts.count)
            }
            upper = try combined(zip(shares, uplifts).map { (share: $0, uplift: $1) })
        }
        let uplift = try OptimismBias(upper: upper)
            .uplift(mitigation: inputs.exact("mitigation", orElse: .zero))
        let added = try estimate.multiplied(by: uplift)
        return FunctionAnswer([
            "uplift": .exact(uplift), "added": .exact(added),
            "estimate": .exact(try estimate + added),
        ])
    }
}
