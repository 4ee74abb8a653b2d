import Outlay
import Testing

@Suite struct EvaluationDifferenceTests {
    private static func difference(
        _ edit: (String) -> String
    ) throws -> EvaluationDifference {
        try EvaluationDifference(
            from: ShippedEvaluations.helpdesk(), to: ShippedEvaluations.helpdesk(edit: edit))
    }

    private static func change(_ difference: EvaluationDifference, _ subject: String) -> [String] {
        difference.changes.filter { $0.subject == subject }.map(\.inWords)
    }

    private static func figure(
        _ difference: EvaluationDifference, _ name: String
    ) throws -> FigureDifference {
        try #require(
            difference.options.flatMap(\.figures).first { $0.name.description == name }, "\(name)")
    }

    // MARK: - Nothing

    @Test(arguments: ShippedEvaluations.paths)
    func `an evaluation does not differ from itself`(path: String) throws {
        let result = try ShippedEvaluations.run(path)
        let difference = try EvaluationDifference(from: result, to: result)
        #expect(difference.isEmpty)
        #expect(difference.findings == [])
    }

    @Test func `comments, layout and order are no difference`() throws {
        let difference = try Self.difference { text in
            var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
                .map(String.init)
            // The sources in another order, an option in block style, numbers written otherwise.
            let first = lines.firstIndex { $0.hasPrefix("  quote-nw:") }
            let second = lines.firstIndex { $0.hasPrefix("  quote-hn:") }
            if let first, let second { lines.swapAt(first, second) }
            return (["# another comment"] + lines).joined(separator: "\n")
                .replacing("amount: 45000,", with: "amount: 45000.00,")
                .replacing(
                    "{id: training, category: training, amount: 12000, at: start, source: quote-nw",
                    with:
                        "{source: quote-nw, at: start, amount: 12000, id: training, category: training"
                )
                .replacing("need: Replace", with: "need:   Replace")
        }
        #expect(difference.changes == [])
        #expect(difference.isEmpty)
    }

    @Test func `scenarios, ties and other distributions are differences`() throws {
        let difference = try Self.difference {
            $0.replacing(
                "options:\n  legacy:",
                with: "scenarios: {many: {values: {seats: 90}}}\n"
                    + "correlations: [{between: [seats, northwind.setup], rank: 0.5}]\n"
                    + "options:\n  legacy:"
            ).replacing(
                "range: {low: 60, high: 80}",
                with: "range: {distribution: discrete, values: [60, 80]}")
        }
        #expect(Self.change(difference, "many").count == 1)
        #expect(Self.change(difference, "northwind.setup, seats").count == 1)
        let seats = Self.change(difference, "seats").joined()
        #expect(seats.contains("discrete: 60 by 1, 80 by 1"))
        #expect(difference.options.flatMap(\.figures).allSatisfy { $0.before == $0.after })
    }

    // MARK: - How options are compared

    @Test(arguments: [
        ("years: 5", "years: 4", "long", "horizon years 5 → 4"),
        ("like: short", "title: Long", "long", "like removed, was short"),
        ("finance_rate: 0.06", "finance_rate: 0.07", "finance rate", "6\u{202F}% → 7\u{202F}%"),
        (
            "per: 1000", "per: 100", "performance for the price",
            "speed per 1\u{202F}000 → speed per 100"
        ),
        (
            "2029: 108}, forecast: 0.02", "2029: 108}, forecast: 0.03", "wages",
            "forecast 2\u{202F}% → 3\u{202F}%"
        ),
        ("plus: 0.01", "plus: 0.02", "keep.care", "escalation"),
        (
            "at: start, capex: true}", "at: start, capex: true, service_months: 12}", "short.buy",
            "months served added: 12"
        ),
    ])
    func `what options are compared by is a statement`(
        old: String, new: String, subject: String, words: String
    ) throws {
        func run(_ text: String) throws -> EvaluationResult {
            try Evaluation(reading: Array(text.utf8), path: "unequal.yaml")
                .run(asOf: day("2026-11-23"))
        }
        let text = UnequalEvaluation.text
        #expect(text.contains(old))
        let difference = try EvaluationDifference(
            from: run(text), to: run(text.replacing(old, with: new)))
        let changes = Self.change(difference, subject)
        #expect(changes.contains { $0.contains(words) }, "\(difference.changes.map(\.inWords))")
    }

    @Test func `the cost of a year and the returns are shown before and after`() throws {
        let difference = try Self.difference {
            $0.replacing("unit_cost: 89", with: "unit_cost: 91")
        }
        for name in ["eac", "cash.eac", "annual_gain", "irr", "sir", "airr"] {
            #expect(try Self.figure(difference, "northwind.\(name)").isChanged, "\(name)")
        }
        #expect(try !Self.figure(difference, "openticket.irr").isChanged)
    }

    // MARK: - Money

    /// 5 seats × 89 × 12 = 5 340, grown by 7 % and discounted by 8 %: 4 944.44 + 4 898.66 + 4 853.31.
    @Test func `five seats more cost 14 696.41 over three years`() throws {
        let result = try ShippedEvaluations.helpdesk()
        let fewer = try ShippedEvaluations.helpdesk {
            $0.replacing("seats: {value: 65,", with: "seats: {value: 60,")
        }
        let difference = try EvaluationDifference(from: fewer, to: result)
        let cost = try Self.figure(difference, "northwind.tco")
        #expect(cost.difference == FigureValue(.exact(exact("14696.41")), .money(.eur)))
        #expect(Self.change(difference, "seats") == ["60 → 65"])
        let northwind = try #require(difference.options.first { $0.id == "northwind" })
        #expect(northwind.lines.map(\.id) == ["seats"])
        #expect(northwind.lines.first?.difference.amount == exact("14696.41"))
        #expect(northwind.lines.first?.reasons == ["seats 60 → 65"])
        let contract = try Self.figure(difference, "northwind.contract.value")
        #expect(contract.difference == FigureValue(.exact(exact("17167.57")), .money(.eur)))
        // An option without seats is as it was.
        #expect(difference.options.first { $0.id == "openticket" }?.isEmpty == true)
        #expect(!difference.changesFirst)
    }

    @Test(arguments: [
        ("unit_cost: 89", "unit_cost: 91.37"), ("value: 0.08", "value: 0.0725"),
        ("years: 3", "years: 4"), ("escalation: 0.03", "escalation: 0.041"),
        ("quantity: 0.2", "quantity: 0.37"), ("timing: end-of-year", "timing: mid-year"),
        ("amount: 45000", "amount: 44999.99"),
        ("id: exit, category: exit, amount: 8000", "id: bye, category: exit, amount: 9000"),
        ("value: 65", "value: 66.6667"),
    ])
    func `the differences of lines sum exactly to that of the total cost`(
        old: String, new: String
    ) throws {
        let difference = try Self.difference { $0.replacing(old, with: new) }
        #expect(!difference.isEmpty)
        for option in difference.options {
            let cost = try Self.figure(difference, "\(option.id).tco")
            var sum = ExactDecimal.zero
            for line in option.lines { try sum += line.difference.amount }
            #expect(cost.difference?.number == .exact(sum), "\(option.id)")
        }
    }

    // MARK: - Rank and recommendation

    @Test func `a change of rank 1 is found`() throws {
        let difference = try Self.difference {
            $0.replacing("best: 0}, weight: 10}", with: "best: 0}, weight: 50}")
                .replacing("weight: 30,", with: "weight: 10,")
                .replacing("weight: 25,", with: "weight: 5,")
        }
        #expect(difference.changesFirst)
        #expect(difference.after.leaders.map(\.option.id) == ["openticket"])
        #expect(Self.change(difference, "exit_time") == ["weight 10\u{202F}% → 50\u{202F}%"])
        let rank = try Self.figure(difference, "openticket.rank")
        #expect(rank.before?.number == .exact(exact("2")))
        #expect(rank.after?.number == .exact(exact("1")))
    }

    @Test func `a failed knock-out shows in the eligibility`() throws {
        let difference = try Self.difference {
            $0.replacing(
                "northwind:  {sso: true,  residency: EU",
                with: "northwind:  {sso: true,  residency: US")
        }
        let eligibility = try Self.figure(difference, "northwind.eligibility")
        #expect(eligibility.before == FigureValue("eligible"))
        #expect(eligibility.after == FigureValue("failed"))
        #expect(difference.before.recommended != nil && difference.after.recommended == nil)
    }

    // MARK: - What is stated

    struct Row: Sendable, CustomTestStringConvertible {
        let old: String
        let new: String
        let subject: String
        let change: String
        var testDescription: String { change }
    }

    @Test(arguments: [
        Row(
            old: "discount_rate: {value: 0.08", new: "discount_rate: {value: 0.07",
            subject: "discount rate", change: "8\u{202F}% → 7\u{202F}%"),
        Row(
            old: "valid_until: 2027-01-15", new: "valid_until: 2026-10-15", subject: "quote-nw",
            change: "valid until 2027-01-15 → 2026-10-15 (expired)"),
        Row(
            old: "file: quotes/northwind-q8812.pdf}",
            new: "file: quotes/northwind-q8812.pdf, sha256: "
                + "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855}",
            subject: "quote-nw",
            change: "SHA-256 added: "
                + "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        Row(
            old: "recommendation: {option: northwind", new: "recommendation: {option: openticket",
            subject: "recommendation", change: "northwind → openticket"),
        Row(
            old: "require: {in: [EU]}", new: "require: {in: [EU, CH]}", subject: "residency",
            change: "needs EU → one of EU, CH"),
        Row(
            old: "resolution: 18,", new: "resolution: 19,", subject: "northwind.resolution",
            change: "18 → 19"),
        Row(
            old: "scale: {worst: 36, best: 12}", new: "scale: {worst: 40, best: 12}",
            subject: "resolution", change: "scale 36 = 0, 12 = 100 → 40 = 0, 12 = 100"),
        Row(
            old: "price_cap: 0.07", new: "price_cap: 0.05", subject: "northwind",
            change: "term 36 months, renews, notice 90 days, prices at most +7\u{202F}% a year → "
                + "36 months, renews, notice 90 days, prices at most +5\u{202F}% a year"),
        Row(
            old: "baseline: legacy", new: "baseline: openticket", subject: "baseline",
            change: "legacy → openticket"),
        Row(
            old: "tax: {prices: net, recoverable: 1}",
            new: "tax: {prices: net, rate: 0.19, recoverable: 1}", subject: "northwind.setup",
            change: "tax net, 0\u{202F}%, 100\u{202F}% recovered → net, 19\u{202F}%, 100\u{202F}% "
                + "recovered"),
        Row(
            old: "need: Replace LegacyDesk", new: "need: Retire LegacyDesk", subject: "need",
            change:
                "Replace LegacyDesk; cut median resolution time from 31 h to under 20 h without "
                + "leaving the EU. → Retire LegacyDesk; cut median resolution time from 31 h to "
                + "under 20 h without leaving the EU."),
    ])
    func `what is stated otherwise is found`(row: Row) throws {
        let difference = try Self.difference { $0.replacing(row.old, with: row.new) }
        #expect(Self.change(difference, row.subject) == [row.change])
    }

    @Test func `a new option is one change and its figures`() throws {
        let other = """
              northwind:
                title: Northwind Desk (SaaS)
            """
        let difference = try Self.difference {
            $0.replacing(
                other,
                with: """
                      nothing:
                        title: Nothing at all
                        costs:
                          - {id: pain, category: pain, amount: 10, every: year, escalation: 0}
                    """ + "\n" + other
            ).replacing(
                "  legacy:     {sso: true",
                with: "  nothing:    {sso: true,  residency: EU, resolution: 31, usability: 48, "
                    + "reporting: export, availability: 99.0, exit_time: 20}\n"
                    + "  legacy:     {sso: true")
        }
        #expect(difference.changes.map(\.subject) == ["nothing"])
        let added = try #require(difference.options.first { $0.id == "nothing" })
        #expect(added.presence == .added && added.lines.isEmpty)
        let back = try EvaluationDifference(from: difference.after, to: difference.before)
        #expect(back.options.last?.id == "nothing" && back.options.last?.presence == .removed)
    }

    // MARK: - Currencies

    @Test func `money of two currencies is not subtracted`() throws {
        let difference = try Self.difference {
            $0.replacing("currency: EUR", with: "currency: USD")
        }
        #expect(difference.findings.map(\.code) == [.differentCurrencies])
        let cost = try Self.figure(difference, "northwind.tco")
        #expect(cost.isChanged && cost.difference == nil)
        #expect(difference.options.allSatisfy { $0.lines.isEmpty })
    }
}
