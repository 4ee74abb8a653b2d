import OutlayProblems

/// The need says what is to be achieved, not what is to be bought.
public enum NeedRule: LintRule {
    /// What the rule is.
    public static let descriptor = LintRuleDescriptor(
        code: .needNamesAnswer,
        title: "the need names the answer",
        what:
            "It looks in `need` for the vendor or product of an option other than the baseline, and for a "
            + "sentence that begins with buying something.",
        why:
            "A need that names its answer decides before anything is compared: every other option then fails "
            + "to be that product.",
        fix:
            "Say what is to become better, by how much and for whom, in words that every option could meet.",
        example: LintExample(
            bad: "need: Buy Harbour Desks for 400 staff.",
            good:
                "need: Let 400 staff find a free desk within a minute, and show which floors stand empty."
        ),
        source:
            "\(LintSource.alternatives): define the mission need without a predetermined solution; "
            + "\(LintSource.greenBook): SMART objectives before options")

    private static let buying: Set = [
        "buy", "purchase", "procure", "acquire", "lease", "rent", "subscribe",
    ]
    /// Words after which a sentence may begin to buy: "we need to buy".
    private static let openers: Set = ["to", "must", "should", "shall", "and", "will"]
    /// Names of options that say nothing of a vendor or product.
    private static let plain: Set = [
        "build", "buy", "keep", "stay", "cloud", "hosted", "own", "new", "lease", "rent", "renew",
        "replace", "server", "servers", "saas", "software", "hardware", "service", "none", "move",
        "migrate", "outsource",
    ]

    /// Finds a need that is missing or names its answer.
    public static func check(_ subject: LintSubject) -> LintVerdict {
        guard let need = subject.evaluation.need else {
            return .found([
                finding(
                    "no need is stated", at: subject.place("metadata"),
                    because: "options can only be judged by what they are to achieve",
                    hint: "add `need:` with what is to become better, by how much and for whom")
            ])
        }
        var findings: [Problem] = []
        let named = subject.rivals.map(\.option).compactMap { option in
            name(in: need, of: option).map { (option, $0) }
        }
        if let (option, name) = named.first, named.count < max(2, subject.rivals.count) {
            findings.append(
                finding(
                    "the need names \(Problem.quoted(name))", at: subject.place("need"),
                    because:
                        "that is the option \(option.title), so the others are judged by not being it",
                    hint: "say what is to be achieved in words that every option could meet"))
        }
        if let verb = purchase(in: need) {
            findings.append(
                finding(
                    "the need is to \(verb) something", at: subject.place("need"),
                    because: "buying is an answer; the need is what it is bought for",
                    hint: "say what is to become better, by how much and for whom"))
        }
        return .found(findings)
    }

    /// Returns the vendor or product of an option that `need` names, or nil.
    private static func name(in need: String, of option: PurchaseOption) -> String? {
        let words = need.lintWords
        let title = String(option.title.prefix { $0 != "(" })
        var names = [title] + [option.vendor].compactMap(\.self)
        // An identifier is a name where the title has it as one.
        let isName = title.split(separator: " ").contains {
            $0.first?.isUppercase == true && $0.lowercased() == option.id
        }
        if isName { names.append(option.id) }
        return names.first { name in
            let parts = name.lintWords
            guard let first = parts.first, first.count >= 3 else { return false }
            if parts.count == 1, plain.contains(first) { return false }
            return words.indices.contains { words[$0...].starts(with: parts) }
        }
        .map { $0.last == " " ? String($0.dropLast()) : $0 }
    }

    /// Returns the word by which a sentence of `need` buys something, or nil.
    private static func purchase(in need: String) -> String? {
        for sentence in need.split(whereSeparator: { ".;:!?".contains($0) }) {
            let words = String(sentence).lintWords
            for (index, word) in words.enumerated() where buying.contains(word) {
                if index == 0 || openers.contains(words[index - 1]) { return word }
            }
        }
        return nil
    }
}
