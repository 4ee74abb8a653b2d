/// How far judges rank alike: Kendall's coefficient of concordance, 0 (no agreement) to 1 (all the same).
///
/// With *n* judges, *m* options and *S* the squared deviations of the options' sums of places from their
/// mean, W = 12 *S* / (*n*² (*m*³ − *m*)). Where judges rank options alike they have mean places, and W so
/// computed cannot reach 1; the corrected figure subtracts *n* Σ(*t*³ − *t*) from the denominator, with *t*
/// the size of each group of equals of each judge.
///
/// - Source: M. G. Kendall and B. Babington Smith, "The problem of m rankings", Annals of Mathematical
///   Statistics 10 (1939); the correction: S. Siegel, "Nonparametric Statistics", McGraw-Hill 1956, chapter 9.
public struct Concordance: Sendable, Hashable {
    /// The count of judges, two or more.
    public let judges: Int
    /// W without regard to ties, 0 … 1.
    public let coefficient: Double
    /// W corrected for ties, 0 … 1; equal to `coefficient` where there are none.
    ///
    /// nil where every judge ranks all options alike: nothing is ordered that could agree.
    public let corrected: Double?
    /// Whether a judge ranks options alike.
    public let hasTies: Bool

    /// Measures the agreement of places, judges × options, equals with their mean place.
    ///
    /// - Returns: nil with fewer than two judges or options.
    /// - Complexity: O(*n* · *m* log *m*) in judges *n* and options *m*.
    init?(places: [[Double]]) {
        guard let options = places.first?.count, places.count > 1, options > 1 else { return nil }
        judges = places.count
        let (n, m) = (Double(places.count), Double(options))
        let sums = (0..<options).map { option in places.reduce(0) { $0 + $1[option] } }
        let mean = n * (m + 1) / 2
        let deviations = sums.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let most = n * n * (m * m * m - m)
        let ties = places.reduce(0) { $0 + Self.tieTerm($1) }
        hasTies = ties > 0
        coefficient = 12 * deviations / most
        corrected = most - n * ties > 0 ? 12 * deviations / (most - n * ties) : nil
    }

    /// Returns Σ(t³ − t) over the groups of equal places.
    private static func tieTerm(_ places: [Double]) -> Double {
        let sorted = places.sorted()
        var (term, first) = (0.0, 0)
        for index in 1...sorted.count
        where index == sorted.count || sorted[index] != sorted[first] {
            let size = Double(index - first)
            term += size * size * size - size
            first = index
        }
        return term
    }
}
