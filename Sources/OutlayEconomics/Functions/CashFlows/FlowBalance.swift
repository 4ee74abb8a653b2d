import OutlaySampling

/// What comes in against what goes out at one force of interest x = ln(1 + r).
///
/// With P(x) and N(x) the values of what comes in and goes out, the roots are those of
/// h(x) = ln P(x) − ln N(x). Both logarithms are convex in x, and their slopes are minus the mean times
/// of the flows they add up, so that the values at two places bound h between them.
struct FlowBalance {
    /// The force of interest.
    let place: Double
    /// ln P and ln N.
    let inward: Double
    let outward: Double
    /// The mean time of what comes in and of what goes out, weighted by value; minus the slopes.
    let inwardTime: Double
    let outwardTime: Double
    /// How far ``difference`` may be off by rounding.
    let error: Double

    /// h(x).
    var difference: Double { inward - outward }
    /// h′(x).
    var slope: Double { outwardTime - inwardTime }
    /// Whether what comes in is worth no less than what goes out.
    var isPositive: Bool { difference >= 0 }
    /// Whether h(x) is 0 as far as can be told.
    var isNearZero: Bool { difference.magnitude <= error }

    /// Weighs `series`, which has flows of both signs, at the force of interest `place`.
    ///
    /// - Complexity: O(*n*), one exponential for each flow.
    init(_ series: FlowSeries, at place: Double) {
        self.place = place
        var (inwardTop, outwardTop) = (-Double.infinity, -Double.infinity)
        for index in series.times.indices {
            let exponent = series.logarithms[index] - place * series.times[index]
            if series.isPositive[index] {
                inwardTop = max(inwardTop, exponent)
            } else {
                outwardTop = max(outwardTop, exponent)
            }
        }
        var (inwardSum, outwardSum) = (Side(), Side())
        for index in series.times.indices {
            let discount = place * series.times[index]
            let exponent = series.logarithms[index] - discount
            let size = 4 + series.logarithms[index].magnitude + discount.magnitude
            if series.isPositive[index] {
                inwardSum.add(exponent - inwardTop, at: series.times[index], size)
            } else {
                outwardSum.add(exponent - outwardTop, at: series.times[index], size)
            }
        }
        inward = inwardTop + ElementaryFunctions.logarithm(inwardSum.total)
        outward = outwardTop + ElementaryFunctions.logarithm(outwardSum.total)
        inwardTime = inwardSum.moment / inwardSum.total
        outwardTime = outwardSum.moment / outwardSum.total
        error =
            0x1p-53
            * (inwardSum.sizes / inwardSum.total + outwardSum.sizes / outwardSum.total
                + inward.magnitude + outward.magnitude)
    }

    private struct Side {
        var total = 0.0
        var moment = 0.0
        var sizes = 0.0

        mutating func add(_ exponent: Double, at time: Double, _ size: Double) {
            let weight = ElementaryFunctions.exponential(exponent)
            total += weight
            moment += weight * time
            sizes += weight * size
        }
    }
}
