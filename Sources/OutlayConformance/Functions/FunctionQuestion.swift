import Outlay

/// How the cases of one function are asked of the library's list of functions.
///
/// Cases write names in camel case and the library with hyphens; what differs beyond that is said here.
struct FunctionQuestion: Sendable {
    /// The function's identifier in the library.
    var function: String
    /// Inputs that the library calls otherwise.
    var inputs: [String: String] = ["cashflows": "flows"]
    /// Words of the cases, and what the library calls them.
    var words: [String: String] = [:]
    /// Inputs that say what is always so.
    var remarks: [String] = []
    /// The one figure that is the answer, nil where all are.
    var figure: String?
    /// Figures that cases call otherwise.
    var figures: [String: String] = [:]

    /// Returns the figures that the library gives a case.
    func answer(_ known: FunctionCase) throws -> Figure {
        known.inputs.pass(over: remarks)
        var texts: [FunctionText] = []
        for name in known.inputs.leftovers.map({ String($0.dropFirst("inputs.".count)) }) {
            guard let item = known.inputs.given(name) else { continue }
            let input = inputs[name] ?? Self.joined(name, by: "-")
            texts.append(FunctionText(input, try text(of: item)))
        }
        let answer = try Self.answer(function, texts)
        if let figure {
            guard let found = answer[figure] else {
                throw CaseFault.faulty("`\(function)` gives no `\(figure)`")
            }
            return Figure(found)
        }
        var found: [String: Figure] = [:]
        for (name, value) in answer.figures { found[name] = Figure(value) }
        for (stated, name) in figures { found[stated] = found[name] }
        for (name, value) in found { found[Self.camelCase(name)] = value }
        return .object(found)
    }

    /// Asks the library; a name or word that it does not know makes a case unsupported.
    private static func answer(
        _ function: String, _ texts: [FunctionText]
    ) throws -> FunctionAnswer {
        do throws(Problem) {
            return try AllFunctions.answer(function, texts)
        } catch {
            guard error.code == .unknownName || error.code == .unknownChoice else { throw error }
            throw CaseFault.unsupported(error.inOneLine)
        }
    }

    /// Returns the text that a user would write for a value of a case.
    private func text(of item: Item) throws(CaseFault) -> String {
        switch item.node.kind {
        case .number(let text): return text
        case .string(let text): return words[text] ?? text
        case .bool(let flag): return flag ? "yes" : "no"
        case .array:
            var parts: [String] = []
            for part in try item.list() { parts.append(try self.text(of: part)) }
            return parts.joined(separator: " ")
        case .object:
            // A rate with the last period that it holds for.
            let fields = try Fields(item.node, place: item.place)
            let rate = try text(of: fields.required("rate"))
            let last = try fields.given("throughPeriod").map { item throws(CaseFault) in
                try text(of: item)
            }
            try fields.requireNothingLeft()
            return last.map { "\($0):\(rate)" } ?? rate
        case .null: throw .faulty("`\(item.place)` is null")
        }
    }

    /// `firstWholePeriod` as `first-whole-period`.
    private static func joined(_ name: String, by sign: Character) -> String {
        var text = ""
        var isAfterCapital = true
        for character in name where character != "_" {
            if character.isUppercase, !isAfterCapital { text.append(sign) }
            isAfterCapital = character.isUppercase
            text += character.lowercased()
        }
        return text
    }

    private static func camelCase(_ name: String) -> String {
        let words = name.split(separator: "_")
        return words.prefix(1).joined() + words.dropFirst().map(\.capitalized).joined()
    }
}

extension Substring {
    fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}

extension Figure {
    /// Takes over what a function of the library gives.
    init(_ figure: FunctionFigure) {
        switch figure {
        case .number(let number): self = .number(number)
        case .exact(let number): self = .exact(number)
        case .count(let count): self = .count(count)
        case .text(let text): self = .text(text)
        case .list(let figures): self = .list(figures.map { Figure($0) })
        case .table(_, let rows): self = .list(rows.map { .list($0.map { Figure($0) }) })
        case .never: self = .none
        }
    }
}
