import OutlayDecisions
import OutlayEvaluations

extension SensitivityReport {
    // MARK: - The price of knock-outs

    func knockOutSection() -> ReportSection? {
        let prices = sensitivity.knockOutPrices
        guard !prices.isEmpty else { return nil }
        let money = YearColumns(result.evaluation.study)
        let rows = prices.map { price in
            Row([
                .text(price.name),
                .text(price.excluded.map(title).joined(separator: ", ")),
                price.winner.map { .text(title($0)) } ?? .empty,
                price.value.map { .number($0, places: 1) } ?? .empty,
                price.netPresentValue.map { money.cell($0) } ?? .empty,
                price.costSaving.map { money.cell($0) } ?? .empty,
            ])
        }
        let first = result.first?.option.id
        let changing = prices.filter { $0.winner != nil && $0.winner != first }.map(\.name)
        return ReportSection(
            id: "knock-outs",
            title: changing.isEmpty
                ? "No one requirement decides who has rank 1"
                : "Without \(changing.list("or")) another option would have rank 1",
            question: "What does each knock-out and minimum give up?",
            blocks: [
                .table(
                    Table(
                        caption:
                            "What the best option that fails one requirement alone would bring, "
                            + result.evaluation.study.currency.code,
                        columns: [
                            Column("Requirement", widthHint: 24), Column("Excludes", widthHint: 30),
                            Column("Rank 1 without it", widthHint: 30), .number("Value given up"),
                            .number("\(result.gainName) given up"),
                            .number("\(result.comparedCostName) given up"),
                        ], rows: rows
                    ).withoutEmptyColumns)
            ])
    }

    // MARK: - What would make an option win

    func winningSection() -> ReportSection? {
        guard let answer = sensitivity.winning else { return nil }
        switch answer {
        case .notEligible(let option):
            let reasons = result.option(option).map { result.openRequirements(of: $0) } ?? []
            return plain(
                "\(title(option)) cannot win",
                "No score makes up for a requirement"
                    + (reasons.isEmpty ? "." : ": \(reasons.joined(separator: "; "))."))
        case .notScored(let option):
            return plain(
                "\(title(option)) has no value to compare",
                "Nothing is scored, or a performance is missing.")
        case .conditions(let conditions, let money):
            guard let table = sensitivity.weights?.table else { return nil }
            return section(conditions, money, table)
        }
    }

    private func plain(_ finding: String, _ text: String) -> ReportSection {
        ReportSection(
            id: "winning", title: finding, question: "What would make it win?",
            blocks: [.paragraph(RichText(text))])
    }

    private func section(
        _ conditions: WinningConditions, _ money: WinningAnswer.MoneyGap?, _ table: ValueTable
    ) -> ReportSection {
        let name = title(table.options[conditions.option])
        let rival = conditions.rival.map { title(table.options[$0]) }
        var blocks: [Block] = []
        let isAhead = conditions.criteria.contains { $0.value == .notNeeded }
        if !isAhead { blocks.append(.table(changeTable(conditions, table))) }
        if let money { blocks.append(.paragraph(RichText(text(of: money, name)))) }
        let finding: String
        if isAhead {
            finding = "\(name) has the highest value already"
        } else {
            finding =
                "\(name) is \(FigureText.shown(conditions.gap, places: 1)) points behind "
                + (rival ?? "")
        }
        return ReportSection(
            id: "winning", title: finding, question: "What would make it win?", blocks: blocks)
    }

    /// For each criterion the value, and the weight, that would do by itself.
    private func changeTable(_ conditions: WinningConditions, _ table: ValueTable) -> Table {
        Table(
            caption: "One change that puts it level with the best; any more puts it ahead",
            columns: [
                Column("Criterion", widthHint: 26), .number("Value now"), .number("Value needed"),
                .number("Weight now"), .number("Weight needed"),
            ],
            rows: table.criteria.indices.map { index in
                let condition = conditions.criteria[index]
                return Row([
                    .text(table.criteria[index]),
                    .number(table.value(conditions.option, index), places: 1),
                    cell(condition.value) { .number($0, places: 1) },
                    StabilityFindings.cell(table.weights[index]),
                    cell(condition.weight, StabilityFindings.cell),
                ])
            })
    }

    private func cell(_ change: WinningConditions.Change, _ figure: (Double) -> Cell) -> Cell {
        switch change {
        case .notNeeded: .empty
        case .impossible: .text("impossible", tone: .quiet)
        case .to(let figureNeeded, by: _): figure(figureNeeded)
        }
    }

    private func text(of money: WinningAnswer.MoneyGap, _ name: String) -> String {
        let currency = result.evaluation.study.currency.code + FigureText.noBreakSpace
        let figure: String
        var kind = "of present value"
        switch money.figure {
        case .netPresentValue: figure = "NPV"
        case .totalCostOfOwnership: figure = "TCO"
        case .annualGain: (figure, kind) = ("gain a year", "a year")
        case .equivalentAnnualCost: (figure, kind) = ("equivalent annual cost", "a year")
        }
        guard money.amount > 0 else {
            return "No price changes a value. In money \(name) is ahead already: its \(figure) is "
                + "\(currency)\(FigureText.shown(-money.amount, places: 0)) better than that of "
                + "\(title(money.rival))."
        }
        return "No price changes a value. In money: costs of \(name) lower by "
            + "\(currency)\(FigureText.shown(money.amount, places: 0)) \(kind) would bring "
            + "its \(figure) level with that of \(title(money.rival))."
    }
}
