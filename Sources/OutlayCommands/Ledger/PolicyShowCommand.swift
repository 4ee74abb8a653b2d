import ArgumentParser
import Outlay

/// `outlay policy show`: who approves what by the policy in force.
struct PolicyShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show the policy in force: tiers, order and further rules.",
        discussion: """
            outlay policy show
            outlay policy show --as-of 2027-01-01 --format json
            """)

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        try ledger.answer(schema: "policy-show") { session in
            let asOf = session.asOf
            let found = try session.read { (reader) throws(Problem) in
                try reader.document(.policy, inForceOn: asOf)
            }
            guard let document = found else {
                throw Problem(
                    .noPolicy, "no policy is in force on \(asOf)",
                    because: "the ledger has none that began by then",
                    hint: "outlay policy load policy.yaml")
            }
            let policy: Policy = try document.value()
            return Answer(
                schema: "policy-show",
                report: Report(
                    title: "\(policy.id.text) revision \(policy.revision)",
                    subtitle: "in force from \(policy.effectiveFrom) · \(policy.currency.code)",
                    summary: Self.blocks(policy)),
                result: Self.json(policy, document))
        }
    }

    private static func blocks(_ policy: Policy) -> [Block] {
        var blocks: [Block] = [.table(tierTable(policy))]
        if !policy.conditions.isEmpty { blocks.append(.table(conditionTable(policy))) }
        blocks.append(.facts(facts(policy)))
        return blocks
    }

    private static func tierTable(_ policy: Policy) -> Table {
        Table(
            caption: "Who approves, by contract value in \(policy.currency.code)",
            columns: [
                .number("Below"), Column("Approvers", widthHint: 70), .number("Quotes"),
                Column("Evaluation"),
            ],
            rows: policy.tiers.map { tier in
                Row([
                    tier.below.map {
                        .money(
                            $0.money(in: policy.currency), places: policy.currency.minorUnitPlaces)
                    } ?? .text("no end"),
                    .text(
                        policy.groups(of: tier).map { $0.joined(separator: ", ") }
                            .joined(separator: " → ")),
                    .count(tier.quotes), .text(tier.requiresEvaluation ? "required" : ""),
                ])
            })
    }

    private static func conditionTable(_ policy: Policy) -> Table {
        Table(
            caption: "Further approvers",
            columns: [
                Column("Rule"), Column("When", widthHint: 60), Column("Approvers"),
                .number("Quotes"),
            ],
            rows: policy.conditions.map { condition in
                Row([
                    .text(condition.id),
                    .text(condition.words(in: policy.currency).joined(separator: " and ")),
                    .text(condition.approvers.map(\.words).joined(separator: ", ")),
                    .count(condition.quotes),
                ])
            })
    }

    private static func facts(_ policy: Policy) -> [Fact] {
        var facts: [Fact] = []
        if let split = policy.split {
            let keys = split.keys.map(\.rawValue).joined(separator: ", ")
            facts.append(
                Fact(
                    "Splits", RichText("purchases within \(split.days) days are summed by \(keys)"))
            )
        }
        let same = policy.retention.same.map(\.rawValue).sorted().joined(separator: ", ")
        facts.append(
            Fact(
                "Approvals stand",
                RichText(
                    "up to a rise of \(FigureText.percentage(policy.retention.increaseAtMost.doubleValue, places: 1))"
                        + " in the same tier" + (same.isEmpty ? "" : ", with the same \(same)"))))
        if let role = policy.budget.overrideRole {
            facts.append(Fact("Override", RichText("\(role.text), with a reason")))
        }
        if let days = policy.terms.expiresAfterDays {
            facts.append(Fact("Requests expire", RichText("after \(days) days")))
        }
        if let days = policy.terms.orderWithinDays {
            facts.append(Fact("Approvals expire", RichText("after \(days) days")))
        }
        if let reminders = policy.reminders {
            let escalate = reminders.escalateAfterDays.map { ", the next level after \($0)" } ?? ""
            facts.append(
                Fact("Reminders", RichText("after \(reminders.afterDays) days\(escalate)")))
        }
        facts.append(Fact("Tests", RichText("\(policy.tests.count)")))
        return facts
    }

    private static func json(_ policy: Policy, _ document: LedgerDocument) -> JSONValue {
        func money(_ amount: MinorUnits) -> JSONValue {
            ResultJSON.money(amount.money(in: policy.currency))
        }
        return [
            "id": .string(policy.id.text), "revision": .integer(policy.revision),
            "effective_from": .string(policy.effectiveFrom.description),
            "sha256": .string(document.hash.text), "currency": .string(policy.currency.code),
            "tiers": .array(
                policy.tiers.map { tier in
                    [
                        "below": tier.below.map(money) ?? .null,
                        "path": .array(policy.groups(of: tier).map { .strings($0) }),
                        "quotes": .integer(tier.quotes),
                        "evaluation": .bool(tier.requiresEvaluation),
                    ]
                }),
            "extra": .array(
                policy.conditions.map { condition in
                    [
                        "id": .string(condition.id),
                        "when": .strings(condition.words(in: policy.currency)),
                        "approvers": .strings(condition.approvers.map(\.words)),
                        "quotes": .integer(condition.quotes),
                    ]
                }),
            "document": .string(document.text),
        ]
    }

    /// The shape of the JSON result.
    static let resultShape = ObjectShape(
        "policy", "The policy in force.",
        [
            Field("id", .text(), "Its name.", required: true),
            Field("revision", .integer(1...Int.max), "Its revision.", required: true),
            Field("effective_from", .date, "The first day it holds.", required: true),
            Field("sha256", .text(), "The hash of `document`.", required: true),
            Field("currency", .currency, "The currency of its amounts.", required: true),
            Field(
                "tiers",
                .list(
                    of: .object(
                        ObjectShape(
                            "policy tier", "Who approves up to an amount.",
                            [
                                Field(
                                    "below", EvaluationResultShape.money,
                                    "The first amount that is too much; null for no end."),
                                Field(
                                    "path", .list(of: .list(of: .text())),
                                    "The approvers in groups, one group after the other.",
                                    required: true),
                                Field(
                                    "quotes", .integer(0...Int.max),
                                    "How many vendors need a valid quote.", required: true),
                                Field(
                                    "evaluation", .yesNo, "Whether an evaluation is required.",
                                    required: true),
                            ]))), "The tiers, the lowest first.", required: true),
            Field(
                "extra",
                .list(
                    of: .object(
                        ObjectShape(
                            "policy condition", "Further approvers for purchases of a kind.",
                            [
                                Field("id", .text(), "What it is called.", required: true),
                                Field(
                                    "when", .list(of: .text()), "What has to hold, all of it.",
                                    required: true),
                                Field(
                                    "approvers", .list(of: .text()), "Who has to agree besides.",
                                    required: true),
                                Field(
                                    "quotes", .integer(0...Int.max),
                                    "How many vendors need a valid quote.", required: true),
                            ]))), "Further rules.", required: true),
            Field(
                "document", .text(), "The whole policy as canonical JSON, every setting in it.",
                required: true),
        ])
}

extension Approver {
    /// The role, with how many of its holders.
    fileprivate var words: String { (quorum > 1 ? "\(quorum) " : "") + role.text }
}

extension Policy {
    /// The approvers of a tier in the groups that they act in.
    fileprivate func groups(of tier: ApprovalTier) -> [[String]] {
        switch tier.path {
        case .groups(let groups): return groups.map { $0.map(\.words) }
        case .approvers(let approvers):
            guard !order.isEmpty else { return approvers.map { [$0.words] } }
            return order.map { group in
                approvers.filter { group.contains($0.role) }.map(\.words)
            }
            .filter { !$0.isEmpty }
        }
    }
}

extension ApprovalCondition {
    /// What has to hold, in words.
    fileprivate func words(in currency: Currency) -> [String] {
        func any(_ title: String, _ names: [String]) -> String? {
            names.isEmpty ? nil : "\(title) \(names.list("or"))"
        }
        func flag(_ value: Bool?, _ yes: String, _ no: String) -> String? {
            value.map { $0 ? yes : no }
        }
        let words = [
            any("category", categories.map(\.text)), any("vendor", vendors.map(\.text)),
            any("line", nodes.map(\.text)),
            atLeast.map { "\($0.text(in: currency)) or more" },
            flag(isCapital, "an investment", "no investment"),
            flag(handlesPersonalData, "personal data", "no personal data"),
            flag(isSingleSource, "a single source", "no single source"),
            flag(isNewVendor, "a new vendor", "a known vendor"),
            flag(hasContract, "a contract", "no contract"),
        ].compactMap(\.self)
        return words.isEmpty ? ["always"] : words
    }
}
