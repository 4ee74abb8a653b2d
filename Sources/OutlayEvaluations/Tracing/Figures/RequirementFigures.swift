import OutlayDecisions
import OutlayProblems
import OutlayValues

/// How options stand against knock-outs and minimums, and what each of those gives up.
enum RequirementFigures: FigureFamily {
    static func figures(of result: EvaluationResult) throws(Problem) -> [Figure] {
        result.options.flatMap { option in
            let frame = OptionFrame(result: result, option: option)
            return knockOuts(frame) + minimums(frame)
        } + result.knockOutPrices.flatMap { prices($0, result) }
    }

    /// Returns the figure of a stated performance.
    static func performance(
        _ performance: Performance, on id: String, called title: String, unit: String,
        of frame: OptionFrame
    ) -> Figure {
        Figure(frame.name(.all, "performance", .stated(id)), "\(title) of \(frame.title)") {
            caption throws(Problem) in
            var value = FigureValue(performance.description)
            if case .number(let number) = performance {
                value = FigureValue(.exact(number), .quantity(unit))
            }
            let place = frame.evaluation.places?.place("performance", frame.option.option.id, id)
            let facts = frame.option.option.catalogueFacts.filter { $0.use == id }
            return caption.explained(
                value,
                origins: Evaluation.origins(at: place)
                    + (place == nil ? facts.prefix(1).map { .catalogue($0) } : []))
        }
    }

    // MARK: - Knock-outs

    /// Returns how an option stands against a knock-out, as tables show it.
    static func value(of outcome: KnockOutOutcome) -> FigureValue {
        switch outcome {
        case .passed: FigureValue("pass")
        case .failed: FigureValue("FAIL")
        case .unknown: FigureValue("unknown")
        }
    }

    private static func knockOuts(_ frame: OptionFrame) -> [Figure] {
        zip(frame.evaluation.decision.knockOuts, frame.option.decision.knockOuts).flatMap {
            knockOut, outcome in
            let known = frame.option.option.performances[knockOut.id]
            let answer = known.map {
                performance(
                    $0, on: knockOut.id, called: knockOut.question, unit: knockOut.unit, of: frame)
            }
            let figure = Figure(
                frame.name(.all, "knock_outs", .stated(knockOut.id)),
                "knock-out \(knockOut.id) of \(frame.title): \(knockOut.question)"
            ) { caption throws(Problem) in
                let answer = try answer.map { (figure) throws(Problem) in
                    Explanation.Part("answer", try figure.explanation().value, figure.name)
                }
                return caption.explained(
                    value(of: outcome), parts: [answer].compactMap(\.self),
                    rule: "needs \(knockOut.requirementInWords)"
                        + (known == nil ? "; nothing is known" : ""))
            }
            return [figure, answer].compactMap(\.self)
        }
    }

    // MARK: - Minimums

    private static func minimums(_ frame: OptionFrame) -> [Figure] {
        frame.option.decision.minimums.map { minimum in
            Figure(
                frame.name(.all, "minimums", .stated(minimum.criterion)),
                "minimum of \(minimum.criterion) of \(frame.title)"
            ) { caption throws(Problem) in
                let found = minimum.found?.known.map { FigureValue(.real($0), .points) }
                return caption.explained(
                    FigureValue(minimum.outcome.rawValue),
                    parts: [
                        found.map {
                            Explanation.Part(
                                "value", $0,
                                frame.name(.all, "value", .stated(minimum.criterion)))
                        }
                    ].compactMap(\.self)
                        + [
                            Explanation.Part(
                                "needed", FigureValue(.exact(minimum.needed), .points))
                        ], rule: "passed where the value is at least what is needed")
            }
        }
    }

    // MARK: - What they give up

    private static func prices(_ price: KnockOutPrice, _ result: EvaluationResult) -> [Figure] {
        let root: FigureName.Part = price.kind == .knockOut ? "knock_outs" : "minimums"
        let eligible = result.options.filter { $0.decision.eligibility == .eligible }
        let excluded = price.excluded.compactMap(result.option)
        guard let given = price.netPresentValue else { return [] }
        let isTotal = result.evaluation.comparisonBasis == .presentValue
        let currency = result.evaluation.study.currency
        return [
            Figure(
                FigureName([root, .stated(price.id), "price"]),
                "\(isTotal ? "net present value" : "gain a year") that \(price.name) gives up"
            ) { caption throws(Problem) in
                func part(_ options: [OptionResult]) -> Explanation.Part? {
                    let gains = options.compactMap { option in
                        result.gain(of: option).map { (id: option.option.id, gain: $0.all) }
                    }
                    return gains.max { $0.gain < $1.gain }.map { best in
                        Explanation.Part(
                            "\(isTotal ? "NPV" : "gain a year") of \(best.id)",
                            .money(best.gain, currency),
                            FigureName([.stated(best.id), isTotal ? "npv" : "annual_gain"]))
                    }
                }
                return caption.explained(
                    .money(given, currency),
                    formula: .difference(.part(0), .part(1)),
                    parts: [part(excluded), part(eligible)].compactMap(\.self),
                    rule: "the best option that fails nothing else, less the best eligible one")
            }
        ]
    }
}
