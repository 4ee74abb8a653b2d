import Outlay

/// The argument `--weights` of commands that score: weights from data, or from the order of columns.
enum WeightsArgument {
    /// Finds the weighting that `--weights` names.
    ///
    /// - Parameters:
    ///   - name: What stands behind `--weights`.
    ///   - takesOrders: Whether the command knows an order of the criteria, beside the data.
    /// - Returns: The weighting; nil where none is named.
    /// - Throws: ``ProblemCode/unknownName`` for none, ``ProblemCode/usage`` for one that asks for more.
    static func named(
        _ name: String?, takingOrders takesOrders: Bool = false
    ) throws(Problem) -> (any Weighting.Type)? {
        guard let name else { return nil }
        let kinds: Set<WeightingKind> = takesOrders ? [.data, .order] : [.data]
        let known = AllWeightings.descriptors.filter { kinds.contains($0.kind) }.map(\.identifier)
        let method: any Weighting.Type
        do {
            method = try AllWeightings.weighting(named: name)
        } catch {
            throw Problem(
                .unknownName, error.summary, at: .argument("--weights"),
                because: "the weightings here are " + known.joined(separator: ", "),
                hint: Suggestion.hint(for: name, among: known))
        }
        guard kinds.contains(method.descriptor.kind) else {
            throw Problem(
                .usage, "`\(name)` takes no weights from data", at: .argument("--weights"),
                because: "it takes \(method.descriptor.kind.inWords); the weightings here are "
                    + known.joined(separator: ", "),
                hint: "derive the weights by `outlay weights --method \(name)`")
        }
        return method
    }
}
