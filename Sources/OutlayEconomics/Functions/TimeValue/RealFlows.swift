import OutlayProblems
import OutlayValues

/// Flows in money of today, and in the money of their own time.
public enum RealFlows {
    /// Which money flows are turned into.
    public enum Direction: String, Sendable, Hashable, CaseIterable {
        /// Into money of today: inflation is taken out.
        case real
        /// Into money of their time: inflation is put in.
        case nominal
    }

    /// Returns `flows` in the other money.
    ///
    /// - Parameters:
    ///   - flows: Finite amounts, one for each period.
    ///   - direction: The money they are turned into.
    ///   - inflation: The growth of prices per period, above -1.
    ///   - convention: When the flows are due.
    /// - Returns: As many flows, unrounded.
    /// - Throws: ``ProblemCode/emptyInput``, ``ProblemCode/nonFinite``, ``ProblemCode/rateOutOfDomain``.
    /// - Source: I. Fisher, *The Theory of Interest*, Macmillan 1930, chapter II.
    public static func converted(
        _ flows: [Double], to direction: Direction, inflation: Double,
        convention: FlowConvention = .firstAtPeriod0
    ) throws(Problem) -> [Double] {
        try FlowProblems.check(flows)
        try FlowProblems.check(rate: inflation, named: "the inflation")
        return flows.enumerated().map { index, flow in
            let growth = Growth.factor(inflation, convention.time(of: index))
            return direction == .real ? flow / growth : flow * growth
        }
    }

    /// Returns `flows` in the other money, by the price index of each flow's time.
    ///
    /// - Parameters:
    ///   - flows: Finite amounts.
    ///   - direction: The money they are turned into.
    ///   - index: The index at each flow's time, above 0.
    ///   - base: The index of the time whose money is real.
    /// - Returns: As many flows, unrounded.
    /// - Throws: ``ProblemCode/lengthMismatch``, ``ProblemCode/outOfRange`` for an index of 0 or less, and as
    ///   ``converted(_:to:inflation:convention:)``.
    public static func converted(
        _ flows: [Double], to direction: Direction, index: [Double], base: Double
    ) throws(Problem) -> [Double] {
        try FlowProblems.check(flows)
        guard flows.count == index.count else {
            throw FlowProblems.lengths("flows", flows.count, "index numbers", index.count)
        }
        for number in index + [base] {
            try FlowProblems.check(number, named: "an index number")
            guard number > 0 else {
                throw Problem(
                    .outOfRange, "an index number is \(number.plainText)",
                    because: "an index is above 0")
            }
        }
        return zip(flows, index).map { flow, number in
            direction == .real ? flow * base / number : flow * number / base
        }
    }
}

extension RealFlows: FinancialFunction {
    /// What readers see of the function.
    public static var descriptor: FunctionDescriptor {
        FunctionDescriptor(
            identifier: "real-flows", title: "Real and nominal flows", group: .timeValue,
            summary: "Flows in money of one time, from flows in the money of their own, or back.",
            inputs: [
                FunctionInput("flows", "the flows", .numbers),
                FunctionInput(
                    "to", "the money wanted", .choice(Direction.allCases.map(\.rawValue)),
                    .optional("real")),
                FunctionInput(
                    "inflation", "the growth of prices", .rate, unit: "per period",
                    .optional("the index")),
                FunctionInput(
                    "index", "the price index at the time of each flow", .numbers,
                    .optional("the inflation")),
                FunctionInput(
                    "base-index", "the index of the time whose money is real", .anyNumber,
                    .optional("that of the first flow")), .convention,
            ],
            results: [FunctionResult("flows", "the flows in the other money", unit: "money")],
            formula:
                "real_t = nominal_t / (1 + inflation)^t, or nominal_t × base index / index_t",
            source: "I. Fisher, The Theory of Interest, Macmillan 1930, chapter II",
            examples: [
                FunctionExample(
                    "by hand: 102 / 1.02 and 104.04 / 1.02²",
                    ["flows": "100 102 104.04", "inflation": "0.02"],
                    gives: ["flows": [100.0, 100.0, 100.0]]),
                FunctionExample(
                    "by hand: CPI-U of January 2020 and 2024, 257.971 and 308.417",
                    ["flows": "100 100", "to": "nominal", "index": "257.971 308.417"],
                    gives: ["flows": [100.0, 119.55491121095005]]),
            ])
    }

    /// Computes the answer.
    public static func answer(_ inputs: FunctionInputs) throws(Problem) -> FunctionAnswer {
        let flows = try inputs.numbers("flows")
        let direction = Direction(rawValue: inputs.word("to", orElse: "")) ?? .real
        guard inputs.has("inflation") != inputs.has("index") else {
            throw Problem(
                inputs.has("index") ? .fieldsExclude : .missingField,
                inputs.has("index")
                    ? "`inflation` and `index` are given together"
                    : "neither `inflation` nor `index` is given",
                because: "one of them says how prices have grown")
        }
        if inputs.has("inflation") {
            let convention = inputs.convention
            return FunctionAnswer(
                [
                    "flows": .numbers(
                        try converted(
                            flows, to: direction, inflation: inputs.number("inflation"),
                            convention: convention))
                ], conventions: ["to \(direction.rawValue) money", convention.words])
        }
        let index = try inputs.numbers("index")
        guard let first = index.first else { throw FlowProblems.empty("index numbers") }
        return FunctionAnswer(
            [
                "flows": .numbers(
                    try converted(
                        flows, to: direction, index: index,
                        base: inputs.number("base-index", orElse: first)))
            ],
            conventions: [
                "to \(direction.rawValue) money",
                inputs.has("base-index") ? "money of the base index" : "money of the first flow",
            ])
    }
}
