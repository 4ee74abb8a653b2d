import OutlayEconomics
import OutlayProblems
import OutlayValues

/// What an option gains on the baseline: present value, ratio, payback and the flows of the years.
enum GainFigures: FigureFamily {
    static func figures(of result: EvaluationResult) throws(Problem) -> [Figure] {
        guard let baseline = result.baseline else { return [] }
        var figures: [Figure] = []
        for option in result.options {
            let frame = OptionFrame(result: result, option: option)
            for coverage in Coverage.allCases {
                guard let increment = option.increment?[coverage] else {
                    if option.option.id == baseline.option.id {
                        figures.append(ofBaseline(frame, coverage))
                    }
                    continue
                }
                let gain = Gain(
                    frame: frame, baseline: OptionFrame(result: result, option: baseline),
                    coverage: coverage, increment: increment)
                figures += gain.figures()
            }
        }
        return figures
    }

    private static func ofBaseline(_ frame: OptionFrame, _ coverage: Coverage) -> Figure {
        Figure(
            frame.name(coverage, "npv"),
            "net present value of \(frame.title)\(frame.coverageText(coverage))"
        ) { caption throws(Problem) in
            caption.explained(
                .money(0.0, frame.currency),
                rule: "it is the baseline, which gains nothing on itself",
                origins: Evaluation.origins(at: frame.evaluation.places?.place("baseline")))
        }
    }
}

/// The gain of one option, over everything or in cash alone.
private struct Gain: Sendable {
    let frame: OptionFrame
    let baseline: OptionFrame
    let coverage: Coverage
    let increment: Increment

    private var subject: String {
        "\(frame.title) against \(baseline.title)\(frame.coverageText(coverage))"
    }

    private func costs(_ frame: OptionFrame) -> CostSide {
        CostSide(frame: frame, kind: .costs, coverage: coverage)
    }

    private func benefits(_ frame: OptionFrame) -> CostSide {
        CostSide(frame: frame, kind: .benefits, coverage: coverage)
    }

    func figures() -> [Figure] {
        [netPresentValue, addedCost, addedBenefit, ratio, payback, net]
            + frame.years.columns.map(net) + frame.years.columns.map(cumulative)
    }

    // MARK: - Present values

    private var addedCostName: FigureName { frame.name(coverage, "added_costs") }
    private var addedBenefitName: FigureName { frame.name(coverage, "added_benefits") }

    /// The present value of an option's costs as a part.
    private func totalCost(_ frame: OptionFrame) -> Explanation.Part {
        Explanation.Part(
            "TCO of \(frame.option.option.id)",
            .money(frame.option.economics.totalCostOfOwnership(coverage), frame.currency),
            costs(frame).presentValueName)
    }

    /// The present value of an option's benefits as a part; nil where it has none.
    private func benefit(_ frame: OptionFrame) -> Explanation.Part? {
        guard !frame.option.economics.benefits.isEmpty else { return nil }
        return Explanation.Part(
            "benefits of \(frame.option.option.id)",
            .money(frame.option.economics.benefitPresentValue(coverage), frame.currency),
            benefits(frame).presentValueName)
    }

    private var netPresentValue: Figure {
        Figure(frame.name(coverage, "npv"), "net present value of \(subject)") {
            caption throws(Problem) in
            caption.explained(
                .money(increment.netPresentValue, frame.currency),
                formula: .difference(.part(0), .part(1)),
                parts: [
                    Explanation.Part(
                        "added benefits", .money(increment.addedBenefit, frame.currency),
                        addedBenefitName),
                    Explanation.Part(
                        "added costs", .money(increment.addedCost, frame.currency),
                        addedCostName),
                ],
                notes: [
                    "TCO of the baseline less TCO of the option, and the present value of what the "
                        + "option's benefits exceed the baseline's by."
                ])
        }
    }

    private var addedCost: Figure {
        Figure(addedCostName, "added costs of \(subject), present value") {
            caption throws(Problem) in
            caption.explained(
                .money(increment.addedCost, frame.currency),
                formula: .difference(.part(0), .part(1)),
                parts: [totalCost(frame), totalCost(baseline)])
        }
    }

    private var addedBenefit: Figure {
        Figure(addedBenefitName, "added benefits of \(subject), present value") {
            caption throws(Problem) in
            let (own, other) = (benefit(frame), benefit(baseline))
            let parts = [own, other].compactMap(\.self)
            let formula: Formula
            switch (own, other) {
            case (_?, _?): formula = .difference(.part(0), .part(1))
            case (nil, _?): formula = .difference(.number(0), .part(0))
            default: formula = .sum(ofParts: parts.count)
            }
            return caption.explained(
                .money(increment.addedBenefit, frame.currency), formula: formula, parts: parts,
                rule: parts.isEmpty ? "neither option has a benefit" : nil)
        }
    }

    private var ratio: Figure {
        Figure(frame.name(coverage, "bcr"), "benefit-cost ratio of \(subject)") {
            caption throws(Problem) in
            let parts = [
                Explanation.Part(
                    "added benefits", .money(increment.addedBenefit, frame.currency),
                    addedBenefitName),
                Explanation.Part(
                    "added costs", .money(increment.addedCost, frame.currency), addedCostName),
            ]
            guard let ratio = increment.benefitCostRatio else {
                return caption.explained(
                    FigureValue("not defined"), parts: parts,
                    rule: "no cost is added, so that nothing divides by it")
            }
            return caption.explained(
                FigureValue(.real(ratio), .ratio), formula: .quotient(.part(0), .part(1)),
                parts: parts)
        }
    }

    // MARK: - Flows

    private func flow(_ column: Int) -> Explanation.Part {
        Explanation.Part(
            "net \(frame.years.text(column))",
            .money(increment.netFlows[column], frame.currency),
            frame.name(coverage, "net", frame.years.word(column)))
    }

    private var payback: Figure {
        Figure(frame.name(coverage, "payback"), "payback of \(subject), undiscounted") {
            caption throws(Problem) in
            let parts = frame.years.columns.map(flow)
            let rule =
                "the years until the flows added up reach 0, in a straight line within the year"
            guard let years = increment.paybackYears else {
                return caption.explained(
                    FigureValue("never"), parts: parts,
                    rule: rule + "; within the horizon they never do")
            }
            return caption.explained(
                FigureValue(.real(years), .years),
                formula: .payback(parts.indices.map { .part($0) }), parts: parts, rule: rule)
        }
    }

    private var net: Figure {
        Figure(frame.name(coverage, "net"), "net flow of \(subject), undiscounted") {
            caption throws(Problem) in
            let parts = frame.years.columns.map(flow)
            return caption.explained(
                .money(try increment.netFlows.sum(), frame.currency),
                formula: .sum(ofParts: parts.count), parts: parts)
        }
    }

    private func net(_ column: Int) -> Figure {
        let name = frame.name(coverage, "net", frame.years.word(column))
        return Figure(name, "net flow of \(subject) \(frame.years.phrase(column))") {
            caption throws(Problem) in
            var parts: [Explanation.Part] = []
            var gains: [Formula] = []
            var losses: [Formula] = []
            // What the option brings and the baseline costs, less what it costs and the baseline brings.
            for (option, side, isGain) in [
                (frame, benefits(frame), true), (baseline, costs(baseline), true),
                (frame, costs(frame), false), (baseline, benefits(baseline), false),
            ] {
                guard !side.lines.isEmpty else { continue }
                let economics = option.option.economics
                let amounts =
                    side.kind == .costs
                    ? try economics.costsByYear(coverage) : try economics.benefitsByYear(coverage)
                if isGain {
                    gains.append(.part(parts.count))
                } else {
                    losses.append(.part(parts.count))
                }
                parts.append(
                    Explanation.Part(
                        "\(side.kind.rawValue) of \(option.option.option.id)",
                        .money(amounts[column], frame.currency),
                        side.name(frame.years.word(column))))
            }
            let formula = losses.reduce(Formula.sum(gains)) { .difference($0, $1) }
            return caption.explained(
                .money(increment.netFlows[column], frame.currency), formula: formula, parts: parts)
        }
    }

    private func cumulative(_ column: Int) -> Figure {
        let name = frame.name(coverage, "cumulative", frame.years.word(column))
        return Figure(
            name, "net flow of \(subject) up to \(frame.years.text(column))",
            isPrinted: coverage == .all
        ) { caption throws(Problem) in
            let parts = (0...column).map(flow)
            return caption.explained(
                .money(try increment.netFlows.prefix(column + 1).sum(), frame.currency),
                formula: .sum(ofParts: parts.count), parts: parts)
        }
    }
}
