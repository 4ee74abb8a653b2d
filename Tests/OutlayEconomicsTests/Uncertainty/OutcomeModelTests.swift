import OutlayProblems
import OutlaySampling
import OutlayValues
import Testing

@testable import OutlayEconomics

/// A licence of 2 a seat, and of 1 for all where there are more than 100.
private struct SteppedModel: CostModel {
    static let descriptor = CostModelDescriptor(
        identifier: "stepped", title: "Stepped", selectingKey: "stepped",
        inputs: [
            .init("quantity", "how many", .operand(isMoney: false), isProportional: false)
        ], source: "made up", examples: [])

    let inputs: CostModelInputs
    let escalation = Escalation.none

    init(_ inputs: CostModelInputs) throws(Problem) { self.inputs = inputs }

    func payments(in study: Study, window: Window) throws(Problem) -> [Payment] {
        let day = study.horizon.start
        let seats = try study.value(
            of: inputs.operand("quantity") ?? .constant(.zero), on: day, year: 0, by: day)
        let price = seats > ExactDecimal(100) ? ExactDecimal.one : ExactDecimal(2)
        return [Payment(due: day, column: 0, years: 0, amount: try seats * price)]
    }
}

/// A fee of 100 and 1 a seat, which is not in proportion to the seats.
private struct MistakenModel: CostModel {
    static let descriptor = CostModelDescriptor(
        identifier: "mistaken", title: "Mistaken", selectingKey: "mistaken",
        inputs: [.init("quantity", "how many", .operand(isMoney: false))], source: "made up",
        examples: [])

    let inputs: CostModelInputs

    init(_ inputs: CostModelInputs) throws(Problem) { self.inputs = inputs }

    func payments(in study: Study, window: Window) throws(Problem) -> [Payment] {
        let day = study.horizon.start
        let seats = try study.value(
            of: inputs.operand("quantity") ?? .constant(.zero), on: day, year: 0, by: day)
        return [
            Payment(due: day, column: 0, years: 0, amount: try seats + ExactDecimal(100))
        ]
    }
}

@Suite struct OutcomeModelTests {
    private static func assumption(
        _ id: String, _ value: String, _ range: (String, String)? = nil
    ) -> Assumption {
        Assumption(
            id: id, steps: [.init(from: nil, value: exact(value))],
            range: range.map { UncertainRange(low: exact($0.0), high: exact($0.1)) })
    }

    private static func line(
        _ id: String, _ inputs: [String: CostModelInputs.Value], range: UncertainRange? = nil
    ) throws(Problem) -> CostLine {
        var line = cost(
            id,
            try RecurringModel(
                CostModelInputs(
                    inputs.merging(["every": .pricePeriod(.year)]) { first, _ in first })))
        line.range = range
        return line
    }

    /// One option whose costs hang on two assumptions and a range of its own, and one that costs nothing.
    private static func model() throws(Problem) -> (Study, [UncertainOption]) {
        var ramped = series("staff", ["2027-01-01": "4", "2028-01-01": "8"])
        ramped.range = UncertainRange(low: exact("2"), high: exact("6"))
        let study = study(assumptions: [
            assumption("seats", "65", ("60", "80")), assumption("price", "10", ("8", "15")), ramped,
            assumption("gift", "0", ("0", "5")),
        ])
        let lines = [
            try line(
                "seats",
                [
                    "quantity": .operand(.assumption("seats")),
                    "unit_cost": .operand(.assumption("price")),
                ],
                range: UncertainRange(
                    low: exact("50"), high: exact("90"), subject: .quantity)),
            try line(
                "staff",
                [
                    "quantity": .operand(.assumption("staff")),
                    "unit_cost": .operand(.constant(exact("100"))),
                ]),
            try line("gift", ["amount": .operand(.assumption("gift"))]),
            try line("fixed", ["amount": .operand(.constant(exact("7")))]),
        ]
        return (
            study,
            [UncertainOption(id: "new", lines: lines), UncertainOption(id: "old", lines: [])]
        )
    }

    @Test func `options looked at over different years are compared by one year of each`() throws {
        let study = study(years: 3, rate: "0.1", assumptions: [Self.assumption("price", "1000")])
        let purchase = cost(
            "purchase",
            try OneOffModel(
                CostModelInputs([
                    "at": .moment(.start), "amount": .operand(.assumption("price")),
                ])))
        let care = try Self.line("care", ["amount": .operand(.constant(exact("50")))])
        let options = [
            UncertainOption(id: "short", lines: [purchase, care], years: 2),
            UncertainOption(id: "usual", lines: [purchase]),
        ]
        let model = try OutcomeModel(
            study: study, options: options, baseline: "usual",
            inputs: UncertainInput.all(in: study, options).filter { $0.id == "price" },
            basis: .yearly)
        let outcome = try model.outcome(at: [1210])
        // 1210 over two years at 10 % is 1210 · 0.1 / (1 − 1 / 1.21); the care is 50 a year already.
        let short = 1210 * 0.1 / (1 - 1 / 1.21)
        let usual = 1210 * 0.1 / (1 - 1 / 1.331)
        #expect(abs(outcome.totalCost(of: 0, .all) - (short + 50)) < 1e-9)
        #expect(abs(outcome.totalCost(of: 1, .all) - usual) < 1e-9)
        let gain = try #require(outcome.netPresentValue(of: 0, .all))
        #expect(abs(gain - (usual - short - 50)) < 1e-9)
    }

    @Test func `inputs are the assumptions in use, then the lines' own numbers`() throws {
        let (study, options) = try Self.model()
        let inputs = try UncertainInput.ranged(in: study, options)
        #expect(inputs.map(\.id) == ["gift", "price", "seats", "staff", "new.seats.quantity"])
        #expect(inputs.map(\.stated) == ["0", "10", "65", "4", "65"].map(exact))
        let all = try UncertainInput.all(in: study, options).map(\.id)
        #expect(all.contains("new.fixed") && all.contains("new.staff.unit_cost"))
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func `what is compiled is what a new schedule gives`(seed: UInt64) throws {
        let (study, options) = try Self.model()
        let inputs = try UncertainInput.ranged(in: study, options)
        let model = try OutcomeModel(
            study: study, options: options, baseline: "old", inputs: inputs)
        #expect(!model.isStepped && model.isMultilinear)
        var generator = SplitMix64(seed: seed)
        let values = inputs.map { _ in Double.random(in: 0...20, using: &generator) }
        let state = try InputState(inputs, values: values).applied(to: study, options[0])
        let anew = try OptionEconomics(lines: state.lines, in: state.study)
        let outcome = try model.outcome(at: values)
        for coverage in Coverage.allCases {
            #expect(
                outcome.totalCost(of: 0, coverage).isNear(anew.totalCostOfOwnership(coverage)),
                "seed \(seed)")
            #expect(
                (outcome.netPresentValue(of: 0, coverage) ?? 0)
                    .isNear(-anew.totalCostOfOwnership(coverage)), "seed \(seed)")
        }
        #expect(outcome.netPresentValue(of: 1, .all) == 0)
    }

    @Test func `as stated, the figures are the option's own`() throws {
        let (study, options) = try Self.model()
        let inputs = try UncertainInput.ranged(in: study, options)
        let model = try OutcomeModel(study: study, options: options, baseline: nil, inputs: inputs)
        let own = try OptionEconomics(lines: options[0].lines, in: study)
        let outcome = try model.outcome(at: model.statedValues)
        #expect(outcome.totalCost(of: 0, .all).isNear(own.totalCostOfOwnership(.all)))
        #expect(outcome.netPresentValue(of: 0, .all) == nil)
        #expect(outcome.payoff(of: 0, .all) == -outcome.totalCost(of: 0, .all))
    }

    @Test func `a series is scaled as a whole`() throws {
        let (study, options) = try Self.model()
        let inputs = try UncertainInput.ranged(in: study, options)
        let model = try OutcomeModel(study: study, options: options, baseline: nil, inputs: inputs)
        let staff = try #require(inputs.firstIndex { $0.id == "staff" })
        let (stated, more) = (
            try model.outcome(at: model.statedValues), try model.outcome(of: staff, at: 6)
        )
        // Half as much again of 400, 800, 800 at 8 %.
        let added = 200 / 1.08 + 400 / 1.1664 + 400 / 1.259_712
        #expect((more.totalCost(of: 0, .all) - stated.totalCost(of: 0, .all)).isNear(added))
    }

    @Test func `a number that stands twice in a product has no straight line`() throws {
        let study = study(assumptions: [Self.assumption("side", "3", ("2", "5"))])
        let square = try Self.line(
            "square",
            [
                "quantity": .operand(.assumption("side")),
                "unit_cost": .operand(.assumption("side")),
            ])
        let options = [UncertainOption(id: "a", lines: [square])]
        let inputs = try UncertainInput.ranged(in: study, options)
        let model = try OutcomeModel(study: study, options: options, baseline: nil, inputs: inputs)
        #expect(!model.isStraight(in: 0) && !model.isMultilinear)
        let ratio =
            try model.outcome(at: [6]).totalCost(of: 0, .all)
            / model.outcome(at: [3]).totalCost(of: 0, .all)
        #expect(ratio.isNear(4))
    }

    @Test func `a price that steps is scheduled anew for each state`() throws {
        let study = study(assumptions: [Self.assumption("seats", "65", ("60", "140"))])
        let line = cost(
            "tier",
            try SteppedModel(CostModelInputs(["quantity": .operand(.assumption("seats"))])))
        let options = [
            UncertainOption(id: "tier", lines: [line]), UncertainOption(id: "free", lines: []),
        ]
        let inputs = try UncertainInput.ranged(in: study, options)
        let model = try OutcomeModel(
            study: study, options: options, baseline: "free", inputs: inputs)
        #expect(model.isStepped && !model.isStraight(in: 0))
        #expect(try model.outcome(at: [100]).totalCost(of: 0, .all) == 200)
        #expect(try model.outcome(at: [101]).totalCost(of: 0, .all) == 101)
        let simulation = try OutcomeSimulation(model, trials: 300, seed: 1)
        #expect(!simulation.hasClosedForm)
        #expect(
            zip(simulation.draws[0], simulation.totalCosts(of: 0, .all)).allSatisfy {
                abs($0 * ($0 > 100 ? 1 : 2) - $1) < 1e-6
            })
    }

    /// A licence, its set-up and what is a share of them: one of both, one charged each year, one of a stepped price.
    private static func derived() throws(Problem) -> (Study, UncertainOption) {
        let study = study(assumptions: [
            assumption("seats", "65", ("60", "140")), assumption("part", "0.1", ("0.05", "0.2")),
        ])
        var setup = cost("setup", try oneOff("45000"), category: "setup")
        setup.range = UncertainRange(low: exact("38000"), high: exact("70000"))
        func share(
            _ id: String, of lines: [String], _ inputs: [String: CostModelInputs.Value] = [:]
        ) throws(Problem) -> CostLine {
            let common: [String: CostModelInputs.Value] = [
                "share": .operand(.assumption("part")), "of": .names(lines),
            ]
            return cost(id, try ShareModel(CostModelInputs(common.merging(inputs) { $1 })))
        }
        return (
            study,
            UncertainOption(
                id: "new",
                lines: [
                    setup,
                    try line(
                        "seats",
                        [
                            "quantity": .operand(.assumption("seats")),
                            "unit_cost": .operand(.constant(exact("10"))),
                        ]), try share("spare", of: ["setup", "seats"]),
                    try share("care", of: ["setup"], ["every": .pricePeriod(.year)]),
                    try share("more", of: ["care"]),
                    cost(
                        "tier",
                        try SteppedModel(
                            CostModelInputs(["quantity": .operand(.assumption("seats"))]))),
                    try share("tier-care", of: ["tier"]),
                ])
        )
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func `what is a share of other lines follows them`(seed: UInt64) throws {
        let (study, option) = try Self.derived()
        let inputs = try UncertainInput.ranged(in: study, [option])
        #expect(inputs.map(\.id) == ["part", "seats", "new.setup"])
        let model = try OutcomeModel(study: study, options: [option], baseline: nil, inputs: inputs)
        var generator = SplitMix64(seed: seed)
        let values = [0.3, 200, 90_000].map { $0 * Double.random(in: 0...1, using: &generator) }
        let state = try InputState(inputs, values: values).applied(to: study, option)
        let anew = try OptionEconomics(lines: state.lines, in: state.study)
        #expect(
            try model.outcome(at: values).totalCost(of: 0, .all)
                .isNear(anew.totalCostOfOwnership(.all)), "seed \(seed)")
    }

    @Test func `only what steps is scheduled anew`() throws {
        let (study, option) = try Self.derived()
        let inputs = try UncertainInput.ranged(in: study, [option])
        let all = try CompiledOption(option, inputs, in: study, .presentValue)
        #expect(all.isStepped && !all.isStraight(in: 1) && all.isStraight(in: 2))
        let plain = UncertainOption(id: "new", lines: Array(option.lines.prefix(4)))
        let compiled = try CompiledOption(plain, inputs, in: study, .presentValue)
        #expect(!compiled.isStepped && inputs.indices.allSatisfy(compiled.isStraight))
        // The set-up; the seats; the spare of either; the care of the set-up goes with its spare.
        #expect(Set(compiled.terms.map(\.factors)) == [[2], [1], [0, 2], [0, 1]])
    }

    @Test func `a model that is not in proportion though it says so is scheduled anew`() throws {
        let study = study(assumptions: [Self.assumption("seats", "65", ("60", "140"))])
        let line = cost(
            "fee",
            try MistakenModel(CostModelInputs(["quantity": .operand(.assumption("seats"))])))
        let option = UncertainOption(id: "a", lines: [line])
        let compiled = try CompiledOption(
            option, UncertainInput.ranged(in: study, [option]), in: study, .presentValue)
        #expect(compiled.isStepped)
    }

    @Test func `ranges about nothing are refused`() throws {
        let line = try Self.line(
            "a", ["amount": .operand(.constant(exact("1")))],
            range: UncertainRange(low: exact("0"), high: exact("2"), subject: .quantity))
        let options = [UncertainOption(id: "a", lines: [line])]
        #expect(refusal { try UncertainInput.ranged(in: study(), options) }?.code == .badRange)
        var rising = series("s", ["2027-01-01": "0", "2028-01-01": "5"])
        rising.range = UncertainRange(low: exact("0"), high: exact("2"))
        let user = try Self.line("b", ["amount": .operand(.assumption("s"))])
        let others = [UncertainOption(id: "b", lines: [user])]
        let problem = refusal {
            try UncertainInput.ranged(in: study(assumptions: [rising]), others)
        }
        #expect(problem?.code == .badRange)
    }
}
