import OutlayProblems
import OutlaySampling

/// Many streams of flows, one to a row, for figures of all of them at once.
///
/// The rows are shared out over the cores in blocks of fixed size; each row's answer is its own and does
/// not depend on how many cores there are, nor on the rows beside it.
public struct FlowTable: Sendable {
    /// The flows, row after row; costs negative.
    public let values: [Double]
    /// How many flows a row has, 1 or more.
    public let columns: Int
    /// How many rows there are, 1 or more.
    public var rows: Int { values.count / columns }

    /// How many rows are worked on as one piece.
    private static let blockRows = 512

    /// Creates a table from its rows laid end to end.
    ///
    /// - Throws: ``ProblemCode/emptyInput`` without a flow, ``ProblemCode/lengthMismatch`` where the last row
    ///   is not full.
    public init(_ values: [Double], columns: Int) throws(Problem) {
        guard columns > 0, !values.isEmpty else { throw FlowProblems.empty("flows") }
        guard values.count.isMultiple(of: columns) else {
            throw FlowProblems.lengths("flows", values.count, "columns", columns)
        }
        self.values = values
        self.columns = columns
    }

    /// Finds the rates per period at which each row is worth nothing: the IRR of every row.
    ///
    /// - Throws: ``ProblemCode/nonFinite`` for the first row with a number that is not finite.
    /// - Complexity: O(rows × columns), for rows whose sign changes once.
    public func ratesOfReturn(on cores: Blocks.Cores = .all) throws(Problem) -> [RateOfReturn] {
        try ratesOfReturn(at: .periods(columns), on: cores)
    }

    /// Finds the rates per year at which each row is worth nothing, the flows of all rows due at `times`:
    /// the XIRR of every row.
    ///
    /// - Throws: ``ProblemCode/lengthMismatch`` unless there is one time for each column,
    ///   ``ProblemCode/nonFinite`` for the first row with a number that is not finite.
    public func ratesOfReturn(
        at times: FlowTimes, on cores: Blocks.Cores = .all
    ) throws(Problem) -> [RateOfReturn] {
        guard times.times.count == columns else {
            throw FlowProblems.lengths("times", times.times.count, "columns", columns)
        }
        let answers = values.withUnsafeBufferPointer { values in
            [RateOfReturn](unsafeUninitializedCapacity: rows) { answers, initialized in
                // Each block reads its own rows and writes their answers.
                nonisolated(unsafe) let (values, answers) = (values, answers)
                Blocks.forEach(of: rows, size: Self.blockRows, on: cores) { _, indices in
                    Self.solve(indices, of: values, at: times, into: answers)
                }
                initialized = rows
            }
        }
        if let row = answers.firstIndex(of: Self.notFinite) {
            throw Problem(
                .nonFinite, "row \(row + 1) of the flows has a number that is not finite",
                because: "only finite numbers can be added and discounted")
        }
        return answers
    }

    /// What stands for a row with a number that is not finite until the problem is thrown.
    private static let notFinite = RateOfReturn.one(.infinity)

    private static func solve(
        _ indices: Range<Int>, of values: UnsafeBufferPointer<Double>, at times: FlowTimes,
        into answers: UnsafeMutableBufferPointer<RateOfReturn>
    ) {
        let columns = times.times.count
        guard let start = values.baseAddress else { return }
        func search(_ row: Int) -> RateOfReturn {
            let flows = UnsafeBufferPointer(start: start + row * columns, count: columns)
            guard flows.allSatisfy(\.isFinite) else { return notFinite }
            return RootSearch.answer(for: FlowSeries(flows, at: times.times))
        }
        guard times.isOrdered else {
            for row in indices { answers.initializeElement(at: row, to: search(row)) }
            return
        }
        let kernel = RateKernel(times)
        withUnsafeTemporaryAllocation(of: RateKernel.Lanes.self, capacity: kernel.scratchCount) {
            scratch in
            guard let places = scratch.baseAddress else { return }
            for row in stride(
                from: indices.lowerBound, to: indices.upperBound, by: RateKernel.width)
            {
                let count = min(RateKernel.width, indices.upperBound - row)
                let found = kernel.solve(
                    start + row * columns, rows: count, scratch: places)
                for lane in 0..<count {
                    let answer =
                        found.isSolved[lane]
                        ? RateOfReturn.one(
                            ElementaryFunctions.exponentialMinusOne(found.forces[lane]))
                        : search(row + lane)
                    answers.initializeElement(at: row + lane, to: answer)
                }
            }
        }
    }
}
