import OutlayEconomics
import OutlayProblems
import OutlayValues

/// What figures rest on from outside: the discount rate, exchange rates, sources.
enum SourceFigures: FigureFamily {
    static func figures(of result: EvaluationResult) throws(Problem) -> [Figure] {
        let evaluation = result.evaluation
        return [discountRate(evaluation)] + evaluation.exchangeRates.map { rate($0, evaluation) }
            + evaluation.sources.map { source($0, result) }
    }

    private static func discountRate(_ evaluation: Evaluation) -> Figure {
        Figure(OptionFrame.rateName, "discount rate per year") { caption throws(Problem) in
            caption.explained(
                FigureValue(.exact(evaluation.study.rate.ratePerYear), .fraction),
                origins: Evaluation.origins(
                    at: evaluation.places?.place("discount_rate", "value"))
                    + evaluation.origins(ofSource: evaluation.rateSource),
                notes: [
                    "Recurring amounts count at the "
                        + evaluation.study.rate.timing.rawValue.replacing("-", with: " ")
                        + ", unless their line says otherwise."
                ])
        }
    }

    private static func rate(_ rate: ExchangeRate, _ evaluation: Evaluation) -> Figure {
        let name = FigureName(["rates", .stated(rate.from.code)])
        return Figure(name, "\(rate.to.code) for one \(rate.from.code)") {
            caption throws(Problem) in
            let place = evaluation.places?.place("rates", rate.from.code)
            var parts: [Explanation.Part] = []
            if rate.denominator != .one {
                parts = [
                    Explanation.Part(
                        "\(rate.to.code) quoted", FigureValue(.exact(rate.numerator), .ratio)),
                    Explanation.Part(
                        "\(rate.from.code) quoted", FigureValue(.exact(rate.denominator), .ratio)),
                ]
            }
            return caption.explained(
                FigureValue(.exact(try rate.value()), .ratio),
                formula: parts.isEmpty ? nil : .quotient(.part(0), .part(1)), parts: parts,
                origins: Evaluation.origins(at: place)
                    + [.publication("\(rate.source), rate of \(rate.date)")],
                notes: rate.note.map { [$0.summary] } ?? [])
        }
    }

    private static func source(_ source: Source, _ result: EvaluationResult) -> Figure {
        Figure(FigureName(["sources", .stated(source.id)]), "source \(source.id)") {
            caption throws(Problem) in
            let isExpired = source.validUntil.map { $0 < result.asOf } ?? false
            return caption.explained(
                FigureValue(source.title),
                origins: Evaluation.origins(
                    at: result.evaluation.places?.place("sources", source.id)) + [.source(source)],
                notes: isExpired ? ["It has expired."] : [])
        }
    }
}
