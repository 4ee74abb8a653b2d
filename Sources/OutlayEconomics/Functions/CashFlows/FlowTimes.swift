import OutlayProblems
import OutlayValues

/// When the flows of every row of a table are due.
public struct FlowTimes: Sendable, Hashable {
    /// The time of each flow in periods or years after the base, in the flows' order.
    public let times: [Double]
    /// The distinct steps from one flow to the next, for flows in the order of their times.
    let steps: [Double]
    /// Which of ``steps`` leads to each flow; the first flow's is 0 and means nothing.
    let stepIndices: [Int]
    /// Whether each flow is due after the first one, and none before the one it follows.
    let isOrdered: Bool

    /// Flows one period apart, the first at time 0.
    public static func periods(_ count: Int) -> FlowTimes {
        FlowTimes((0..<count).map(Double.init))
    }

    /// Flows on `dates`, in years after the earliest of them.
    ///
    /// - Throws: ``ProblemCode/emptyInput`` without a date.
    public static func dates(
        _ dates: [CalendarDate], by dayCount: DayCount = .actual365Fixed
    ) throws(Problem) -> FlowTimes {
        guard let base = dates.min() else { throw FlowProblems.empty("dates") }
        return FlowTimes(dates.map { dayCount.years(from: base, to: $0) })
    }

    init(_ times: [Double]) {
        self.times = times
        var steps: [Double] = []
        var places: [Double: Int] = [:]
        var indices = [Int](repeating: 0, count: times.count)
        var isOrdered = times.count > 1
        for index in times.indices.dropFirst() {
            let exact = times[index] - times[index - 1]
            if exact < 0 || times[index] <= times[0] { isOrdered = false }
            // Steps of as many days differ in their last bits once times are subtracted.
            let step = (exact * 0x1p40).rounded() * 0x1p-40
            if let place = places[step] {
                indices[index] = place
            } else {
                places[step] = steps.count
                indices[index] = steps.count
                steps.append(exact)
            }
        }
        self.steps = steps
        stepIndices = indices
        self.isOrdered = isOrdered
    }
}
