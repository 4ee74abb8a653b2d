import OutlayProblems
import OutlayValues

/// What ratios are measured by.
enum Ratio {
    /// Throws unless `value` is a number other than 0.
    static func check(_ value: Double, _ what: String) throws(Problem) {
        guard value != 0 else { throw undefined("\(what) 0") }
    }

    /// Throws unless `value` is above 0.
    static func check(positive value: Double, _ what: String) throws(Problem) {
        guard value > 0 else { throw undefined("\(what) \(value.plainText)") }
    }

    static func undefined(_ what: String) -> Problem {
        Problem(
            .zeroDenominator, what, because: "the ratio is not defined",
            hint: "look at the difference, such as the net present value, instead")
    }
}
