/// A probability distribution of one number, drawn from by its quantile function.
///
/// One uniform number makes one draw, and a larger one never a smaller draw. So the same trial meets every option
/// alike, and draws can be tied to each other through their uniform numbers.
public protocol Distribution: Sendable {
    /// Returns the number that a draw is at most with this probability.
    ///
    /// - Parameter probability: Strictly between 0 and 1.
    /// - Returns: A finite number.
    func quantile(at probability: Double) -> Double

    /// The expected value.
    var mean: Double { get }
}
