import OutlayDecisions
import OutlayEconomics
import OutlayEvaluations
import OutlayProblems
import OutlayValues

/// Reads an Evaluation document: every problem in one pass, in file order, or the checked evaluation.
package final class EvaluationReader {
    /// What a document may refer to outside itself.
    package struct Surroundings {
        /// The catalogues that options may point at, or nil where there are none.
        package var catalogues: (any CatalogueCells)?
        /// Returns the published exchange rates; asked only where a document needs one it does not state.
        package var exchangeRates: () throws(Problem) -> ExchangeRates
        /// Returns a published price index; asked only where a document names it.
        package var indices: (String) throws(Problem) -> IndexSeries
        /// The files that the document names, or nil where they cannot be had.
        package var companions: CompanionFiles?
        /// What the document is read for.
        package var purpose: Purpose

        /// What a document is read for.
        package enum Purpose: Sendable {
            /// To compute its result: every performance and every member's scores are needed.
            case result
            /// To know its criteria, before anybody answers them: what is missing is no mistake, and
            /// neither the panel's files nor the seal are read.
            case criteria
        }

        /// Creates surroundings.
        package init(
            catalogues: (any CatalogueCells)?, companions: CompanionFiles? = nil,
            purpose: Purpose = .result,
            exchangeRates: @escaping () throws(Problem) -> ExchangeRates = {
                () throws(Problem) in try ReferenceRates.ecb()
            }
        ) {
            self.catalogues = catalogues
            self.companions = companions
            self.purpose = purpose
            self.exchangeRates = exchangeRates
            indices = { (name) throws(Problem) in try ReferenceIndices.series(name) }
        }
    }

    let surroundings: Surroundings
    let root: DocumentNode
    var problems: [Problem] = []
    /// What is wrong with the files that the document names, file by file.
    var companionProblems: [Problem] = []

    // What references may name, known before any of them is read.
    let sourceIDs: [String]
    let assumptionIDs: [String]
    let optionIDs: [String]
    /// The options with what they take over from another.
    let variants: OptionVariants

    // What lines and options need of the document's head.
    let currency: Currency
    let horizon: Horizon
    /// The years of the option whose lines are being read.
    var lineHorizon: Horizon
    let tax: Tax?
    var usedRates: [Currency: ExchangeRate] = [:]
    var firstTaxBasis: Tax.Basis?
    var weightings: [LevelWeighting] = []

    /// Reads `source` in its surroundings.
    ///
    /// - Returns: The checked evaluation, and warnings that stand beside it.
    /// - Throws: ``DocumentProblems`` with every problem in file order; nothing is computed then.
    package static func read(
        _ source: DocumentSource, in surroundings: Surroundings
    ) throws(DocumentProblems) -> Evaluation {
        guard let root = source.root else { throw DocumentProblems(source.problems) }
        let form = source.problems + Shape.object(EvaluationShape.document).problems(of: root)
        let reader = EvaluationReader(root: root, surroundings: surroundings)
        let evaluation = reader.evaluation()
        // What a variant takes over is read once more, with the same problems at the same places.
        let problems = form.joined(withMeaning: reader.problems.unique())
        guard let evaluation,
            !(problems + reader.companionProblems).contains(where: { $0.severity == .error })
        else { throw DocumentProblems(problems.inFileOrder + reader.companionProblems) }
        return evaluation
    }

    private init(root: DocumentNode, surroundings: Surroundings) {
        self.root = root
        self.surroundings = surroundings
        sourceIDs = root["sources"]?.entries.map(\.key) ?? []
        assumptionIDs = root["assumptions"]?.entries.map(\.key) ?? []
        optionIDs = root["options"]?.entries.map(\.key) ?? []
        variants = OptionVariants(root)
        currency = root["currency"]?.currency ?? .eur
        let years = root["horizon"]?["years"]?.integer ?? 1
        horizon = Horizon(
            start: root["horizon"]?["start"]?.date ?? CalendarDate(dayNumber: 0),
            years: min(max(1, years), 50))
        lineHorizon = horizon
        tax = root["tax"].flatMap { Self.tax($0, inheriting: nil) }
        firstTaxBasis = tax?.prices
    }

    // MARK: - The document's head

    private func evaluation() -> Evaluation? {
        checkTax()
        checkIndices()
        let assumptions = readAssumptions()
        let decision = readDecisionModel()
        let method = readMethod()
        let options = readOptions(decision: decision)
        let panel = readPanel(
            decision, options.filter { $0.rejection == nil }.map(\.id))
        let seal = readSeal()
        let sources = readSources()
        let baseline = root["baseline"].flatMap { reference($0, to: "option", among: optionIDs) }
        let recommendation = readRecommendation()
        let tradeoffs = readTradeoffs(recommendation, options)
        let study = readStudy(assumptions)
        if let study { checkResiduals(options, in: study) }
        checkRejected(baseline, options, at: root["baseline"], as: "baseline")
        let scenarios = readScenarios(assumptions)
        let (risks, suppressions) = (readRisks(), readSuppressions())
        checkLimits(of: assumptions, options)
        let correlations = study.map { readCorrelations($0, options) } ?? []
        guard let metadata = root["metadata"], let id = metadata["id"]?.text,
            let title = metadata["title"]?.text, let study, !options.isEmpty
        else {
            if let node = root["options"], case .map(let entries) = node.content, entries.isEmpty {
                problems.append(
                    node.problem(
                        .noOptions, "there is no option",
                        because: "an evaluation compares at least one option",
                        hint: "add the option of doing nothing, and others"))
            }
            return nil
        }
        var evaluation = Evaluation(
            id: id, title: title, owner: metadata["owner"]?.text, need: root["need"]?.text,
            priceBase: root["price_base"]?.text.flatMap(PriceBase.init(document:)) ?? .nominal,
            study: study, decision: decision, method: method, options: options, baseline: baseline,
            recommendation: recommendation, purchase: readPurchase(), sources: sources,
            exchangeRates: usedRates.values.sorted { $0.from.code < $1.from.code },
            panel: panel, criteriaSeal: seal, weightings: weightings, tradeoffs: tradeoffs,
            correlations: correlations, scenarios: scenarios,
            comparisonBasis: comparisonBasis ?? .presentValue,
            pricePerformances: readPricePerformances(),
            rateSource: root["discount_rate"]?["source"]?.text, places: DocumentPlaces(root))
        evaluation.criterionSources = criterionSources
        evaluation.risks = risks
        evaluation.sensitivityStatement = root["sensitivity"]?.text
        evaluation.lintSuppressions = suppressions
        return evaluation
    }

    private func readStudy(_ assumptions: [Assumption]) -> Study? {
        guard let rate = root["discount_rate"] else { return nil }
        _ = rate["source"].flatMap { reference($0, to: "source", among: sourceIDs) }
        checkRateBasis(rate)
        let timing = rate["timing"]?.text.flatMap(PaymentTiming.init(rawValue:)) ?? .endOfYear
        guard let calendar = fiscalCalendar(), let value = rate["value"]?.growth else { return nil }
        return Study(
            horizon: horizon,
            rate: DiscountRate(
                ratePerYear: value, timing: timing, modifiedReturn: modifiedReturn(rate)),
            currency: currency, decisionDate: root["decision_date"]?.date,
            fiscalCalendar: calendar, assumptions: assumptions)
    }

    /// Returns the stated calendar, or nil where what is stated is none, which the document's shape reports.
    private func fiscalCalendar() -> FiscalCalendar? {
        guard let node = root["fiscal_year"] else { return .calendarYear }
        guard let place = node["start_month"], let month = place.integer,
            (1...12).contains(month)
        else { return nil }
        do {
            let isNamedByEnd = node["named_by"]?.text == FiscalCalendar.Naming.byEnd.rawValue
            return try FiscalCalendar(
                startMonth: month, naming: isNamedByEnd ? .byEnd : .byStart)
        } catch {
            problems.append(error.located(at: place.location))
            return nil
        }
    }

    private func checkRateBasis(_ rate: DocumentNode) {
        guard let basis = rate["basis"], let word = basis.text else { return }
        let base = root["price_base"]?.text ?? "nominal"
        guard word != (base.hasPrefix("real") ? "real" : "nominal") else { return }
        problems.append(
            basis.problem(
                .rateBasis, "a \(word) rate discounts \(base) prices",
                because: "rate and prices both carry inflation, or neither does",
                hint: "give the rate for `price_base: \(base)`, or change the price base"))
    }

    private func readSources() -> [Source] {
        (root["sources"]?.entries ?? []).compactMap { entry in
            guard let title = entry.value["title"]?.text else { return nil }
            return Source(
                id: entry.key, title: title, date: entry.value["date"]?.date,
                validUntil: entry.value["valid_until"]?.date, file: entry.value["file"]?.text,
                sha256: entry.value["sha256"]?.text, url: entry.value["url"]?.text)
        }
    }

    private func readRecommendation() -> Evaluation.Recommendation? {
        guard let node = root["recommendation"], let option = node["option"],
            let id = reference(option, to: "option", among: optionIDs)
        else { return nil }
        return Evaluation.Recommendation(option: id, reason: node["reason"]?.text)
    }

    /// Reports that the option called `id`, in the role of `role`, was set aside.
    func checkRejected(
        _ id: String?, _ options: [PurchaseOption], at node: DocumentNode?, as role: String
    ) {
        guard let id, let node, options.contains(where: { $0.id == id && $0.rejection != nil })
        else { return }
        problems.append(
            node.problem(
                .unknownReference, "the \(role) `\(id)` is rejected",
                because: "a rejected option is listed and not evaluated",
                hint: "name another \(role), or remove `rejected` from `\(id)`"))
    }

    private func readPurchase() -> Evaluation.Purchase? {
        guard let node = root["purchase"] else { return nil }
        let charge = (node["charge"]?.entries ?? []).compactMap { entry in
            entry.value.text.map { (entry.key, $0) }
        }
        var purchase = Evaluation.Purchase(
            department: node["department"]?.text, category: node["category"]?.text,
            handlesPersonalData: node["personal_data"]?.yesNo, route: node["route"]?.text,
            reason: node["reason"]?.text,
            charge: Dictionary(charge, uniquingKeysWith: { first, _ in first }))
        purchase.funding = funding(of: node)
        return purchase
    }

    // MARK: - Shared checks

    /// Returns the identifier that `node` refers to, or nil after reporting that there is none.
    func reference(_ node: DocumentNode, to kind: String, among known: [String]) -> String? {
        guard let id = node.text else { return nil }
        guard known.contains(id) else {
            problems.append(
                node.problem(
                    .unknownReference, "there is no \(kind) `\(id)`",
                    because: known.isEmpty
                        ? "the document has no \(kind)s"
                        : "the document has \(Self.listed(known))",
                    hint: Suggestion.hint(for: id, among: known) ?? "add it under `\(kind)s`"))
            return nil
        }
        return id
    }

    /// Returns a list of names for a message, cut off where it grows long.
    static func listed(_ names: [String]) -> String {
        let shown = names.prefix(8).joined(separator: ", ")
        return names.count > 8 ? "\(shown) and \(names.count - 8) more" : shown
    }
}

extension [Problem] {
    /// Returns each problem once, where it stands first.
    fileprivate func unique() -> [Problem] {
        var seen: Set<Problem> = []
        return filter { seen.insert($0).inserted }
    }
}

/// Everything wrong with one document, in file order.
public struct DocumentProblems: Error {
    /// The problems; at least one of them an error.
    public var list: [Problem]

    /// Creates a list of problems.
    package init(_ list: [Problem]) {
        self.list = list
    }
}
