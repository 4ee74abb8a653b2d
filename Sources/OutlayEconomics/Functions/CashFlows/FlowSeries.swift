import OutlaySampling

/// Flows in the order of their times, ready for the search of roots: one for each time, none of them 0.
struct FlowSeries {
    /// The time of each flow, strictly ascending.
    private(set) var times: [Double] = []
    /// Whether each flow comes in.
    private(set) var isPositive: [Bool] = []
    /// The natural logarithm of each flow's size.
    private(set) var logarithms: [Double] = []

    /// Nets `amounts` at equal `times` and drops what is 0.
    ///
    /// - Parameters:
    ///   - amounts: Finite numbers.
    ///   - times: The time of each amount, finite, in any order.
    init(_ amounts: some RandomAccessCollection<Double>, at times: [Double]) {
        var flows = Array(zip(times, amounts))
        // Stable, so that equal times are added in their stated order.
        let isSorted = zip(times, times.dropFirst()).allSatisfy { $0 <= $1 }
        if !isSorted {
            flows = flows.enumerated()
                .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
                .map(\.element)
        }
        // Sums of the largest numbers stay finite.
        let scale = flows.contains { $0.1.magnitude > 0x1p1000 } ? 0x1p-64 : 1
        var index = 0
        while index < flows.count {
            let time = flows[index].0
            var net = 0.0
            while index < flows.count, flows[index].0 == time {
                net += flows[index].1 * scale
                index += 1
            }
            guard net != 0 else { continue }
            self.times.append(time)
            isPositive.append(net > 0)
            logarithms.append(ElementaryFunctions.logarithm(net.magnitude))
        }
    }

    /// How often the flows change their sign, which is the most roots there can be.
    ///
    /// - Source: Descartes' rule of signs, for real exponents: G. J. O. Jameson, "Counting zeros of
    ///   generalised polynomials", *The Mathematical Gazette* 90 (2006), 223–234.
    var signChanges: Int { zip(isPositive, isPositive.dropFirst()).count { $0 != $1 } }
}
