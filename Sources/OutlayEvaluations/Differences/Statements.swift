import OutlayDecisions
import OutlayEconomics
import OutlayValues

/// Everything that an evaluation states, one thing after another.
struct Statements {
    private let result: EvaluationResult
    private let style = NumberText(separator: "\u{202F}")

    var evaluation: Evaluation { result.evaluation }

    init(_ result: EvaluationResult) {
        self.result = result
    }

    /// The statements, in the order readers meet them.
    var all: [Statement] {
        [study] + assumptions + indices + correlations + scenarios + options + lines + knockOuts
            + criteria + performances + panelScores
            + tradeoffs + sources + rates + facts
    }

    func text(_ number: ExactDecimal) -> String { style.text(of: number) }

    private func text(_ number: Double) -> String {
        (try? style.text(of: number)) ?? number.description
    }

    private func preference(_ function: PreferenceFunction) -> String {
        function.shape.rawValue + " "
            + [function.indifference, function.strict, function.spread].map(text)
            .joined(separator: ", ")
    }

    func percentage(_ fraction: ExactDecimal) -> String {
        guard let percent = try? fraction * ExactDecimal(100) else { return fraction.description }
        return text(percent.rounded(toPlaces: 8, .halfEven)) + "\u{202F}%"
    }

    private static func yes(_ isSo: Bool) -> String? { isSo ? "yes" : nil }

    // MARK: - The head

    private var study: Statement {
        let study = evaluation.study
        let base: String
        switch evaluation.priceBase {
        case .nominal: base = "nominal"
        case .real(let year): base = "real, of \(year)"
        }
        let seal = evaluation.criteriaSeal.map { "of \($0.date), SHA-256 \($0.sha256)" }
        return Statement(
            .evaluation, evaluation.id,
            [
                ("title", evaluation.title), ("owner", evaluation.owner),
                ("need", evaluation.need), ("currency", study.currency.code),
                ("price base", base), ("horizon start", study.horizon.start.description),
                ("horizon years", "\(study.horizon.years)"),
                ("discount rate", percentage(study.rate.ratePerYear)),
                ("timing", study.rate.timing.rawValue),
                ("finance rate", study.rate.modifiedReturn.map { percentage($0.finance) }),
                (
                    "reinvestment rate",
                    study.rate.modifiedReturn.map { percentage($0.reinvestment) }
                ),
                ("source of the rate", evaluation.rateSource),
                ("decision date", study.decisionDate.description),
                ("fiscal year begins in month", "\(study.fiscalCalendar.startMonth)"),
                ("fiscal year named by", study.fiscalCalendar.naming.rawValue),
                ("baseline", evaluation.baseline),
                ("costs compared by", evaluation.comparisonBasis.rawValue),
                ("performance for the price", pricePerformances),
                ("recommendation", evaluation.recommendation?.option),
                ("reason", evaluation.recommendation?.reason),
                ("method", evaluation.method?.titleInSentence),
                ("margin", text(evaluation.decision.margin)),
                ("missing performances", evaluation.decision.missing.rawValue),
                ("weak below", text(evaluation.decision.weakBelow)),
                ("seal of the criteria", seal), ("purchase", purchase),
                ("sensitivity", evaluation.sensitivityStatement), ("risks", risks),
                ("left out of lint", suppressions),
            ])
    }

    private var purchase: String? {
        guard let purchase = evaluation.purchase else { return nil }
        let charge = purchase.charge.sorted { $0.key < $1.key }.map { "\($0.key) to \($0.value)" }
        let funding = purchase.funding.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        return [
            purchase.department.map { "department \($0)" }, purchase.category,
            purchase.handlesPersonalData.map { $0 ? "personal data" : "no personal data" },
            purchase.route, purchase.reason,
            charge.isEmpty ? nil : "charged " + charge.joined(separator: ", "),
            funding.isEmpty ? nil : "funded " + funding.joined(separator: ", "),
        ]
        .compactMap(\.self).joined(separator: "; ")
    }

    private var assumptions: [Statement] {
        evaluation.study.assumptions.values.sorted { $0.id < $1.id }.map { assumption in
            let steps = assumption.steps.map { step in
                text(step.value) + (step.from.map { " from \($0)" } ?? "")
            }
            return Statement(
                .assumption, assumption.id,
                [
                    ("", steps.joined(separator: ", ")),
                    ("unit", assumption.unit.isEmpty ? nil : assumption.unit),
                    ("growth", growth(assumption.escalation)),
                    ("range", range(assumption.range)), ("source", assumption.source),
                    ("reason", assumption.reason),
                ])
        }
    }

    private func growth(_ escalation: Escalation) -> String? {
        escalation.grows ? escalation.inWords(style) : nil
    }

    private var pricePerformances: String? {
        let requests = evaluation.pricePerformances.map {
            "\($0.criterion) per \(text($0.per))"
        }
        return requests.isEmpty ? nil : requests.joined(separator: ", ")
    }

    /// The indices that prices and assumptions follow.
    private var indices: [Statement] {
        let escalations =
            evaluation.study.assumptions.values.map(\.escalation)
            + evaluation.options.flatMap(\.lines).map(\.model.escalation)
        var series: [String: IndexSeries] = [:]
        for escalation in escalations {
            if case .index(let indexation) = escalation.growth {
                series[indexation.series.id] = indexation.series
            }
        }
        return series.values.sorted { $0.id < $1.id }.map { index in
            let values = index.values.map { "\(text($0.value)) from \($0.from)" }
            return Statement(
                .index, index.id,
                [
                    ("", values.joined(separator: ", ")),
                    ("forecast", index.forecastPerYear.map(percentage)), ("source", index.source),
                ])
        }
    }

    private func range(_ range: UncertainRange?) -> String? {
        range.map {
            let subject =
                $0.subject == .amount
                ? "" : $0.subject.rawValue.replacing("_", with: " ") + " "
            let meaning = $0.meaning == .extremes ? "" : ", P10 to P90"
            return "\(subject)\(text($0.low)) to \(text($0.high)), \(form($0.distribution))"
                + meaning
        }
    }

    private func form(_ form: UncertainRange.Form) -> String {
        switch form {
        case .discrete(let outcomes):
            let listed = outcomes.map { "\(text($0.value)) by \(text($0.weight))" }
            return "discrete: " + listed.joined(separator: ", ")
        case .empirical(let samples):
            return "empirical: " + samples.map(text).joined(separator: ", ")
        default: return form.name
        }
    }

    private var correlations: [Statement] {
        evaluation.correlations.map { pair in
            Statement(
                .correlation, [pair.first, pair.second].sorted().joined(separator: ", "),
                [("rank", text(pair.coefficient))])
        }
    }

    private var scenarios: [Statement] {
        evaluation.scenarios.map { scenario in
            Statement(
                .scenario, scenario.id,
                [
                    ("title", scenario.title == scenario.id ? nil : scenario.title),
                    ("probability", scenario.probability.map(percentage)),
                ] + scenario.values.map { ($0.assumption, text($0.value)) })
        }
    }

    // MARK: - Options

    private var options: [Statement] {
        evaluation.options.map { option in
            Statement(
                .option, option.id, option: option.id,
                [
                    ("title", option.title), ("vendor", option.vendor),
                    ("description", option.summary), ("set aside", option.rejection),
                    ("term", option.term.map(term)), ("like", option.variantOf),
                    ("horizon years", option.horizonYears.map { "\($0)" }),
                    ("products", products(of: option)),
                ])
        }
    }

    private func term(_ term: ContractTerm) -> String {
        [
            "\(term.months) months", term.renewals?.inWords,
            term.breakMonths.map { "break after \($0) months" },
            term.renewsAutomatically ? "renews" : nil,
            term.noticeDays.map { "notice \($0) days" },
            term.priceCapPerYear.map { "prices at most +\(percentage($0)) a year" },
        ]
        .compactMap(\.self).joined(separator: ", ")
    }

    private var lines: [Statement] {
        evaluation.options.flatMap { option in
            option.contractLines.map { line in
                Statement(
                    .line, "\(option.id).\(line.id)", option: option.id, fields(of: line))
            }
        }
    }

    private func fields(of line: CostLine) -> [(String, String?)] {
        let kind =
            switch line.direction {
            case .cost: "cost"
            case .benefit(isCashable: true): "benefit, cashable"
            case .benefit(isCashable: false): "benefit, not cashable"
            }
        let funding: String? =
            switch line.funding {
            case .budget: nil
            case .payroll(released: nil): "payroll"
            case .payroll(let release?):
                "payroll, released to \(release.budget) from \(release.from)"
            }
        let tax = line.tax.map {
            "\($0.prices.rawValue), \(percentage($0.rate)), \(percentage($0.recoverable)) recovered"
        }
        let terms = line.model.terms(style).map { ($0.label, String?.some($0.text)) }
        return [
            ("", kind), ("title", line.title == line.id ? nil : line.title),
            ("category", line.category), ("model", type(of: line.model).descriptor.title),
        ] + terms + [
            ("unit", line.unit), ("currency", line.exchangeRate?.from.code),
            ("inflation taken out", line.deflation.map { percentage($0.inflationPerYear) }),
            ("funded", funding), ("tax", tax), ("vendor", line.vendor),
            ("capital", Self.yes(line.isCapital)),
            ("months served", line.serviceMonths.map { "\($0)" }),
            ("price date", line.priceDate?.description),
            ("sunk", Self.yes(line.isSunk)),
            ("optional", line.optional?.rawValue), ("budget cut", line.cutBudget),
            ("range", range(line.range)), ("source", line.source), ("owner", line.owner),
            ("note", line.note),
        ]
    }

    // MARK: - Criteria

    private var knockOuts: [Statement] {
        evaluation.decision.knockOuts.map { knockOut in
            Statement(
                .knockOut, knockOut.id,
                [
                    ("question", knockOut.question), ("needs", knockOut.requirementInWords),
                    ("unit", knockOut.unit.isEmpty ? nil : knockOut.unit),
                ])
        }
    }

    private var criteria: [Statement] {
        let tree = result.decision.criteria
        let leaves = Dictionary(
            tree.leaves.map { ($0.id, $0.measure) }, uniquingKeysWith: { first, _ in first })
        return tree.positions.map { position in
            let measure = leaves[position.id]
            return Statement(
                .criterion, position.id,
                [
                    ("title", position.title), ("weight", percentage(position.globalShare)),
                    ("group", position.path.last), ("minimum", position.minimum.map(text)),
                    ("unit", measure.flatMap { $0.unit.isEmpty ? nil : $0.unit }),
                    ("direction", measure?.direction?.rawValue),
                    ("scale", measure?.valueFunction.inWords(style)),
                    ("judged by", measure?.judge.rawValue),
                    ("preference", measure?.preference.map(preference)),
                    ("veto", measure?.veto.map(text)),
                    ("source", evaluation.criterionSources[position.id]),
                ])
        }
    }

    private var performances: [Statement] {
        evaluation.options.flatMap { option in
            option.performances.sorted { $0.key < $1.key }.map { id, performance in
                var shown = performance.description
                if case .number(let number) = performance { shown = text(number) }
                return Statement(
                    .performance, "\(option.id).\(id)", option: option.id,
                    [("", shown), ("range", range(option.performanceRanges[id]))])
            }
        }
    }

    private var panelScores: [Statement] {
        (result.panel?.cells ?? []).compactMap { cell in
            cell.value.map { value in
                Statement(
                    .panel, "\(cell.option).\(cell.criterion)", option: cell.option,
                    [("", (try? NumberText(places: 2).text(of: value)) ?? "\(value)")])
            }
        }
    }

    private var tradeoffs: [Statement] {
        evaluation.tradeoffs.map { tradeoff in
            Statement(
                .tradeoff, tradeoff.over,
                [
                    ("reason", tradeoff.reason),
                    ("worth of a point", tradeoff.worthPerPoint.map(text)),
                ])
        }
    }

    // MARK: - Where figures come from

    private var sources: [Statement] {
        evaluation.sources.map { source in
            let end = source.validUntil.map { $0 < result.asOf ? "\($0) (expired)" : "\($0)" }
            return Statement(
                .source, source.id,
                [
                    ("title", source.title), ("date", source.date?.description),
                    ("valid until", end), ("file", source.file), ("SHA-256", source.sha256),
                    ("address", source.url),
                ])
        }
    }

    private var rates: [Statement] {
        evaluation.exchangeRates.map { rate in
            Statement(
                .rate, rate.from.code,
                [
                    (
                        "",
                        (try? rate.value()).map {
                            "\(text($0.rounded(toPlaces: 8, .halfEven))) \(rate.to.code)"
                        }
                    ),
                    ("date", rate.date.description), ("from", rate.source),
                ])
        }
    }

    private var facts: [Statement] {
        var seen: Set<String> = []
        return evaluation.options.flatMap { option in
            option.catalogueFacts.compactMap { fact -> Statement? in
                let subject =
                    "\(option.id).\(fact.use) from \(fact.catalogue)/\(fact.row), \(fact.column)"
                guard seen.insert(subject).inserted else { return nil }
                return Statement(
                    .fact, subject, option: option.id,
                    [
                        ("", fact.value), ("unit", fact.unit.isEmpty ? nil : fact.unit),
                        ("date", fact.date?.description),
                        ("valid until", fact.validUntil?.description), ("from", fact.source),
                    ])
            }
        }
    }
}
