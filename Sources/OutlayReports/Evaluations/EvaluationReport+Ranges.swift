import OutlayEvaluations
import OutlayProblems

extension EvaluationReport {
    /// What ranges and scenarios do to the money, where the result was asked to look.
    ///
    /// - Throws: A ``Problem`` when a scenario or a state cannot be computed.
    func rangeSections() throws(Problem) -> [ReportSection] {
        guard let robustness = result.robustness, let subject = result.subjectIndex else {
            return []
        }
        let report = MoneyRangesReport(result: result, series: series)
        var sections = [report.oneWaySection(robustness.oneWay, about: subject)]
        if let risk = robustness.risk {
            sections.append(report.riskSection(risk))
            sections.append(report.jointSection(try result.jointChoice(risk)))
            if let information = try result.informationReport(risk) {
                sections.append(report.informationSection(information, risk))
            }
        }
        if let scenarios = try result.scenarioComparison() {
            sections.append(report.scenarioSection(scenarios))
        }
        return sections.compactMap(\.self)
    }
}
