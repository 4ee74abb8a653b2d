import OutlayEconomics
import OutlayProblems
import OutlayValues

/// What one number at a time does to an option's money: at both ends of its range, and where the sign turns.
enum RangeFigures: FigureFamily {
    static func figures(of result: EvaluationResult) throws(Problem) -> [Figure] {
        guard let oneWay = result.robustness?.oneWay else { return [] }
        return result.options.indices.flatMap { option -> [Figure] in
            let family = OptionRanges(
                frame: OptionFrame(result: result, option: result.options[option]),
                option: option, oneWay: oneWay)
            return oneWay.bars.filter { $0.swing(of: option) > 0 }.flatMap(family.figures)
        }
    }

    /// Returns the parts of a name that stand for an input.
    static func words(of input: UncertainInput) -> [FigureName.Part] {
        switch input.place {
        case .assumption(let id): [.stated(id)]
        case .line(let option, let line, .amount): [.stated(option), .stated(line)]
        case .line(let option, let line, let subject):
            [.stated(option), .stated(line), .word(subject.rawValue)]
        }
    }

    /// Returns where the range of an input stands, and what backs it.
    static func origins(
        of input: UncertainInput, _ result: EvaluationResult
    ) -> [Explanation.Origin] {
        let evaluation = result.evaluation
        switch input.place {
        case .assumption(let id):
            let place = evaluation.places?.place("assumptions", id, "range")
            let assumption = evaluation.study.assumptions[id]
            return Evaluation.origins(at: place)
                + evaluation.origins(ofSource: assumption?.source)
                + (assumption?.reason.map { [.reason($0)] } ?? [])
        case .line(let option, let line, _):
            let found = result.option(option)?.option.lines.first { $0.id == line }
            return Evaluation.origins(
                at: evaluation.places?.place(ofField: "range", at: found?.place))
                + evaluation.origins(ofSource: found?.source)
        }
    }

    /// Returns what an input's number counts.
    static func unit(of input: UncertainInput, _ result: EvaluationResult) -> FigureValue.Unit {
        switch input.place {
        case .assumption: .quantity(input.unit)
        case .line(_, _, .quantity): .quantity(input.unit)
        case .line(_, _, .realisation): .fraction
        case .line(let option, let line, .amount), .line(let option, let line, .unitCost):
            .money(
                result.option(option)?.option.lines.first { $0.id == line }?.exchangeRate?.from
                    ?? result.evaluation.study.currency)
        }
    }
}

/// The figures of one option, one number at a time.
private struct OptionRanges: Sendable {
    let frame: OptionFrame
    /// The option's place among all.
    let option: Int
    let oneWay: OneWaySensitivity

    private var isValue: Bool {
        oneWay.figure == .netPresentValue && option != oneWay.model.baseline
    }
    private var figure: String {
        isValue ? frame.result.gainName : frame.result.comparedCostName
    }

    func figures(of bar: OneWaySensitivity.Bar) -> [Figure] {
        let ends = Coverage.allCases.flatMap { coverage in
            [end(of: bar, isHigh: false, coverage), end(of: bar, isHigh: true, coverage)]
        }
        return ends + [swing(of: bar)] + zeros(of: bar)
    }

    private func input(of bar: OneWaySensitivity.Bar) -> UncertainInput {
        oneWay.model.inputs[bar.input]
    }

    private func name(
        _ bar: OneWaySensitivity.Bar, _ word: FigureName.Part, _ coverage: Coverage = .all
    ) -> FigureName {
        FigureName(
            frame.name(coverage, "ranges").parts + RangeFigures.words(of: input(of: bar)) + [word])
    }

    private func amount(
        _ bar: OneWaySensitivity.Bar, isHigh: Bool, _ coverage: Coverage
    ) -> Double {
        switch (coverage, isHigh) {
        case (.all, false): bar.atLow[option]
        case (.all, true): bar.atHigh[option]
        case (.cash, false): bar.cashAtLow[option]
        case (.cash, true): bar.cashAtHigh[option]
        }
    }

    /// Returns an end of a range as a part.
    private func endPart(_ bar: OneWaySensitivity.Bar, isHigh: Bool) -> Explanation.Part {
        let input = input(of: bar)
        return Explanation.Part(
            "\(input.id) at its \(isHigh ? "high" : "low") end",
            FigureValue(
                .real(isHigh ? bar.high : bar.low), RangeFigures.unit(of: input, frame.result)))
    }

    private func end(
        of bar: OneWaySensitivity.Bar, isHigh: Bool, _ coverage: Coverage
    ) -> Figure {
        let input = input(of: bar)
        let end = isHigh ? "high" : "low"
        return Figure(
            name(bar, .word(end), coverage),
            "\(figure) of \(frame.title) with \(input.id) at its \(end) end"
                + frame.coverageText(coverage)
        ) { caption throws(Problem) in
            caption.explained(
                .money(amount(bar, isHigh: isHigh, coverage), frame.currency),
                parts: [endPart(bar, isHigh: isHigh), statedPart(coverage)],
                rule: "the \(figure) computed anew with this one number, all others as stated",
                origins: RangeFigures.origins(of: input, frame.result))
        }
    }

    /// The figure as stated.
    private func statedPart(_ coverage: Coverage) -> Explanation.Part {
        let stated =
            isValue
            ? frame.result.gain(of: frame.option)?[coverage] ?? 0
            : frame.option.comparedCost[coverage]
        return Explanation.Part(
            "\(figure) as stated", .money(stated, frame.currency),
            frame.name(
                coverage,
                .word(isValue ? frame.result.gainWord : frame.result.comparedCostWord)))
    }

    private func swing(of bar: OneWaySensitivity.Bar) -> Figure {
        let input = input(of: bar)
        return Figure(
            name(bar, "swing"),
            "how far \(input.id) moves the \(figure) of \(frame.title) from end to end"
        ) { caption throws(Problem) in
            let ends = [
                ("at low", bar.atLow[option], name(bar, "low")),
                ("at high", bar.atHigh[option], name(bar, "high")),
            ].sorted { $0.1 > $1.1 }
            return caption.explained(
                .money(bar.swing(of: option), frame.currency),
                formula: .difference(.part(0), .part(1)),
                parts: ends.map {
                    Explanation.Part($0.0, .money($0.1, frame.currency), $0.2)
                })
        }
    }

    /// Returns where the net present value is 0, below and above the stated number.
    private func zeros(of bar: OneWaySensitivity.Bar) -> [Figure] {
        let zero = oneWay.switches[bar.input].zero[option]
        return [("below", zero?.below), ("above", zero?.above)].compactMap { word, place in
            place.map { self.zero(of: bar, at: $0, word) }
        }
    }

    private func zero(
        of bar: OneWaySensitivity.Bar, at place: Double, _ word: String
    ) -> Figure {
        let input = input(of: bar)
        let unit = RangeFigures.unit(of: input, frame.result)
        return Figure(
            name(bar, .word("zero_" + word)),
            "switching value of \(input.id): \(figure) of \(frame.title) is 0 \(word) it"
        ) { caption throws(Problem) in
            let parts = [
                endPart(bar, isHigh: false), endPart(bar, isHigh: true),
                Explanation.Part(
                    "\(figure) at low", .money(bar.atLow[option], frame.currency), name(bar, "low")),
                Explanation.Part(
                    "\(figure) at high", .money(bar.atHigh[option], frame.currency),
                    name(bar, "high")),
            ]
            guard oneWay.model.isStraight(in: bar.input) else {
                return caption.explained(
                    FigureValue(.real(place), unit), parts: parts,
                    rule:
                        "the nearest place where the \(figure), computed anew with this one number, "
                        + "changes its sign",
                    origins: RangeFigures.origins(of: input, frame.result))
            }
            // The line through both ends of the bar.
            let formula = Formula.difference(
                .part(0),
                .quotient(
                    .product([.part(2), .difference(.part(1), .part(0))]),
                    .difference(.part(3), .part(2))))
            let solved = try formula.result(of: parts.map(\.value)) ?? .real(place)
            return caption.explained(
                FigureValue(solved, unit), formula: formula, parts: parts,
                rule: "the \(figure) moves in a straight line with \(input.id)",
                origins: RangeFigures.origins(of: input, frame.result))
        }
    }
}
