import OutlayProblems

/// Every formula for price points, in the order that lists show.
public enum AllPriceFormulas {
    /// The formulas.
    public static let list: [any PriceFormula.Type] = [
        LowestOverPrice.self,
        LinearFromLowest.self,
        HighestToLowest.self,
        BenchmarkLinear.self,
        PowerOfLowestOverPrice.self,
        RelativeToMean.self,
        PowerOfDiscount.self,
        TwoLinesOfDiscount.self,
    ]

    /// What readers see of each formula, in the list's order.
    public static var descriptors: [PriceFormulaDescriptor] { list.map { $0.descriptor } }

    /// Returns the formula with this identifier, set as `settings` say.
    ///
    /// - Throws: ``ProblemCode/unknownName`` for an unknown formula, with the nearest one as a hint, or for a
    ///   parameter that it does not take; or what the formula says of a parameter.
    public static func formula(
        named identifier: String, settings: PriceFormulaSettings = PriceFormulaSettings()
    ) throws(Problem) -> any PriceFormula {
        let descriptors = descriptors
        guard let index = descriptors.firstIndex(where: { $0.identifier == identifier }) else {
            let known = descriptors.map(\.identifier)
            throw Problem(
                .unknownName, "there is no price formula `\(identifier)`",
                because: "the formulas are " + known.map { "`\($0)`" }.joined(separator: ", "),
                hint: Suggestion.hint(for: identifier, among: known))
        }
        let taken = descriptors[index].parameters.map(\.name)
        for name in settings.given where !taken.contains(name) {
            throw Problem(
                .unknownName, "`\(identifier)` takes no `\(name)`",
                because: taken.isEmpty
                    ? "the formula takes prices and nothing else"
                    : "beside prices it takes "
                        + taken.map { "`\($0)`" }.joined(separator: " and "))
        }
        return try list[index].init(settings: settings)
    }
}
