import OutlayEconomics
import OutlayProblems
import OutlayValues

/// The performance that money buys.
enum PricePerformanceFigures: FigureFamily {
    static func figures(of result: EvaluationResult) throws(Problem) -> [Figure] {
        result.options.flatMap { option in
            let frame = OptionFrame(result: result, option: option)
            return Coverage.allCases.flatMap { coverage in
                result.evaluation.pricePerformances.map { figure(frame, coverage, $0) }
            }
        }
    }

    private static func figure(
        _ frame: OptionFrame, _ coverage: Coverage, _ request: Evaluation.PricePerformanceRequest
    ) -> Figure {
        let (currency, per) = (frame.currency, request.per)
        let title =
            "\(request.criterion) per \(currency.code) \(per) of \(frame.title)"
            + frame.coverageText(coverage)
        let name = frame.name(coverage, "price_performance", .stated(request.criterion))
        return Figure(name, title) { caption throws(Problem) in
            let cost = frame.result.comparedCostPart(of: frame.option, coverage)
            guard
                let bought = try frame.result.pricePerformance(of: frame.option, request)[coverage],
                case .number(let metric)? = frame.option.option.performances[request.criterion]
            else {
                return caption.explained(
                    FigureValue("not defined"), parts: [cost],
                    rule: "the performance is not known, or nothing is paid for it")
            }
            let unit = frame.result.decision.criteria.leaves
                .first { $0.id == request.criterion }?.measure.unit
            return caption.explained(
                FigureValue(.real(bought), .quantity("")),
                formula: .quotient(.product([.part(0), .part(1)]), .part(2)),
                parts: [
                    Explanation.Part(
                        request.criterion, FigureValue(.exact(metric), .quantity(unit ?? "")),
                        frame.name(.all, "performance", .stated(request.criterion))),
                    Explanation.Part("amount", .money(per, currency)), cost,
                ])
        }
    }
}
