import Outlay

/// The argument `--weights` of commands that score.
enum DataWeighting {
    /// Returns the weighting from data that `--weights` names, or nil without one.
    ///
    /// - Throws: ``ProblemCode/unknownName`` for none, ``ProblemCode/usage`` for one that asks people.
    static func named(_ name: String?) throws(Problem) -> (any Weighting.Type)? {
        guard let name else { return nil }
        let known = AllWeightings.fromData.map(\.identifier)
        let method: any Weighting.Type
        do {
            method = try AllWeightings.weighting(named: name)
        } catch {
            throw Problem(
                .unknownName, error.summary, at: .argument("--weights"),
                because: "weights from data are " + known.joined(separator: ", "),
                hint: Suggestion.hint(for: name, among: known))
        }
        guard method.descriptor.kind == .data else {
            throw Problem(
                .usage, "`\(name)` takes no weights from data", at: .argument("--weights"),
                because: "it takes \(method.descriptor.kind.inWords); weights from data are "
                    + known.joined(separator: ", "),
                hint: "derive the weights by `outlay weights --method \(name)`")
        }
        return method
    }
}
