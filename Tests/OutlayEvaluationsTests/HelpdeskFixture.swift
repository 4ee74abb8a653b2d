import Outlay

/// Reads a number that the test knows to be one.
func exact(_ text: String) -> ExactDecimal {
    do {
        return try ExactDecimal(parsing: text)
    } catch {
        preconditionFailure("\(text): \(error.summary)")
    }
}

/// Reads a date that the test knows to be one.
func day(_ text: String) -> CalendarDate {
    do {
        return try CalendarDate(parsing: text)
    } catch {
        preconditionFailure("\(text): \(error.summary)")
    }
}

/// The choice of a help desk: one system kept, three offered, one of them outside the EU.
enum Helpdesk {
    static func evaluation() throws(Problem) -> Evaluation {
        Evaluation(
            id: "EV-2026-014", title: "Customer-support platform 2027-2029",
            study: study,
            decision: DecisionModel(
                criteria: criteria, knockOuts: knockOuts, margin: .zero, missing: .refuse),
            options: [
                try legacy(), try northwind(), try helpnest(), try openticket(),
            ],
            baseline: "legacy",
            recommendation: .init(option: "northwind", reason: "Highest value and NPV"),
            sources: sources)
    }

    static let study = Study(
        horizon: Horizon(start: day("2027-01-01"), years: 3),
        rate: DiscountRate(ratePerYear: exact("0.08")), currency: .eur,
        assumptions: [
            Assumption(
                id: "seats", unit: "seat", steps: [.init(from: nil, value: exact("65"))],
                range: UncertainRange(low: exact("60"), high: exact("80")), source: "ledger-25"),
            Assumption(
                id: "fte", unit: "EUR/year", steps: [.init(from: nil, value: exact("78000"))],
                escalation: Escalation(ratePerYear: exact("0.03")), source: "ledger-25"),
        ])

    private static let sources = [
        Source(id: "quote-nw", title: "Northwind quote", validUntil: day("2027-01-15")),
        Source(id: "quote-hn", title: "HelpNest quote", validUntil: day("2026-12-31")),
        Source(id: "quote-ot", title: "OpenTicket offer", validUntil: day("2027-03-31")),
        Source(id: "ledger-25", title: "FY2025 ledger"),
    ]

    private static func legacy() throws(Problem) -> PurchaseOption {
        PurchaseOption(
            id: "legacy", title: "Keep LegacyDesk",
            lines: [
                cost("maintenance", "maintenance", try yearly("41000", growth: "0.06")),
                try labour("0.5"),
                cost("servers", "infrastructure", try yearly("9000")),
            ], performances: answers("EU", 31, 48, "export", "99.0", 20))
    }

    private static func northwind() throws(Problem) -> PurchaseOption {
        PurchaseOption(
            id: "northwind", title: "Northwind Desk", vendor: "northwind",
            term: ContractTerm(
                months: 36, renewsAutomatically: true, noticeDays: 90,
                priceCapPerYear: exact("0.07")),
            lines: [
                cost(
                    "setup", "implementation", try oneOff("45000"), "northwind", "quote-nw",
                    range: ("38000", "70000")),
                cost("training", "training", try oneOff("12000"), "northwind", "quote-nw"),
                cost("seats", "subscription", try seats(at: "89", "0.07"), "northwind", "quote-nw"),
                try labour("0.2"),
                cost("exit", "exit", try oneOff("8000", .end), "northwind", "quote-nw"),
                try agentTime(
                    "2900", ramp: ["0.5", "1", "1"],
                    range: UncertainRange(
                        low: exact("0.35"), high: exact("0.75"), subject: .realisation)),
            ], performances: answers("EU", 18, 81, "api+bi", "99.9", 30))
    }

    private static func helpnest() throws(Problem) -> PurchaseOption {
        PurchaseOption(
            id: "helpnest", title: "HelpNest Pro", vendor: "helpnest",
            term: ContractTerm(months: 36, renewsAutomatically: true, noticeDays: 60),
            lines: [
                cost(
                    "setup", "implementation", try oneOff("30000"), "helpnest", "quote-hn",
                    range: ("25000", "55000")),
                cost("training", "training", try oneOff("10000"), "helpnest", "quote-hn"),
                cost("seats", "subscription", try seats(at: "59", "0.09"), "helpnest", "quote-hn"),
                cost("api", "subscription", try yearly("8400"), "helpnest", "quote-hn"),
                try labour("0.3"),
                cost("exit", "exit", try oneOff("6000", .end), "helpnest", "quote-hn"),
                try agentTime("2300", ramp: ["0.5", "1", "1"]),
            ], performances: answers("US", 20, 84, "api", "99.9", 45))
    }

    private static func openticket() throws(Problem) -> PurchaseOption {
        PurchaseOption(
            id: "openticket", title: "OpenTicket", vendor: "openticket",
            term: ContractTerm(months: 36),
            lines: [
                cost(
                    "setup", "implementation", try oneOff("80000"), "openticket", "quote-ot",
                    range: ("60000", "140000")),
                cost("training", "training", try oneOff("15000"), "openticket", "quote-ot"),
                cost(
                    "hosting", "infrastructure", try yearly("14400", growth: "0.02"), "openticket",
                    "quote-ot"),
                cost(
                    "support", "maintenance", try yearly("18000", growth: "0.04"), "openticket",
                    "quote-ot"),
                try labour("0.8"),
                cost("exit", "exit", try oneOff("3000", .end), "openticket", "quote-ot"),
                try agentTime("2000", ramp: ["0.4", "0.9", "1"]),
            ], performances: answers("EU", 22, 66, "api", "99.5", 5))
    }

    private static func cost(
        _ id: String, _ category: String, _ model: any CostModel, _ vendor: String? = nil,
        _ source: String = "ledger-25", range: (low: String, high: String)? = nil
    ) -> CostLine {
        CostLine(
            id: id, category: category, direction: .cost, model: model,
            tax: Tax(prices: .net, rate: .zero, recoverable: .one), vendor: vendor,
            range: range.map { UncertainRange(low: exact($0.low), high: exact($0.high)) },
            source: source)
    }

    private static func labour(_ posts: String) throws(Problem) -> CostLine {
        CostLine(
            id: "admin", category: CostLine.labourCategory, direction: .cost,
            model: try RecurringModel(
                CostModelInputs([
                    "every": .pricePeriod(.year), "quantity": .operand(.constant(exact(posts))),
                    "unit_cost": .operand(.assumption("fte")),
                ])), funding: .payroll(released: nil))
    }

    private static func agentTime(
        _ hours: String, ramp: [String], range: UncertainRange? = nil
    ) throws(Problem) -> CostLine {
        CostLine(
            id: "agent-time", category: "productivity", direction: .benefit(isCashable: false),
            model: try RecurringModel(
                CostModelInputs([
                    "every": .pricePeriod(.year), "quantity": .operand(.constant(exact(hours))),
                    "unit_cost": .operand(.constant(exact("42"))),
                    "realisation": .operand(.constant(exact("0.6"))),
                    "ramp": .factors(ramp.map(exact)),
                ])), range: range)
    }

    private static func seats(
        at price: String, _ growth: String
    ) throws(Problem) -> any CostModel {
        try RecurringModel(
            CostModelInputs([
                "every": .pricePeriod(.year), "per": .pricePeriod(.month),
                "quantity": .operand(.assumption("seats")),
                "unit_cost": .operand(.constant(exact(price))),
                "escalation": .escalation(Escalation(ratePerYear: exact(growth))),
            ]))
    }

    static func yearly(_ amount: String, growth: String = "0") throws(Problem) -> any CostModel {
        try RecurringModel(
            CostModelInputs([
                "every": .pricePeriod(.year), "amount": .operand(.constant(exact(amount))),
                "escalation": .escalation(Escalation(ratePerYear: exact(growth))),
            ]))
    }

    static func oneOff(
        _ amount: String, _ moment: Moment = .start
    ) throws(Problem) -> any CostModel {
        try OneOffModel(
            CostModelInputs([
                "at": .moment(moment), "amount": .operand(.constant(exact(amount))),
            ]))
    }

    private static func answers(
        _ residency: String, _ resolution: Int, _ usability: Int, _ reporting: String,
        _ availability: String, _ exitDays: Int
    ) -> [String: Performance] {
        [
            "sso": .yesNo(true), "residency": .text(residency),
            "resolution": .number(ExactDecimal(resolution)),
            "usability": .number(ExactDecimal(usability)), "reporting": .text(reporting),
            "availability": .number(exact(availability)),
            "exit_time": .number(ExactDecimal(exitDays)),
        ]
    }

    private static let knockOuts = [
        KnockOut(id: "sso", question: "Single sign-on", requirement: .equals(.yesNo(true))),
        KnockOut(
            id: "residency", question: "Customer data stored only in",
            requirement: .isOneOf([.text("EU")])),
    ]

    private static let criteria = [
        criterion("resolution", "h", .lower, "0.3", .linear(worst: exact("36"), best: exact("12"))),
        criterion(
            "usability", "points", .higher, "0.25", .linear(worst: exact("40"), best: exact("90"))),
        criterion(
            "reporting", "level", .higher, "0.2",
            .levels([
                .init(name: "none", value: .zero), .init(name: "export", value: exact("35")),
                .init(name: "api", value: exact("75")), .init(name: "api+bi", value: exact("100")),
            ])),
        criterion(
            "availability", "%", .higher, "0.15",
            .piecewise([
                .init(performance: exact("99.0"), value: .zero),
                .init(performance: exact("99.5"), value: exact("60")),
                .init(performance: exact("99.9"), value: exact("95")),
                .init(performance: exact("99.95"), value: exact("100")),
            ])),
        criterion("exit_time", "days", .lower, "0.1", .linear(worst: exact("60"), best: .zero)),
    ]

    static func criterion(
        _ id: String, _ unit: String, _ direction: Direction, _ weight: String,
        _ function: ValueFunction
    ) -> Criterion {
        Criterion(
            id: id, title: id, weight: exact(weight),
            content: .leaf(.init(unit: unit, direction: direction, valueFunction: function)))
    }
}
