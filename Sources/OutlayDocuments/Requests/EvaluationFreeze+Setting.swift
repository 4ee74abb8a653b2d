import OutlayEconomics
import OutlayEncoding
import OutlayEvaluations
import OutlayProblems

extension EvaluationFreeze {
    /// Returns the evaluation frozen with other values of assumptions, as if its document stated them.
    ///
    /// - Throws: What ``Evaluation/apply(_:)`` throws; ``ProblemCode/usage`` for a value from a year on of an
    ///   assumption that is no series; the first problem of the document with the value, such as a range that does
    ///   not hold it.
    public func setting(_ overrides: [AssumptionOverride]) throws(Problem) -> EvaluationFreeze {
        guard !overrides.isEmpty else { return self }
        // Names and limits are told as everywhere.
        var looked = evaluation
        var inputs = inputs
        for override in overrides {
            try looked.apply(override)
            inputs.document = try Self.document(inputs.document, setting: override)
        }
        return EvaluationFreeze(evaluation: try Evaluation(thawing: inputs), inputs: inputs)
    }

    private static func document(
        _ document: JSONValue, setting override: AssumptionOverride
    ) throws(Problem) -> JSONValue {
        guard case .object(var root) = document,
            case .object(var assumptions)? = root["assumptions"],
            let stated = assumptions[override.id]
        else { throw FrozenFields.damaged("it has no such assumption") }
        let value = JSONValue.number(text: override.value.description)
        assumptions[override.id] = try changed(stated, to: value, override)
        root["assumptions"] = .object(assumptions)
        return .object(root)
    }

    /// Returns an assumption with another value, in the form that it has: a number, a series, or one of them with
    /// more said of it.
    private static func changed(
        _ stated: JSONValue, to value: JSONValue, _ override: AssumptionOverride
    ) throws(Problem) -> JSONValue {
        guard case .object(var object) = stated else {
            guard override.year == nil else { throw noSeries(override) }
            return value
        }
        let isDescribed = object["value"] != nil || object["series"] != nil
        guard let year = override.year else {
            guard isDescribed else { return value }
            object["series"] = nil
            object["value"] = value
            return .object(object)
        }
        let key = String(repeating: "0", count: max(0, 4 - String(year).utf8.count)) + String(year)
        guard isDescribed else {
            // A series may name the same day by its year or its date.
            object["\(key)-01-01"] = nil
            object[key] = value
            return .object(object)
        }
        guard case .object(var series)? = object["series"] else { throw noSeries(override) }
        series["\(key)-01-01"] = nil
        series[key] = value
        object["series"] = .object(series)
        return .object(object)
    }

    private static func noSeries(_ override: AssumptionOverride) -> Problem {
        Problem(
            .usage, "`\(override.id)` has one value for all years", at: .argument("--set"),
            because: "what is frozen is the document, and that states no series",
            hint: "leave the year out, or write a `series` in the document")
    }
}
