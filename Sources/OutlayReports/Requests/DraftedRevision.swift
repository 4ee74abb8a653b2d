import OutlayBudgets
import OutlayEconomics
import OutlayEncoding
import OutlayEvaluations
import OutlayProblems
import OutlayValues

/// A revision of a request that was just frozen: what it asks for, and what stands between it and its submission.
package struct DraftedRevision {
    /// The revision.
    package var revision: FrozenRevision
    /// Its number.
    package var number: Int
    /// What it would leave of the budget lines.
    package var budget: BudgetCheck
    /// Charged years that have no budget yet.
    package var unbudgetedYears: [PeriodID]
    /// What keeps it from being submitted, each with a way on.
    package var obstacles: [Problem]
    /// The ledger's currency.
    package var currency: Currency

    /// Looks at a revision in the ledger that it was frozen in.
    ///
    /// - Parameters:
    ///   - revision: The revision.
    ///   - number: Its number.
    ///   - context: Who would submit it, and when.
    ///   - reader: The ledger with the draft.
    /// - Throws: A ``Problem`` where the ledger is damaged.
    package init(
        _ revision: FrozenRevision, number: Int, _ context: CommandContext,
        in reader: some LedgerReader
    ) throws(Problem) {
        let date = context.moment.effective
        self.revision = revision
        self.number = number
        currency = try reader.requireSettings().currency
        budget = try reader.budgetCheck(of: revision.submission, on: date)
        unbudgetedYears =
            try revision.purchase.unbudgetedYears(in: reader) + budget.unfundedYears
        obstacles = revision.purchase.obstacles(on: date)
        guard revision.purchase.chosen != nil else { return }
        let submission = revision.submit(as: number)
        if case .refused(let refusal) = try submission.decide(in: reader, context: context) {
            obstacles.append(refusal.problem(in: currency))
        }
    }
}

// MARK: - For people

extension DraftedRevision {
    /// What was frozen, for people.
    ///
    /// - Throws: A ``Problem`` when a sum does not fit.
    package func blocks() throws(Problem) -> [Block] {
        let purchase = revision.purchase
        var facts = [Fact("Decision", RichText(decision))]
        if purchase.chosen != nil {
            facts.append(
                Fact(
                    "Contract",
                    RichText(
                        "\(purchase.currency.code) \(RequestReview.shown(purchase.contractValue))"))
            )
            facts.append(Fact("Charged", RichText(try charged())))
        }
        facts.append(Fact("Sources", RichText(sources)))
        facts.append(Fact("Frozen", RichText("sha256 \(revision.hash)")))
        var blocks: [Block] = [.facts(facts)]
        if !budget.lines.isEmpty { blocks.append(.table(try budget.table(in: currency))) }
        blocks += obstacles.map { problem in
            .callout(
                .warning,
                RichText(
                    "before it is submitted: \(problem.summary): \(problem.reason)"
                        + (problem.hint.map { "; \($0)" } ?? "")))
        }
        return blocks
    }

    private var decision: String {
        let choice = revision.purchase.choice
        guard let chosen = revision.purchase.chosen else {
            return "nothing is bought: \(choice.reason.text)"
        }
        var parts = [chosen.option.id, chosen.rank.map { "rank \($0)" } ?? "not ranked"]
        if let day = choice.reviewOn { parts.append("for the time being, review by \(day)") }
        if !choice.reason.isEmpty { parts.append(choice.reason.text) }
        return parts.joined(separator: " · ")
    }

    private func charged() throws(Problem) -> String {
        let years = try revision.purchase.chargesByYear().map { year, amount in
            "\(RequestReview.shown(amount)) in \(year)"
                + (unbudgetedYears.contains(year) ? " (no budget yet)" : "")
        }
        return years.isEmpty ? "nothing" : years.joined(separator: " · ")
    }

    /// How many sources stand behind it, and what backs them.
    private var sources: String {
        let backed = statedSources.filter { $0.from == "file" }.count
        return "\(statedSources.count) named, \(backed) with their files"
    }

    private struct Source {
        var id: String
        var file: JSONValue
        var from: String
        var hash: JSONValue
    }

    private var statedSources: [Source] {
        guard case .object(let sources) = revision.inputs.sources else { return [] }
        return sources.members.map { member in
            guard case .object(let said) = member.value, case .string(let from)? = said["from"]
            else { return Source(id: member.key, file: .null, from: "nothing", hash: .null) }
            return Source(
                id: member.key, file: said["file"] ?? .null, from: from,
                hash: said["sha256"] ?? .null)
        }
    }
}

// MARK: - For programs

extension DraftedRevision {
    /// What was frozen, for programs.
    ///
    /// - Throws: A ``Problem`` when a sum does not fit.
    package func json() throws(Problem) -> JSONObject {
        let purchase = revision.purchase
        return [
            "revision": [
                "number": .integer(number), "sha256": .string(revision.hash.description),
            ],
            "decision": [
                "award": .string(purchase.choice.award.rawValue),
                "option": .string(orNull: purchase.choice.option),
                "rank": purchase.chosen?.rank.map { .integer($0) } ?? .null,
                "reason": .string(purchase.choice.reason.text),
                "review_on": .string(orNull: purchase.choice.reviewOn?.description),
            ],
            "contract_value": ResultJSON.money(purchase.contractValue),
            "committed": ResultJSON.money(purchase.committed),
            "leaving_costs": ResultJSON.money(purchase.leavingCosts),
            "years": .array(
                try purchase.chargesByYear().map { year, amount in
                    [
                        "year": .string(year.description), "amount": ResultJSON.money(amount),
                        "budgeted": .bool(!unbudgetedYears.contains(year)),
                    ]
                }),
            "charges": .array(
                purchase.charges.map { charge in
                    [
                        "line": .string(charge.node.text),
                        "period": .string(charge.period.description),
                        "category": .string(charge.category),
                        "amount": ResultJSON.money(charge.amount),
                    ]
                }),
            "sources": .array(
                statedSources.map { source in
                    [
                        "id": .string(source.id), "file": source.file, "from": .string(source.from),
                        "sha256": source.hash,
                    ]
                }),
            "budget": try budget.json(in: currency),
            "obstacles": .array(obstacles.map(RequestReview.json)),
        ]
    }
}
