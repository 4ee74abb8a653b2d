import OutlayBudgets
import OutlayEconomics
import OutlayEvaluations
import OutlayProblems
import OutlayValues

extension RequestReview {
    /// What changed since the last decision of who looks.
    func changeSection() throws(Problem) -> ReportSection? {
        guard let since = sinceOwnDecision else { return nil }
        var blocks: [Block] = []
        if let difference = since.difference {
            blocks = try difference.blocks()
        } else if !since.rise.isZero {
            let rise = Self.shown(since.rise.money(in: ledgerCurrency), sign: .both)
            blocks.append(.paragraph("The total changed by \(ledgerCurrency.code) \(rise)."))
        }
        if blocks.isEmpty { blocks.append(.paragraph("There are no differences in meaning.")) }
        return ReportSection(
            id: "changes",
            title: "What changed since your decision on revision \(since.act.revision)",
            blocks: blocks)
    }

    /// The budget before and after, with what else is pending.
    func budgetSection() throws(Problem) -> ReportSection? {
        guard !budget.lines.isEmpty else { return nil }
        var blocks: [Block] = [.table(try budget.table(in: ledgerCurrency))]
        if let pending = budget.pending(in: ledgerCurrency) { blocks.append(.paragraph(pending)) }
        return ReportSection(
            id: "budget", title: "What the budget has left",
            question: "Does it fit, and what else waits for the same money?", blocks: blocks)
    }

    /// The options that are not bought.
    func alternativeSection() -> ReportSection? {
        guard let purchase, !alternatives.isEmpty else { return nil }
        let rows = alternatives.map { other in
            let npv = purchase.result.netPresentValue(of: other.option)
            let open = purchase.result.openRequirements(of: other.option)
            return Row([
                .text(other.option.option.title),
                other.option.decision.value.map { .number($0, places: 1) } ?? .empty,
                .number(other.option.totalCostOfOwnership.all, places: 0),
                purchase.chosen == nil
                    ? .empty : .number(other.costOfChoice, places: 0, sign: .both),
                npv.map { .number($0.all, places: 0, sign: .both) } ?? .empty,
                npv.map { .number($0.cash, places: 0, sign: .both) } ?? .empty,
                .text(open.isEmpty ? other.reason : open.joined(separator: "; ")),
            ])
        }
        return ReportSection(
            id: "alternatives", title: "Why not another option",
            question: "What do the others cost, and why are they not bought?",
            blocks: [
                .table(
                    Table(
                        caption: "In \(purchase.currency.code)",
                        columns: [
                            Column("Option", widthHint: 30), .number("Value"),
                            .number("TCO (PV)"), .number("Choice costs more by"),
                            .number("NPV"), .number("cash NPV"), Column("Why not", widthHint: 60),
                        ], rows: rows))
            ])
    }

    /// What requirements cost.
    func requirementSection() -> ReportSection? {
        guard let purchase, !knockOutPrices.isEmpty else { return nil }
        let rows = knockOutPrices.map { price in
            Row([
                .text(price.name), .text(price.excluded.joined(separator: ", ")),
                price.value.map { .number($0, places: 1, sign: .both) } ?? .empty,
                price.netPresentValue.map { .number($0, places: 0, sign: .both) } ?? .empty,
                price.costSaving.map { .number($0, places: 0) } ?? .empty,
            ])
        }
        return ReportSection(
            id: "requirements", title: "What requirements give up",
            blocks: [
                .table(
                    Table(
                        caption: "In \(purchase.currency.code)",
                        columns: [
                            Column("Requirement"), Column("Excludes"), .number("Value"),
                            .number("NPV"), .number("Cost"),
                        ], rows: rows))
            ])
    }

    /// Who has to agree, who did, and what is outdated.
    package func approvalSection() throws(Problem) -> ReportSection? {
        guard let path else { return nil }
        var rows: [Row] = []
        for step in path.steps {
            let mark = step.missing == 0 ? "✓" : step.isOpen ? "○ next" : "○"
            let who =
                step.votes.isEmpty
                ? step.candidates.map(\.words).joined(separator: ", ")
                : step.votes.map { path.acts[$0].person.text }.joined(separator: ", ")
            let acts = step.votes.map { index in
                "approved r\(path.acts[index].revision) \(path.acts[index].date)"
            }
            rows.append(
                Row([
                    .text(mark), .text(step.step.text), .text(who),
                    .text(acts.joined(separator: ", ")),
                    .text(step.step.reasons.joined(separator: ", ")),
                ]))
        }
        for reviewed in acts where reviewed.act.outdated != nil || reviewed.act.decision != .approve
        {
            rows.append(
                Row([
                    .text("●"), .text(reviewed.act.claims.map(\.role.text).joined(separator: ", ")),
                    .text(reviewed.act.person.text),
                    .text(
                        "\(reviewed.act.decision.word) r\(reviewed.act.revision) "
                            + "\(reviewed.act.date)"),
                    .text(try outdatedText(reviewed), tone: .bad),
                ]))
        }
        guard !rows.isEmpty else { return nil }
        return ReportSection(
            id: "approvals",
            title: (path.acts.isEmpty && request.state == .draft
                ? "Who would decide" : "Who decides")
                + " by \(path.policy.id) r\(path.policy.revision)",
            blocks: [
                .table(
                    Table(
                        columns: [
                            Column(""), Column("Step"), Column("Who"), Column("Decision"),
                            Column("Why", widthHint: 80),
                        ], rows: rows))
            ])
    }

    private func outdatedText(_ reviewed: ReviewedAct) throws(Problem) -> String {
        guard let cause = reviewed.act.outdated else { return reviewed.act.reason.text }
        let what: String
        if let difference = reviewed.difference {
            what = try difference.inShort()
        } else {
            let rise = (reviewed.rise ?? .zero).money(in: ledgerCurrency)
            what = "total \(Self.shown(rise, sign: .both))"
        }
        return "OUTDATED (\(cause.rawValue)): " + what
    }

    /// The dates of the contract.
    func contractSection() throws(Problem) -> ReportSection? {
        guard let dates = contractDates else { return nil }
        var rows: [(String, CalendarDate)] = [("begins", dates.start)]
        if let day = dates.breakDay { rows.append(("may be cancelled from", day)) }
        if let notice = dates.notice(before: dates.end) {
            rows.append(
                (dates.renewsAutomatically ? "cancel by, or it goes on" : "notice by", notice))
        }
        rows.append(("ends", dates.end))
        if dates.lastEnd != dates.end { rows.append(("ends with its renewals", dates.lastEnd)) }
        return ReportSection(
            id: "contract", title: "When the contract binds",
            blocks: [
                .table(
                    Table(
                        columns: [Column("Contract"), Column("Day")],
                        rows: rows.map { Row([.text($0.0), .text($0.1.description)]) }))
            ])
    }
}

extension ApprovalDecision {
    /// What was done.
    fileprivate var word: String {
        switch self {
        case .approve: "approved"
        case .reject: "rejected"
        case .return: "returned"
        }
    }
}

extension BudgetCheck {
    /// The lines and years with what the request leaves of them.
    ///
    /// - Throws: A ``Problem`` when a sum does not fit.
    public func table(in currency: Currency) throws(Problem) -> Table {
        let places = currency.minorUnitPlaces
        var cells: [Row] = []
        for row in lines {
            func cell(_ amount: MinorUnits) -> Cell {
                .money(amount.money(in: currency), places: places)
            }
            let share = try row.usedShare()
            cells.append(
                Row([
                    .text(
                        row.node.id.text
                            + (row.node.title.isEmpty ? "" : " \(row.node.title.text)")),
                    .text(row.year.description), cell(row.allotted), cell(row.committed),
                    cell(row.reservedByOthers), cell(row.actual), cell(row.available),
                    cell(row.requested), cell(row.after),
                    share.map { .percentage($0.doubleValue, places: 1) } ?? .empty,
                    .text(
                        row.isUnfunded
                            ? "not budgeted"
                            : row.after.isNegative
                                ? "short"
                                : try row.isAboveWarnLevel() ? "over the warn line" : ""),
                ]))
        }
        return Table(
            caption: "In \(currency.code)",
            columns: [
                Column("Line"), Column("Year"), .number("Allotted"), .number("Committed"),
                .number("Reserved by others"), .number("Actual"), .number("Available"),
                .number("This request"), .number("After"), .number("Used"), Column(""),
            ], rows: cells)
    }

    /// What else waits for the same money, in one sentence; nil where nothing does.
    func pending(in currency: Currency) -> RichText? {
        let waiting = lines.flatMap { row in
            row.others.prefix(5).map {
                "\($0.request) \(RequestReview.shown($0.amount.money(in: currency))) on "
                    + "\(row.node.id) \(row.year)"
            }
        }
        guard !waiting.isEmpty else { return nil }
        return RichText("Also waiting: " + waiting.joined(separator: ", ") + ".")
    }
}

extension ApprovalCandidate {
    /// The person, and for whom.
    fileprivate var words: String {
        principal.map { "\(person.text) (for \($0.text))" } ?? person.text
    }
}
