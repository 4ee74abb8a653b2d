import OutlayProblems
import OutlayValues

/// The rule that the weights of one level total exactly 1 or exactly 100.
package enum WeightTotal {
    /// Returns what `weights` total: 1 or 100.
    ///
    /// - Throws: ``ProblemCode/weightTotal``, with what to change, or ``ProblemCode/overflow``.
    package static func checked(_ weights: [ExactDecimal]) throws(Problem) -> ExactDecimal {
        var total = ExactDecimal.zero
        for weight in weights { try total += weight }
        let hundred = ExactDecimal(100)
        if total == .one || total == hundred { return total }
        let target = total < ExactDecimal(2) ? ExactDecimal.one : hundred
        let difference = try (total - target).magnitude
        let isMixed = weights.contains { $0 > .one } && weights.contains { $0 > .zero && $0 < .one }
        throw Problem(
            .weightTotal, "weights total \(total)",
            because: "the weights of one level total exactly 1 or exactly 100",
            hint: isMixed
                ? "write all of them as fractions of 1, or all as parts of 100"
                : "\(total > target ? "lower" : "raise") the weights by \(difference) in all")
    }
}
