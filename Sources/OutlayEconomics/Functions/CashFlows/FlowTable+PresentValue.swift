import OutlayProblems
import OutlaySampling

extension FlowTable {
    /// Returns the value today of each row, discounted by one factor for each column: the NPV of every row.
    ///
    /// - Parameters:
    ///   - factors: What 1 in each column is worth today, from ``Discounting`` or of one's own.
    ///   - cores: Where the rows are worked on.
    /// - Returns: One value for each row, in order.
    /// - Throws: ``ProblemCode/lengthMismatch`` unless there is one factor for each column.
    public func presentValues(
        by factors: [Double], on cores: Blocks.Cores = .all
    ) throws(Problem) -> [Double] {
        guard factors.count == columns else {
            throw FlowProblems.lengths("factors", factors.count, "columns", columns)
        }
        let columns = columns
        return values.withUnsafeBufferPointer { values in
            [Double](unsafeUninitializedCapacity: rows) { answers, initialized in
                // Each block reads its own rows and writes their answers.
                nonisolated(unsafe) let (values, answers) = (values, answers)
                Blocks.forEach(of: rows, size: 4096, on: cores) { _, indices in
                    factors.withUnsafeBufferPointer { factors in
                        for row in indices {
                            let flows = UnsafeBufferPointer(
                                rebasing: values[row * columns..<(row + 1) * columns])
                            answers.initializeElement(
                                at: row, to: Self.product(flows, factors))
                        }
                    }
                }
                initialized = rows
            }
        }
    }

    /// The sum of products, in four sums that are added at the end: the same on every machine.
    private static func product(
        _ left: UnsafeBufferPointer<Double>, _ right: UnsafeBufferPointer<Double>
    ) -> Double {
        var sums = SIMD4<Double>()
        var index = 0
        while index + 4 <= left.count {
            let flows = SIMD4(left[index], left[index + 1], left[index + 2], left[index + 3])
            sums +=
                flows * SIMD4(right[index], right[index + 1], right[index + 2], right[index + 3])
            index += 4
        }
        var sum = (sums[0] + sums[1]) + (sums[2] + sums[3])
        while index < left.count {
            sum += left[index] * right[index]
            index += 1
        }
        return sum
    }
}
