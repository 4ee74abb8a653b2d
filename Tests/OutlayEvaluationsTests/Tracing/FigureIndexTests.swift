import Outlay
import OutlayDecisions
import Testing

/// How figures are found by name, and that each follows from its parts as it says.
@Suite struct FigureIndexTests {
    private static let tolerance = 1e-11

    /// Returns what is wrong with the explanation of a figure: its formula gives another value, or a part is
    /// another value than its own figure.
    private static func faults(_ figure: Figure, _ index: FigureIndex) throws -> [String] {
        let explanation = try figure.explanation()
        var faults: [String] = []
        if let formula = explanation.formula {
            let result = try formula.result(of: explanation.parts.map(\.value))
            if let value = explanation.value.number, let result, agrees(value, result) {
            } else {
                faults.append(
                    "\(figure.name) is \(explanation.value), its parts give "
                        + "\(result.map { "\($0)" } ?? "nothing")")
            }
        }
        for part in explanation.parts {
            guard let name = part.name else { continue }
            guard let own = try index.explanation(of: name) else {
                faults.append("\(figure.name) has the part \(name), which is no figure")
                continue
            }
            guard own.value != part.value else { continue }
            if let left = own.value.number, let right = part.value.number,
                own.value.unit == part.value.unit, agrees(left, right)
            {
                continue
            }
            faults.append("\(name) is \(own.value), in \(figure.name) \(part.value)")
        }
        return faults
    }

    private static func agrees(_ left: FigureNumber, _ right: FigureNumber) -> Bool {
        let (left, right) = (left.doubleValue, right.doubleValue)
        return abs(left - right) <= tolerance * max(abs(left), abs(right), 1)
    }

    @Test(arguments: ShippedEvaluations.paths)
    func `every figure follows from its parts as it says`(path: String) throws {
        let index = try FigureIndex(ShippedEvaluations.assessed(path))
        #expect(!index.figures.isEmpty)
        for figure in index.figures {
            let faults = try Self.faults(figure, index)
            #expect(faults == [], "\(path)")
        }
    }

    @Test(arguments: ShippedEvaluations.paths)
    func `every figure is found by its name`(path: String) throws {
        let index = try FigureIndex(ShippedEvaluations.assessed(path))
        for figure in index.figures {
            let name = figure.name.description
            #expect(try index.figure(named: name).name == figure.name, "\(path) \(name)")
            #expect(try figure.explanation().name == figure.name)
        }
    }

    /// Every leaf is stated somewhere, or says by what rule it holds.
    @Test(arguments: ShippedEvaluations.paths)
    func `whatever has no formula says where it is from`(path: String) throws {
        let index = try FigureIndex(ShippedEvaluations.assessed(path))
        for figure in index.figures {
            let explanation = try figure.explanation()
            let isBacked =
                explanation.formula != nil || explanation.rule != nil
                || !explanation.origins.isEmpty
            #expect(isBacked, "\(path) \(figure.name)")
        }
    }

    @Test(arguments: ShippedEvaluations.paths)
    func `no figure follows from itself`(path: String) throws {
        let index = try FigureIndex(ShippedEvaluations.assessed(path))
        var finished: Set<FigureName> = []
        func visit(_ name: FigureName, under: [FigureName]) throws {
            #expect(!under.contains(name), "\(path) \(name)")
            guard !under.contains(name), finished.insert(name).inserted,
                let explanation = try index.explanation(of: name)
            else { return }
            for part in explanation.parts {
                if let next = part.name { try visit(next, under: under + [name]) }
            }
        }
        for figure in index.figures { try visit(figure.name, under: []) }
    }

    // MARK: - What ranges do

    @Test func `figures of draws are found, each with its ranges and how it was drawn`() throws {
        let path = "catalogs/evaluations/service-desk-seats.yaml"
        let index = try FigureIndex(ShippedEvaluations.assessed(path))
        let median = try index.figure(named: "by-seat.npv.p50").explanation()
        let rule = try #require(median.rule)
        #expect(rule.contains("200 states drawn with seed 1"))
        #expect(rule.contains("tied by 2 rank correlations"))
        #expect(median.formula == nil && !median.origins.isEmpty)
        for name in [
            "by-seat.cash.npv.p10", "by-seat.tco.mean", "by-seat.npv.above_zero",
            "by-seat.worse_draws", "by-seat.cheaper.one-price", "by-seat.best_in_money",
            "by-seat.best_in_both", "one-price.regret_in_money", "worth", "worth.seats",
            "worth.one-price.links.quantity", "one-price.ranges.one-price.move.high",
            "by-seat.scenarios.freeze.tco", "by-seat.cash.expected.npv", "scenarios.plan",
        ] {
            #expect(throws: Never.self, "\(name)") { try index.figure(named: name) }
        }
        let untold = try FigureIndex(ShippedEvaluations.run(path))
        #expect(throws: Problem.self) { try untold.figure(named: "by-seat.npv.p50") }
    }

    @Test func `a switching value follows from the two ends of its bar`() throws {
        let index = try FigureIndex(
            ShippedEvaluations.assessed("Examples/helpdesk/helpdesk.yaml"))
        let seats = try index.figure(named: "northwind.ranges.seats.zero_above").explanation()
        #expect(abs(try #require(seats.value.number).doubleValue - 98.04) < 0.005)
        #expect(seats.formula != nil && seats.parts.count == 4)
        #expect(seats.value.unit == .quantity("seat"))
    }

    // MARK: - Known figures

    private static func helpdesk(_ name: String) throws -> Explanation {
        let index = try FigureIndex(ShippedEvaluations.helpdesk())
        return try index.figure(named: name).explanation()
    }

    /// The independent calculator of the help desk gives 295 762.13.
    @Test func `the total cost of Northwind is the sum of five present values`() throws {
        let cost = try Self.helpdesk("northwind.tco")
        let value = try #require(cost.value.number?.doubleValue)
        #expect(abs(value - 295_762.13) < 0.005)
        #expect(
            cost.parts.map { $0.name?.description } == [
                "northwind.costs.setup.pv", "northwind.costs.training.pv",
                "northwind.costs.seats.pv", "northwind.costs.admin.pv", "northwind.costs.exit.pv",
            ])
    }

    @Test func `the seats of 2028 are 65 by 89 by 12 by 1.07`() throws {
        let seats = try Self.helpdesk("northwind.costs.seats.2028")
        #expect(seats.value == FigureValue(.exact(exact("74279.4")), .money(.eur)))
        #expect(
            seats.parts.map(\.value.number) == [
                .exact(exact("65")), .exact(exact("89")), .exact(exact("12")),
                .exact(exact("0.07")),
            ])
        let formula = try #require(seats.formula)
        #expect(
            formula.inSymbols { seats.parts[$0].label }
                == "seats × unit price × months in a year × (1 + growth)")
    }

    @Test func `a unit price is traced to its place and its quote`() throws {
        let price = try Self.helpdesk("northwind.costs.seats.unit_cost")
        var places: [String] = []
        var sources: [String] = []
        for origin in price.origins {
            if case .place(.text(let span)) = origin {
                places.append(
                    "\(span.path) \(span.line.dropFirst(span.start.column - 1).prefix(2))")
            }
            if case .source(let source) = origin { sources.append(source.id) }
        }
        #expect(places == ["Examples/helpdesk/helpdesk.yaml 89"])
        #expect(sources == ["quote-nw"])
    }

    @Test func `a changed assumption says by what it was set`() throws {
        var evaluation = try ShippedEvaluations.evaluation("Examples/helpdesk/helpdesk.yaml")
        try evaluation.study.apply(AssumptionOverride(parsing: "seats.2028=90"))
        let index = try FigureIndex(evaluation.run(asOf: day("2026-11-23")))
        let seats = try index.figure(named: "assumptions.seats.2028").explanation()
        #expect(seats.value.number == .exact(exact("90")))
        #expect(seats.origins.contains(.override("seats.2028=90")))
    }

    // MARK: - Names

    @Test func `an unknown name is refused with the nearest one`() throws {
        let index = try FigureIndex(ShippedEvaluations.helpdesk())
        let problem = try #require(throws: Problem.self) {
            try index.figure(named: "northwind.tca")
        }
        #expect(problem.code == .unknownName)
        #expect(problem.hint?.hasPrefix("did you mean `northwind.tco`?") == true)
    }

    @Test(arguments: [
        "", ".", "..", "northwind", "northwind.", ".tco", "northwind..tco", "northwind.tco.",
        "northwind.costs.seats.2031", "\"northwind\".tco", "northwind.tco\0", "northwind\n.tco",
        "\u{202E}northwind.tco", "assumptions", String(repeating: "a.", count: 40_000),
    ])
    func `a name that is none is refused`(name: String) throws {
        let index = try FigureIndex(ShippedEvaluations.helpdesk())
        let problem = try #require(throws: Problem.self) { try index.figure(named: name) }
        #expect(problem.code == .unknownName)
        #expect(!problem.summary.contains("\n"))
    }

    @Test func `quotes may be left out where one figure is meant`() throws {
        let index = try FigureIndex(try Self.tricky())
        let figure = try index.figure(named: "a.b.costs.exit")
        #expect(figure.name.description == #""a.b".costs.exit"#)
        // The line called pv has a present value, as the costs would have.
        #expect(
            try index.figure(named: "a.b.costs.pv.pv").name.description
                == #""a.b".costs."pv".pv"#)
    }

    // MARK: - Every way a figure comes about

    private static func tricky() throws -> EvaluationResult {
        try Evaluation(reading: Array(TrickyEvaluation.text.utf8), path: "tricky.yaml")
            .run(asOf: day("2026-11-23"))
    }

    private static func unequal(
        _ edit: (String) -> String = { $0 }
    ) throws -> EvaluationResult {
        try Evaluation(reading: Array(edit(UnequalEvaluation.text).utf8), path: "unequal.yaml")
            .run(asOf: day("2026-11-23"))
    }

    @Test(arguments: [
        ["years: 5", "years: 5"], ["years: 5", "years: 3"], ["value: 0.05", "value: 0"],
        ["compare_by: equivalent-annual-cost", "x"],
        ["long: {speed: 7, ok: true}", "long: {speed: 7, ok: false}"],
    ])
    func `figures of years that are compared follow from their parts`(edit: [String]) throws {
        // Over the same years present values can be compared.
        let result = try Self.unequal {
            edit[1] == "x"
                ? $0.replacing("compare_by: equivalent-annual-cost\n", with: "")
                    .replacing("horizon: {years: 5}", with: "description: the same")
                : $0.replacing(edit[0], with: edit[1])
                    .replacing(
                        "1600}", with: edit[1] == "value: 0" ? "1800}" : "1600}")
        }
        let index = try FigureIndex(result)
        for figure in index.figures {
            #expect(try Self.faults(figure, index) == [])
        }
        let names = Set(index.figures.map(\.name.description))
        let isEqual = edit[1] == "x" || edit[1] == "years: 3"
        for option in ["short"] + (isEqual ? ["long"] : []) {
            for figure in [
                "irr", "mirr", "sir", "airr", "net_savings", "added_investment", "savings",
                "first_year_savings", "simple_payback", "payback_year", "discounted_payback_year",
                "bridge.costs", "bridge.costs.hardware", "bridge.benefits.room",
            ] {
                #expect(names.contains("\(option).\(figure)"), "\(option).\(figure)")
                #expect(names.contains("\(option).cash.\(figure)"), "\(option).cash.\(figure)")
            }
        }
        for figure in [
            "eac", "cash.eac", "annual_gain", "cash.annual_gain", "price_performance.speed",
            "cashflow.cash", "cashflow.budget.FY2027", "annuity_factor",
        ] {
            #expect(names.contains("long.\(figure)"), "\(figure)")
        }
    }

    @Test func `what is ranked by the year is traced to the cost of a year`() throws {
        let index = try FigureIndex(Self.unequal())
        for name in ["tradeoff.short.cost", "long.dominated"] {
            guard let figure = try? index.figure(named: name) else { continue }
            let parts = try figure.explanation().parts.compactMap(\.name?.description)
            #expect(!parts.contains { $0.hasSuffix(".tco") }, "\(name)")
        }
        let cost = try index.figure(named: "long.eac").explanation()
        #expect(cost.parts.map { $0.name?.description } == ["long.tco", "long.annuity_factor"])
    }

    @Test func `figures of every kind of line follow from their parts`() throws {
        let index = try FigureIndex(Self.tricky())
        var names: Set<String> = []
        for figure in index.figures {
            #expect(try Self.faults(figure, index) == [])
            #expect(names.insert(figure.name.description).inserted, "\(figure.name)")
        }
    }

    @Test(arguments: [
        (
            #""a.b".costs."pv".Y2"#,
            "seats × unit price × months in a year × (1 + growth)^2 × rate × "
                + "(1 + tax × (1 − tax recovered)) ÷ (1 + tax)"
        ),
        (#""a.b".benefits.save.Y1.p1.pv"#, "payment ÷ (1 + rate)^years"),
        (#""a.b".costs.staff.Y2"#, "quantity × fte × months in a year"),
        (#""a.b".npv"#, "added benefits − added costs"),
        (
            #""a.b".net.Y1"#,
            "benefits of a.b + costs of sources − costs of a.b − benefits of sources"
        ),
    ])
    func `a formula says what its figure is made of`(name: String, formula: String) throws {
        let explanation = try FigureIndex(Self.tricky()).figure(named: name).explanation()
        #expect(explanation.formula?.inSymbols { explanation.parts[$0].label } == formula)
    }

    @Test func `a line spent before the decision says why it does not count`() throws {
        let explanation = try FigureIndex(Self.tricky())
            .figure(named: #""a.b".costs."2028""#).explanation()
        #expect(explanation.value.number == .exact(.zero))
        #expect(explanation.rule == "it is spent before the decision, whatever is decided")
    }

    /// Whatever a model is, now or later: its worked examples are lines whose figures can be explained.
    @Test func `figures of every cost model's examples follow from their parts`() throws {
        for model in AllModels.list {
            for example in model.descriptor.examples {
                let line = CostLine(
                    id: "line", category: "x", direction: .cost,
                    model: try model.init(example.inputs), vendor: "v")
                let index = try FigureIndex(Self.evaluation(of: line, example))
                for figure in index.figures {
                    let faults = try Self.faults(figure, index)
                    #expect(faults == [], "\(model.descriptor.identifier), \(example.title)")
                }
            }
        }
    }

    /// An evaluation of one option with `line` and those that it may be a share of.
    private static func evaluation(
        of line: CostLine, _ example: CostModelExample
    ) throws -> EvaluationResult {
        var names: Set<String> = []
        for case .names(let some) in example.inputs.values.values { names.formUnion(some) }
        let paid = example.basis.first?.amount ?? exact("1000")
        let bases = try names.sorted().map { name in
            CostLine(
                id: name, category: name, direction: .cost,
                model: try Helpdesk.oneOff(paid.description), vendor: "v")
        }
        return try Evaluation(
            id: "m", title: "Models",
            study: Study(
                horizon: Horizon(start: day("2027-01-01"), years: 3),
                rate: DiscountRate(ratePerYear: exact("0.08")), currency: .eur),
            decision: DecisionModel(criteria: [], knockOuts: [], margin: .zero, missing: .refuse),
            options: [PurchaseOption(id: "o", vendor: "v", lines: bases + [line])]
        ).run(asOf: day("2026-11-23"))
    }

    // MARK: - Trees

    @Test func `a tree ends at what the document states, or where it is limited`() throws {
        let index = try FigureIndex(ShippedEvaluations.helpdesk())
        let cost = try index.figure(named: "northwind.tco")
        let alone = try index.tree(of: cost, depth: 0)
        #expect(alone.figures.count == 1 && alone.isCut)
        #expect(try index.tree(of: cost, depth: 1).figures.count == 6)
        let whole = try index.tree(of: cost, depth: nil)
        let names = whole.figures.map(\.name.description)
        #expect(names.contains("assumptions.seats") && names.contains("discount_rate"))
        #expect(Set(names).count == names.count)
    }
}
