import OutlayProblems

/// A scoring method by its identifier, with what was said of its settings.
public struct MethodChoice: Sendable, Hashable {
    /// The method's identifier.
    public var identifier: String
    /// What was said of its settings; the others have their defaults.
    public var settings: MethodSettings

    /// Creates a choice.
    public init(_ identifier: String, settings: MethodSettings = MethodSettings()) {
        self.identifier = identifier
        self.settings = settings
    }

    /// Returns the method as it is set.
    ///
    /// - Throws: What ``AllMethods/method(named:settings:)`` throws.
    public func method() throws(Problem) -> any ScoringMethod {
        try AllMethods.method(named: identifier, settings: settings)
    }

    /// What readers see of the method, nil where there is none of this identifier.
    public var descriptor: MethodDescriptor? {
        AllMethods.descriptors.first { $0.identifier == identifier }
    }

    /// Every setting of the method with the value that holds, in the method's order.
    public var allSettings: [(name: String, value: String)] {
        (descriptor?.settings ?? []).map { setting in
            (setting.name, settings.values[setting.name]?.inWords ?? setting.defaultInWords)
        }
    }

    /// The method's title as it stands in a sentence, with what was said of its settings.
    ///
    ///     MethodChoice("topsis").titleInSentence   // TOPSIS
    public var titleInSentence: String {
        guard let descriptor else { return identifier }
        let said = descriptor.settings.compactMap { setting in
            settings.values[setting.name].map { "\(setting.name) \($0.inWords)" }
        }
        return descriptor.titleInSentence
            + (said.isEmpty ? "" : " (\(said.joined(separator: ", ")))")
    }

    /// Returns how the method may be made to take `input`, or which methods do.
    public func hint(forTaking input: ColumnInput) -> String {
        for setting in descriptor?.settings ?? [] {
            guard case .choice(let words, default: _) = setting.domain else { continue }
            for word in words {
                var other = self
                other.settings.values[setting.name] = .word(word)
                if (try? other.method())?.columnInputs.contains(input) ?? false {
                    return "leave it out, or set `\(setting.name)` to `\(word)`"
                }
            }
        }
        let takers = AllMethods.list.filter { type in
            (try? type.init(settings: MethodSettings()))?.columnInputs.contains(input) ?? false
        }
        let names = takers.map { "`\($0.descriptor.identifier)`" }
        return names.isEmpty
            ? "leave it out" : "leave it out, or choose one of " + names.joined(separator: ", ")
    }
}

extension MethodSettings.Value {
    /// The value as a user would write it.
    public var inWords: String {
        switch self {
        case .number(let number):
            number == number.rounded() && number.magnitude < 1e15 ? "\(Int(number))" : "\(number)"
        case .word(let word): word
        }
    }
}

extension MethodDescriptor {
    /// The title as it stands within a sentence: `weighted sum`, and still `TOPSIS`.
    public var titleInSentence: String {
        let letters = Array(title)
        guard letters.count > 1, letters[1].isLowercase else { return title }
        return title.prefix(1).lowercased() + title.dropFirst()
    }

    /// Returns the value that `number` or `text` gives the setting called `name`.
    ///
    /// - Parameters:
    ///   - text: The value as it was written.
    ///   - number: The number that it is, nil where it is none.
    ///   - name: The setting's name.
    /// - Returns: A number where the setting, if there is one, takes numbers and `number` is one; else a word.
    public func value(
        of text: String, readAs number: Double?, for name: String
    ) -> MethodSettings.Value {
        if let number, case .number? = settings.first(where: { $0.name == name })?.domain {
            return .number(number)
        }
        return .word(text)
    }
}
