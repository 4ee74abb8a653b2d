import OutlayProblems

/// One thing that a method may be told beside the table, such as the `v` of VIKOR.
public struct MethodSetting: Sendable, Hashable {
    /// The setting's name.
    public let name: String
    /// What it decides.
    public let meaning: String
    /// The values it takes.
    public let domain: Domain

    /// The values that a setting takes, and the one that holds where nothing is said.
    public enum Domain: Sendable, Hashable {
        /// A number within a range.
        case number(ClosedRange<Double>, default: Double)
        /// One of some words.
        case choice([String], default: String)
    }

    /// Creates a setting.
    public init(_ name: String, _ meaning: String, _ domain: Domain) {
        self.name = name
        self.meaning = meaning
        self.domain = domain
    }

    /// Returns the setting `normalisation` of a method that takes `choices`.
    public static func normalisation(
        _ choices: [Normalisation] = Normalisation.allCases, default standard: Normalisation
    ) -> MethodSetting {
        MethodSetting(
            "normalisation", "how performances of different units become comparable",
            .choice(choices.map(\.rawValue), default: standard.rawValue))
    }

    /// The values in words, such as "a number from 0 to 1".
    public var domainInWords: String {
        switch domain {
        case .number(let range, default: _):
            "a number from \(Self.text(range.lowerBound)) to \(Self.text(range.upperBound))"
        case .choice(let words, default: _):
            "one of " + words.joined(separator: ", ")
        }
    }

    /// The value that holds where nothing is said, as a user would write it.
    public var defaultInWords: String {
        switch domain {
        case .number(_, default: let number): Self.text(number)
        case .choice(_, default: let word): word
        }
    }

    private static func text(_ number: Double) -> String {
        number == number.rounded() && number.magnitude < 1e15
            ? "\(Int(number))" : "\(number)"
    }
}

/// What a user said of a method's settings.
public struct MethodSettings: Sendable, Hashable {
    /// One setting's value.
    public enum Value: Sendable, Hashable {
        /// A number.
        case number(Double)
        /// A word.
        case word(String)
    }

    /// The values by name of the setting.
    public var values: [String: Value]

    /// Creates settings; none leave every default.
    public init(_ values: [String: Value] = [:]) {
        self.values = values
    }

    /// Returns the number given for `setting`, or its default.
    ///
    /// - Throws: ``ProblemCode/wrongType`` for a word, ``ProblemCode/outOfRange`` for a number outside
    ///   the range.
    public func number(for setting: MethodSetting) throws(Problem) -> Double {
        guard case .number(let range, default: let standard) = setting.domain else {
            preconditionFailure("`\(setting.name)` is declared as a choice of words")
        }
        switch values[setting.name] {
        case nil: return standard
        case .number(let number) where range.contains(number): return number
        case .number(let number): throw refusal(.outOfRange, "\(number)", setting)
        case .word(let word): throw refusal(.wrongType, Problem.quoted(word), setting)
        }
    }

    /// Returns the word given for `setting`, or its default.
    ///
    /// - Throws: ``ProblemCode/unknownName`` for anything but one of its words.
    public func choice(for setting: MethodSetting) throws(Problem) -> String {
        guard case .choice(let words, default: let standard) = setting.domain else {
            preconditionFailure("`\(setting.name)` is declared as a number")
        }
        switch values[setting.name] {
        case nil: return standard
        case .word(let word) where words.contains(word): return word
        case .word(let word):
            throw refusal(
                .unknownName, Problem.quoted(word), setting,
                hint: Suggestion.hint(for: word, among: words))
        case .number(let number): throw refusal(.wrongType, "\(number)", setting)
        }
    }

    /// Returns the normalisation given for `setting`, or its default.
    ///
    /// - Throws: What ``choice(for:)`` throws.
    public func normalisation(for setting: MethodSetting) throws(Problem) -> Normalisation {
        guard let normalisation = Normalisation(rawValue: try choice(for: setting)) else {
            preconditionFailure("`\(setting.name)` is declared with words that name normalisations")
        }
        return normalisation
    }

    /// Throws ``ProblemCode/unknownName`` for the first setting, by name, that is not among `known`.
    func requireOnly(_ known: [MethodSetting], of method: String) throws(Problem) {
        let names = known.map(\.name)
        for name in values.keys.sorted() where !names.contains(name) {
            throw Problem(
                .unknownName, "`\(method)` has no setting \(Problem.quoted(name))",
                because: names.isEmpty
                    ? "the method has no settings"
                    : "its settings are " + names.map { "`\($0)`" }.joined(separator: ", "),
                hint: Suggestion.hint(for: name, among: names))
        }
    }

    private func refusal(
        _ code: ProblemCode, _ found: String, _ setting: MethodSetting, hint: String? = nil
    ) -> Problem {
        Problem(
            code, "the setting `\(setting.name)` is \(found)",
            because: "it is \(setting.domainInWords)", hint: hint)
    }
}
