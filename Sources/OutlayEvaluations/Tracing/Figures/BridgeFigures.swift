import OutlayEconomics
import OutlayProblems
import OutlayValues

/// What leads from the cost of the baseline to that of an option, category by category, and on to the gain.
enum BridgeFigures: FigureFamily {
    static func figures(of result: EvaluationResult) throws(Problem) -> [Figure] {
        guard let baseline = result.baseline else { return [] }
        var figures: [Figure] = []
        for option in result.options {
            guard let bridge = try result.bridge(to: option) else { continue }
            for coverage in Coverage.allCases {
                for kind in CostSide.Kind.allCases {
                    let path = BridgePath(
                        own: side(of: option, in: result, kind, coverage),
                        other: side(of: baseline, in: result, kind, coverage),
                        bridge: bridge[coverage])
                    figures += path.figures()
                }
            }
        }
        return figures
    }

    private static func side(
        of option: OptionResult, in result: EvaluationResult, _ kind: CostSide.Kind,
        _ coverage: Coverage
    ) -> CostSide {
        CostSide(
            frame: OptionFrame(result: result, option: option), kind: kind, coverage: coverage)
    }
}

/// The steps of the costs or of the benefits.
private struct BridgePath: Sendable {
    let own: CostSide
    let other: CostSide
    let bridge: Bridge

    private var frame: OptionFrame { own.frame }
    private var steps: [Bridge.Step] { own.kind == .costs ? bridge.costs : bridge.benefits }
    private var subject: String {
        "of \(frame.title) over \(other.frame.title)\(frame.coverageText(own.coverage))"
    }

    private func name(_ parts: FigureName.Part...) -> FigureName {
        FigureName(
            frame.name(own.coverage, "bridge").parts + [.word(own.kind.rawValue)] + parts)
    }

    func figures() -> [Figure] {
        steps.isEmpty ? [] : [sum] + steps.map(step)
    }

    private var sum: Figure {
        Figure(name(), "what every category adds to the \(own.kind.rawValue) \(subject)") {
            caption throws(Problem) in
            let parts = steps.map {
                Explanation.Part($0.category, value(of: $0), name(.stated($0.category)))
            }
            return caption.explained(
                .money(try steps.map(\.presentValue.amount).sum(), frame.currency),
                formula: .sum(ofParts: parts.count), parts: parts,
                notes: ["Present values in minor units, which re-add exactly."])
        }
    }

    private func value(of step: Bridge.Step) -> FigureValue {
        .money(step.presentValue.amount, frame.currency)
    }

    private func step(_ step: Bridge.Step) -> Figure {
        Figure(
            name(.stated(step.category)),
            "what \(step.category) adds to the \(own.kind.rawValue) \(subject)"
        ) { caption throws(Problem) in
            let before = CostFigures.part(ofCategory: step.category, of: other)
            let after = CostFigures.part(ofCategory: step.category, of: own)
            var parts = [after, before].compactMap(\.self)
            let difference: Formula =
                switch (after, before) {
                case (_?, _?): .difference(.part(0), .part(1))
                case (nil, _?): .difference(.number(0), .part(0))
                default: .sum(ofParts: parts.count)
                }
            var formula = Formula.rounded(
                difference, places: frame.currency.minorUnitPlaces)
            if !step.carried.amount.isZero {
                formula = .sum([formula, .part(parts.count)])
                parts.append(
                    Explanation.Part(
                        "carried for the steps to re-add",
                        .money(step.carried.amount, frame.currency)))
            }
            return caption.explained(value(of: step), formula: formula, parts: parts)
        }
    }
}
