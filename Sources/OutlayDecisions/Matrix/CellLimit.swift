import OutlayProblems

/// What a formula asks of the performances of a column.
enum CellLimit: Sendable, Hashable {
    /// Any number.
    case none
    /// 0 or more, as where shares are taken.
    case notNegative
    /// Above 0, as where it is divided by.
    case positive
    /// 1 or more, as where logarithms are taken.
    case oneOrMore

    /// The smallest performance allowed.
    var least: Double {
        switch self {
        case .none: -.infinity
        case .notNegative: 0
        case .positive: DecisionMatrix.smallestMagnitude
        case .oneOrMore: 1
        }
    }

    /// The limit in words, such as "above 0".
    var words: String {
        switch self {
        case .none: "of any size"
        case .notNegative: "of 0 or more"
        case .positive: "above 0"
        case .oneOrMore: "of 1 or more"
        }
    }
}

extension DecisionMatrix {
    /// The smallest magnitude that is told apart from 0, so that no square and no quotient of cells is lost.
    static let smallestMagnitude = 1e-150

    /// Checks every cell against the limit of its column.
    ///
    /// - Parameters:
    ///   - limits: One per column; none where any number will do.
    ///   - formula: What asks for it, such as "COPRAS".
    /// - Throws: ``ProblemCode/outOfRange`` for the first cell, row by row, outside its limit.
    func requireCells(_ limits: [CellLimit], of formula: @autoclosure () -> String) throws(Problem)
    {
        guard !limits.isEmpty, let index = firstCell(below: limits.map(\.least)) else { return }
        let words = limits[index % limits.count].words
        let side = columns[index % limits.count].direction == .lower ? "less" : "more"
        throw refusal(
            ofCell: index,
            because: "\(formula()) takes performances \(words) where \(side) is better",
            hint:
                "give performances \(words), or score by a method or normalisation that takes any"
        )
    }

    /// Throws ``ProblemCode/outOfRange`` for a column of figures between -1e-150 and 1e-150 that are not all
    /// 0: their squares and quotients are lost.
    func requireMeasurable(_ ends: [Ends]) throws(Problem) {
        for (column, ends) in zip(columns, ends) { try column.requireMeasurable(ends) }
    }

    /// Returns the stated ends of each column's scale, or else `ends`, those of the table.
    ///
    /// - Throws: ``ProblemCode/outOfRange`` for a scale too close to 0 to be told apart.
    func scaleEnds(orElse ends: [Ends]) throws(Problem) -> [Ends] {
        var found = ends
        for (index, column) in columns.enumerated() {
            guard let scale = column.scale else { continue }
            found[index] = Ends(
                low: min(scale.worst, scale.best), high: max(scale.worst, scale.best))
            try column.requireMeasurable(found[index])
        }
        return found
    }

    /// Throws ``ProblemCode/outOfRange`` for a column that is 0 throughout.
    func requireNoColumnOfZeros(_ ends: [Ends], of formula: @autoclosure () -> String)
        throws(Problem)
    {
        for (column, ends) in zip(columns, ends) where ends == Ends(low: 0, high: 0) {
            throw Problem(
                .outOfRange, "every performance on `\(column.name)` is 0", at: column.place,
                because: "\(formula()) divides by the largest or by the total of the column",
                hint: "leave the criterion out: it tells no option from another")
        }
    }
}

extension DecisionMatrix.Column {
    /// Throws for ends that differ from 0 by less than can be told.
    fileprivate func requireMeasurable(_ ends: DecisionMatrix.Ends) throws(Problem) {
        let largest = max(ends.low.magnitude, ends.high.magnitude)
        guard largest > 0, largest < DecisionMatrix.smallestMagnitude else { return }
        throw Problem(
            .outOfRange, "`\(name)` is \(largest) at most", at: place,
            because: "figures below 1e-150 in magnitude cannot be told from 0",
            hint: "give the performances in a smaller unit")
    }
}
