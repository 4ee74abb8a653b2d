/// Why correlations cannot be used.
public enum CorrelationFault: Error, Sendable, Hashable {
    /// The table has not as many rows and columns as there are inputs.
    case counts
    /// The correlation of these two is no number from -1 to 1.
    case outOfRange(Int, Int, value: Double)
    /// An input's correlation with itself is not 1.
    case diagonal(Int, value: Double)
    /// The correlation of the first with the second is not that of the second with the first.
    case asymmetric(Int, Int)
    /// No inputs can be correlated so: the least eigenvalue is below 0. The inputs named contradict each other.
    case notPositiveSemidefinite(leastEigenvalue: Double, involving: [Int])
    /// With these two distributions no correlation outside `reachable` is possible.
    case outOfReach(Int, Int, value: Double, reachable: ClosedRange<Double>)
    /// Each pair is possible by itself, but bell curves cannot be tied so that all pairs have their correlation;
    /// the nearest table differs by `shift` at this pair.
    case notJointlyReachable(Int, Int, shift: Double)
}
