import OutlayProblems

/// Every scoring method, in the order that lists show.
public enum AllMethods {
    /// The methods.
    public static let list: [any ScoringMethod.Type] = [
        WeightedSum.self,
        WeightedProduct.self,
        WASPAS.self,
        TOPSIS.self,
        VIKOR.self,
        SPOTIS.self,
        PROMETHEE1.self,
        PROMETHEE2.self,
        ELECTRE1.self,
        ELECTRE3.self,
        COPRAS.self,
        ARAS.self,
        EDAS.self,
        MARCOS.self,
        MABAC.self,
        CODAS.self,
        MOORA.self,
        MULTIMOORA.self,
        COCOSO.self,
    ]

    /// The identifier of the method that is used where none is named: the first of the list.
    public static var standard: String { list.first?.descriptor.identifier ?? "" }

    /// What readers see of each method, in the list's order.
    public static var descriptors: [MethodDescriptor] { list.map { $0.descriptor } }

    /// Returns the method with this identifier, set as `settings` say.
    ///
    /// - Throws: ``ProblemCode/unknownName`` for an unknown method or setting, with the nearest one as a
    ///   hint, or what the method says of a setting's value.
    public static func method(
        named identifier: String, settings: MethodSettings = MethodSettings()
    ) throws(Problem) -> any ScoringMethod {
        let descriptors = descriptors
        guard let index = descriptors.firstIndex(where: { $0.identifier == identifier }) else {
            let known = descriptors.map(\.identifier)
            throw Problem(
                .unknownName, "there is no method \(Problem.quoted(identifier))",
                because: "the methods are " + known.map { "`\($0)`" }.joined(separator: ", "),
                hint: Suggestion.hint(for: identifier, among: known))
        }
        try settings.requireOnly(descriptors[index].settings, of: identifier)
        return try list[index].init(settings: settings)
    }
}
