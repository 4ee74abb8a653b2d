import OutlayEvaluations
import OutlayProblems
import OutlayValues

/// What is said of one figure in a tree: its formula, its rule, and where it comes from.
struct ExplanationText {
    /// From how many parts on a sum is said rather than written out.
    private static let longSum = 3

    private let explanation: Explanation

    /// Says what `explanation` is.
    init(_ explanation: Explanation) {
        self.explanation = explanation
    }

    /// The lines, the formula first.
    var lines: [String] {
        var lines: [String] = []
        if let formula { lines.append("= " + formula) }
        if let rule = explanation.rule { lines.append(rule) }
        if explanation.formula == nil, explanation.rule != nil || !explanation.parts.isEmpty {
            lines += explanation.parts.map { "\($0.label) \($0.value.shown)" }
        }
        let origins = explanation.origins.map(\.inWords)
        if !origins.isEmpty { lines.append(origins.joined(separator: ", ")) }
        return lines
    }

    /// The formula with the name and the number of each part: `seats 65 × unit price 89 × 12`.
    private var formula: String? {
        guard let formula = explanation.formula else { return nil }
        if case .sum(let terms) = formula, terms.count >= Self.longSum {
            let parts = terms.compactMap { term -> Explanation.Part? in
                if case .part(let index) = term { explanation.parts[index] } else { nil }
            }
            let isNamed = parts.allSatisfy { $0.name != nil }
            if parts.count == terms.count, isNamed || terms.count > 2 * Self.longSum {
                return "sum of \(terms.count) " + (isNamed ? "parts" : "amounts")
            }
        }
        if explanation.parts.isEmpty, case .sum = formula { return nil }
        return formula.inSymbols { index in
            let part = explanation.parts[index]
            // An exponent needs no word.
            return part.value.unit == .years && part.name == nil
                ? part.value.plain : "\(part.label) \(part.value.plain)"
        }
    }
}

extension Explanation.Origin {
    /// The origin in words: `helpdesk.yaml:43:76`, `source quote-nw`.
    var inWords: String {
        switch self {
        case .place(let location): location.inWords
        case .source(let source): "source \(source.id)"
        case .catalogue(let fact):
            "catalogue \(fact.catalogue)/\(fact.row), column \(fact.column)"
                + (fact.date.map { " of \($0)" } ?? "") + (fact.source.map { " (\($0))" } ?? "")
        case .override(let text): "set for this run by --set \(text)"
        case .reason(let reason): "because \(reason)"
        case .publication(let text): text
        }
    }
}

extension Location {
    /// The place as people write it: `helpdesk.yaml:43:76`.
    var inWords: String {
        switch self {
        case .text(let span): "\(span.path):\(span.start.line):\(span.start.column)"
        case .file(let path), .argument(let path), .part(let path): path
        }
    }
}
