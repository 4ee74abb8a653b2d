import OutlayDecisions
import OutlayEvaluations

extension EvaluationReport {
    // MARK: - 6 Value against cost

    func frontierSection() -> ReportSection? {
        let points = result.options.compactMap { option -> ScatterChart.Point? in
            guard let value = option.decision.range else { return nil }
            let isExcluded = option.decision.eligibility != .eligible
            let isOnFrontier = result.frontier.contains(option.option.id)
            let better = option.dominatedBy.flatMap(result.option)?.option.title
            return ScatterChart.Point(
                option.option.title, cost: option.totalCostOfOwnership.all, value: value.low,
                highestValue: value.known == nil ? value.high : nil, isExcluded: isExcluded,
                isOnFrontier: isOnFrontier,
                note: isExcluded
                    ? "excluded"
                    : isOnFrontier
                        ? "on the frontier" : better.map { "dominated by \($0)" } ?? "",
                series: series(of: option))
        }
        guard points.count > 1, evaluation.hasLines else { return nil }
        return ReportSection(
            id: "frontier", title: frontierFinding(),
            question: "Is more value worth more money?",
            blocks: [
                .chart(
                    ScatterChart(
                        title: "Value against \(costName), \(currency.code)",
                        summary: frontierFinding(),
                        costTitle: costTitle, points: points,
                        measure: .money(currency)))
            ])
    }

    private var costName: String {
        switch evaluation.comparisonBasis {
        case .presentValue: "total cost of ownership"
        case .equivalentAnnualCost: "equivalent annual cost"
        }
    }

    private var costTitle: String {
        switch evaluation.comparisonBasis {
        case .presentValue: "TCO, present value, \(currency.code)"
        case .equivalentAnnualCost: "EAC, \(currency.code) a year"
        }
    }

    private func frontierFinding() -> String {
        let names = result.frontier.compactMap { result.option($0)?.option.title }
        let eligible = result.options.filter { $0.decision.eligibility == .eligible }.count
        // What is missing may turn out to make one option beat another after all.
        let surely = result.hasOpenValues ? " for sure" : ""
        switch names.count {
        case 0: return "No option is eligible, whatever its value and cost"
        case eligible where eligible == 1: return "\(names[0]) is the only eligible option"
        case eligible: return "No eligible option beats another on both value and cost\(surely)"
        case 1: return "\(names[0]) is at once the best and the cheapest eligible option"
        case 2:
            return "No eligible option beats \(names[0]) or \(names[1]) on both value and cost"
                + surely
        default:
            return "\(names.count) of \(eligible) eligible options are beaten by none on both "
                + "value and cost\(surely)"
        }
    }
}
