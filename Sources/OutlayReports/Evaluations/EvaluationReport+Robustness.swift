import OutlayDecisions
import OutlayEvaluations

extension EvaluationReport {
    // MARK: - 7 Robustness

    func robustnessSection() -> ReportSection? {
        guard let findings = StabilityFindings(result) else { return nil }
        var blocks: [Block] = []
        if let chart = findings.chart(series: series) { blocks.append(.chart(chart)) }
        blocks.append(.table(findings.weightTable))
        return ReportSection(
            id: "robustness", title: findings.sentence, question: "What would change rank 1?",
            blocks: blocks)
    }
}
