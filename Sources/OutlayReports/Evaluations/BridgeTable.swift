import OutlayEconomics
import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension EvaluationResult {
    /// Returns what drives the difference between the baseline and `option`, as a table.
    ///
    /// - Throws: A ``Problem`` when a sum needs more than 38 digits.
    func bridgeTable(to option: OptionResult) throws(Problem) -> Table? {
        guard let baseline, let bridge = try bridge(to: option) else { return nil }
        let columns = YearColumns(evaluation.study)
        var rows = [total(baseline.option.title, bridge.map(\.from))]
        rows += steps(bridge.all.costs, bridge.cash.costs) { $0 }
        rows.append(total(option.option.title, bridge.map(\.to)))
        if !bridge.all.benefits.isEmpty {
            rows += steps(bridge.all.benefits, bridge.cash.benefits) { "benefit: \($0)" }
        }
        rows.append(total("NPV: benefits less costs", bridge.map(\.netPresentValue), sign: .both))
        return Table(
            caption: "From \(baseline.option.title) to \(option.option.title), "
                + evaluation.study.currency.code,
            columns: [
                Column(evaluation.study.currency.code, widthHint: 36),
                .number("Undiscounted"), .number(columns.presentValueTitle),
                .number("cash undiscounted"), .number("cash PV"),
            ], rows: rows)
    }

    private func total(
        _ title: String, _ amounts: Twice<Money>, sign: NumberText.SignPolicy = .negative
    ) -> Row {
        let places = evaluation.study.currency.minorUnitPlaces
        return Row(
            [
                .text(title), .empty, .money(amounts.all, places: places, sign: sign), .empty,
                .money(amounts.cash, places: places, sign: sign),
            ], style: .total)
    }

    /// The categories of both are the same, for each line has its category in either.
    private func steps(
        _ all: [Bridge.Step], _ cash: [Bridge.Step], named title: (String) -> String
    ) -> [Row] {
        let currency = evaluation.study.currency
        return zip(all, cash).map { all, cash in
            let amounts = [
                Money(all.total, currency), all.presentValue, Money(cash.total, currency),
                cash.presentValue,
            ]
            return Row(
                [.text(title(all.category))]
                    + amounts.map { amount in
                        amount.amount.isZero
                            ? .empty
                            : .money(amount, places: currency.minorUnitPlaces, sign: .both)
                    })
        }
    }
}
