import OutlayBudgets
import OutlayEconomics
import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension RequestReview {
    /// The screen of a reviewer, as `outlay request show` prints it.
    ///
    /// - Returns: A report: what is asked for and who decides first, then the money, the alternatives, the
    ///   approvals and what changed.
    /// - Throws: A ``Problem`` when a sum does not fit.
    public func report() throws(Problem) -> Report {
        let title = request.details.title
        return Report(
            title: request.id.text + (title.isEmpty ? "" : ": \(title.text)"),
            subtitle: heading, summary: [.list(try headlines())] + warnings,
            sections: try [
                changeSection(), budgetSection(), alternativeSection(), requirementSection(),
                approvalSection(), contractSection(),
            ].compactMap(\.self))
    }

    private var heading: String {
        var parts = [
            request.state.rawValue.replacing("_", with: " ").uppercased(),
            number == request.revision
                ? "revision \(number)"
                : "revision \(number), the present one is \(request.revision)",
        ]
        if let revision { parts.append("sha256 \(Self.short(revision.hash.description))") }
        return (parts + ["as of \(date)"]).joined(separator: " · ")
    }

    /// The first and last digits of a hash.
    static func short(_ hash: String) -> String {
        "\(hash.prefix(4))…\(hash.suffix(2))"
    }

    private func headlines() throws(Problem) -> [RichText] {
        var lines = [whatIsAsked]
        if let need = purchase?.result.evaluation.need {
            lines.append(.strong("Need ") + "\(need)")
        }
        if let why { lines.append(.strong("Decision ") + "\(why)") }
        lines.append(.strong("Cost ") + "\(try costs())")
        if let standing { lines.append(.strong("Case ") + "\(standing)") }
        lines.append(.strong("Budget ") + "\(try budgets())")
        lines.append(.strong("Path ") + "\(pathText)")
        return lines
    }

    private var whatIsAsked: RichText {
        var parts: [String] = []
        if let chosen = purchase?.chosen {
            parts.append(chosen.option.title)
        } else if !request.details.title.text.isEmpty {
            parts.append(request.details.title.text)
        }
        if let months = purchase?.chosen?.option.term?.months { parts.append("\(months) months") }
        if let vendor = request.vendor { parts.append("from \(vendor)") }
        parts.append("by \(request.requester)")
        if let last = quoteValidUntil, let days = quoteDaysLeft {
            parts.append(
                days < 0
                    ? "quote expired on \(last)"
                    : "quote valid to \(last) (\(days) \(days == 1 ? "day" : "days"))")
        }
        return .strong("Asks for ") + RichText(parts.joined(separator: " · "))
    }

    private var why: String? {
        let details = request.details
        let reason = details.choiceReason.text
        switch details.award {
        case .none: return "nothing is bought: \(reason)"
        case .interim:
            return "for the time being, to be looked at again by "
                + (details.reviewOn.map(\.description) ?? "no day") + ": \(reason)"
        case .full: return reason.isEmpty ? nil : reason
        }
    }

    private func costs() throws(Problem) -> String {
        guard let purchase else {
            return Self.shown(request.total.money(in: ledgerCurrency)) + " asked for"
        }
        var parts = [Self.shown(purchase.contractValue) + " contract"]
        for year in try purchase.chargesByYear().prefix(1) {
            parts.append("\(Self.shown(year.amount)) in \(year.year)")
        }
        if purchase.committed != purchase.contractValue {
            parts.append("\(Self.shown(purchase.committed)) before the next break")
        }
        parts.append("TCO " + FigureText.shown(purchase.expected.all, places: 0))
        if !purchase.leavingCosts.amount.isZero {
            parts.append("leaving costs " + Self.shown(purchase.leavingCosts))
        }
        return purchase.currency.code + FigureText.noBreakSpace + parts.joined(separator: " · ")
    }

    private var standing: String? {
        guard let purchase, let chosen = purchase.chosen else { return nil }
        let result = purchase.result
        var parts = [result.evaluation.id]
        let eligible = result.options.count { $0.rank != nil }
        parts.append(
            chosen.rank.map { "rank \($0) of \(eligible) eligible" } ?? "not ranked")
        if let value = chosen.decision.value {
            parts.append("value " + FigureText.shown(value, places: 1))
        }
        if let npv = result.netPresentValue(of: chosen) {
            parts.append("NPV " + FigureText.shown(npv.all, places: 0, sign: .both))
            parts.append("cash NPV " + FigureText.shown(npv.cash, places: 0, sign: .both))
        }
        if let payback = chosen.increment?.all.paybackYears {
            parts.append("payback " + FigureText.shown(payback, places: 1) + " y")
        }
        let errors = findings.count { $0.severity == .error }
        let warnings = findings.count { $0.severity == .warning }
        let counts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
            .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
        parts.append("lint: " + (counts.isEmpty ? "nothing" : counts.joined(separator: ", ")))
        return parts.joined(separator: " · ")
    }

    private func budgets() throws(Problem) -> String {
        var parts: [String] = []
        let left = Set(unbudgetedYears)
        for row in budget.lines where !left.contains(row.year) {
            let after = Self.shown(row.after.money(in: ledgerCurrency))
            let share = try row.usedShare().map { " (\(FigureText.percentage($0, places: 1)))" }
            parts.append("\(row.node.id) \(row.year) \(after) left after this\(share ?? "")")
        }
        if !unbudgetedYears.isEmpty {
            parts.append(
                unbudgetedYears.map(\.description).joined(separator: ", ") + " not budgeted")
        }
        return parts.isEmpty ? "no line is charged" : parts.joined(separator: " · ")
    }

    private var pathText: String {
        guard let path else {
            return number < request.revision
                ? "an earlier revision, no longer decided on" : "not submitted"
        }
        let policy = "\(path.policy.id) r\(path.policy.revision)"
        let next = path.next.map(\.text)
        let who =
            next.isEmpty
            ? path.standing == .pending ? "nobody can decide" : path.standing.rawValue
            : "next: " + next.joined(separator: ", ")
        return "\(policy) · \(who)"
    }

    /// What stops the decision, and what linting found.
    private var warnings: [Block] {
        ([budget.refusal?.problem(in: ledgerCurrency)].compactMap(\.self) + obstacles + findings)
            .map { .callout($0.severity, RichText("\($0.summary): \($0.reason)")) }
    }

    /// Returns an amount with its minor unit and without its currency.
    static func shown(_ money: Money, sign: NumberText.SignPolicy = .negative) -> String {
        FigureText.shown(money.amount, places: money.currency.minorUnitPlaces, sign: sign)
    }
}
