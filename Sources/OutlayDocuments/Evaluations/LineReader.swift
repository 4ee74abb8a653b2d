import OutlayEconomics
import OutlayEvaluations
import OutlayProblems
import OutlayValues

/// Reads the cost and benefit lines of one option.
struct LineReader {
    let document: EvaluationReader
    /// The option's catalogue row, where it has one.
    let row: DocumentNode?
    /// The option's vendor, where it has one.
    let vendor: String?
    /// Whether the option is set aside: it is never computed, so it needs no exchange rate.
    let isRejected: Bool
    /// The identifiers of the option's lines, for those that are a share of others.
    let lineIDs: [String]

    /// Returns a cost, or nil after reporting why there is none.
    func cost(_ node: DocumentNode, facts: inout [CatalogueFact]) -> CostLine? {
        let category = node["category"]?.text ?? ""
        let isLabour = category == CostLine.labourCategory || node["staff"] != nil
        if isLabour, node["funded"] == nil,
            !LineShape.cost.misspells(["funded"], in: node)
        {
            document.problems.append(
                node.problem(
                    .missingFunding, "labour `\(node["id"]?.text ?? "")` does not say who pays it",
                    because: "staff already employed cost no new money, and that must be visible",
                    hint: "add `funded: payroll` or `funded: budget`"))
        }
        let payee = node["vendor"]?.text ?? vendor
        var cost = line(
            node, direction: .cost, isTaxed: node["funded"]?.text != "payroll",
            vendor: payee == "none" ? nil : payee, facts: &facts)
        cost?.optional = optional(node, vendor: payee == "none" ? nil : payee)
        return cost
    }

    /// Returns how far a line is optional; reports one that no vendor grants, or that is spent already.
    private func optional(_ node: DocumentNode, vendor: String?) -> CostLine.OptionalPurchase? {
        guard let place = node["optional"], let word = place.text else { return nil }
        let reason: (why: String, hint: String)? =
            if node["funded"]?.text == "payroll" {
                (
                    "staff already employed stand in no contract",
                    "leave `optional` out, or write `funded: budget`"
                )
            } else if node["sunk"]?.yesNo == true {
                ("what is spent already can no longer be called for", "leave one of the two out")
            } else if vendor == nil {
                (
                    "it is paid to nobody, and such an option is what a vendor grants",
                    "leave `optional` out, or name the vendor"
                )
            } else {
                nil
            }
        if let reason {
            document.problems.append(
                place.problem(
                    .fieldsExclude, "`\(node["id"]?.text ?? "")` is no optional purchase",
                    because: reason.why, hint: reason.hint))
        }
        return CostLine.OptionalPurchase(rawValue: word)
    }

    /// Returns a benefit, or nil after reporting why there is none.
    func benefit(_ node: DocumentNode, facts: inout [CatalogueFact]) -> CostLine? {
        if node["cashable"] == nil, !LineShape.benefit.misspells(["cashable"], in: node) {
            document.problems.append(
                node.problem(
                    .missingCashable,
                    "benefit `\(node["id"]?.text ?? "")` does not say whether it is cashable",
                    because: "saved time is not saved money until a budget gives it back",
                    hint: "add `cashable: false`, or `cashable: true` where money comes in"))
        }
        let isCashable = node["cashable"]?.yesNo ?? false
        if let place = node["cuts"], node["cashable"]?.yesNo == false {
            document.problems.append(
                Problem(
                    .fieldsExclude, "`cuts` stands on a benefit that is not cashable",
                    at: place.headingLocation,
                    because: "what cuts a budget is money that is not spent",
                    hint: "say `cashable: true`, or leave `cuts` out"))
        }
        var benefit = line(
            node, direction: .benefit(isCashable: isCashable), isTaxed: false, vendor: nil,
            facts: &facts)
        benefit?.cutBudget = node["cuts"]?.text
        return benefit
    }

    private func line(
        _ node: DocumentNode, direction: CostLine.Direction, isTaxed: Bool, vendor: String?,
        facts: inout [CatalogueFact]
    ) -> CostLine? {
        _ = node["source"].flatMap {
            document.reference($0, to: "source", among: document.sourceIDs)
        }
        let id = node["id"]?.text ?? ""
        var inputs = LineInputs(
            line: node, isForCost: direction == .cost, row: node["from"] ?? row, lineIDs: lineIDs,
            document: document)
        let tax = document.tax(of: node, isTaxed: isTaxed)
        let funding = self.funding(node)
        let deflation = document.deflation(of: node)
        let made = inputs.model()
        let range = node["range"].flatMap { self.range($0, of: node, made) }
        guard let model = made else { return nil }
        facts += inputs.facts.map { CatalogueFact(use: id, cell: $0) }
        guard let category = node["category"]?.text else { return nil }
        let rate = inputs.currency.flatMap { exchangeRate(from: $0.currency, at: $0.place) }
        return CostLine(
            id: id, title: node["title"]?.text, category: category, direction: direction,
            model: model, unit: node["unit"]?.text, funding: funding,
            isSunk: node["sunk"]?.yesNo ?? false, tax: tax,
            exchangeRate: rate, vendor: vendor, isCapital: node["capex"]?.yesNo ?? false,
            serviceMonths: node["service_months"]?.integer.flatMap { $0 >= 1 ? $0 : nil },
            range: range, source: node["source"]?.text, owner: node["owner"]?.text,
            note: node["note"]?.text, priceDate: inputs.priceDate,
            deflation: deflation, place: node.location)
    }

    private func funding(_ node: DocumentNode) -> CostLine.Funding {
        let isPayroll = node["funded"]?.text == "payroll"
        let release = node["released"].flatMap { release -> CostLine.Release? in
            guard let budget = release["budget"]?.text, let from = release["from"]?.date else {
                return nil
            }
            return CostLine.Release(budget: budget, from: from)
        }
        if let node = node["released"], !isPayroll {
            document.problems.append(
                Problem(
                    .fieldsExclude, "`released` stands on a line that no payroll funds",
                    at: node.headingLocation,
                    because: "only staff time that is already paid can be released",
                    hint: "add `funded: payroll`, or leave `released` out"))
        }
        return isPayroll ? .payroll(released: release) : .budget
    }

    /// Reads the range of a number of the line; `model` is nil where the line has none.
    private func range(
        _ node: DocumentNode, of line: DocumentNode, _ model: (any CostModel)?
    ) -> UncertainRange? {
        let subject = node["of"]?.text.flatMap(UncertainRange.Subject.init(rawValue:)) ?? .amount
        let field =
            subject == .unitCost && line["unit_value"] != nil ? "unit_value" : subject.rawValue
        var stated = line[field]?.decimal
        if let model {
            switch model.inputs.values[subject.rawValue] {
            case .operand(.constant(let number))?: stated = number
            case .operand(.assumption(let id))?: stated = document.statedAssumption(id)
            default:
                let known = UncertainRange.Subject.allCases.map(\.rawValue)
                    .filter { model.inputs.values[$0] != nil }
                document.problems.append(
                    node.problem(
                        .badRange, "the range is about a number the line does not have",
                        because: "the line states no `\(subject.rawValue)`",
                        hint: known.first.map { "say `of: \($0)`" }))
                return nil
            }
        }
        return document.range(
            node, around: stated, subject: subject,
            limits: (.zero, subject == .realisation ? .one : nil))
    }

    private func exchangeRate(from foreign: Currency, at place: DocumentNode) -> ExchangeRate? {
        guard foreign != document.currency, !isRejected else { return nil }
        do {
            return try document.exchangeRate(from: foreign)
        } catch {
            document.problems.append(error.located(at: place.location))
            return nil
        }
    }
}

extension EvaluationReader {
    /// Returns what frees a line's prices of inflation, or nil where nothing does; reports prices that do not
    /// go with the study.
    func deflation(of line: DocumentNode) -> Deflation? {
        guard let node = line["price_base"], let word = node.text else { return nil }
        let base = root["price_base"]?.text.flatMap(PriceBase.init(document:)) ?? .nominal
        switch (base, word) {
        case (.real(let year), "nominal"):
            if let inflation = root["inflation"]?.growth {
                return Deflation(inflationPerYear: inflation, moneyOf: year, in: horizon)
            }
            problems.append(
                node.problem(
                    .contractPrices, "nominal prices stand in a study in money of \(year)",
                    because:
                        "what they are worth in that money hangs on inflation, which is not stated",
                    hint: "add `inflation:` to the document, or state the price in money of \(year)"
                ))
        case (.nominal, "real"):
            problems.append(
                node.problem(
                    .contractPrices, "real prices stand in a nominal study",
                    because: "what will be paid hangs on how they grow",
                    hint: "leave `price_base` out and state the growth as `escalation`"))
        default: break
        }
        return nil
    }

    /// The most days a published rate may be older than the day asked for.
    private static let rateAgeDays = 7

    /// Returns the rate that `foreign` is converted at: the document's, else the last published one
    /// before the horizon starts; nil where what the document states is no rate, which its shape reports.
    func exchangeRate(from foreign: Currency) throws(Problem) -> ExchangeRate? {
        if let known = usedRates[foreign] { return known }
        let rate: ExchangeRate
        if let stated = root["rates"]?[foreign.code] {
            guard let value = stated["value"]?.decimal, let date = stated["date"]?.date,
                let source = stated["source"]?.text
            else { return nil }
            rate = try ExchangeRate(
                from: foreign, to: currency, stated: value, date: date, source: source)
        } else {
            rate = try surroundings.exchangeRates().rate(
                from: foreign, to: currency, on: horizon.start.adding(days: -1),
                atMostDaysOld: Self.rateAgeDays)
        }
        usedRates[foreign] = rate
        return rate
    }
}
