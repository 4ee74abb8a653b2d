import Outlay

/// The most rows that an answer shows, as `--top` gives it.
enum RowLimit {
    /// Throws ``ProblemCode/outOfRange`` for a limit that would show nothing.
    static func check(_ count: Int) throws(Problem) {
        guard count < 1 else { return }
        throw Problem(
            .outOfRange, "`\(count)` rows cannot be shown", at: .argument("--top"),
            because: "an answer shows 1 row or more", hint: "leave `--top` out, or name more rows")
    }
}
