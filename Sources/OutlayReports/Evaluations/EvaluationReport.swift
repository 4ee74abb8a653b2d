import OutlayDecisions
import OutlayEconomics
import OutlayEncoding
import OutlayEvaluations
import OutlayProblems
import OutlayValues

/// The full report of an evaluation: what to decide, why, and where every figure comes from.
package struct EvaluationReport {
    let result: EvaluationResult
    let provenance: ReportProvenance

    /// Creates the report of `result`.
    package init(_ result: EvaluationResult, provenance: ReportProvenance) {
        self.result = result
        self.provenance = provenance
    }

    /// Returns the report.
    ///
    /// - Throws: A ``Problem`` when a sum needs more than 38 digits.
    package func report() throws(Problem) -> Report {
        var sections = [scopeSection()]
        sections += [try costSection()] + [try caseSection()].compactMap(\.self)
        sections += [valueSection(), knockOutSection(), frontierSection()].compactMap(\.self)
        sections += [try contractSection(), assumptionSection()].compactMap(\.self)
        sections += [sourceSection(), try yearSection()].compactMap(\.self)
        return Report(
            title: result.evaluation.title, subtitle: result.settingText,
            summary: decisionBlocks(), sections: sections, footer: provenance.lines)
    }

    var evaluation: Evaluation { result.evaluation }
    var currency: Currency { evaluation.study.currency }

    /// Returns an unrounded amount with its currency, rounded to whole units.
    func money(_ amount: Double, sign: NumberText.SignPolicy = .negative) -> String {
        currency.code + FigureText.noBreakSpace
            + FigureText.shown(amount, places: 0, sign: sign)
    }

    /// The colour number of an option, the same in every chart; the baseline's is grey.
    func series(of option: OptionResult) -> Int {
        let colours = StackedBarChart.coloursAvailable
        if option.option.id == evaluation.baseline { return colours - 1 }
        let others = evaluation.options.filter { $0.id != evaluation.baseline }
        let index = others.firstIndex { $0.id == option.option.id } ?? 0
        return index < colours - 1 ? index : index + 1
    }

    // MARK: - 1 Decision

    private func decisionBlocks() -> [Block] {
        var blocks: [Block] = [.paragraph(recommendationText())]
        blocks.append(.table(result.comparisonTable))
        blocks += result.comparisonNotes
        blocks += result.findings.map {
            .callout($0.severity, RichText("\($0.summary): \($0.reason)"))
        }
        return blocks
    }

    private func recommendationText() -> RichText {
        guard let chosen = result.recommended else {
            if let recommendation = evaluation.recommendation,
                let option = result.option(recommendation.option)
            {
                return .strong("No recommendation can stand. ")
                    + RichText(
                        "The document names \(option.option.title), which "
                            + result.openKnockOuts(of: option).joined(separator: "; ") + ".")
            }
            guard let first = result.first else {
                return .strong("No option passes every knock-out.")
            }
            return .strong("No recommendation is made. ")
                + RichText("\(first.option.title) has rank 1. ") + RichText(figures(of: first))
        }
        var text =
            RichText.strong("Recommendation: \(chosen.option.title). ")
            + RichText(figures(of: chosen))
        if let reason = evaluation.recommendation?.reason {
            text = text + RichText(" Reason given: \(reason).")
        }
        return text
    }

    private func figures(of option: OptionResult) -> String {
        let costs = option.totalCostOfOwnership
        let years = evaluation.study.horizon.years
        var text =
            "Total cost of ownership \(money(costs.all)) over \(years == 1 ? "one year" : "\(years) years") "
            + "(present value at \(FigureText.percentage(evaluation.study.rate.ratePerYear))), "
            + "of which cash \(money(costs.cash))"
        if let increment = option.increment, let baseline = result.baseline {
            text +=
                "; NPV \(money(increment.all.netPresentValue, sign: .both)) against "
                + "\(baseline.option.title), in cash "
                + money(increment.cash.netPresentValue, sign: .both)
            if let payback = increment.all.paybackYears {
                text += "; pays back after \(FigureText.shown(payback, places: 1)) years"
                text +=
                    increment.cash.paybackYears.map {
                        " (in cash after \(FigureText.shown($0, places: 1)))"
                    } ?? " (in cash never)"
            } else {
                text += "; does not pay back within the horizon"
            }
        }
        text += "."
        if let value = option.decision.value {
            text += " It scores \(FigureText.shown(value, places: 1)) of 100"
            if let rank = option.rank {
                let eligible = result.options.filter { $0.rank != nil }.count
                text += ", rank \(rank) of \(eligible) eligible"
            }
            text += "."
        }
        return text
    }

    // MARK: - 2 Need and scope

    private func scopeSection() -> ReportSection {
        var blocks: [Block] = []
        if let need = evaluation.need { blocks.append(.paragraph(RichText(need))) }
        var facts = [
            Fact(
                "Horizon",
                RichText(
                    "\(evaluation.study.horizon.start) to \(evaluation.study.horizon.end)")),
            Fact("Prices", RichText(priceBaseText)),
            Fact(
                "Discount rate",
                RichText(
                    "\(FigureText.percentage(evaluation.study.rate.ratePerYear)) a year, "
                        + evaluation.study.rate.timing.rawValue.replacing("-", with: " "))),
        ]
        if let owner = evaluation.owner { facts.append(Fact("Owner", RichText(owner))) }
        blocks.append(.facts(facts))
        blocks.append(.table(optionTable()))
        let count = result.options.count
        return ReportSection(
            id: "scope",
            title: count == 1 ? "One option was evaluated" : "\(count) options were evaluated",
            question: "What is needed, and what was looked at?", blocks: blocks)
    }

    private var priceBaseText: String {
        switch evaluation.priceBase {
        case .nominal: "nominal: of the day they are paid"
        case .real(let year): "real: of \(year)"
        }
    }

    private func optionTable() -> Table {
        let described = evaluation.options.contains { $0.summary != nil }
        let roles =
            result.options.map { ($0.option, result.remarks(on: $0)) }
            + result.rejected.map { ($0, "set aside: \($0.rejection ?? "")") }
        return Table(
            caption: "Options",
            columns: [
                Column("Option", widthHint: 34), Column("Vendor"), Column("Role", widthHint: 30),
            ] + (described ? [Column("What it is", widthHint: 50)] : []),
            rows: roles.map { option, role in
                let cells: [Cell] = [
                    .text(option.title), option.vendor.map { .text($0) } ?? .empty,
                    role.isEmpty ? .empty : .text(role),
                ]
                return Row(
                    cells + (described ? [option.summary.map { .text($0) } ?? .empty] : []))
            })
    }
}

/// Where a report comes from: the tool, the day, the files and the changes made for this run.
package struct ReportProvenance: Sendable {
    /// The tool's version.
    package var toolVersion: String
    /// The files read, with their SHA-256.
    package var inputs: [(path: String, sha256: String)]
    /// The assumptions that were given another value for this run, as written.
    package var overrides: [String]

    /// Creates a provenance.
    package init(
        toolVersion: String, inputs: [(path: String, sha256: String)], overrides: [String]
    ) {
        self.toolVersion = toolVersion
        self.inputs = inputs
        self.overrides = overrides
    }

    var lines: [RichText] {
        var lines = [RichText("Made by outlay \(toolVersion).")]
        if !overrides.isEmpty {
            lines.append(
                .strong("Changed for this run: ") + RichText(overrides.joined(separator: ", ")))
        }
        return lines
            + inputs.map { RichText("\($0.path) ") + .code("sha256 \($0.sha256)") }
    }
}
