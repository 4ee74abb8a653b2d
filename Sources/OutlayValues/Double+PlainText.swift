extension Double {
    /// The shortest text that reads back as this number, without a point where it is whole: `-50`, `0.1`.
    ///
    /// Numbers with more digits than a decimal holds, and those that are not finite, keep their exponent or
    /// name: `1e+300`, `inf`.
    package var plainText: String {
        guard isFinite, magnitude < 1e21,
            let exact = try? ExactDecimal(nearest: self, places: ExactDecimal.maximumDigits),
            exact.doubleValue == self
        else { return description }
        return exact.description
    }
}
