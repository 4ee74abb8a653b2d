import OutlayProblems

/// An order of criteria, the most valued first, with ties.
enum CriteriaOrder {
    /// Returns figures that fall with a criterion's place, in the order of `criteria`.
    ///
    /// Tied criteria share the mean of the figures of the places they take together, so that the total is the
    /// same as without ties.
    ///
    /// - Parameters:
    ///   - criteria: The criteria that must all stand in the order.
    ///   - order: The order, the most valued first.
    ///   - places: The figure of each place, one per criterion.
    /// - Returns: One figure per criterion, in the order of `criteria`.
    /// - Throws: ``ProblemCode/duplicateIdentifier``, ``ProblemCode/unknownReference``,
    ///   ``ProblemCode/missingField``, or ``ProblemCode/wrongLength`` for a tie of nothing.
    static func figures(
        of criteria: [String], in order: [[String]], places: [Double]
    ) throws(Problem) -> [Double] {
        guard order.allSatisfy({ !$0.isEmpty }) else {
            throw Problem(
                .wrongLength, "a place in the order names no criterion",
                because: "each place names one criterion, or several that are tied")
        }
        try criteria.requireEach(
            in: order.flatMap(\.self), have: "a place in the order", orLack: "place in the order")
        var (figures, next) = ([String: Double](), 0)
        for tied in order {
            let sum = places[next..<next + tied.count].reduce(0, +)
            for name in tied { figures[name] = sum / Double(tied.count) }
            next += tied.count
        }
        return criteria.compactMap { figures[$0] }
    }

    /// The criteria and the order that examples rank them in.
    static let example: (criteria: [String], evidence: WeightingEvidence) = (
        ["price", "service", "training"], .order([["price"], ["service"], ["training"]])
    )

    /// What the order weightings share with each other.
    static let remark = "tied criteria share the mean of their places"
}
