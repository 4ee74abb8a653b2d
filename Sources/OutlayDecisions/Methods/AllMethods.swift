import OutlayProblems

/// Every scoring method, in the order that lists show.
public enum AllMethods {
    /// The methods.
    public static let list: [any ScoringMethod] = [
        WeightedSum()
    ]

    /// Returns the method with this identifier.
    ///
    /// - Throws: ``ProblemCode/unknownName`` with the nearest identifier as a hint.
    public static func method(named identifier: String) throws(Problem) -> any ScoringMethod {
        if let method = list.first(where: { $0.descriptor.identifier == identifier }) {
            return method
        }
        let known = list.map(\.descriptor.identifier)
        throw Problem(
            .unknownName, "there is no method `\(identifier)`",
            because: "the methods are " + known.map { "`\($0)`" }.joined(separator: ", "),
            hint: Suggestion.hint(for: identifier, among: known))
    }
}
