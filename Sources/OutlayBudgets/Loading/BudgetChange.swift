import OutlayProblems
import OutlayValues

/// What loading a budget changes in a ledger: its lines before and after.
public struct BudgetChange: Sendable, Hashable {
    /// The budget that is loaded.
    public var budget: Budget
    /// The number of the revision before, or nil for the first one.
    public var revisionBefore: Int?
    /// Whether the fiscal year is opened with it.
    public var opensYear: Bool
    /// Every line of the budget, parents first.
    public var lines: [BudgetLineChange]

    /// Whether nothing would change: neither a line, nor money, nor what the document says.
    public var isEmpty: Bool {
        revisionBefore != nil && !saysOtherwise && !opensYear && !lines.contains(where: \.isChange)
    }

    /// Whether the document says something else than the revision before.
    public var saysOtherwise: Bool
}

/// A line of a budget, before and after it is loaded.
public struct BudgetLineChange: Sendable, Hashable {
    /// The line as it will be.
    public var line: BudgetLine
    /// The line as the ledger has it, or nil for a new one.
    public var before: Node?
    /// What the revision before approved, or nil where it had no such line.
    public var approvedBefore: MinorUnits?
    /// What the line has of the year, transfers and what was carried over included.
    public var allottedBefore: MinorUnits
    /// What it will have.
    public var allotted: MinorUnits
    /// What is reserved, committed and spent of it.
    public var used: MinorUnits

    /// Whether the line or its money changes.
    public var isChange: Bool { before != line.node || allotted != allottedBefore }

    /// What is left; below 0 where more is used than it will have.
    ///
    /// - Throws: ``ProblemCode/ledgerOverflow``.
    public func available() throws(Problem) -> MinorUnits { try allotted - used }
}

extension LedgerReader {
    /// Returns what loading `budget` would change.
    ///
    /// A line's allotment moves by what is approved more or less than in the revision before, so that
    /// transfers and what was carried over stay. A line that no revision of this budget had gets what is
    /// approved, whatever was allotted to it otherwise.
    ///
    /// - Throws: ``ProblemCode/mixedCurrencies`` and ``ProblemCode/badBudgetYear`` where the budget is not
    ///   of this ledger, ``ProblemCode/lineVanished`` where it leaves out a line of the revision before,
    ///   ``ProblemCode/lineBudgetedTwice`` where another budget of the year has one of its lines.
    public func change(loading budget: Budget) throws(Problem) -> BudgetChange {
        try checkBooks(of: budget)
        let loaded = try latestBudgets()
        let before = loaded.first { $0.id == budget.id }
        if let before { try Self.checkVanished(before, budget) }
        for other in loaded where other.id != budget.id && other.year == budget.year {
            try Self.checkShared(budget, with: other)
        }
        var lines: [BudgetLineChange] = []
        for line in budget.linesFromTop {
            let row = try row(BalanceKey(line.node.id, budget.year))
            let earlier = before?.line(line.node.id)?.approved
            let change = try line.approved - (earlier ?? row.allotted)
            lines.append(
                BudgetLineChange(
                    line: line, before: try node(line.node.id), approvedBefore: earlier,
                    allottedBefore: row.allotted, allotted: try row.allotted + change,
                    used: try row.used()))
        }
        return BudgetChange(
            budget: budget, revisionBefore: before?.revision,
            opensYear: try period(budget.year) == nil, lines: lines,
            saysOtherwise: before.map { !$0.saysSame(as: budget) } ?? true)
    }

    /// Returns the last revision of every budget, by identifier.
    ///
    /// - Throws: A ``Problem`` where a stored text cannot be read.
    public func latestBudgets() throws(Problem) -> [Budget] {
        var latest: [LedgerDocument] = []
        for document in try documents() where document.kind == .budget {
            if latest.last?.id == document.id { latest.removeLast() }
            latest.append(document)
        }
        return try latest.map { document throws(Problem) in
            try document.value()
        }
    }

    private func checkBooks(of budget: Budget) throws(Problem) {
        let settings = try requireSettings()
        guard settings.currency == budget.currency else {
            throw Problem(
                .mixedCurrencies,
                "the budget is in \(budget.currency.code), the ledger in \(settings.currency.code)",
                because: "the balances of a ledger are in one currency",
                hint: "write the budget's amounts in \(settings.currency.code)")
        }
        let year = settings.calendar.fiscalYear(numbered: budget.year.year)
        guard year.start == budget.start, year.end == budget.end else {
            throw Problem(
                .badBudgetYear, "\(budget.year) runs from \(budget.start) to \(budget.end) here",
                because: "in the ledger it runs from \(year.start) to \(year.end)",
                hint: "use the ledger's fiscal years")
        }
    }

    private static func checkVanished(
        _ before: Budget, _ budget: Budget
    ) throws(Problem) {
        guard before.year == budget.year else {
            throw Problem(
                .badBudgetYear,
                "\(Problem.quoted(budget.id.text)) was the budget of \(before.year) so far",
                because: "the revisions of one budget are for one year",
                hint: "give the budget of \(budget.year) an id of its own, in `metadata`")
        }
        let known = Set(budget.lines.map(\.node.id))
        let lost = before.lines.map(\.node.id).filter { !known.contains($0) }
        guard !lost.isEmpty else { return }
        let names = lost.map { Problem.quoted($0.text) }.list("and")
        throw Problem(
            .lineVanished,
            "the budget leaves out \(names)",
            because:
                "revision \(before.revision) has \(lost.count == 1 ? "it" : "them"), and a line "
                + "keeps its money and its history",
            hint: "keep the line with `approved: 0` to take its money back, and add `valid_to`")
    }

    private static func checkShared(_ budget: Budget, with other: Budget) throws(Problem) {
        let known = Set(other.lines.map(\.node.id))
        guard let shared = budget.lines.first(where: { known.contains($0.node.id) }) else {
            return
        }
        throw Problem(
            .lineBudgetedTwice, "\(Problem.quoted(shared.node.id.text)) has two budgets",
            because: "\(Problem.quoted(other.id.text)) revision \(other.revision) budgets it for "
                + "\(other.year) as well, and a line gets its money once a year",
            hint: "load it as a revision of that budget, or leave the line out of one of the two")
    }
}

extension Budget {
    /// Whether two revisions say the same but for their numbers.
    func saysSame(as other: Budget) -> Bool {
        (id, year, start, end, currency) == (
            other.id, other.year, other.start, other.end, other.currency
        )
            && chargeBasis == other.chargeBasis && lines == other.lines
    }
}
