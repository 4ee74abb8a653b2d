import OutlayDecisions
import OutlayProblems
import OutlayValues

/// Two criteria do not measure one thing.
public enum CorrelatedCriteriaRule: LintRule {
    /// What the rule is.
    public static let descriptor = LintRuleDescriptor(
        code: .correlatedCriteria,
        title: "two criteria rise and fall together",
        what:
            "It takes the values of every two criteria with a weight over all options and looks at their "
            + "correlation (Pearson's r). A pair is named where r is 0.9 or more and so high that unrelated criteria "
            + "reach it in one of 200 cases at most: 0.99997 over three options, 0.995 over four, 0.974 over five, "
            + "0.942 over six, 0.906 over seven. Where options share values, as on a scale of a few levels, the values "
            + "must also have 200 different orders at least, for few levels agree by chance.",
        why:
            "Criteria that always agree may be one thing under two names, which then counts with both weights.",
        fix:
            "Keep one of the two, with the weight that it deserves alone; or say in a suppression why they are "
            + "different things.",
        example: LintExample(
            bad: "  sensors: {uptime: 99.6, search: 30, insight: desks, effort: 19.4}",
            good: "  sensors: {uptime: 99.6, search: 30, insight: desks, effort: 25}"),
        source:
            "Keeney and Raiffa, Decisions with Multiple Objectives (1976): a set of attributes is nonredundant; "
            + "critical values of r from Student's t with n − 2 degrees of freedom")

    /// The least r that counts, whatever the number of options.
    private static let floor = 0.9
    /// The r that two unrelated criteria reach with a chance of 1 in 200, by the number of options.
    private static let critical = [3: 0.99997, 4: 0.995, 5: 0.97404, 6: 0.9417, 7: 0.90556]

    /// Finds pairs of criteria whose values rise together.
    public static func check(_ subject: LintSubject) throws(Problem) -> LintVerdict {
        let leaves = subject.result.decision.criteria.leaves
        let candidates = subject.result.decision.candidates
        let weighed = leaves.indices.filter { leaves[$0].position.globalShare > .zero }
        guard weighed.count > 1 else { return .kept }
        guard candidates.count > 2 else {
            return .unchecked(
                because: "\(candidates.count) options are too few to see whether criteria agree")
        }
        let columns = weighed.map { index in candidates.compactMap { $0.scores[index].value } }
        var findings: [Problem] = []
        for (first, left) in columns.enumerated() {
            for second in columns.indices.dropFirst(first + 1) {
                let right = columns[second]
                guard left.count == candidates.count, right.count == candidates.count,
                    hasEnoughOrders(left), hasEnoughOrders(right),
                    let r = correlation(left, right), r >= limit(candidates.count)
                else { continue }
                findings.append(
                    try finding(leaves[weighed[first]], leaves[weighed[second]], r, subject))
            }
        }
        return .found(findings)
    }

    /// The least count of different orders of values of which some are alike.
    private static let enoughOrders = 200.0

    /// Whether no two values are alike, or they have so many different orders that agreement is no chance.
    private static func hasEnoughOrders(_ values: [Double]) -> Bool {
        let counts = Dictionary(grouping: values, by: { $0 }).values.map(\.count)
        guard counts.contains(where: { $0 > 1 }) else { return true }
        var orders = 1.0
        var placed = 0
        for count in counts.sorted() {
            for step in 1...count {
                placed += 1
                orders *= Double(placed) / Double(step)
            }
        }
        return orders >= enoughOrders
    }

    private static func limit(_ options: Int) -> Double { critical[options] ?? floor }

    private static func finding(
        _ left: CriterionTree.Leaf, _ right: CriterionTree.Leaf, _ r: Double,
        _ subject: LintSubject
    ) throws(Problem) -> Problem {
        let share = 100 * (left.position.weight + right.position.weight)
        return finding(
            "\(left.position.title) and \(right.position.title) may be one thing",
            at: subject.place(criterion: right.id),
            because:
                "their values have a correlation of \(try NumberText(places: 3).text(of: r)) over "
                + "\(subject.result.options.count) options, and together they weigh "
                + "\(try NumberText(places: 1).text(of: share)) %",
            hint: "keep one of them, or say in `lint: {suppress: …}` why they are different things")
    }

    /// Returns Pearson's coefficient, nil where one of the two does not vary.
    private static func correlation(_ left: [Double], _ right: [Double]) -> Double? {
        let count = Double(left.count)
        let (meanLeft, meanRight) = (left.reduce(0, +) / count, right.reduce(0, +) / count)
        var (products, squaresLeft, squaresRight) = (0.0, 0.0, 0.0)
        for (first, second) in zip(left, right) {
            products += (first - meanLeft) * (second - meanRight)
            squaresLeft += (first - meanLeft) * (first - meanLeft)
            squaresRight += (second - meanRight) * (second - meanRight)
        }
        guard squaresLeft > 1e-9, squaresRight > 1e-9 else { return nil }
        return products / (squaresLeft * squaresRight).squareRoot()
    }
}
