extension [String] {
    /// The words with commas and `conjunction` before the last: `a, b or c`.
    package func list(_ conjunction: String) -> String {
        guard count > 1, let last else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " \(conjunction) " + last
    }
}
