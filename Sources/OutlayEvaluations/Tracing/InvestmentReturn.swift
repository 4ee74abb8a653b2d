import OutlayEconomics
import OutlayProblems
import OutlayValues

/// The figures of what an option returns on the investment that it adds to the baseline.
struct InvestmentReturn: Sendable {
    let frame: OptionFrame
    let baseline: OptionFrame
    let coverage: Coverage
    let increment: Increment

    private var returns: Returns { increment.returns }
    private var currency: Currency { frame.currency }
    private var subject: String {
        "of \(frame.title) against \(baseline.title)\(frame.coverageText(coverage))"
    }

    func figures() -> [Figure] {
        [
            addedInvestment, savings, netSavings, ratio, adjustedRate, rateOfReturn, firstYear,
            simplePayback, paybackYear, discountedPaybackYear,
        ] + (returns.modifiedRateOfReturn == nil ? [] : [modifiedRate])
    }

    private func name(_ word: FigureName.Part) -> FigureName { frame.name(coverage, word) }

    private func figure(
        _ word: FigureName.Part, _ title: String,
        explain: @escaping @Sendable (Figure.Caption) throws(Problem) -> Explanation
    ) -> Figure {
        Figure(name(word), "\(title) \(subject)", explain: explain)
    }

    // MARK: - Investment and savings

    private var investmentPart: Explanation.Part {
        Explanation.Part(
            "added investment", .money(returns.addedInvestment, currency),
            name("added_investment"))
    }

    private var savingsPart: Explanation.Part {
        Explanation.Part("savings", .money(returns.savings, currency), name("savings"))
    }

    /// What lines of both options add up to, those of the baseline the other way round.
    private struct Sum {
        var parts: [Explanation.Part] = []
        var more: [Formula] = []
        var less: [Formula] = []

        var formula: Formula { less.reduce(Formula.sum(more)) { .difference($0, $1) } }

        mutating func add(_ part: Explanation.Part, isMore: Bool) {
            if isMore {
                more.append(.part(parts.count))
            } else {
                less.append(.part(parts.count))
            }
            parts.append(part)
        }
    }

    private var addedInvestment: Figure {
        figure("added_investment", "added investment") { caption throws(Problem) in
            var sum = Sum()
            for side in [frame, baseline] {
                let (economics, id) = (side.option.economics, side.option.option.id)
                for line in economics.costs {
                    guard let amount = economics.investment(in: line, coverage) else { continue }
                    let isAll = amount == economics.presentValue(of: line, coverage)
                    let costs = CostSide(frame: side, kind: .costs, coverage: coverage)
                    sum.add(
                        Explanation.Part(
                            "\(line.line.id) of \(id)", .money(amount, currency),
                            isAll ? costs.name(.stated(line.line.id), "pv") : nil),
                        isMore: id == frame.option.option.id)
                }
            }
            return caption.explained(
                .money(returns.addedInvestment, currency), formula: sum.formula, parts: sum.parts,
                rule: "present values of what is paid at time 0, of lines with capex, of "
                    + "replacements and residual values")
        }
    }

    private var savings: Figure {
        figure("savings", "other savings") { caption throws(Problem) in
            let gain = Explanation.Part(
                "NPV", .money(increment.netPresentValue, currency), name("npv"))
            return caption.explained(
                .money(returns.savings, currency), formula: .sum([.part(0), .part(1)]),
                parts: [gain, investmentPart])
        }
    }

    private var netSavings: Figure {
        figure("net_savings", "net savings") { caption throws(Problem) in
            caption.explained(
                .money(returns.netSavings, currency), formula: .difference(.part(0), .part(1)),
                parts: [savingsPart, investmentPart],
                notes: ["Net savings are the net present value in the terms of NIST."])
        }
    }

    private var firstYear: Figure {
        figure("first_year_savings", "savings in the first year") { caption throws(Problem) in
            var sum = Sum()
            for side in [frame, baseline] {
                let (economics, id) = (side.option.economics, side.option.option.id)
                for line in economics.costs + economics.benefits {
                    guard let amount = try economics.firstYear(of: line, coverage) else { continue }
                    sum.add(
                        Explanation.Part(
                            "\(line.line.id) of \(id)", .money(amount, currency)),
                        isMore: (id == frame.option.option.id) != line.line.isCost)
                }
            }
            return caption.explained(
                .money(returns.firstYearSavings, currency), formula: sum.formula,
                parts: sum.parts,
                rule: "of lines that pay every year the first year at prices that have not grown, "
                    + "of all else but investment a year's share")
        }
    }

    // MARK: - Ratios and rates

    private var ratio: Figure {
        figure("sir", "savings-to-investment ratio") { caption throws(Problem) in
            let parts = [savingsPart, investmentPart]
            guard let ratio = returns.savingsToInvestment else {
                return caption.explained(
                    FigureValue("not defined"), parts: parts, rule: "no investment is added")
            }
            return caption.explained(
                FigureValue(.real(ratio), .ratio), formula: .quotient(.part(0), .part(1)),
                parts: parts)
        }
    }

    private var adjustedRate: Figure {
        figure("airr", "adjusted rate of return") { caption throws(Problem) in
            guard let ratio = returns.savingsToInvestment, let rate = returns.adjustedRateOfReturn
            else {
                return caption.explained(
                    FigureValue("not defined"),
                    rule: "there is no savings-to-investment ratio, or it is a loss")
            }
            let growth = Formula.power(
                .part(0), .quotient(.number(1), .number(frame.study.horizon.years)))
            return caption.explained(
                FigureValue(.real(rate), .fraction),
                formula: .difference(
                    .product([.sum([.number(1), .part(1)]), growth]), .number(1)),
                parts: [
                    Explanation.Part("SIR", FigureValue(.real(ratio), .ratio), name("sir")),
                    frame.ratePart,
                ])
        }
    }

    private var rateOfReturn: Figure {
        figure("irr", "internal rate of return") { caption throws(Problem) in
            let parts = returns.flows.map { flow in
                Explanation.Part(
                    "net flow \(moment(flow.years))", .money(flow.amount, currency))
            }
            let formula = Formula.rateOfReturn(
                parts.indices.map { .part($0) }, years: returns.flows.map(\.years))
            let rule = "the rate at which the net flows are worth nothing"
            switch returns.rateOfReturn {
            case .one(let rate), .double(let rate):
                return caption.explained(
                    FigureValue(.real(rate), .fraction), formula: formula, parts: parts,
                    rule: rule)
            case .several(let roots):
                let text = roots.map { percentage($0.rate) }.joined(separator: " or ")
                return caption.explained(
                    FigureValue(text), parts: parts,
                    rule: rule + "; the flows change their sign more than once, and there are "
                        + "\(roots.count)")
            case .notRepresentable:
                return caption.explained(
                    FigureValue("beyond numbers"), parts: parts, rule: rule)
            case .none(let reason):
                return caption.explained(
                    FigureValue("none"), parts: parts,
                    rule: reason == .noSignChange
                        ? "the flows are of one sign" : "no rate makes the flows worth nothing")
            }
        }
    }

    /// When a flow comes, in words: `at the start`, `after 1.5 years`.
    private func moment(_ years: Double) -> String {
        if years == 0 { return "at the start" }
        if years == 1 { return "after 1 year" }
        let exact = try? ExactDecimal(nearest: years, places: 4)
        return "after \(exact?.description ?? "\(years)") years"
    }

    private func percentage(_ rate: Double) -> String {
        ((try? NumberText(places: 1).text(of: rate * 100)) ?? "\(rate * 100)") + "\u{202F}%"
    }

    private var modifiedRate: Figure {
        figure("mirr", "modified rate of return") { caption throws(Problem) in
            let flows = frame.years.columns.map(flow)
            return caption.explained(
                FigureValue(.real(returns.modifiedRateOfReturn ?? 0), .fraction), parts: flows,
                rule: "the yearly growth from what is laid out, discounted at the finance rate, to "
                    + "what comes in, put aside at the reinvestment rate",
                origins: Evaluation.origins(
                    at: frame.evaluation.places?.place("discount_rate")))
        }
    }

    // MARK: - Times

    private func flow(_ column: Int) -> Explanation.Part {
        Explanation.Part(
            "net \(frame.years.text(column))", .money(increment.netFlows[column], currency),
            frame.name(coverage, "net", frame.years.word(column)))
    }

    private var simplePayback: Figure {
        figure("simple_payback", "simple payback") { caption throws(Problem) in
            let parts = [
                Explanation.Part(
                    "added at time 0", .money(returns.addedInitialCost, currency)),
                Explanation.Part(
                    "savings in the first year", .money(returns.firstYearSavings, currency),
                    name("first_year_savings")),
            ]
            guard let years = returns.simplePaybackYears else {
                return caption.explained(
                    FigureValue("not defined"), parts: parts,
                    rule: "nothing more is paid at time 0, or the first year saves nothing")
            }
            return caption.explained(
                FigureValue(.real(years), .years), formula: .quotient(.part(0), .part(1)),
                parts: parts)
        }
    }

    private var paybackYear: Figure {
        figure("payback_year", "year that pays back") { caption throws(Problem) in
            caption.explained(
                year(returns.payback.firstWholePeriod), parts: frame.years.columns.map(flow),
                rule: "the first study year at whose end the net flows sum to 0 or more")
        }
    }

    private var discountedPaybackYear: Figure {
        figure("discounted_payback_year", "year that pays back with interest") {
            caption throws(Problem) in
            let parts = frame.years.columns.map { column in
                Explanation.Part(
                    "net \(frame.years.text(column)), present value",
                    .money(increment.discountedFlows[column], currency))
            }
            return caption.explained(
                year(returns.discountedPayback.firstWholePeriod), parts: parts,
                rule:
                    "the first study year at whose end the present values of the net flows sum to "
                    + "0 or more")
        }
    }

    private func year(_ year: Int?) -> FigureValue {
        year.map { FigureValue(.exact(ExactDecimal($0)), .quantity("")) } ?? FigureValue("never")
    }
}
