import OutlaySampling

/// Finds every rate at which flows are worth nothing today.
///
/// The force of interest is halved until each part is proven to hold no root, or to be monotone and so to
/// hold one at most. What stays open until rounding hides the answer is a double root.
struct RootSearch {
    private let series: FlowSeries
    private var roots: [Root] = []
    private var evaluations = 0

    /// Beyond this many evaluations parts are taken as they stand, so that no input takes forever.
    private static let evaluationLimit = 20_000

    /// Within how many errors of rounding of 0 a place counts as part of a root that rounding hides.
    private static let hiddenErrors = 1000.0

    private struct Root {
        var place: Double
        var isDouble: Bool
    }

    private init(_ series: FlowSeries) {
        self.series = series
    }

    /// Returns what the roots of `series` amount to.
    ///
    /// - Complexity: O(*n*) for each evaluation: about ten where the sign changes once, some hundred where
    ///   it changes often, never more than a bound that does not depend on the flows.
    static func answer(for series: FlowSeries) -> RateOfReturn {
        let changes = series.signChanges
        guard changes > 0 else { return .none(.noSignChange) }
        var search = RootSearch(series)
        let (low, high) = search.limits()
        let ends = (search.balance(at: low), search.balance(at: high))
        if changes == 1 {
            search.roots = [Root(place: search.crossing(ends.0, ends.1), isDouble: false)]
        } else {
            search.split(ends.0, ends.1)
            search.mergeTouching()
        }
        return RateOfReturn(roots: search.roots.map { Self.root(at: $0.place, $0.isDouble) })
    }

    /// Forces of interest beyond which the first or the last flow outweighs all others together.
    private func limits() -> (low: Double, high: Double) {
        let margin = ElementaryFunctions.logarithm(Double(series.times.count)) + 1
        let last = series.times.count - 1
        var (low, high) = (-1.0, 1.0)
        for index in 1...last {
            let ratio = series.logarithms[index] - series.logarithms[0] + margin
            high = max(high, ratio / (series.times[index] - series.times[0]))
        }
        for index in 0..<last {
            let ratio = series.logarithms[index] - series.logarithms[last] + margin
            low = min(low, -ratio / (series.times[last] - series.times[index]))
        }
        return (low, high)
    }

    private mutating func balance(at place: Double) -> FlowBalance {
        evaluations += 1
        return FlowBalance(series, at: place)
    }

    /// Looks for roots between two places, left to right.
    private mutating func split(_ start: FlowBalance, _ end: FlowBalance) {
        var open = [(start, end)]
        while let (low, high) = open.popLast() {
            if Self.excludesRoot(low, high) { continue }
            if Self.isMonotone(low, high) {
                if low.isPositive != high.isPositive {
                    roots.append(Root(place: crossing(low, high), isDouble: false))
                }
                continue
            }
            let middle = balance(at: low.place + (high.place - low.place) / 2)
            if isExhausted(low, middle, high) {
                addHidden(low, high)
            } else {
                open.append((middle, high))
                open.append((low, middle))
            }
        }
    }

    /// Whether h is bounded away from 0 between two places: a convex function lies below its chord and above
    /// its tangents.
    private static func excludesRoot(_ low: FlowBalance, _ high: FlowBalance) -> Bool {
        guard low.isPositive == high.isPositive else { return false }
        let width = high.place - low.place
        let error = 2 * max(low.error, high.error)
        func bound(
            _ upper: (Double, Double), _ lower: (Double, Double), _ slopes: (Double, Double)
        ) -> Bool {
            // Where the tangents at both ends of the lower function meet.
            let meeting = (lower.1 - lower.0 + slopes.1 * width) / (slopes.1 - slopes.0)
            guard slopes.0 != slopes.1, meeting > 0, meeting < width else {
                return max(upper.0 - lower.0, upper.1 - lower.1) < -error
            }
            let floor = lower.0 - slopes.0 * meeting
            let chord = upper.0 + (upper.1 - upper.0) * (meeting / width)
            return max(chord - floor, upper.0 - lower.0, upper.1 - lower.1) < -error
        }
        let inward = (low.inward, high.inward)
        let outward = (low.outward, high.outward)
        return low.isPositive
            ? bound(outward, inward, (low.inwardTime, high.inwardTime))
            : bound(inward, outward, (low.outwardTime, high.outwardTime))
    }

    /// Whether h only rises or only falls between two places: mean times fall as the rate rises.
    private static func isMonotone(_ low: FlowBalance, _ high: FlowBalance) -> Bool {
        high.outwardTime - low.inwardTime > 0 || low.outwardTime - high.inwardTime < 0
    }

    /// Whether rounding hides what h does between two places.
    private mutating func isExhausted(
        _ low: FlowBalance, _ middle: FlowBalance, _ high: FlowBalance
    ) -> Bool {
        let width = high.place - low.place
        if middle.place <= low.place || middle.place >= high.place { return true }
        if evaluations > Self.evaluationLimit { return true }
        let turn =
            (low.inwardTime - high.inwardTime) + (low.outwardTime - high.outwardTime)
        if width * turn <= 4 * middle.error { return true }
        guard low.isNearZero, middle.isNearZero, high.isNearZero else { return false }
        // A root of high order is flat: look at two more places that are no fraction of the others.
        return balance(at: low.place + 0.2718 * width).isNearZero
            && balance(at: low.place + 0.6931 * width).isNearZero
    }

    /// Adds the root that rounding hides between two places, if there is one.
    private mutating func addHidden(_ low: FlowBalance, _ high: FlowBalance) {
        if low.isPositive != high.isPositive {
            roots.append(Root(place: crossing(low, high), isDouble: false))
        } else if max(low.difference.magnitude, high.difference.magnitude)
            <= Self.hiddenErrors * max(low.error, high.error)
        {
            roots.append(Root(place: turningPoint(low, high), isDouble: true))
        }
    }

    /// Where the slope of h changes its sign between two places, or their middle where it does not.
    private mutating func turningPoint(_ low: FlowBalance, _ high: FlowBalance) -> Double {
        var (left, right) = (low, high)
        guard left.slope.sign != right.slope.sign else { return (left.place + right.place) / 2 }
        for _ in 0..<64 {
            let middle = balance(at: left.place + (right.place - left.place) / 2)
            if middle.place <= left.place || middle.place >= right.place { break }
            if middle.slope.sign == left.slope.sign { left = middle } else { right = middle }
        }
        return (left.place + right.place) / 2
    }

    /// The one root between two places where h has different signs: Newton's method, kept inside the bracket.
    private mutating func crossing(_ low: FlowBalance, _ high: FlowBalance) -> Double {
        var (left, right) = (low, high)
        var place = left.place + (right.place - left.place) / 2
        for _ in 0..<200 {
            let here = balance(at: place)
            if here.difference == 0 { return place }
            if here.isPositive == left.isPositive { left = here } else { right = here }
            var next = place - here.difference / here.slope
            let isInside = next > left.place && next < right.place
            // Newton's last step is as good as rounding allows.
            if here.isNearZero { return isInside ? next : place }
            if !isInside { next = left.place + (right.place - left.place) / 2 }
            guard (next - place).magnitude > place.ulp else { return next }
            place = next
        }
        return place
    }

    /// Makes one double root of two that are as near as rounding lets them be told apart.
    private mutating func mergeTouching() {
        var merged: [Root] = []
        for root in roots.sorted(by: { $0.place < $1.place }) {
            guard let last = merged.last else {
                merged.append(root)
                continue
            }
            let between = balance(at: (last.place + root.place) / 2)
            let errors = last.isDouble || root.isDouble ? Self.hiddenErrors : 8
            guard between.difference.magnitude <= errors * between.error else {
                merged.append(root)
                continue
            }
            // Two crossings leave the sign as it was; a crossing beside a touch changes it.
            let isDouble = last.isDouble == root.isDouble
            let spread = max((root.place - last.place) / 2, 1e-9 * (1 + root.place.magnitude))
            let low = balance(at: last.place - spread)
            let high = balance(at: root.place + spread)
            merged[merged.count - 1] = Root(place: turningPoint(low, high), isDouble: isDouble)
        }
        roots = merged
    }

    /// The least 1 + r of a rate that counts as held: below it fewer than four of its digits are left.
    private static let leastGrowth = 1e-12

    private static func root(at place: Double, _ isDouble: Bool) -> RateRoot {
        let rate = ElementaryFunctions.exponentialMinusOne(place)
        guard rate.isFinite else {
            return RateRoot(
                rate: .greatestFiniteMagnitude, isDouble: isDouble, isRepresentable: false)
        }
        let isHeld = ElementaryFunctions.exponential(place) >= leastGrowth
        return RateRoot(rate: rate, isDouble: isDouble, isRepresentable: isHeld)
    }
}
