import OutlayProblems
import OutlayValues

extension DerivedWeights {
    /// The decimals that a share in a document or on the command line carries.
    public static let shareDecimals = 12

    /// Returns the shares to ``shareDecimals`` decimals, which total exactly 1.
    ///
    /// Each share is cut to its last decimal; what is then missing goes to the shares that lost most by it,
    /// of equal ones to the first.
    ///
    /// - Complexity: O(*n* log *n*) in the number of criteria.
    public var exactShares: [ExactDecimal] {
        let units = 1_000_000_000_000.0
        let scaled = shares.map { $0 * units }
        var whole = scaled.map { Int($0.rounded(.down)) }
        let lost = zip(scaled, whole).map { $0 - Double($1) }
        let order = lost.indices.sorted { lost[$0] != lost[$1] ? lost[$0] > lost[$1] : $0 < $1 }
        var missing = Int(units) - whole.reduce(0, +)
        // Shares total 1 to a few units of a double's last place, so that one round is enough; the loop
        // also takes back where they total a little more.
        while missing != 0, !order.isEmpty {
            for index in missing > 0 ? order : order.reversed() where missing != 0 {
                guard missing > 0 || whole[index] > 0 else { continue }
                whole[index] += missing.signum()
                missing -= missing.signum()
            }
        }
        return whole.map { ExactDecimal($0, places: Self.shareDecimals) }
    }
}
