import OutlayEncoding
import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension EvaluationResult {
    /// How a figure comes about, for programs: the figures of its tree, each once, from the top down.
    public func explanationJSON(_ tree: ExplanationTree) -> JSONValue {
        var result = head
        result["figure"] = .string(tree.explanation.name.description)
        result["figures"] = .array(tree.figures.map(Self.json))
        result["names"] = .null
        return .object(result)
    }

    /// The names of all figures, for programs.
    ///
    /// - Throws: ``ProblemCode/overflow`` when a sum needs more than 38 digits.
    public func figureListJSON(
        _ index: FigureIndex, isComplete: Bool
    ) throws(Problem) -> JSONValue {
        var names: [JSONValue] = []
        for figure in index.figures where isComplete || figure.isPrinted {
            names.append([
                "name": .string(figure.name.description), "title": .string(figure.title),
                "value": try figure.explanation().value.json,
            ])
        }
        var result = head
        result["figure"] = .null
        result["figures"] = .array([])
        result["names"] = .array(names)
        return .object(result)
    }

    private static func json(of explanation: Explanation) -> JSONValue {
        func text(_ part: (Explanation.Part) -> String) -> JSONValue {
            .string(
                orNull: explanation.formula?.inSymbols { part(explanation.parts[$0]) })
        }
        return [
            "name": .string(explanation.name.description),
            "title": .string(explanation.title),
            "value": explanation.value.json,
            "formula": text(\.label),
            "calculation": text { $0.value.plain },
            "rule": .string(orNull: explanation.rule),
            "parts": .array(
                explanation.parts.map { part in
                    [
                        "label": .string(part.label),
                        "figure": .string(orNull: part.name?.description),
                        "value": part.value.json,
                    ]
                }),
            "origins": .array(explanation.origins.map(json)),
            "notes": .strings(explanation.notes),
        ]
    }

    private static func json(_ origin: Explanation.Origin) -> JSONValue {
        var entry: JSONObject = [
            "kind": .null, "text": .string(origin.inWords), "file": .null, "line": .null,
            "column": .null, "source": .null, "catalogue": .null,
        ]
        switch origin {
        case .place(let location):
            entry["kind"] = "place"
            if case .text(let span) = location {
                entry["file"] = .string(span.path)
                entry["line"] = .integer(span.start.line)
                entry["column"] = .integer(span.start.column)
            }
        case .source(let source):
            entry["kind"] = "source"
            entry["source"] = [
                "id": .string(source.id), "title": .string(source.title),
                "date": .string(orNull: source.date?.description),
                "valid_until": .string(orNull: source.validUntil?.description),
                "file": .string(orNull: source.file), "sha256": .string(orNull: source.sha256),
                "url": .string(orNull: source.url),
            ]
        case .catalogue(let fact):
            entry["kind"] = "catalogue"
            entry["catalogue"] = [
                "row": .string("\(fact.catalogue)/\(fact.row)"),
                "column": .string(fact.column), "value": .string(fact.value),
                "unit": .string(fact.unit), "date": .string(orNull: fact.date?.description),
                "source": .string(orNull: fact.source),
            ]
        case .override: entry["kind"] = "override"
        case .reason: entry["kind"] = "reason"
        case .publication: entry["kind"] = "publication"
        }
        return .object(entry)
    }
}

extension FigureValue {
    /// The value for programs: unrounded, and as tables show it.
    var json: JSONValue {
        var words: String?
        if case .words(let text) = content { words = text }
        let (unit, of) = unit.names
        return [
            "number": .string(orNull: data), "words": .string(orNull: words),
            "unit": .string(unit), "of": .string(orNull: of), "shown": .string(rounded ?? shown),
        ]
    }
}

extension FigureValue.Unit {
    /// The words for the units in JSON, in their order.
    package static let words = [
        "money", "years", "points", "fraction", "ratio", "rank", "quantity", "none",
    ]

    /// The unit for programs: its kind, and the currency or the thing counted.
    fileprivate var names: (kind: String, of: String?) {
        switch self {
        case .money(let currency): ("money", currency.code)
        case .years: ("years", nil)
        case .points: ("points", nil)
        case .fraction: ("fraction", nil)
        case .ratio: ("ratio", nil)
        case .rank: ("rank", nil)
        case .quantity(let unit): ("quantity", unit.isEmpty ? nil : unit)
        case .none: ("none", nil)
        }
    }
}
