import OutlayDecisions
import OutlayValues

/// The shapes of what a document says of scoring methods; all from what the methods declare.
enum MethodShape {
    /// A method: its name, or a map of its name and its settings.
    static let method = Shape.either([
        .choice(names),
        .object(
            ObjectShape(
                "method", "A scoring method with its settings.",
                [
                    Field(
                        "name", .choice(names), "The method; `outlay method list` shows all.",
                        required: true)
                ] + settings)),
    ])

    /// When a difference counts.
    static let preference = ObjectShape(
        "preference", "When a difference between two options counts.",
        [
            Field(
                "function", .choice(PreferenceFunction.Shape.allCases.map(\.rawValue)),
                "The course between no preference and a full one.", required: true),
            Field(
                "indifference", amount, "Up to this advantage there is no preference.",
                standard: "0"),
            Field("preference", amount, "From this advantage the preference is full."),
            Field("spread", threshold, "The advantage at the bend of the Gaussian."),
        ])

    /// A number above 0.
    static let threshold = Shape.number(NumberRule(minimum: .excluding(.zero)))

    private static let amount = Shape.number(NumberRule(minimum: .including(.zero)))

    private static var names: [String] { AllMethods.descriptors.map(\.identifier) }

    /// One field for each name that a setting of any method has.
    private static var settings: [Field] {
        var names: [String] = []
        for setting in AllMethods.descriptors.flatMap(\.settings)
        where !names.contains(setting.name) {
            names.append(setting.name)
        }
        return names.map { name in
            let users = AllMethods.descriptors.filter { descriptor in
                descriptor.settings.contains { $0.name == name }
            }
            let same = users.flatMap(\.settings).filter { $0.name == name }
            let shape = shape(of: same.map(\.domain))
            let meaning = same[0].meaning
            return Field(
                name, shape,
                meaning.prefix(1).uppercased() + meaning.dropFirst() + ": a setting of "
                    + users.map(\.identifier).joined(separator: ", ") + ".")
        }
    }

    /// Returns the shape of what at least one of the domains takes; the reader knows which one it is.
    private static func shape(of domains: [MethodSetting.Domain]) -> Shape {
        var words: [String] = []
        var range: ClosedRange<Double>?
        for domain in domains {
            switch domain {
            case .choice(let choices, default: _):
                words += choices.filter { !words.contains($0) }
            case .number(let numbers, default: _):
                range =
                    min(
                        range?.lowerBound ?? numbers.lowerBound, numbers.lowerBound)...max(
                        range?.upperBound ?? numbers.upperBound, numbers.upperBound)
            }
        }
        let numbers = range.map { range in
            Shape.number(
                NumberRule(minimum: bound(range.lowerBound), maximum: bound(range.upperBound)))
        }
        guard let numbers else { return .choice(words) }
        return words.isEmpty ? numbers : .either([numbers, .choice(words)])
    }

    private static func bound(_ number: Double) -> NumberRule.Bound? {
        (try? ExactDecimal(nearest: number, places: ExactDecimal.carriedPlaces))
            .map { .including($0) }
    }
}
