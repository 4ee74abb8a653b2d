import OutlayBudgets
import OutlayEconomics
import OutlayProblems
import OutlayValues

extension PurchaseCase {
    /// The fiscal years that are charged and have no budget yet, of those after the first; none where the
    /// ledger, or the policy in force on the day of the result, refuses such years.
    ///
    /// - Throws: A ``Problem`` where the ledger is damaged.
    public func unbudgetedYears(in reader: some LedgerReader) throws(Problem) -> [PeriodID] {
        let policy = try reader.policy(inForceOn: result.asOf)
        guard try reader.requireSettings().futureYears == .track,
            policy?.terms.futureYears != .refuse
        else { return [] }
        var years: [PeriodID] = []
        for charge in charges where years.last != charge.period.wholeYear {
            years.append(charge.period.wholeYear)
        }
        var left: [PeriodID] = []
        for year in years.dropFirst() where try reader.period(year) == nil { left.append(year) }
        return left
    }

    /// Returns the submission that the case comes to in a ledger.
    ///
    /// Money is asked for by line and month, in the document's currency. Credits are set off against the
    /// charges of their line and year, for a budget is not asked for less than nothing. Years without a
    /// budget, ``unbudgetedYears(in:)``, are left out; the contract value, which tiers go by, has them all.
    ///
    /// - Parameters:
    ///   - id: The request.
    ///   - reader: The ledger; its currency is that of the document, or the terms state a rate.
    /// - Returns: The submission, without a frozen revision.
    /// - Throws: ``ProblemCode/missingRate`` where the currencies differ and the terms state no rate to the
    ///   ledger's; a ``Problem`` for a text that the ledger cannot keep.
    public func submission(
        _ id: RequestID, in reader: some LedgerReader
    ) throws(Problem) -> Submit {
        try submission(
            id, leavingOut: Set(try unbudgetedYears(in: reader)),
            ledger: try reader.requireSettings().currency)
    }

    /// Returns the submission to a ledger of this currency, without what falls into some years.
    func submission(
        _ id: RequestID, leavingOut left: Set<PeriodID>, ledger: Currency
    ) throws(Problem) -> Submit {
        let rate = try rateToLedger(ledger)
        let asked = charges.filter { !left.contains($0.period.wholeYear) }
        return Submit(
            id, lines: try Self.lines(of: asked),
            vendor: try chosen?.option.vendor.map { text throws(Problem) in try VendorID(text) },
            framework: terms.framework, currency: currency,
            rate: currency == ledger ? nil : rate, details: try details(rate))
    }

    /// Returns what one unit of the document's currency is in the ledger's.
    private func rateToLedger(_ ledger: Currency) throws(Problem) -> ExactDecimal {
        guard ledger != currency else { return .one }
        guard let rate = terms.rate, rate.from == currency, rate.to == ledger else {
            throw Problem(
                .missingRate, "no exchange rate from \(currency.code) to \(ledger.code)",
                because: "the document is in \(currency.code) and the ledger in \(ledger.code)",
                hint: "state the rate, with its date and source")
        }
        return try rate.value()
    }

    private func details(_ rate: ExactDecimal) throws(Problem) -> RequestDetails {
        let evaluation = result.evaluation
        var details = RequestDetails()
        details.title = try LedgerText(
            chosen.map { "\(evaluation.title): \($0.option.title)" } ?? evaluation.title)
        let purchase = evaluation.purchase
        details.category = try purchase?.category.map { text throws(Problem) in try NodeID(text) }
        details.handlesPersonalData = purchase?.handlesPersonalData ?? false
        details.route = purchase?.route.flatMap(PurchaseRoute.init(document:)) ?? .competitive
        details.reasonCode = try purchase?.reason.map { text throws(Problem) in
            try LedgerText(text)
        }
        details.award = choice.award
        details.choiceReason = choice.reason
        details.reviewOn = choice.reviewOn
        details.evaluation = try LedgerText(evaluation.id)
        for quote in result.quotes where quote.standing != .undated {
            guard let last = quote.validUntil else { continue }
            details.quotes.append(
                QuoteOnFile(vendor: try VendorID(quote.vendor), validUntil: last))
        }
        guard let chosen else { return details }
        details.option = try LedgerText(chosen.option.id)
        details.rank = chosen.rank
        details.termMonths = chosen.option.term?.months
        details.hasContract = chosen.option.term != nil
        details.hasPriceEvidence = hasPriceEvidence(chosen.option)
        details.contractValue = try MinorUnits(
            Money(contractValue.amount * rate, terms.rate?.to ?? currency).rounded(.halfEven))
        return details
    }

    /// Whether every line that a vendor is paid for names its source.
    private func hasPriceEvidence(_ option: PurchaseOption) -> Bool {
        let paid = option.contractLines.filter { line in
            contract?.parts.contains { $0.line == line.id } ?? false
        }
        return !paid.isEmpty && paid.allSatisfy { $0.source != nil }
    }

    /// Returns what is asked of each line in each month, above 0, in order of months and lines.
    private static func lines(
        of charges: [PurchaseCharge]
    ) throws(Problem) -> [Submit.Line] {
        struct Row: Hashable {
            var node: NodeID
            var year: PeriodID
        }
        var months: [Row: [(period: PeriodID, amount: MinorUnits)]] = [:]
        for charge in charges {
            let row = Row(node: charge.node, year: charge.period.wholeYear)
            let amount = try MinorUnits(charge.amount)
            var known = months[row] ?? []
            if let last = known.last, last.period == charge.period {
                known[known.count - 1].amount = try last.amount + amount
            } else {
                known.append((charge.period, amount))
            }
            months[row] = known
        }
        var lines: [Submit.Line] = []
        for (row, known) in months {
            for month in try settingOff(known) where month.amount.isPositive {
                lines.append(Submit.Line(row.node, month.amount, in: month.period))
            }
        }
        return lines.sorted { one, other in
            one.period == other.period
                ? one.node < other.node
                : (one.period.map { first in other.period.map { first < $0 } ?? false } ?? true)
        }
    }

    /// Takes what comes back out of the months before it, the nearest first, then out of those behind.
    private static func settingOff(
        _ months: [(period: PeriodID, amount: MinorUnits)]
    ) throws(Problem) -> [(period: PeriodID, amount: MinorUnits)] {
        var months = months
        for index in months.indices where months[index].amount.isNegative {
            var credit = try months[index].amount.negated()
            months[index].amount = .zero
            let others =
                months.indices.filter { $0 < index }.reversed()
                + months.indices.filter { $0 > index }
            for other in others where months[other].amount.isPositive {
                let part = min(credit, months[other].amount)
                months[other].amount = try months[other].amount - part
                credit = try credit - part
            }
        }
        return months
    }
}

extension PurchaseRoute {
    /// Creates the route that a document calls `word`, or returns nil.
    package init?(document word: String) {
        self.init(rawValue: word.replacing("-", with: "_"))
    }
}
