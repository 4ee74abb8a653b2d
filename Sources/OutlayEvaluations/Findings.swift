import OutlayDecisions
import OutlayEconomics
import OutlayProblems
import OutlayValues

/// What readers must know beside the figures, in words.
struct Findings {
    let result: EvaluationResult
    let evaluation: Evaluation

    init(_ result: EvaluationResult) {
        self.result = result
        evaluation = result.evaluation
    }

    /// Returns every finding: warnings, then notes.
    func all() throws(Problem) -> [Problem] {
        var findings = try eligibility() + recommendation() + lead() + scales()
        findings += try methodDisagreement() + unusedStatements()
        findings +=
            try missingPerformances() + signs() + quotes() + stalePrices() + priceCaps()
            + steepGrowth()
        findings += WeightFindings.all(evaluation.weightings)
        findings += try seal() + panel() + weaknesses() + tradeoffs()
        findings += try knockOutPrices() + sunkCosts()
        findings += evaluation.exchangeRates.compactMap(\.note)
        return findings.filter { $0.severity > .note } + findings.filter { $0.severity == .note }
    }

    func place(_ option: PurchaseOption) -> Location { .part("option \(option.id)") }

    private func eligibility() throws(Problem) -> [Problem] {
        var findings: [Problem] = []
        if !result.options.contains(where: { $0.decision.eligibility == .eligible }) {
            findings.append(
                Problem(
                    .noneEligible, "no option \(demand)",
                    because: "each option fails one, or nothing is known of it",
                    hint: hasMinimums
                        ? "look at what each option lacks, then add options or settle what is unknown"
                        : "look at the knock-out table, then add options or settle what is unknown")
            )
        }
        for option in result.options where option.decision.eligibility == .unknown {
            findings.append(
                Problem(
                    .unknownKnockOut, "\(option.option.title) cannot be ranked",
                    at: place(option.option), because: try unknowns(of: option),
                    hint: "find out and add it under `performance`"))
        }
        return findings
    }

    private func recommendation() throws(Problem) -> [Problem] {
        guard let recommendation = evaluation.recommendation else { return [] }
        if let rejected = result.rejected.first(where: { $0.id == recommendation.option }) {
            return [cannotRecommend(rejected, because: "it was set aside without evaluation")]
        }
        guard let option = result.option(recommendation.option) else { return [] }
        if let obstacle = option.obstacle {
            let isFailed = option.decision.eligibility == .failed
            return [cannotRecommend(option.option, because: (isFailed ? "it " : "") + obstacle)]
        }
        guard let first = result.first, let rank = option.rank, rank > 1 else { return [] }
        var lead = "costs less"
        if let best = first.score, let own = option.score, let method = evaluation.method {
            lead = "scores \(try score(best)) by \(method.titleInSentence), it \(try score(own))"
        } else if let best = first.decision.value, let own = option.decision.value {
            lead = "is ahead by \(try points(best - own)) points of value"
        } else if let best = first.decision.range, let own = option.decision.range {
            lead = "is worth \(try points(best)), \(option.option.title) \(try points(own))"
        }
        return [
            Problem(
                .notTopScorer, "the recommended \(option.option.title) has rank \(rank)",
                at: place(option.option), because: "\(first.option.title) \(lead)",
                hint: recommendation.reason == nil
                    ? "say in `recommendation.reason` what the scores do not show" : nil)
        ]
    }

    private func cannotRecommend(_ option: PurchaseOption, because reason: String) -> Problem {
        Problem(
            .ineligibleRecommendation, "\(option.title) cannot be recommended", at: place(option),
            because: reason, hint: "recommend an option that \(demand)")
    }

    private func lead() throws(Problem) -> [Problem] {
        if let outcome = result.method { return sharedRank(by: outcome) }
        guard let lead = result.decision.lead, !lead.isClear, let second = lead.runnerUp,
            let ahead = lead.points
        else { return [] }
        let reason: String
        if let own = result.option(lead.leader)?.decision,
            let other = result.option(second)?.decision,
            own.value == nil || other.value == nil, let range = own.range, let rival = other.range
        {
            reason =
                "\(title(lead.leader)) is worth \(try points(range)), \(title(second)) "
                + "\(try points(rival))"
                + (ahead > 0 ? "; the margin is \(evaluation.decision.margin)" : "")
        } else if ahead == 0 {
            let leaders = result.options.filter { $0.rank == 1 && $0.decision.value != nil }
            reason = "\(leaders.map(\.option.title).list("and")) have the same value"
        } else {
            reason =
                "\(title(lead.leader)) leads \(title(second)) by \(try points(ahead)) points; "
                + "the margin is \(evaluation.decision.margin)"
        }
        return [
            Problem(
                .noClearWinner, "no clear winner", at: .part("option \(lead.leader)"),
                because: reason,
                hint: "decide on grounds that the scores do not show, and record them")
        ]
    }

    func points(_ value: Double) throws(Problem) -> String {
        try NumberText(places: 1).text(of: value)
    }

    func title(_ id: String) -> String {
        result.option(id)?.option.title ?? id
    }

    private func scales() -> [Problem] {
        result.decision.criteria.leaves.filter(\.measure.scaleIsFromData).map { leaf in
            Problem(
                .dataScale, "the scale of \(leaf.id) comes from the options at hand",
                at: .part("criterion \(leaf.id)"),
                because: "adding or dropping an option changes every value on it",
                hint: "state `scale: {worst, best}` from what would be acceptable and ideal")
        }
    }

    private func signs() throws(Problem) -> [Problem] {
        var findings: [Problem] = []
        for option in result.options {
            guard let increment = option.increment else { continue }
            let settled = try increment.map { (increment) throws(Problem) in
                try amount(increment.netPresentValue)
            }
            let (all, cash) = (settled.all, settled.cash)
            guard all.isNegative != cash.isNegative, !all.isZero, !cash.isZero else { continue }
            findings.append(
                Problem(
                    .signsDiffer,
                    "NPV and cash NPV of \(option.option.title) differ in sign",
                    at: place(option.option),
                    because: cash.isNegative
                        ? "the case rests on gains that no budget gives back"
                        : "the money saved is worth less than the staff time and gains it costs",
                    hint: cash.isNegative
                        ? "say who gives up which budget, or decide on the cash figure" : nil))
        }
        return findings
    }

    /// Returns `figure` in minor units, so that nothing is found in what a sum leaves in its last bits.
    private func amount(_ figure: Double) throws(Problem) -> ExactDecimal {
        try ExactDecimal(
            nearest: figure, places: evaluation.study.currency.minorUnitPlaces)
    }

    private func quotes() -> [Problem] {
        let sources = evaluation.sources.compactMap { source -> Problem? in
            guard let end = source.validUntil, end < result.asOf else { return nil }
            let options = result.options
                .filter { $0.option.lines.contains { $0.source == source.id } }
                .map(\.option.id)
            let assumptions = evaluation.study.assumptions.values
                .filter { $0.source == source.id }.map(\.id)
            return expired(
                source.title,
                at: evaluation.places?.place("sources", source.id, "valid_until")
                    ?? .part("source \(source.id)"), since: end,
                users: options.sorted() + assumptions.sorted())
        }
        return sources + catalogueQuotes()
    }

    private func catalogueQuotes() -> [Problem] {
        catalogues { $0.validUntil.flatMap { $0 < result.asOf ? $0 : nil } }
            .compactMap { catalogue, end, users in
                expired(
                    "the quote \(catalogue)", at: .part("catalogue \(catalogue)"), since: end,
                    users: users)
            }
    }

    /// The most days a catalogue's price may be old before readers are told.
    private static let freshDays = 365

    private func stalePrices() -> [Problem] {
        let limit = result.asOf.adding(days: -Self.freshDays)
        return catalogues { $0.date.flatMap { $0 < limit ? $0 : nil } }
            .map { catalogue, day, users in
                Problem(
                    .stalePrice, "prices of \(catalogue) are old",
                    at: .part("catalogue \(catalogue)"),
                    because: "the oldest that \(users.joined(separator: ", ")) "
                        + "\(users.count == 1 ? "uses" : "use") is of \(day), more than "
                        + "\(Self.freshDays) days before \(result.asOf)",
                    hint: "look up today's price, or say in a note why the old one holds")
            }
    }

    /// Returns the catalogues with a telling day, in order: the earliest, and the options that use it.
    private func catalogues(
        _ day: (CatalogueFact) -> CalendarDate?
    ) -> [(catalogue: String, day: CalendarDate, users: [String])] {
        var days: [String: CalendarDate] = [:]
        var users: [String: Set<String>] = [:]
        for option in result.options {
            for fact in option.option.catalogueFacts {
                guard let day = day(fact) else { continue }
                days[fact.catalogue] = min(days[fact.catalogue] ?? day, day)
                users[fact.catalogue, default: []].insert(option.option.id)
            }
        }
        return days.sorted { $0.key < $1.key }
            .map { ($0.key, $0.value, (users[$0.key] ?? []).sorted()) }
    }

    private func expired(
        _ title: String, at place: Location, since end: CalendarDate, users: [String]
    ) -> Problem? {
        guard !users.isEmpty else { return nil }
        return Problem(
            .expiredQuote, "\(title) has expired", at: place,
            because: "it was valid until \(end), and \(users.joined(separator: ", ")) "
                + "\(users.count == 1 ? "rests" : "rest") on it",
            hint: "ask for a new quote before anything is decided")
    }

    private func priceCaps() -> [Problem] {
        result.options.compactMap { option in
            guard let cap = option.option.term?.priceCapPerYear else { return nil }
            let over = option.option.lines.filter {
                $0.vendor != nil && $0.model.escalation.ratePerYear > cap
            }
            guard !over.isEmpty else { return nil }
            return Problem(
                .priceOverCap,
                "\(option.option.title) grows faster than its contract allows",
                at: place(option.option),
                because: "\(over.map(\.id).joined(separator: ", ")) escalates by more than the "
                    + "price cap of \(cap)",
                hint: "lower the escalation to the cap, or correct the cap")
        }
    }

    /// Growth of more than a doubling a year, which most often is a percentage.
    private func steepGrowth() -> [Problem] {
        func steep(_ rate: ExactDecimal, _ name: String, at place: Location) -> Problem? {
            guard rate > .one else { return nil }
            let meant = try? rate.divided(by: ExactDecimal(100))
            return Problem(
                .steepGrowth, "\(name) grows by \(rate) a year", at: place,
                because: "growth is a fraction of 1, so this more than doubles it every year",
                hint: meant.map { "write \($0) for \(rate) %" })
        }
        let lines = result.options.flatMap { option in
            option.option.lines.compactMap { line in
                steep(
                    line.model.escalation.ratePerYear, "`\(line.id)`",
                    at: evaluation.places?.place(ofField: "escalation", at: line.place)
                        ?? line.place ?? place(option.option))
            }
        }
        let assumptions = evaluation.study.assumptions.values.sorted { $0.id < $1.id }
        return lines
            + assumptions.compactMap { assumption in
                steep(
                    assumption.escalation.ratePerYear, "`\(assumption.id)`",
                    at: evaluation.places?.place("assumptions", assumption.id)
                        ?? .part("assumption \(assumption.id)"))
            }
    }

    private func knockOutPrices() throws(Problem) -> [Problem] {
        var findings: [Problem] = []
        for requirement in result.knockOutPrices {
            guard let given = requirement.netPresentValue else { continue }
            let price = try ExactDecimal(nearest: given, places: 0)
            guard price > .zero else { continue }
            findings.append(
                Problem(
                    .knockOutPrice,
                    "\(requirement.name) gives up \(evaluation.study.currency.code) "
                        + "\(NumberText().text(of: price)) of NPV",
                    at: .part(requirement.name),
                    because: "an option that fails nothing else has a higher NPV "
                        + "than any eligible one"))
        }
        return findings
    }

    private func sunkCosts() throws(Problem) -> [Problem] {
        var findings: [Problem] = []
        for option in result.options {
            let sunk = try option.economics.sunkCost()
            guard !sunk.isZero else { continue }
            let currency = evaluation.study.currency
            let amount = NumberText(places: currency.minorUnitPlaces).text(of: sunk)
            findings.append(
                Problem(
                    .sunkCost,
                    "\(option.option.title) leaves out \(currency.code) \(amount) already spent",
                    at: place(option.option),
                    because: "sunk money is the same whatever is decided"))
        }
        return findings
    }
}
