import OutlayDecisions
import OutlayValues

/// The numbers of a test, written as a document writes them.
func exact(_ text: String) throws -> ExactDecimal { try ExactDecimal(parsing: text) }

func number(_ text: String) throws -> Performance { .number(try exact(text)) }

func linear(_ worst: String, _ best: String) throws -> ValueFunction {
    .linear(worst: try exact(worst), best: try exact(best))
}

func points(_ pairs: [(String, String)]) throws -> ValueFunction {
    .piecewise(
        try pairs.map { performance, value in
            ValueFunction.Point(performance: try exact(performance), value: try exact(value))
        })
}

func exponential(_ worst: String, half: String, _ best: String) throws -> ValueFunction {
    .exponential(
        ExponentialCurve(worst: try exact(worst), half: try exact(half), best: try exact(best)))
}

func target(_ low: String, _ from: String, _ to: String, _ high: String) throws -> ValueFunction {
    .target(
        TargetCurve(
            low: try exact(low), from: try exact(from), to: try exact(to), high: try exact(high)))
}

func levels(_ pairs: KeyValuePairs<String, Int>) -> ValueFunction {
    .levels(pairs.map { ValueFunction.Level(name: $0.key, value: ExactDecimal($0.value)) })
}

func leaf(
    _ id: String, weight: String, _ function: ValueFunction, _ direction: Direction? = .higher,
    fromData: Bool = false, minimum: String? = nil
) throws -> Criterion {
    Criterion(
        id: id, title: id, weight: try exact(weight),
        content: .leaf(
            Criterion.Leaf(
                unit: "", direction: direction, valueFunction: function, scaleIsFromData: fromData)),
        minimum: try minimum.map(exact))
}

func group(
    _ id: String, weight: String, _ parts: [Criterion], minimum: String? = nil
) throws -> Criterion {
    Criterion(
        id: id, title: id, weight: try exact(weight), content: .group(parts),
        minimum: try minimum.map(exact))
}

/// A reproducible random generator (SplitMix64), so that a failing seed can be run again.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: Int) { state = UInt64(seed) }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// A help desk: four options, two knock-outs, five criteria with every kind of value function.
enum HelpDesk {
    static func model(
        margin: String = "0", missing: DecisionModel.MissingPerformance = .refuse
    ) throws -> DecisionModel {
        DecisionModel(
            criteria: [
                try leaf("resolution", weight: "0.3", linear("36", "12"), .lower),
                try leaf("usability", weight: "0.25", linear("40", "90")),
                try leaf(
                    "reporting", weight: "0.2",
                    levels(["none": 0, "export": 35, "api": 75, "api+bi": 100])),
                try leaf(
                    "availability", weight: "0.15",
                    points([("99", "0"), ("99.5", "60"), ("99.9", "95"), ("99.95", "100")])),
                try leaf("exit_time", weight: "0.1", linear("60", "0"), .lower),
            ],
            knockOuts: [
                KnockOut(
                    id: "sso", question: "Single sign-on", requirement: .equals(.yesNo(true))),
                KnockOut(
                    id: "residency", question: "Customer data stored only in",
                    requirement: .isOneOf([.text("EU")])),
            ],
            margin: try exact(margin), missing: missing)
    }

    static func candidates() throws -> [Candidate] {
        try [
            candidate("legacy", "EU", "31", "48", "export", "99.0", "20"),
            candidate("northwind", "EU", "18", "81", "api+bi", "99.9", "30"),
            candidate("helpnest", "US", "20", "84", "api", "99.9", "45"),
            candidate("openticket", "EU", "22", "66", "api", "99.5", "5"),
        ]
    }

    private static func candidate(
        _ id: String, _ residency: String, _ resolution: String, _ usability: String,
        _ reporting: String, _ availability: String, _ exitTime: String
    ) throws -> Candidate {
        Candidate(
            id: id,
            performances: [
                "sso": .yesNo(true), "residency": .text(residency),
                "resolution": try number(resolution), "usability": try number(usability),
                "reporting": .text(reporting), "availability": try number(availability),
                "exit_time": try number(exitTime),
            ])
    }
}
