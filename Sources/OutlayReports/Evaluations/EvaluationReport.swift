import OutlayDecisions
import OutlayEconomics
import OutlayEncoding
import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension EvaluationResult {
    /// The full report: what to decide, why, and where every figure comes from.
    ///
    /// - Parameters:
    ///   - provenance: What its last lines say of its making.
    ///   - explaining: Whether it shows the figures on the way to the scores.
    /// - Returns: A report for any ``ReportFormat``, such as ``HTMLFormat``.
    /// - Throws: A ``Problem`` when a sum needs more than 38 digits.
    public func report(
        _ provenance: ReportProvenance, explaining: Bool = false
    ) throws(Problem) -> Report {
        try EvaluationReport(result: self, provenance: provenance, explaining: explaining).report()
    }
}

/// Puts the full report of an evaluation together.
struct EvaluationReport {
    let result: EvaluationResult
    let provenance: ReportProvenance
    var explaining = false

    func report() throws(Problem) -> Report {
        var sections = [scopeSection()]
        sections += [try costSection(), try caseSection()].compactMap(\.self)
        sections += [valueSection(), methodSection()].compactMap(\.self)
        if explaining { sections += [try result.explanationSection()].compactMap(\.self) }
        sections += [
            PanelReport(result)?.section, knockOutSection(), frontierSection(),
            robustnessSection(),
        ].compactMap(\.self)
        sections += [statedSensitivitySection()].compactMap(\.self) + (try rangeSections())
        sections += [riskSection(), try contractSection(), assumptionSection()].compactMap(\.self)
        sections += [sourceSection(), try lintSection()].compactMap(\.self)
        sections += [try yearSection(), try lineSection()].compactMap(\.self)
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

    // MARK: - Decision

    private func decisionBlocks() -> [Block] {
        var blocks: [Block] = []
        if !provenance.overrides.isEmpty {
            blocks.append(
                .callout(
                    .warning,
                    RichText(
                        "Not the document's figures: changed for this run: "
                            + provenance.overrides.joined(separator: ", "))))
        }
        blocks.append(.paragraph(decisionText()))
        blocks += result.tradeoffBlocks
        blocks.append(.table(result.comparisonTable))
        blocks += result.notes(on: result.options.filter { $0.decision.eligibility == .failed })
        blocks += result.findings.map {
            .callout($0.severity, RichText("\($0.summary): \($0.reason)"))
        }
        return blocks
    }

    private func decisionText() -> RichText {
        if let chosen = result.recommended {
            return RichText.strong("Recommendation: \(chosen.option.title). ")
                + RichText(figures(of: chosen) + reasonText(for: chosen))
        }
        if let named = evaluation.recommendation?.option {
            let title = evaluation.options.first { $0.id == named }?.title ?? named
            let reason =
                result.option(named).map { result.openRequirements(of: $0).joined(separator: "; ") }
                ?? "it was set aside without evaluation"
            return .strong("No recommendation can stand. ")
                + RichText("The document names \(title), but \(reason).")
        }
        let first = result.options.filter { $0.rank == 1 }
        guard let option = first.first else {
            let demand =
                switch result.requirementsTitle {
                case "Minimums": "reach every minimum"
                case "Knock-outs, minimums": "pass every knock-out and reach every minimum"
                default: "pass every knock-out"
                }
            return .strong("No option is known to \(demand), so none can be chosen.")
        }
        if result.options.count == 1 {
            return .strong("\(option.option.title) is the only option evaluated. ")
                + RichText(figures(of: option))
        }
        if first.count > 1 {
            return .strong("No recommendation is made. ")
                + RichText(first.map(\.option.title).list("and") + " share rank 1.")
        }
        return .strong("No recommendation is made; \(option.option.title) has rank 1. ")
            + RichText(figures(of: option))
    }

    private func reasonText(for chosen: OptionResult) -> String {
        let isFirst = chosen.rank == 1
        guard var reason = evaluation.recommendation?.reason else {
            return isFirst
                ? "" : " The document gives no reason to prefer it to rank 1."
        }
        while reason.last == "." || reason.last == " " { reason.removeLast() }
        return (isFirst ? " Reason given: " : " Why it is preferred to rank 1: ") + reason + "."
    }

    private func figures(of option: OptionResult) -> String {
        var text = evaluation.hasLines ? moneyText(of: option) : "The document gives no costs."
        if let value = option.decision.range {
            let shown = value.shown(places: 1)
            if let method = result.method, let score = option.score {
                text += " Its value is \(shown) of 100, its score by "
                text +=
                    method.choice.titleInSentence
                    + " \(FigureText.shown(score, places: StepTables.scorePlaces(for: [score])))"
            } else {
                text += " It scores \(shown) of 100"
            }
            let eligible = result.options.filter { $0.rank != nil }.count
            if let rank = option.rank, eligible > 1 {
                text += ", rank \(rank) of \(eligible) eligible"
                if let ranks = option.decision.possibleRanks, ranks.count > 1 {
                    text += " (\(ranks.lowerBound) to \(ranks.upperBound) are possible)"
                }
            }
            text += "."
        }
        return text
    }

    private func moneyText(of option: OptionResult) -> String {
        let costs = option.totalCostOfOwnership
        var text =
            "Total cost of ownership \(money(costs.all)) over \(span) "
            + "(present value at \(FigureText.percentage(evaluation.study.rate.ratePerYear))), "
        text +=
            money(costs.cash) == money(costs.all)
            ? "all of it cash" : "of which cash \(money(costs.cash))"
        if let increment = option.increment, let baseline = result.baseline {
            text +=
                "; NPV \(money(increment.all.netPresentValue, sign: .both)) against "
                + "\(baseline.option.title), in cash "
                + money(increment.cash.netPresentValue, sign: .both)
                + "; \(paybackText(increment))"
        }
        return text + "."
    }

    /// When the added flows have paid back, counting everything and counting cash alone.
    func paybackText(_ increment: Twice<Increment>) -> String {
        let isLoss = increment.all.netPresentValue < 0
        switch (increment.all.paybackYears, increment.cash.paybackYears) {
        case (0?, 0?):
            return isLoss ? "needs no outlay first, but loses over time" : "gains at once"
        case (nil, nil): return "does not pay back within the horizon"
        case (nil, let cash?):
            return "pays back in cash \(Self.after(cash)), but not when everything is counted"
        case (let all?, nil):
            return "pays back \(Self.after(all)), but never in cash"
                + (isLoss ? "; discounted, it loses" : "")
        case (let all?, let cash?):
            let isSame = Self.after(all) == Self.after(cash)
            return "pays back \(Self.after(all)), in cash "
                + (isSame ? "too" : Self.after(cash)) + (isLoss ? "; discounted, it loses" : "")
        }
    }

    private static func after(_ years: Double) -> String {
        years == 0 ? "at once" : "after \(FigureText.shown(years, places: 1)) years"
    }

    /// The length of the horizon in words.
    var span: String {
        let years = evaluation.study.horizon.years
        return years == 1 ? "one year" : "\(years) years"
    }

    // MARK: - Need and scope

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
        facts += [
            ("Owner", evaluation.owner), ("Department", evaluation.purchase?.department),
            ("Category", evaluation.purchase?.category), ("Route", evaluation.purchase?.route),
            (
                "Personal data",
                evaluation.purchase?.handlesPersonalData.map { $0 ? "processed" : "none" }
            ),
            ("Funding", fundingText), ("Budgets cut", cutsText),
        ].compactMap { label, value in value.map { Fact(label, RichText($0)) } }
        blocks.append(.facts(facts))
        if let seal = evaluation.criteriaSeal {
            blocks.append(
                .paragraph(
                    .code(seal.file) + RichText(": \(seal.sentence(result.sealedSubject)).")))
        }
        blocks.append(.table(optionTable()))
        return ReportSection(
            id: "scope", title: scopeFinding(),
            question: "What is needed, and what was looked at?", blocks: blocks)
    }

    private func scopeFinding() -> String {
        let count = result.options.count
        let title = count == 1 ? "One option was evaluated" : "\(count) options were evaluated"
        switch result.rejected.count {
        case 0: return title
        case 1: return title + ", one was set aside"
        default: return title + ", \(result.rejected.count) were set aside"
        }
    }

    /// What an option is to the decision: recommended, the baseline, not eligible.
    private func role(of option: OptionResult) -> String {
        var roles: [String] = []
        if option.option.id == evaluation.recommendation?.option { roles.append("recommended") }
        if option.option.id == evaluation.baseline { roles.append("baseline") }
        if let obstacle = option.obstacle { roles.append(obstacle) }
        return roles.joined(separator: "; ")
    }

    private var priceBaseText: String {
        switch evaluation.priceBase {
        case .nominal: "nominal: of the day they are paid"
        case .real(let year): "real: of \(year)"
        }
    }

    private func optionTable() -> Table {
        let roles =
            result.options.map { ($0.option, role(of: $0)) }
            + result.rejected.map { ($0, "set aside: \($0.rejection ?? "")") }
        return Table(
            caption: "Options",
            columns: [
                Column("Option", widthHint: 34), Column("Vendor", widthHint: 20),
                Column("Role", widthHint: 40), Column("What it is", widthHint: 50),
            ],
            rows: roles.map { option, role in
                Row([
                    .text(option.title), option.vendor.map { .text($0) } ?? .empty,
                    role.isEmpty ? .empty : .text(role),
                    option.summary.map { .text($0) } ?? .empty,
                ])
            }
        ).withoutEmptyColumns
    }
}

/// Where a report comes from: what made it, the files, and the changes made for this run.
public struct ReportProvenance: Sendable {
    /// The name and version of the program that made it.
    public var maker: String
    /// The files read, with their SHA-256 in lower-case hexadecimal digits.
    public var inputs: [(path: String, sha256: String)]
    /// The assumptions that were given another value for this run, as written.
    public var overrides: [String]

    /// Creates a provenance.
    public init(
        maker: String, inputs: [(path: String, sha256: String)] = [], overrides: [String] = []
    ) {
        self.maker = maker
        self.inputs = inputs
        self.overrides = overrides
    }

    var lines: [RichText] {
        [RichText("Made by \(maker).")]
            + inputs.map { RichText("\($0.path) ") + .code("sha256 \($0.sha256)") }
    }
}
