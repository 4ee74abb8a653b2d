import OutlayEconomics
import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension EvaluationResult {
    /// Returns what some options bind their buyer to pay and when it is charged; nil without a contract.
    ///
    /// - Throws: ``ProblemCode/overflow`` when a sum needs more than 38 digits.
    func contractTable(of options: [OptionResult]) throws(Problem) -> Table? {
        var years: Set<FiscalYear> = []
        for option in options {
            years.formUnion((option.contract?.charges ?? []).map(\.fiscalYear))
        }
        let columns = years.sorted()
        var rows: [Row] = []
        for option in options {
            guard let contract = option.contract else { continue }
            rows.append(try row(of: contract, option.option, columns))
        }
        guard !rows.isEmpty else { return nil }
        return Table(
            caption: "Contract value and charges, \(evaluation.study.currency.code)",
            columns: [
                Column("Option", widthHint: 30), Column("Term", widthHint: 30),
                .number("Committed"), .number("Contract value"),
            ] + columns.map { .number($0.name) } + [.number("Leaving costs")],
            rows: rows,
            note:
                "Net of tax, without leaving costs: committed to the next break; contract value to "
                + "the end of the term, use at its ceiling. Charges carry the tax that is not recovered."
        )
    }

    private func row(
        of contract: Contract, _ option: PurchaseOption, _ years: [FiscalYear]
    ) throws(Problem) -> Row {
        let places = evaluation.study.currency.minorUnitPlaces
        let charges = try contract.chargesByYear()
        let cells = years.map { year in
            charges.first { $0.fiscalYear == year }
                .map { Cell.money($0.amount, places: places) } ?? .empty
        }
        return Row(
            [
                .text(option.title), .text(text(of: option.term)),
                .money(contract.committed, places: places),
                .money(contract.value, places: places),
            ] + cells + [.money(contract.leavingCosts, places: places)])
    }

    private func text(of term: ContractTerm?) -> String {
        guard let term else { return "open end, \(Contract.openEndMonths) months counted" }
        var text = "\(term.months) months"
        if let months = term.breakMonths { text += ", break after \(months)" }
        if term.renewsAutomatically { text += ", renews" }
        if let days = term.noticeDays {
            let end = evaluation.study.horizon.start.adding(months: term.months)
            text += ", notice by \(end.adding(days: -days - 1))"
        }
        if let cap = term.priceCapPerYear {
            text += ", prices at most +\(FigureText.percentage(cap)) a year"
        }
        return text
    }
}
