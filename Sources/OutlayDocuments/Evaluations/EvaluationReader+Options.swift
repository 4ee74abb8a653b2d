import OutlayDecisions
import OutlayEconomics
import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension EvaluationReader {
    /// Reads the options with their lines and performances, in the document's order.
    func readOptions(decision: DecisionModel) -> [PurchaseOption] {
        checkPerformanceKeys()
        problems += variants.problems
        defer { lineHorizon = horizon }
        return variants.entries.compactMap { entry in
            let node = entry.value
            let like = node["like"].flatMap { reference($0, to: "option", among: optionIDs) }
            let years = horizonYears(of: entry)
            lineHorizon.years = years ?? horizon.years
            var facts: [CatalogueFact] = []
            let vendor = node["vendor"]?.text
            let rejection = node["rejected"]?.text
            var lineIDs: Set<String> = []
            let reader = LineReader(
                document: self, row: node["from"], vendor: vendor,
                isRejected: rejection != nil,
                lineIDs: (["costs", "benefits"].flatMap { node[$0]?.items ?? [] })
                    .compactMap { $0["id"]?.text })
            let costs = (node["costs"]?.items ?? []).compactMap { line -> CostLine? in
                checkUnique(line["id"], kinds: "lines", &lineIDs)
                return reader.cost(line, facts: &facts)
            }
            let benefits = (node["benefits"]?.items ?? []).compactMap { line -> CostLine? in
                checkUnique(line["id"], kinds: "lines", &lineIDs)
                return reader.benefit(line, facts: &facts)
            }
            checkOrder(of: costs + benefits)
            let planned = (costs + benefits).filter { $0.optional != .unplanned }
            let unplanned = costs.filter { $0.optional == .unplanned }
            checkShares(of: planned, without: unplanned)
            let performances = readPerformances(
                of: entry, isRejected: rejection != nil, facts: &facts)
            var option = PurchaseOption(
                id: entry.key, title: node["title"]?.text, vendor: vendor,
                summary: node["description"]?.text, term: term(node["term"]), variantOf: like,
                horizonYears: years, lines: planned, performances: performances,
                performanceRanges: readPerformanceRanges(of: entry.key), rejection: rejection,
                catalogueFacts: facts)
            option.unplannedLines = unplanned
            option.products = products(of: node, facts: &option.catalogueFacts)
            return option
        }
    }

    /// Reports lines that are a share of what nobody plans to buy.
    private func checkShares(of planned: [CostLine], without unplanned: [CostLine]) {
        for line in planned {
            guard let basis = (line.model as? any DerivedCostModel)?.basis,
                let missing = unplanned.first(where: { basis.lines.contains($0.id) })
            else { continue }
            problems.append(
                Problem(
                    .fieldsExclude,
                    "`\(line.id)` is a share of `\(missing.id)`, which is unplanned",
                    at: line.place,
                    because:
                        "what nobody plans to buy is in no total cost, so there is no share of it",
                    hint: "make `\(line.id)` `optional: unplanned` too, or `\(missing.id)` "
                        + "`optional: planned`"))
        }
    }

    /// What costs are compared by, where the document says so.
    var comparisonBasis: Evaluation.ComparisonBasis? {
        root["compare_by"]?.text.flatMap(Evaluation.ComparisonBasis.init(rawValue:))
    }

    /// Returns the option's own years where they differ from the document's, and reports where the document
    /// does not say how to compare then.
    private func horizonYears(of option: DocumentEntry) -> Int? {
        guard let place = option.value["horizon"]?["years"], let years = place.integer,
            (1...50).contains(years), years != horizon.years
        else { return nil }
        if comparisonBasis != .equivalentAnnualCost, option.value["rejected"] == nil,
            root["horizon"]?["years"]?.integer == horizon.years
        {
            let span = years == 1 ? "1 year" : "\(years) years"
            problems.append(
                place.problem(
                    .differentHorizons,
                    "`\(option.key)` is looked at over \(span), the others over \(horizon.years)",
                    because: "who serves longer costs more without being dearer, so totals over "
                        + "different years do not compare",
                    hint:
                        "say `compare_by: equivalent-annual-cost`, or give all options one horizon")
            )
        }
        return years
    }

    /// Returns what is stated for `option`, or for the option that it is like, as performance on `question`.
    func statedPerformance(of option: String, on question: String) -> DocumentNode? {
        for id in variants.chain(from: option) {
            if let stated = root["performance"]?[id]?[question] { return stated }
        }
        return nil
    }

    /// Reports lines that are a share of themselves.
    private func checkOrder(of lines: [CostLine]) {
        do {
            _ = try LineOrder(lines)
        } catch {
            problems.append(error)
        }
    }

    /// Reports what lives on beyond the horizon without a value there.
    func checkResiduals(_ options: [PurchaseOption], in study: Study) {
        for option in options where option.rejection == nil {
            var own = study
            own.horizon.years = option.horizonYears ?? study.horizon.years
            do {
                try LineOrder.requireResiduals(of: option.lines, in: own)
            } catch {
                problems.append(error)
            }
        }
    }

    private func term(_ node: DocumentNode?) -> ContractTerm? {
        guard let node, let months = node["months"]?.integer, months >= 1 else { return nil }
        let breakMonths = node["break_after"]?.integer
        if let place = node["break_after"], let breakMonths, breakMonths > months {
            problems.append(
                place.problem(
                    .outOfRange, "the break is after \(breakMonths) months",
                    because: "the term ends after \(months) months",
                    hint: "write the months after which the contract may first be cancelled"))
        }
        return ContractTerm(
            months: months, renewals: renewals(node, behind: months), breakMonths: breakMonths,
            renewsAutomatically: node["auto_renew"]?.yesNo ?? false,
            noticeDays: node["notice_days"]?.integer,
            priceCapPerYear: node["price_cap"]?.decimal)
    }

    /// Returns the extensions that a term names, or nil after reporting why there are none.
    private func renewals(_ term: DocumentNode, behind months: Int) -> ContractTerm.Renewals? {
        let count = term["renewals"]
        let each = term["renewal_months"]
        guard let count, let each else {
            if let lone = count ?? each {
                let other = count == nil ? "renewals" : "renewal_months"
                problems.append(
                    Problem(
                        .missingField, "`\(other)` is missing", at: lone.headingLocation,
                        because: "renewals are so many of so many months",
                        hint: "write both, such as `renewals: 2, renewal_months: 12`"))
            }
            return nil
        }
        guard let times = count.integer, let length = each.integer, (1...100).contains(times),
            (1...600).contains(length)
        else { return nil }
        let total = months + times * length
        guard total <= 600 else {
            problems.append(
                count.problem(
                    .outOfRange, "the contract may last \(total) months",
                    because:
                        "it binds for at most 600 with its renewals, and \(months) + \(times) × "
                        + "\(length) is more",
                    hint: "correct `renewals` or `renewal_months`"))
            return nil
        }
        return ContractTerm.Renewals(count: times, months: length)
    }

    // MARK: - Performances

    /// A criterion or knock-out, as performances are read for it.
    private struct Question {
        let id: String
        let node: DocumentNode
        let kind: Kind

        enum Kind {
            case criterion
            case knockOut(AnswerType)
        }
    }

    private var criterionIDs: [String] { leafNodes(root["criteria"]?.items ?? []).map(\.id) }

    private var knockOutIDs: [String] {
        (root["knock_outs"]?.items ?? []).compactMap { $0["id"]?.text }
    }

    /// What options are asked, without criteria of one identifier, for an answer fits only one of them.
    private var questions: [Question] {
        let ids = criterionIDs
        let criteria = leafNodes(root["criteria"]?.items ?? [])
            .filter { leaf in ids.count { $0 == leaf.id } == 1 }
            .map { Question(id: $0.id, node: $0.node, kind: .criterion) }
        let knockOuts = (root["knock_outs"]?.items ?? []).compactMap { node -> Question? in
            guard let id = node["id"]?.text,
                let type = node["type"]?.text.flatMap(AnswerType.init(rawValue:))
            else { return nil }
            return Question(id: id, node: node, kind: .knockOut(type))
        }
        return knockOuts + criteria
    }

    private func checkPerformanceKeys() {
        let criteria = criterionIDs
        let questionIDs = knockOutIDs + criteria.filter { !knockOutIDs.contains($0) }
        // A repeated identifier took the place of the one that an answer is for.
        let hasRepeated = [criteria, knockOutIDs].contains { Set($0).count < $0.count }
        for option in root["performance"]?.entries ?? [] {
            checkKey(option, kind: "option", among: optionIDs)
            for answer in option.value.entries where !hasRepeated {
                checkKey(answer, kind: "criterion or knock-out", among: questionIDs)
            }
        }
    }

    private func checkKey(_ entry: DocumentEntry, kind: String, among known: [String]) {
        guard !known.contains(entry.key) else { return }
        problems.append(
            Problem(
                .unknownReference, "there is no \(kind) `\(entry.key)`", at: entry.keyLocation,
                because: "the document has \(Self.listed(known))",
                hint: Suggestion.hint(for: entry.key, among: known)))
    }

    private func readPerformances(
        of option: DocumentEntry, isRejected: Bool, facts: inout [CatalogueFact]
    ) -> [String: Performance] {
        var performances: [String: Performance] = [:]
        var missing: [String] = []
        for question in questions {
            let answer: Performance?
            let isStated = statedPerformance(of: option.key, on: question.id) != nil
            switch question.kind {
            case .criterion where Self.isPanels(question.node):
                checkNotStated(option.key, question.id)
                continue
            case .criterion:
                answer = performance(of: option.key, on: question.node)
                if let answer { checkOnScale(answer, question.node, option.key, isStated) }
                if answer == nil {
                    if let stated = statedPerformance(of: option.key, on: question.id) {
                        // A range without its value is reported by its shape.
                        if stated.entries.isEmpty {
                            problems += Shape.number().problems(of: stated)
                        }
                    } else if !isMisspelt(question.id, among: root["performance"]?[option.key]) {
                        missing.append(question.id)
                    }
                }
            case .knockOut(let type):
                answer = knockOutAnswer(of: option.key, question.node, type)
            }
            guard let answer else { continue }
            performances[question.id] = performances[question.id] ?? answer
            if !isStated, let fact = fact(of: option.value, on: question.node, use: question.id),
                !facts.contains(fact)
            {
                facts.append(fact)
            }
        }
        if !isRejected, !missing.isEmpty, surroundings.purpose == .result,
            !isMisspelt(option.key, among: root["performance"])
        {
            switch root["missing"]?.text ?? "refuse" {
            case "refuse": reportMissing(missing, of: option)
            case "bounds": reportUnbounded(missing, of: option)
            default: break
            }
        }
        return performances
    }

    /// Returns whether a key of `map` that names nothing was likely meant as `id`.
    private func isMisspelt(_ id: String, among map: DocumentNode?) -> Bool {
        let known = optionIDs + questions.map(\.id)
        return map?.entries.contains {
            !known.contains($0.key) && Suggestion.nearest(to: $0.key, among: known) == id
        } ?? false
    }

    private func reportMissing(_ missing: [String], of option: DocumentEntry) {
        problems.append(
            Problem(
                .missingPerformance,
                "`\(option.key)` has no performance on \(missing.joined(separator: ", "))",
                at: performancePlace(of: option),
                because: "a criterion without a performance has no value",
                hint: "add it, or say `missing: worst` or `missing: bounds` for the whole document")
        )
    }

    /// Reports what is missing on a scale that has no ends of its own to lie between.
    private func reportUnbounded(_ missing: [String], of option: DocumentEntry) {
        for question in questions where missing.contains(question.id) && isFromData(question.node) {
            problems.append(
                Problem(
                    .badScale, "`\(option.key)` has no performance on \(question.id)",
                    at: performancePlace(of: option),
                    because: "a scale taken from the options has no ends for a missing performance "
                        + "to lie between",
                    hint: "state `scale: {worst: …, best: …}` for \(question.id)"))
        }
    }

    private func performancePlace(of option: DocumentEntry) -> Location {
        root["performance"]?.entries.first { $0.key == option.key }?.keyLocation
            ?? option.keyLocation
    }

    /// Returns the stated performance of `option` on a criterion, or its catalogue row's, or nil.
    func performance(of option: String, on criterion: DocumentNode) -> Performance? {
        guard let id = criterion["id"]?.text else { return nil }
        let usesLevels = criterion["value_function"]?["levels"] != nil
        if let stated = statedPerformance(of: option, on: id) {
            let node = stated["value"] ?? stated
            // A level with a range is reported with the ranges.
            guard !usesLevels || stated.entries.isEmpty else { return nil }
            return usesLevels
                ? node.text.map { .text($0) } : node.decimal.map { .number($0) }
        }
        guard let content = cell(of: variants[option], on: criterion)?.content else {
            return nil
        }
        switch content {
        case .number(let number): return usesLevels ? .text(number.description) : .number(number)
        case .text(let text): return usesLevels ? .text(text) : nil
        case .yesNo(let yes): return usesLevels ? .text(yes ? "true" : "false") : nil
        case .date: return nil
        }
    }

    private func knockOutAnswer(
        of option: String, _ node: DocumentNode, _ type: AnswerType
    ) -> Performance? {
        guard let id = node["id"]?.text else { return nil }
        let levels = node["levels"]?.items.compactMap(\.text) ?? []
        guard type != .level || !levels.isEmpty else { return nil }
        if let answer = statedPerformance(of: option, on: id) {
            return RequirementReader.answer(
                answer, type: type, levels: levels, field: id, &problems)
        }
        guard let cell = cell(of: variants[option], on: node), let content = cell.content
        else { return nil }
        switch (type, content) {
        case (.number, .number(let number)): return .number(number)
        case (.text, _): return .text(cell.text)
        case (.level, _): return .text(cell.text)
        case (.yesNo, .yesNo(let yes)): return .yesNo(yes)
        case (.date, .date(let date)): return .date(date)
        default: return nil
        }
    }

    /// Reports a performance that its criterion's scale does not know.
    private func checkOnScale(
        _ answer: Performance, _ criterion: DocumentNode, _ option: String, _ isStated: Bool
    ) {
        guard let id = criterion["id"]?.text else { return }
        let stated = statedPerformance(of: option, on: id)
        guard let place = isStated ? stated : criterion["column"] else { return }
        if let levels = criterion["value_function"]?["levels"] {
            let names = levels.entries.map(\.key)
            guard !names.contains(answer.description) else { return }
            problems.append(
                place.problem(
                    .unknownLevel, "`\(answer)` is not a level of \(id)",
                    because: "its levels are \(Self.listed(names))",
                    hint: Suggestion.hint(for: answer.description, among: names)))
            return
        }
        guard let number = answer.number, let ends = ends(of: criterion),
            number < ends.low || number > ends.high
        else { return }
        problems.append(
            place.problem(
                .offScale, "`\(number)` of \(option) is off the scale of \(id)",
                because: "the scale runs from \(ends.low) to \(ends.high)",
                hint: "widen the scale if the performance is right"))
    }

    /// Returns the ends of a scale that can be used, or nil.
    func ends(of criterion: DocumentNode) -> (low: ExactDecimal, high: ExactDecimal)? {
        if let worst = criterion["scale"]?["worst"]?.decimal,
            let best = criterion["scale"]?["best"]?.decimal
        {
            return worst == best ? nil : (min(worst, best), max(worst, best))
        }
        let function = criterion["value_function"]
        let curve = function?["exponential"]
        let target = function?["target"]
        let points =
            (function?["points"]?.items ?? []).compactMap { $0.items.first?.decimal }
            + [curve?["worst"], curve?["best"], target?["low"], target?["high"]]
            .compactMap { $0?.decimal }
        guard let low = points.min(), let high = points.max(), low < high else { return nil }
        return (low, high)
    }

    // MARK: - Catalogue rows

    /// Returns the cell of an option's catalogue row that answers a criterion or knock-out, or nil.
    private func cell(of option: DocumentNode?, on question: DocumentNode) -> CatalogueCell? {
        guard let row = option?["from"], let column = question["column"] else { return nil }
        return cell(row: row, column: column)
    }

    private func fact(
        of option: DocumentNode, on question: DocumentNode, use: String
    ) -> CatalogueFact? {
        cell(of: option, on: question).map { CatalogueFact(use: use, cell: $0) }
    }

    /// Looks a cell up; reports once why it cannot be had.
    func cell(row: DocumentNode, column: DocumentNode) -> CatalogueCell? {
        guard let reference = row.text, let name = column.text else { return nil }
        guard let catalogues = surroundings.catalogues else {
            reportOnce(
                row.problem(
                    .unknownCatalogue, "`\(reference)` cannot be looked up",
                    because: "there is no folder of catalogues",
                    hint: "name one with `--catalogs`, or in outlay.yaml"))
            return nil
        }
        do {
            return try catalogues.cell(reference, column: name)
        } catch {
            let place = error.code == .unknownColumn ? column : row
            reportOnce(error.located(at: place.location))
            return nil
        }
    }

    func reportOnce(_ problem: Problem) {
        if !problems.contains(problem) { problems.append(problem) }
    }
}

extension CatalogueFact {
    /// Describes the use of a cell.
    init(use: String, cell: CatalogueCell) {
        self.init(
            use: use, catalogue: cell.catalogue, row: cell.row, column: cell.column,
            value: cell.text, unit: cell.unit, date: cell.date, validUntil: cell.validUntil,
            source: cell.source)
    }
}
