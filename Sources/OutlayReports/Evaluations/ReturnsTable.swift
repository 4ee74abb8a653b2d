import OutlayEconomics
import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension EvaluationResult {
    /// Returns what some options gain over the baseline: costs, benefits, NPV, their ratio and the payback.
    func gainTable(of compared: [OptionResult]) -> Table {
        let columns = YearColumns(evaluation.study)
        var rows: [Row] = []
        for option in compared {
            guard let increment = option.increment else { continue }
            rows.append(
                Row(
                    [.text(option.option.title)] + Array(repeating: .empty, count: 5),
                    style: .header))
            for coverage in Coverage.allCases {
                let figures = increment[coverage]
                rows.append(
                    Row([
                        .text(coverage == .all ? "all" : "cash only"),
                        columns.cell(figures.addedCost, sign: .both),
                        columns.cell(figures.addedBenefit, sign: .both),
                        columns.cell(figures.netPresentValue, sign: .both),
                        figures.benefitCostRatio.map { .number($0, places: 2, dataPlaces: 4) }
                            ?? .number(shown: "not defined", data: ""),
                        figures.paybackYears.map { .number($0, places: 1, dataPlaces: 4) }
                            ?? .number(shown: "never", data: ""),
                    ]))
            }
        }
        return Table(
            caption: "Gain against \(baseline?.option.title ?? ""), present values, "
                + evaluation.study.currency.code,
            columns: [
                Column("Counted", widthHint: 30), .number("Added costs"),
                .number("Added benefits"), .number("NPV"), .number("Benefit/cost"),
                .number("Payback, years"),
            ],
            rows: rows,
            note: "NPV is added benefits less added costs. Cash leaves out benefits that are not "
                + "cashable and payroll that no budget releases. " + Table.roundedIndividually)
    }

    /// Returns what some options return on what they cost more: rates, ratios and times.
    ///
    /// - Throws: A ``Problem`` when a number is too large.
    func returnsTable(of compared: [OptionResult]) throws(Problem) -> Table {
        let money = YearColumns(evaluation.study)
        let hasModified = evaluation.study.rate.modifiedReturn != nil
        var columns: [(title: String, cell: (Returns, Double) -> Cell)] = [
            ("IRR", { returns, _ in returns.rateOfReturn.cell })
        ]
        if hasModified {
            columns.append(("MIRR", { returns, _ in Self.rate(returns.modifiedRateOfReturn) }))
        }
        columns += [
            (
                "Added investment",
                { returns, _ in money.cell(returns.addedInvestment, sign: .both) }
            ),
            ("Other savings", { returns, _ in money.cell(returns.savings, sign: .both) }),
            ("SIR", { returns, _ in Self.number(returns.savingsToInvestment, places: 2) }),
            ("AIRR", { returns, _ in Self.rate(returns.adjustedRateOfReturn, places: 2) }),
            ("Pays back in year", { returns, _ in Self.year(returns.payback.firstWholePeriod) }),
            ("discounted", { returns, _ in Self.year(returns.discountedPayback.firstWholePeriod) }),
            (
                "Simple payback, years",
                { returns, _ in Self.number(returns.simplePaybackYears, places: 2) }
            ),
            ("EAC", { _, yearly in money.cell(yearly) }),
        ]
        var rows: [Row] = []
        for option in compared {
            guard let increment = option.increment else { continue }
            rows.append(
                Row(
                    [.text(option.option.title)]
                        + Array(repeating: .empty, count: columns.count), style: .header))
            for coverage in Coverage.allCases {
                rows.append(
                    Row(
                        [.text(coverage == .all ? "all" : "cash only")]
                            + columns.map {
                                $0.cell(
                                    increment[coverage].returns,
                                    option.equivalentAnnualCost[coverage])
                            }
                    ))
            }
        }
        let lowest = lowestCost.map { "Lowest life-cycle cost: \($0.option.title). " } ?? ""
        return Table(
            caption: "Return on what is added to \(baseline?.option.title ?? "")",
            columns: [Column("Counted", widthHint: 30)] + columns.map { .number($0.title) },
            rows: rows,
            note: lowest
                + "Investment is what is paid at the start, capital spending, replacements and residual "
                + "values; SIR is other savings over added investment, AIRR the rate it stands for. EAC is "
                + "the option's cost of one year.")
    }

    /// Returns the performance that money buys with each option; nil where nothing is asked.
    ///
    /// - Throws: A ``Problem`` when a number is too large.
    func pricePerformanceTable(of options: [OptionResult]) throws(Problem) -> Table? {
        guard !evaluation.pricePerformances.isEmpty else { return nil }
        var rows: [Row] = []
        for option in options {
            var cells: [Cell] = [.text(option.option.title)]
            for request in evaluation.pricePerformances {
                let bought = try pricePerformance(of: option, request)
                cells += [Self.number(bought.all, places: 2), Self.number(bought.cash, places: 2)]
            }
            rows.append(Row(cells))
        }
        let code = evaluation.study.currency.code
        return Table(
            caption: "Performance for its price: performance × amount / \(comparedCostName)",
            columns: [Column("Option", widthHint: 34)]
                + evaluation.pricePerformances.flatMap { request -> [Column] in
                    let title =
                        "\(request.criterion) per \(code) \(FigureText.asStated.text(of: request.per))"
                    return [.number(title), .number("cash")]
                }, rows: rows)
    }

    /// Returns the cost and the gain of one year of each option, where years are compared; else nil.
    func annualTable(of options: [OptionResult]) -> Table? {
        guard evaluation.comparisonBasis == .equivalentAnnualCost else { return nil }
        let money = YearColumns(evaluation.study)
        var columns: [(Column, (OptionResult) -> Cell)] = [
            (
                .number("Years"),
                {
                    .number(
                        shown: "\($0.economics.study.horizon.years)",
                        data: "\($0.economics.study.horizon.years)")
                }
            ),
            (.number("EAC"), { money.cell($0.equivalentAnnualCost.all) }),
            (.number("cash EAC"), { money.cell($0.equivalentAnnualCost.cash) }),
        ]
        if evaluation.baseline != nil {
            for coverage in Coverage.allCases {
                columns.append(
                    (
                        .number(coverage == .all ? "Gain a year" : "cash gain"),
                        { option in
                            annualGain(of: option).map {
                                money.cell($0[coverage], sign: .both)
                            } ?? .empty
                        }
                    ))
            }
        }
        return Table(
            caption: "Cost and gain of one year, \(evaluation.study.currency.code)",
            columns: [Column("Option", widthHint: 34)] + columns.map(\.0),
            rows: options.map { option in
                Row([.text(option.option.title)] + columns.map { $0.1(option) })
            },
            note:
                "EAC is the equal cost at the end of each of an option's years that is worth its TCO; "
                + "the gain is the baseline's EAC less the option's, and what a year's benefits are "
                + "worth more. Each option is taken to be renewed as it is.")
    }

    private static func number(_ figure: Double?, places: Int) -> Cell {
        figure.map { .number($0, places: places, dataPlaces: 4) }
            ?? .number(shown: "not defined", data: "")
    }

    private static func rate(_ figure: Double?, places: Int = 1) -> Cell {
        figure.map { .percentage($0, places: places) } ?? .number(shown: "not defined", data: "")
    }

    private static func year(_ year: Int?) -> Cell {
        year.map { .number(shown: "\($0)", data: "\($0)") } ?? .number(shown: "never", data: "")
    }
}

extension RateOfReturn {
    /// The rates as percentages, or why there is none.
    fileprivate var cell: Cell {
        switch self {
        case .one, .double, .several:
            let shown = roots.map { FigureText.percentage($0.rate, places: 1) }
            let data = roots.map { FigureText.data($0.rate, places: 4) }
            return .number(
                shown: shown.joined(separator: " or "), data: data.joined(separator: " "))
        case .notRepresentable: return .number(shown: "beyond numbers", data: "")
        case .none(.noSignChange): return .number(shown: "none: one sign", data: "")
        case .none(.noRealRoot): return .number(shown: "none", data: "")
        }
    }
}
