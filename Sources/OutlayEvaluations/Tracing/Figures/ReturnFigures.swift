import OutlayEconomics
import OutlayProblems
import OutlayValues

/// The cost and gain of one year, and what an option returns on the investment that it adds.
enum ReturnFigures: FigureFamily {
    static func figures(of result: EvaluationResult) throws(Problem) -> [Figure] {
        guard result.evaluation.hasLines else { return [] }
        return result.options.flatMap { option -> [Figure] in
            let frame = OptionFrame(result: result, option: option)
            return Coverage.allCases.flatMap { coverage in
                [annualCost(frame, coverage), annualBenefit(frame, coverage)].compactMap(\.self)
                    + gain(frame, coverage) + returns(frame, coverage)
            }
        }
    }

    // MARK: - One year

    private static func annualCost(_ frame: OptionFrame, _ coverage: Coverage) -> Figure? {
        annual(
            frame, coverage, "eac", "equivalent annual cost",
            frame.option.equivalentAnnualCost[coverage],
            of: Explanation.Part(
                "TCO", .money(frame.option.totalCostOfOwnership[coverage], frame.currency),
                frame.name(coverage, "tco")))
    }

    private static func annualBenefit(_ frame: OptionFrame, _ coverage: Coverage) -> Figure? {
        guard !frame.option.economics.benefits.isEmpty else { return nil }
        let side = CostSide(frame: frame, kind: .benefits, coverage: coverage)
        return annual(
            frame, coverage, "eab", "equivalent annual benefit",
            frame.option.equivalentAnnualBenefit[coverage],
            of: Explanation.Part(
                "benefits",
                .money(frame.option.economics.benefitPresentValue(coverage), frame.currency),
                side.presentValueName))
    }

    /// A present value over the present value of 1 at the end of each year of the horizon.
    private static func annual(
        _ frame: OptionFrame, _ coverage: Coverage, _ word: FigureName.Part, _ title: String,
        _ amount: Double, of presentValue: Explanation.Part
    ) -> Figure {
        Figure(
            frame.name(coverage, word),
            "\(title) of \(frame.title)\(frame.coverageText(coverage))"
        ) { caption throws(Problem) in
            let years = (1...frame.study.horizon.years).map { year in
                Formula.discounted(.number(1), rate: .part(1), years: .number(year))
            }
            return caption.explained(
                .money(amount, frame.currency), formula: .quotient(.part(0), .sum(years)),
                parts: [presentValue, frame.ratePart],
                rule: "the equal amount at the end of each year that is worth as much")
        }
    }

    private static func gain(_ frame: OptionFrame, _ coverage: Coverage) -> [Figure] {
        guard let baseline = frame.result.baseline,
            let gain = frame.result.annualGain(of: frame.option)?[coverage]
        else { return [] }
        let name = frame.name(coverage, "annual_gain")
        let title = "what one year of \(frame.title) gains\(frame.coverageText(coverage))"
        return [
            Figure(name, title) { caption throws(Problem) in
                guard frame.option.option.id != baseline.option.id else {
                    return caption.explained(
                        .money(0.0, frame.currency),
                        rule: "it is the baseline, which gains nothing on itself")
                }
                let other = OptionFrame(result: frame.result, option: baseline)
                var parts: [Explanation.Part] = []
                var gains: [Formula] = []
                var losses: [Formula] = []
                for (side, isOwn) in [(frame, true), (other, false)] {
                    let id = side.option.option.id
                    (isOwn ? { losses.append($0) } : { gains.append($0) })(.part(parts.count))
                    parts.append(
                        Explanation.Part(
                            "EAC of \(id)",
                            .money(side.option.equivalentAnnualCost[coverage], side.currency),
                            side.name(coverage, "eac")))
                    guard !side.option.economics.benefits.isEmpty else { continue }
                    (isOwn ? { gains.append($0) } : { losses.append($0) })(.part(parts.count))
                    parts.append(
                        Explanation.Part(
                            "benefit of a year of \(id)",
                            .money(side.option.equivalentAnnualBenefit[coverage], side.currency),
                            side.name(coverage, "eab")))
                }
                return caption.explained(
                    .money(gain, frame.currency),
                    formula: losses.reduce(Formula.sum(gains)) { .difference($0, $1) },
                    parts: parts)
            }
        ]
    }

    // MARK: - Returns on investment

    private static func returns(_ frame: OptionFrame, _ coverage: Coverage) -> [Figure] {
        guard let returns = frame.option.increment?[coverage].returns else { return [] }
        let subject = "\(frame.title) against the baseline\(frame.coverageText(coverage))"
        let investment = frame.name(coverage, "added_investment")
        let savings = frame.name(coverage, "savings")
        let parts = [
            Explanation.Part("savings", .money(returns.savings, frame.currency), savings),
            Explanation.Part(
                "added investment", .money(returns.addedInvestment, frame.currency), investment),
        ]
        let gain = Explanation.Part(
            "NPV", .money(frame.option.increment?[coverage].netPresentValue ?? 0, frame.currency),
            frame.name(coverage, "npv"))
        return [
            Figure(investment, "added investment of \(subject)") { caption throws(Problem) in
                caption.explained(
                    .money(returns.addedInvestment, frame.currency),
                    rule: "the present value of what more is paid at time 0, for lines with capex, "
                        + "for replacements and residual values")
            },
            Figure(savings, "other savings of \(subject)") { caption throws(Problem) in
                caption.explained(
                    .money(returns.savings, frame.currency), formula: .sum([.part(0), .part(1)]),
                    parts: [gain, parts[1]])
            },
            Figure(frame.name(coverage, "sir"), "savings-to-investment ratio of \(subject)") {
                caption throws(Problem) in
                guard let ratio = returns.savingsToInvestment else {
                    return caption.explained(
                        FigureValue("not defined"), parts: parts, rule: "no investment is added")
                }
                return caption.explained(
                    FigureValue(.real(ratio), .ratio), formula: .quotient(.part(0), .part(1)),
                    parts: parts)
            },
            Figure(frame.name(coverage, "airr"), "adjusted rate of return of \(subject)") {
                caption throws(Problem) in
                guard let ratio = returns.savingsToInvestment,
                    let rate = returns.adjustedRateOfReturn
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
                        Explanation.Part(
                            "SIR", FigureValue(.real(ratio), .ratio), frame.name(coverage, "sir")),
                        frame.ratePart,
                    ])
            },
        ]
    }
}

extension EvaluationResult {
    /// The cost that an option is compared by, as a part.
    func comparedCostPart(of option: OptionResult, _ coverage: Coverage = .all) -> Explanation.Part {
        let frame = OptionFrame(result: self, option: option)
        let isTotal = evaluation.comparisonBasis == .presentValue
        return Explanation.Part(
            "\(isTotal ? "TCO" : "EAC") of \(option.option.id)",
            .money(option.comparedCost[coverage], frame.currency),
            evaluation.hasLines ? frame.name(coverage, isTotal ? "tco" : "eac") : nil)
    }
}
