import OutlayEconomics
import OutlayProblems
import OutlayValues

/// The cost and gain of one year, and what an option returns on the investment that it adds.
enum ReturnFigures: FigureFamily {
    static func figures(of result: EvaluationResult) throws(Problem) -> [Figure] {
        guard result.evaluation.hasLines else { return [] }
        return result.options.flatMap { option -> [Figure] in
            let frame = OptionFrame(result: result, option: option)
            let annuity = [annuityFactor(frame)]
            return annuity
                + Coverage.allCases.flatMap { coverage in
                    [annualCost(frame, coverage), annualBenefit(frame, coverage)].compactMap(\.self)
                        + gain(frame, coverage) + returns(frame, coverage)
                }
        }
    }

    private static func returns(_ frame: OptionFrame, _ coverage: Coverage) -> [Figure] {
        guard let increment = frame.option.increment?[coverage],
            let baseline = frame.result.baseline
        else { return [] }
        return InvestmentReturn(
            frame: frame, baseline: OptionFrame(result: frame.result, option: baseline),
            coverage: coverage, increment: increment
        ).figures()
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
            caption.explained(
                .money(amount, frame.currency), formula: .quotient(.part(0), .part(1)),
                parts: [presentValue, try annuity(of: frame)],
                rule: "the equal amount at the end of each year that is worth as much")
        }
    }

    private static func annuity(of frame: OptionFrame) throws(Problem) -> Explanation.Part {
        let factor = try Annuity(rate: frame.study.rate.ratePerYear.doubleValue)
            .capitalRecoveryFactor(periods: Double(frame.study.horizon.years))
        return Explanation.Part(
            "annuity factor", FigureValue(.real(1 / factor), .ratio),
            frame.name(.all, "annuity_factor"))
    }

    private static func annuityFactor(_ frame: OptionFrame) -> Figure {
        let years = frame.study.horizon.years
        let title = "present value of 1 at the end of each of \(years) years"
        return Figure(frame.name(.all, "annuity_factor"), title, isPrinted: false) {
            caption throws(Problem) in
            let terms = (1...years).map { year in
                Formula.discounted(.number(1), rate: .part(0), years: .number(year))
            }
            return caption.explained(
                try annuity(of: frame).value, formula: .sum(terms), parts: [frame.ratePart])
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
}

extension EvaluationResult {
    /// The cost that an option is compared by, as a part.
    func comparedCostPart(of option: OptionResult, _ coverage: Coverage = .all) -> Explanation.Part
    {
        let frame = OptionFrame(result: self, option: option)
        let isTotal = evaluation.comparisonBasis == .presentValue
        return Explanation.Part(
            "\(isTotal ? "TCO" : "EAC") of \(option.option.id)",
            .money(option.comparedCost[coverage], frame.currency),
            evaluation.hasLines ? frame.name(coverage, isTotal ? "tco" : "eac") : nil)
    }
}
