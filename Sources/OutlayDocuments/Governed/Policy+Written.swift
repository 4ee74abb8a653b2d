import OutlayBudgets
import OutlayProblems
import OutlayValues

extension Policy: WrittenDocument {
    /// How a policy is written.
    package static let form = GovernedForm(
        name: "Policy", schema: "policy", ledgerKind: .policy,
        shape: ObjectShape(
            "Policy", "Who has to approve what, with tests of its own.",
            GovernedForm.heading(
                "Policy", metadata: GovernedForm.metadata(idRequired: true, id: "PROC-4"))
                + [GovernedForm.effectiveFrom, GovernedForm.currency]
                + paths + terms
                + [
                    Field(
                        "tests", .list(of: .object(test)),
                        "What the policy is expected to say of sample requests.",
                        example:
                            "[{name: small, request: {total: 500}, expect: {path: [[budget-owner]]}}]"
                    )
                ]),
        facts: [.id, .firstDay, .currency], standardID: { _ in nil })

    private static let paths = [
        Field(
            "amount_basis", .choice(["contract_value"]), "What the tiers are about.",
            standard: "contract_value"),
        Field(
            "open_end_months", .integer(1...1200),
            "The months that a contract without an end counts with.", standard: "48"),
        Field(
            "tiers", .list(of: .object(tier), count: 1...Int.max),
            "What is asked of purchases by their total, rising; the last tier has no `below`.",
            required: true,
            example: "[{below: 10000, approvers: [budget-owner]}, {approvers: [budget-owner, cfo]}]"
        ),
        Field(
            "order", .list(of: .list(of: GovernedForm.name, count: 1...Int.max)),
            "The groups that approvers act in, one after the other; each after the one before "
                + "unless given.", example: "[[budget-owner, security], [cfo]]"),
        Field(
            "per_line", GovernedForm.names,
            "The roles that are asked for each charged line rather than once."),
        Field(
            "extra", .list(of: .object(condition)),
            "Further approvers and quotes for purchases of a kind.",
            example: "[{when: {personal_data: true}, approvers: [security]}]"),
        Field("routes", .object(routes), "What holds for each way of purchase."),
        Field(
            "split", .either([.yesNo, .object(split)]),
            "How purchases that belong together are summed up; `false` for not at all.",
            example: "{days: 30, by: [requester, vendor, category]}"),
        Field(
            "duplicates",
            .object(
                ObjectShape(
                    "duplicates", "When a request is much like another.",
                    [
                        Field(
                            "days", .integer(0...3660),
                            "The days between two like requests within which the second is flagged.",
                            required: true)
                    ])), "When a request is much like another.", example: "{days: 0}"),
        Field(
            "keep_approval_if", .object(retention),
            "When an approval of an earlier revision still stands; else it is outdated.",
            example: "{amount_increase_at_most: 0.05, option: same, term: same}"),
        Field(
            "separation_of_duties",
            .list(
                of: .choice([
                    "requester-not-approver", "last-editor-not-approver", "one-person-one-role",
                ])), "What one person may not do together; the first and the last always hold.",
            example: "[requester-not-approver, last-editor-not-approver, one-person-one-role]"),
    ]

    private static let terms = [
        Field(
            "reserve", .choice(ReserveAt.allCases.map(\.rawValue)),
            "When money is set aside for a request.", standard: ReserveAt.submission.rawValue),
        Field(
            "expire",
            .object(
                ObjectShape(
                    "expire", "When what waits lapses.",
                    [
                        Field(
                            "request", GovernedForm.daysOrNever,
                            "Days after which a request that nobody decided lapses.",
                            standard: "30d"),
                        Field(
                            "approval", GovernedForm.daysOrNever,
                            "Days within which an approved request has to be ordered.",
                            standard: "false"),
                    ])), "When what waits lapses.", example: "{request: 60d, approval: 90d}"),
        Field("invoice", .object(invoice), "When an invoice is booked."),
        Field(
            "remind", .either([.yesNo, .object(remind)]),
            "When approvers are reminded; `false` for never.", example: "{after: 2d}",
            standard: "false"),
        Field(
            "budget", .object(budget), "What happens to requests that the budget does not cover.",
            example: "{on_exceed: block, override: {role: cfo, reason: required}, out_years: warn}"),
    ]
}

// MARK: - Tiers, conditions and routes

extension Policy {
    private static let approvers = Shape.list(
        of: .either([.object(approver), GovernedForm.name]))
    private static let someApprovers = Shape.list(
        of: .either([.object(approver), GovernedForm.name]), count: 1...Int.max)

    private static let approver = ObjectShape(
        "approver", "A role of which several holders have to agree.",
        [
            Field("role", GovernedForm.name, "The role.", required: true, example: "board"),
            Field("quorum", .integer(1...100), "How many persons.", standard: "1"),
        ])

    private static let quotes = Field(
        "quotes", .integer(0...100), "How many distinct vendors need a valid quote.",
        standard: "0")

    private static let tier = ObjectShape(
        "tier", "What is asked of purchases up to an amount.",
        groups: [.exactlyOne(["approvers", "steps"])],
        [
            Field(
                "below", GovernedForm.amount,
                "The total that is too much for the tier; none in the last one.",
                example: "10000"),
            Field(
                "approvers", someApprovers,
                "The roles that have to agree, in the groups of `order`.",
                example: "[budget-owner]"),
            Field(
                "steps",
                .list(
                    of: .either([.object(approver), someApprovers]), count: 1...Int.max),
                "The groups that have to agree, one after the other, in this tier alone.",
                example: "[[budget-owner], [cfo]]"),
            quotes,
            Field(
                "evaluation", .choice(["required"]),
                "Whether an evaluation has to back the request."),
        ])

    private static let nameOrNames = Shape.either([GovernedForm.name, GovernedForm.names])

    private static let condition = ObjectShape(
        "condition", "Further approvers and quotes for purchases of a kind.",
        [
            Field(
                "id", .text(TextRule(length: 1...64)),
                "What the steps it asks for are called; by its number unless given.",
                example: "personal-data"),
            Field(
                "when",
                .object(
                    ObjectShape(
                        "when", "What a purchase is like; all that is named has to hold.",
                        [
                            Field("category", nameOrNames, "One of these categories."),
                            Field(
                                "vendor", nameOrNames, "One of these vendors, or of their party."),
                            Field("node", nameOrNames, "A line, or one below it."),
                            Field("at_least", GovernedForm.amount, "A total of this much or more."),
                            Field("capital", .yesNo, "Whether it is an investment."),
                            Field("personal_data", .yesNo, "Whether personal data is handled."),
                            Field("single_source", .yesNo, "Whether there is a single source."),
                            Field("new_vendor", .yesNo, "Whether the vendor is new."),
                            Field("contract", .yesNo, "Whether there is a contract."),
                        ])), "What a purchase is like; all that is named has to hold.",
                required: true, example: "{category: software, personal_data: true}"),
            Field(
                "approvers", approvers, "Who has to agree besides.", example: "[security]"),
            quotes,
        ])

    private static let routes = ObjectShape(
        "routes", "What holds for each way of purchase.",
        [
            Field(
                "call_off", .yesNo, "Whether call-offs from frameworks are allowed.",
                standard: "true"),
            Field(
                "single_source",
                .either([
                    .yesNo,
                    .object(
                        ObjectShape(
                            "single source", "A purchase from the only source there is.",
                            [
                                Field(
                                    "reasons", .list(of: GovernedForm.line, count: 1...Int.max),
                                    "The reasons that are accepted.", required: true),
                                Field(
                                    "waiver", GovernedForm.name,
                                    "The role that waives the competition.", required: true),
                            ])),
                ]), "When a single source is enough; `false` for never.", standard: "false"),
            Field(
                "emergency",
                .either([
                    .yesNo,
                    .object(
                        ObjectShape(
                            "emergency", "A purchase that cannot wait for the full path.",
                            [
                                Field(
                                    "ceiling", GovernedForm.amount, "The largest total.",
                                    required: true),
                                Field(
                                    "approvers",
                                    .list(of: GovernedForm.name, count: 1...Int.max),
                                    "The roles, one holder of any of which is enough.",
                                    required: true),
                                Field(
                                    "full_path_days", GovernedForm.days,
                                    "Days within which the full path has to follow.",
                                    required: true, example: "10d"),
                            ])),
                ]), "What an emergency may do; `false` for nothing.", standard: "false"),
            Field(
                "ratification", .either([.yesNo, approvers]),
                "Further approvers of what was bought before its approval; `false` bars it.",
                example: "[cfo]"),
        ])

    private static let split = ObjectShape(
        "split", "How purchases that belong together are summed up.",
        [
            Field(
                "days", GovernedForm.days, "The days between two that still belong together.",
                required: true, example: "90"),
            Field(
                "by",
                .list(of: .choice(SplitWindow.Key.allCases.map(\.rawValue)), count: 1...Int.max),
                "What they have in common: all of these.",
                example: "[vendor]", standard: "[requester, vendor, category]"),
            Field(
                "threshold", GovernedForm.amount,
                "The sum from which a split is suspected; where another tier begins unless given."),
        ])
}

// MARK: - Terms

extension Policy {
    private static let retention = ObjectShape(
        "keep_approval_if", "When an approval of an earlier revision still stands.",
        [
            Field(
                "amount_increase_at_most",
                .number(
                    NumberRule(
                        .ratio, minimum: .including(.zero),
                        maximum: .including(ExactDecimal(1000)))),
                "How far the total may have risen since, as a share of it.", required: true,
                example: "0.05"),
            Field(
                "amount_increase_floor", GovernedForm.amount,
                "A rise that is always small enough.", standard: "0"),
        ]
            + ApprovalRetention.Property.allCases.map { property in
                Field(
                    property.rawValue, .choice(["same", "any"]),
                    "Whether the \(property.rawValue) must be the same.", standard: "same")
            })

    private static let invoice = ObjectShape(
        "invoice", "When an invoice is booked.",
        [
            Field(
                "tolerance", GovernedForm.share,
                "How far it may go beyond its order, as a share of that.", standard: "0"),
            Field(
                "tolerance_amount", GovernedForm.amount, "How far it may go beyond besides.",
                standard: "0"),
            Field(
                "match", .choice(InvoiceMatching.allCases.map(\.rawValue)),
                "What it is matched with: the order, or the order and what was received.",
                standard: InvoiceMatching.order.rawValue),
        ])

    private static let remind = ObjectShape(
        "remind", "When approvers are reminded.",
        [
            Field(
                "after", GovernedForm.days,
                "Days of waiting after which, and every so many again, they are reminded.",
                required: true, example: "2d"),
            Field(
                "escalate_after", GovernedForm.daysOrNever,
                "Days after which the next level is told.", example: "5d", standard: "false"),
        ])

    private static let budget = ObjectShape(
        "budget", "What happens to requests that the budget does not cover.",
        [
            Field(
                "on_exceed", .choice(["block", "warn"]),
                "Those beyond the budget of their year: always `block`; a line may be `control: soft`.",
                standard: "block"),
            Field(
                "out_years", .choice(["block", "warn"]),
                "Those in a later year that has no money yet.", standard: "warn"),
            Field(
                "override",
                .object(
                    ObjectShape(
                        "override", "Who may let a request beyond its budget.",
                        [
                            Field(
                                "role", GovernedForm.name,
                                "The role that may, besides persons with a limit of their own."),
                            Field(
                                "reason", .choice(["required", "optional"]),
                                "Whether an override says why: always `required`.",
                                standard: "required"),
                        ])), "Who may let a request beyond its budget."),
        ])
}

// MARK: - Tests

extension Policy {
    private static let test = ObjectShape(
        "policy test", "A sample request with what is expected of it.",
        [
            Field("name", GovernedForm.line, "What it shows.", required: true),
            Field(
                "request", .object(request), "The sample request.", required: true,
                example: "{total: 9999.99}"),
            Field(
                "expect",
                .object(
                    ObjectShape(
                        "expectation", "What is expected; what is left out is not compared.",
                        groups: [.atMostOne(["path", "refused"])],
                        [
                            Field(
                                "path", .list(of: .list(of: .text())),
                                "The groups that have to agree, one after the other.",
                                example: "[[budget-owner], [department-head]]"),
                            Field(
                                "flags",
                                .list(of: .choice(AnswerFlag.allCases.map(\.rawValue))),
                                "What everybody should see."),
                            Field(
                                "refused", .choice(RefusalCode.allCases.map(\.rawValue)),
                                "The word of the refusal.", example: "quotes_missing"),
                        ])), "What is expected of it.", required: true,
                example: "{path: [[budget-owner]]}"),
        ])

    private static let request = ObjectShape(
        "sample request", "A request in the words of a policy.",
        [
            Field(
                "total", GovernedForm.amount, "Its contract value.", required: true,
                example: "9999.99"),
            Field("date", .date, "Its day; the policy's first unless given."),
            Field("requester", GovernedForm.name, "Who asks.", standard: "requester"),
            Field("vendor", GovernedForm.name, "The vendor."),
            Field(
                "bought_before", .yesNo, "Whether something was bought from the vendor before.",
                standard: "false"),
            Field(
                "lines", .list(of: .list(of: GovernedForm.name, count: 1...Int.max)),
                "The charged lines, each with those above it behind it."),
            Field("capital", .yesNo, "Whether it is an investment.", standard: "false"),
            Field("category", GovernedForm.name, "Its category."),
            Field(
                "personal_data", .yesNo, "Whether personal data is handled.", standard: "false"),
            Field("contract", .yesNo, "Whether there is a contract.", standard: "false"),
            Field(
                "route", .choice(PurchaseRoute.allCases.map(\.rawValue)),
                "The way of purchase.", standard: "competitive"),
            Field("reason_code", GovernedForm.line, "Why there is a single source."),
            Field(
                "price_evidence", .yesNo, "Whether there is evidence of the price.",
                standard: "false"),
            Field("evaluation", GovernedForm.line, "The evaluation that backs it."),
            Field(
                "quotes",
                .list(
                    of: .object(
                        ObjectShape(
                            "quote on file", "A vendor's quote.",
                            [
                                Field(
                                    "vendor", GovernedForm.name, "The vendor.", required: true),
                                Field(
                                    "valid_until", .date, "The last day it holds.", required: true),
                            ]))), "The quotes on file.",
                example: "[{vendor: northwind, valid_until: 2027-01-15}]"),
            Field(
                "earlier",
                .list(
                    of: .object(
                        ObjectShape(
                            "earlier purchase",
                            "One of the same requester, vendor and category.",
                            [
                                Field(
                                    "days_before", .integer(0...36_600), "How many days before.",
                                    required: true),
                                Field(
                                    "total", GovernedForm.amount, "Its total.", required: true),
                            ]))), "What was bought before.",
                example: "[{days_before: 30, total: 4000}]"),
        ])
}
