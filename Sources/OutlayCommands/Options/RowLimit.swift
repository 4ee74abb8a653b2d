import Outlay

/// The most rows that an answer shows, as an option gives it.
enum RowLimit {
    /// Throws ``ProblemCode/outOfRange`` for a limit that would show nothing.
    static func check(_ count: Int, by option: String = "--top") throws(Problem) {
        guard count < 1 else { return }
        throw Problem(
            .outOfRange, "`\(count)` rows cannot be shown", at: .argument(option),
            because: "an answer shows 1 row or more",
            hint: "leave `\(option)` out, or name more rows")
    }
}
