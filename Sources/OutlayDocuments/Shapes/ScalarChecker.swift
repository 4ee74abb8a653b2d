import OutlayProblems
import OutlayValues

/// Checks one scalar, or what stands in its place, against the shape of a scalar.
struct ScalarChecker {
    let node: DocumentNode
    let shape: Shape
    let given: String?
    let example: String?

    /// What is wrong with the value, or nil.
    var problem: Problem? {
        guard case .scalar(let text, let style) = node.content else {
            return wrongType(example.map { "write a value such as `\($0)`" })
        }
        switch shape {
        case .text, .identifier, .choice, .constant, .currency, .date:
            return typeProblem(of: text, style) ?? wordProblem(text)
        case .number, .integer: return numberProblem(text, style)
        case .yesNo: return yesNoProblem(text, style)
        case .list, .map, .object, .either: return wrongType(nil)
        }
    }

    private func wrongType(_ hint: String?) -> Problem {
        node.wrongType(expected: shape, of: given, hint: hint)
    }

    /// The name for a reason.
    private var name: String { given ?? node.fieldName ?? "the value" }

    /// Unquoted `true` and `false` are nowhere texts, and JSON's numbers are none either.
    private func typeProblem(of text: String, _ style: ScalarStyle) -> Problem? {
        guard style == .number || node.yesNo != nil else { return nil }
        return wrongType("write a text such as \"\(example ?? text)\"")
    }

    private func wordProblem(_ text: String) -> Problem? {
        switch shape {
        case .text(let rule): textProblem(text, rule)
        case .identifier: Identifier.check(text)?.located(at: node.location)
        case .choice(let words): choiceProblem(text, words)
        case .constant(let word, let code): constantProblem(text, word, code)
        case .currency: problem { () throws(Problem) in _ = try Currency(code: text) }
        case .date: problem { () throws(Problem) in _ = try CalendarDate(parsing: text) }
        default: nil
        }
    }

    private func problem(_ parse: () throws(Problem) -> Void) -> Problem? {
        do {
            try parse()
            return nil
        } catch {
            return error.located(at: node.location)
        }
    }

    private func textProblem(_ text: String, _ rule: TextRule) -> Problem? {
        guard rule.length.contains(text.count) else {
            return node.problem(
                .wrongLength, "the text has \(text.count) characters",
                because: "\(name) takes \(rule.length.wording) characters")
        }
        guard let form = rule.form, !form.matches(text) else { return nil }
        return node.problem(
            .wrongType, "\(node.shown) is not \(form.noun)",
            because: "\(form.noun) is written \(form.rule)",
            hint: example.map { "write it such as `\($0)`" })
    }

    private func choiceProblem(_ text: String, _ words: [String]) -> Problem? {
        guard !words.isEmpty, !words.contains(text) else { return nil }
        return node.problem(
            .unknownChoice, "unknown value \(node.shown)",
            because: "\(name) is \(words.list("or"))",
            hint: Suggestion.hint(for: text, among: words))
    }

    private func constantProblem(
        _ text: String, _ word: String, _ code: ProblemCode
    ) -> Problem? {
        guard text != word else { return nil }
        return node.problem(
            code, "unknown value \(node.shown)", because: "\(name) is `\(word)`",
            hint: "write `\(name): \(word)`")
    }

    private func yesNoProblem(_ text: String, _ style: ScalarStyle) -> Problem? {
        guard node.yesNo == nil else { return nil }
        let isOnlyQuoted = style == .quoted && Bool(text) != nil
        return wrongType(isOnlyQuoted ? "leave the quotes out" : "write true or false")
    }
}

// MARK: - Numbers

extension ScalarChecker {
    private func numberProblem(_ text: String, _ style: ScalarStyle) -> Problem? {
        guard style == .plain || style == .number, node.yesNo == nil else {
            return wrongType(style == .quoted ? unquotingHint(text) : nil)
        }
        do {
            return rangeProblem(try ExactDecimal(parsing: text), text)
        } catch {
            return error.located(at: node.location)
        }
    }

    /// Returns what makes a number of a text in quotes, or nil where it is none.
    private func unquotingHint(_ text: String) -> String? {
        do {
            _ = try ExactDecimal(parsing: text)
            return "leave the quotes out"
        } catch {
            return text.looksNumeric ? error.hint : nil
        }
    }

    private func rangeProblem(_ number: ExactDecimal, _ text: String) -> Problem? {
        switch shape {
        case .number(let rule):
            return rule.fault(of: number).map { fault in
                node.problem(
                    .outOfRange, "\(Problem.quoted(text)) is \(fault)",
                    because: "\(name) is \(rule.wording)", hint: hint(rule, number))
            }
        case .integer(let range):
            guard let whole = node.integer else {
                return wrongType("write it without decimals")
            }
            guard !range.contains(whole) else { return nil }
            let fault =
                whole < range.lowerBound
                ? "below \(range.lowerBound)" : "above \(range.upperBound)"
            return node.problem(
                .outOfRange, "\(Problem.quoted(text)) is \(fault)",
                because: "\(name) is a whole number \(range.endsWording)")
        default: return nil
        }
    }

    private func hint(_ rule: NumberRule, _ number: ExactDecimal) -> String? {
        switch rule.kind {
        case .ratio:
            number > .one ? "ratios are fractions of 1: write 0.08 for 8 %" : nil
        case .quantity, .money:
            number.isNegative && rule.refusesNegatives && rule.fault(of: number.negated) == nil
                ? "write \(number.negated) if the sign is a slip" : nil
        }
    }
}

extension NumberRule {
    /// Whether no number below 0 keeps to the rule.
    fileprivate var refusesNegatives: Bool {
        switch minimum {
        case .including(let low), .excluding(let low): !low.isNegative
        default: false
        }
    }

    /// Returns how a number breaks the rule, such as `above 1`, or nil.
    func fault(of number: ExactDecimal) -> String? {
        switch minimum {
        case .including(let low) where number < low: return "below \(low)"
        case .excluding(let low) where number <= low: return "not above \(low)"
        default: break
        }
        switch maximum {
        case .including(let high) where number > high: return "above \(high)"
        case .excluding(let high) where number >= high: return "not below \(high)"
        default: return nil
        }
    }
}
