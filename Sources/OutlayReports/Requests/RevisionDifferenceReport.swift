import OutlayBudgets
import OutlayEconomics
import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension RevisionDifference {
    /// The difference in a few words: `seats 60 → 65, contract +17 167.57 (+6.5 %)`.
    ///
    /// - Throws: ``ProblemCode/overflow``.
    public func inShort() throws(Problem) -> String {
        var parts: [String] = []
        if choice.before.option != choice.after.option {
            parts.append(
                "option \(choice.before.option ?? "none") → \(choice.after.option ?? "none")")
        }
        parts += assumptions.map { change in
            change.field == "value"
                ? "\(change.subject) \(change.before ?? "none") → \(change.after ?? "none")"
                : "\(change.subject) \(change.inWords)"
        }
        if termMonths.isChanged {
            func months(_ count: Int?) -> String { count.map(String.init) ?? "no end" }
            parts.append(
                "term \(months(termMonths.before)) → \(months(termMonths.after)) months")
        }
        if contractValue.isChanged { parts.append("contract " + (try contractText())) }
        guard !parts.isEmpty else { return isEmpty ? "nothing differs" : "other statements" }
        return parts.joined(separator: ", ")
    }

    private func contractText() throws(Problem) -> String {
        guard let change = try contractChange() else {
            return "\(FigureText.shown(contractValue.before, places: 2)) → "
                + FigureText.shown(contractValue.after, places: 2)
        }
        let share = try contractShare().map { share in
            " (" + (share.isNegative ? "" : "+") + FigureText.percentage(share, places: 1) + ")"
        }
        return RequestReview.shown(change, sign: .both) + (share ?? "")
    }

    /// The difference as `outlay request diff` prints it.
    ///
    /// - Parameter names: What the two revisions are called, such as `revision 1`.
    /// - Returns: A report for any ``ReportFormat``.
    /// - Throws: A ``Problem`` when a sum does not fit.
    public func report(
        _ names: (before: String, after: String)
    ) throws(Problem) -> Report {
        Report(
            title: "What changed in \(evaluation.after.evaluation.title)",
            subtitle: "\(names.before) → \(names.after)",
            summary: [.paragraph(.strong(try inShort()))] + (try blocks()))
    }

    /// The tables of what differs; none where nothing does.
    func blocks() throws(Problem) -> [Block] {
        var blocks: [Block] = []
        let money = try moneyRows()
        if !money.isEmpty {
            blocks.append(
                .table(
                    Table(
                        caption: "Money in \(contractValue.after.currency.code)",
                        columns: [
                            Column("Figure"), .number("Before"), .number("After"),
                            .number("Difference"),
                        ], rows: money)))
        }
        let facts = factRows
        if !facts.isEmpty {
            blocks.append(
                .table(
                    Table(
                        caption: "What is stated otherwise",
                        columns: [
                            Column("What", widthHint: 40), Column("Before", widthHint: 30),
                            Column("After", widthHint: 30),
                        ], rows: facts)))
        }
        return blocks
    }

    private func moneyRows() throws(Problem) -> [Row] {
        var pairs = [("contract value", contractValue), ("committed", committed)]
        pairs += years.map { ("charged in \($0.year)", $0.amount) }
        var rows: [Row] = []
        for (name, pair) in pairs where pair.isChanged {
            let places = pair.after.currency.minorUnitPlaces
            let change = isOneCurrency ? try pair.after - pair.before : nil
            rows.append(
                Row([
                    .text(name), .money(pair.before, places: places),
                    .money(pair.after, places: places),
                    change.map { .money($0, places: places, sign: .both) } ?? .empty,
                ]))
        }
        return rows
    }

    private var factRows: [Row] {
        var rows: [(String, String?, String?)] = []
        if choice.before.option != choice.after.option {
            rows.append(("option", choice.before.option, choice.after.option))
        }
        if choice.before.reason != choice.after.reason {
            rows.append(("reason", choice.before.reason.text, choice.after.reason.text))
        }
        if choice.before.reviewOn != choice.after.reviewOn {
            rows.append(
                (
                    "review", choice.before.reviewOn?.description,
                    choice.after.reviewOn?.description
                ))
        }
        if rank.isChanged {
            rows.append(("rank", rank.before.map(String.init), rank.after.map(String.init)))
        }
        if termMonths.isChanged {
            rows.append(
                (
                    "months of the term", termMonths.before.map(String.init),
                    termMonths.after.map(String.init)
                ))
        }
        rows += quotes.map { quote in
            (
                "quote of \(quote.vendor)", quote.validUntil.before?.description,
                quote.validUntil.after?.description
            )
        }
        rows += evaluation.changes.map { change in
            let subject = [change.kind, change.subject, change.field].filter { !$0.isEmpty }
            return (subject.joined(separator: " "), change.before, change.after)
        }
        return rows.map { name, before, after in
            Row([
                .text(name), before.map { .text($0) } ?? .empty, after.map { .text($0) } ?? .empty,
            ])
        }
    }
}
