/// A named rule for what lies between two neighbouring last places.
public enum Rounding: String, Sendable, Hashable, CaseIterable {
    /// To the nearer neighbour; halfway, to the even one (also called bankers' rounding).
    case halfEven = "half-even"
    /// To the nearer neighbour; halfway, away from zero.
    case halfUp = "half-up"
    /// Towards zero.
    case down
    /// Away from zero.
    case up

    func roundsAway(
        quotientIsOdd: Bool, remainder: UInt128, divisor: UInt128
    ) -> Bool {
        guard remainder != 0 else { return false }
        let rest = divisor - remainder
        switch self {
        case .down: return false
        case .up: return true
        case .halfUp: return remainder >= rest
        case .halfEven: return remainder > rest || (remainder == rest && quotientIsOdd)
        }
    }
}
