import OutlaySampling

/// Newton's method on eight rows of flows at a time, for the common case of one sign change after the first
/// flow, in which there is exactly one root.
///
/// With S(x) the value of all flows but the first and c the size of the first, h(x) = ln S(x) − ln c is
/// convex and falls, and is almost straight: Newton's method on it converges from its second order estimate
/// at x = 0 in two or three steps.
struct RateKernel {
    typealias Lanes = SIMD8<Double>
    typealias Mask = SIMDMask<SIMD8<Int64>>
    static let width = Lanes.scalarCount

    private let times: FlowTimes
    private let count: Int

    /// Creates the kernel of flows at `times`, which are ordered.
    init(_ times: FlowTimes) {
        self.times = times
        count = times.times.count
    }

    /// How many places of scratch ``solve(_:rows:into:)`` takes.
    var scratchCount: Int { count + times.steps.count }

    /// Finds the rates of up to eight rows.
    ///
    /// - Parameters:
    ///   - values: The flows of the first row, those of the next ones after them.
    ///   - rows: How many rows there are, 1 … 8.
    ///   - scratch: ``scratchCount`` places.
    /// - Returns: The forces of interest ln(1 + r), and the rows that they answer.
    func solve(
        _ values: UnsafePointer<Double>, rows: Int, scratch: UnsafeMutablePointer<Lanes>
    ) -> (forces: Lanes, isSolved: Mask) {
        let factors = scratch + count
        var (force, isOpen) = start(values, rows, scratch)
        let first = scratch[0]
        var isSolved = Mask(repeating: false)
        for _ in 0..<8 where any(isOpen) {
            for step in 0..<times.steps.count {
                let exponents = -force * times.steps[step]
                for lane in 0..<Self.width {
                    factors[step][lane] = ElementaryFunctions.exponential(exponents[lane])
                }
            }
            let (value, moment) = self.value(scratch, factors)
            // ln(S / c) from the first term of its series, which is all that is left at the end.
            let step = (value - first) / (value + first) * 2 * value / moment
            force.replace(with: force + step, where: isOpen)
            let isDone = isOpen .& (Self.magnitude(step) * moment .< value * 1e-8)
            isSolved .|= isDone
            isOpen .&= .!isDone
        }
        return (force, isSolved)
    }

    /// Lays the rows side by side with their first flow as a cost, and estimates their forces of interest.
    private func start(
        _ values: UnsafePointer<Double>, _ rows: Int, _ scratch: UnsafeMutablePointer<Lanes>
    ) -> (force: Lanes, isCommon: Mask) {
        func lanes(_ index: Int) -> Lanes {
            guard rows == Self.width else {
                var flows = Lanes()
                for lane in 0..<Self.width {
                    flows[lane] = values[min(lane, rows - 1) * count + index]
                }
                return flows
            }
            return Lanes(
                values[index], values[count + index], values[2 * count + index],
                values[3 * count + index], values[4 * count + index], values[5 * count + index],
                values[6 * count + index], values[7 * count + index])
        }
        let first = lanes(0)
        let sign = Lanes(repeating: 1).replacing(with: -1, where: first .> 0)
        let cost = -first * sign
        scratch[0] = cost
        var (total, moment, second) = (Lanes(), Lanes(), Lanes())
        var least = Lanes(repeating: 0)
        for index in 1..<count {
            let flows = lanes(index) * sign
            scratch[index] = flows
            least = pointwiseMin(least, flows)
            total += flows
            let timed = flows * times.times[index]
            moment += timed
            second += timed * times.times[index]
        }
        let mean = moment / total
        let variance = second / total - mean * mean
        let ratio = total / cost
        var logarithm = Lanes()
        for lane in 0..<Self.width {
            logarithm[lane] = ElementaryFunctions.logarithm(ratio[lane])
        }
        let bend = pointwiseMax(mean * mean - 2 * variance * logarithm, mean * mean / 4)
        let force = 2 * logarithm / (mean + bend.squareRoot())
        // What is not a number fails every comparison.
        let isCommon =
            (cost .> 0) .& (least .>= 0) .& (total .> 0) .& (ratio .< 1e150)
            .& (ratio .> 1e-150) .& (total .< 1e250) .& (cost .< 1e250) .& (total .> 1e-250)
        return (force, isCommon .& (Self.magnitude(force) .< 50))
    }

    /// The value of all flows but the first, and minus its slope in the force of interest.
    @inline(__always)
    private func value(
        _ flows: UnsafeMutablePointer<Lanes>, _ factors: UnsafeMutablePointer<Lanes>
    ) -> (value: Lanes, moment: Lanes) {
        var (value, moment) = (Lanes(), Lanes())
        times.steps.withUnsafeBufferPointer { steps in
            times.stepIndices.withUnsafeBufferPointer { indices in
                var index = count - 1
                while index > 0 {
                    let step = indices[index]
                    let factor = factors[step]
                    value = (value + flows[index]) * factor
                    moment = moment * factor + value * steps[step]
                    index -= 1
                }
            }
        }
        return (value, moment)
    }

    @inline(__always)
    private static func magnitude(_ lanes: Lanes) -> Lanes {
        lanes.replacing(with: -lanes, where: lanes .< 0)
    }
}
