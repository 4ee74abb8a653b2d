import OutlayBudgets
import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension PurchaseCheck {
    /// The check of a budget, as `outlay budget check` prints it: the lines, what is missing and the ways out.
    ///
    /// - Parameters:
    ///   - title: What is checked.
    ///   - currency: The currency of the ledger.
    ///   - expected: What else the lines will likely be charged and nothing holds yet.
    /// - Returns: A report for any ``ReportFormat``.
    /// - Throws: A ``Problem`` when a sum does not fit.
    public func report(
        title: String, in currency: Currency, expected: [ExpectedSpending] = []
    ) throws(Problem) -> Report {
        var blocks: [Block] = [.table(try budget.table(in: currency))]
        if let pending = budget.pending(in: currency) { blocks.append(.paragraph(pending)) }
        if let refusal = budget.refusal {
            let problem = refusal.problem(in: currency)
            blocks.append(
                .callout(problem.severity, RichText("\(problem.summary): \(problem.reason)")))
            let ways = waysOut(in: currency)
            if !ways.isEmpty { blocks.append(.list(ways.map { RichText($0) })) }
        }
        if !unbudgetedYears.isEmpty {
            let years = unbudgetedYears.map(\.description).joined(separator: ", ")
            let verb = unbudgetedYears.count == 1 ? "commits" : "commit"
            let amount = RequestReview.shown(unbudgeted)
            blocks.append(
                .callout(
                    .note,
                    "\(years) \(verb) \(unbudgeted.currency.code) \(amount), no budget yet"))
        }
        if !expected.isEmpty {
            blocks.append(.table(try Self.table(expected, after: budget, in: currency)))
        }
        return Report(title: title, summary: blocks)
    }

    /// What would make it fit, in words, the least change first.
    public func waysOut(in currency: Currency) -> [String] {
        var ways = fitting.map { value in
            let unit = value.unit.isEmpty ? value.name : value.unit
            let isCount = value.value.places == 0 && !unit.contains("/")
            let plural = isCount && value.value != .one && !unit.hasSuffix("s") ? "s" : ""
            let amount = FigureText.shown(value.value, places: value.value.places)
            return isCount
                ? "fits at \(amount) \(unit)\(plural) or fewer"
                : "fits at \(value.name) \(amount) or less"
        }
        if let transfer {
            ways.append(
                "or transfer \(RequestReview.shown(transfer.amount.money(in: currency))) to "
                    + transfer.node.text)
        }
        if let override {
            ways.append("or ask an override (\(override.policy): \(override.role), with reason)")
        }
        return ways
    }

    /// What is expected and not reserved, and what is free after that.
    static func table(
        _ expected: [ExpectedSpending], after budget: BudgetCheck, in currency: Currency
    ) throws(Problem) -> Table {
        var rows = expected.map { item in
            Row([
                .text(item.kind.words), .text(item.subject.text),
                .text("\(item.node) \(item.year)"),
                item.date.map { .text($0.description) } ?? .empty,
                .money(item.amount.money(in: currency), places: currency.minorUnitPlaces),
            ])
        }
        for line in budget.lines {
            let own = expected.filter { $0.node == line.node.id && $0.year == line.year }
            guard !own.isEmpty else { continue }
            var free = line.after
            for item in own { free = try free - item.amount }
            rows.append(
                Row(
                    [
                        .text("free after that"), .empty, .text("\(line.node.id) \(line.year)"),
                        .empty,
                        .money(free.money(in: currency), places: currency.minorUnitPlaces),
                    ], style: .total))
        }
        return Table(
            caption: "Expected, not reserved, in \(currency.code)",
            columns: [
                Column("Why"), Column("What"), Column("Line"), Column("Day"), .number("Amount"),
            ], rows: rows)
    }
}

extension ExpectedSpending.Kind {
    /// What readers see.
    var words: String {
        switch self {
        case .noticePassed: "notice passed, goes on"
        case .renewal: "renewal"
        case .callOff: "call-offs at the pace so far"
        case .runRate: "use at the pace so far"
        }
    }
}
