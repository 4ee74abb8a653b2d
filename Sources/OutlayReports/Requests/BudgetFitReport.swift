import OutlayBudgets
import OutlayEncoding
import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension BudgetFit {
    /// The section behind a comparison: which option fits which line in which year.
    ///
    /// - Throws: A ``Problem`` when a sum does not fit.
    package func section() throws(Problem) -> ReportSection {
        var rows: [Row] = []
        for option in options {
            let title = option.option.option.title
            if let obstacle = option.obstacle {
                rows.append(row([title, "", "", "no: \(obstacle.summary), \(obstacle.reason)"]))
                continue
            }
            if option.budget == nil { rows.append(row([title, "", "", "asks for nothing"])) }
            for line in option.budget?.lines ?? [] {
                let isShort = line.after.isNegative
                let warns = try line.isAboveWarnLevel()
                rows.append(
                    row(
                        [
                            title, line.node.id.text, line.year.description,
                            isShort ? "no" : warns ? "yes, over the warn line" : "yes",
                        ], [line.available, line.requested, line.after].map(cell)))
            }
            for year in option.unbudgeted {
                let places = year.amount.currency.minorUnitPlaces
                rows.append(
                    row(
                        [title, "", year.year.description, "no budget yet"],
                        [.empty, .money(year.amount, places: places), .empty]))
            }
            if let refusal = option.budget?.refusal, refusal.code != .insufficientFunds {
                let problem = refusal.problem(in: currency)
                rows.append(row([title, "", "", "no: \(problem.summary), \(problem.reason)"]))
            }
        }
        let fitting = options.filter(\.fits).map(\.option.option.title)
        return ReportSection(
            id: "budget-fit",
            title: fitting.isEmpty
                ? "No option fits its budget lines"
                : fitting.list("and") + (fitting.count == 1 ? " fits" : " fit") + " the budget",
            question: "Which option fits which line in which year?",
            blocks: [
                .table(
                    Table(
                        caption: "In \(currency.code)",
                        columns: [
                            Column("Option", widthHint: 30), Column("Line"), Column("Year"),
                            .number("Available"), .number("Asked"), .number("After"),
                            Column("Fits", widthHint: 50),
                        ], rows: rows))
            ])
    }

    private func row(_ texts: [String], _ amounts: [Cell] = [.empty, .empty, .empty]) -> Row {
        Row(texts.prefix(3).map { .text($0) } + amounts + [.text(texts[3])])
    }

    private func cell(_ amount: MinorUnits) -> Cell {
        .money(amount.money(in: currency), places: currency.minorUnitPlaces)
    }

    /// The same for programs.
    ///
    /// - Throws: A ``Problem`` when a sum does not fit.
    package func json() throws(Problem) -> JSONValue {
        .array(
            try options.map { option throws(Problem) in
                [
                    "option": .string(option.option.option.id), "fits": .bool(option.fits),
                    "budget": try option.budget?.json(in: currency) ?? .null,
                    "unbudgeted": .array(
                        option.unbudgeted.map { year in
                            [
                                "year": .string(year.year.description),
                                "amount": ResultJSON.money(year.amount),
                            ]
                        }),
                    "obstacle": option.obstacle.map(RequestReview.json) ?? .null,
                ]
            })
    }
}
