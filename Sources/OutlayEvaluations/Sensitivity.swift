import OutlayDecisions
import OutlayEconomics
import OutlayProblems

/// What the sensitivity of a result is asked for.
public struct SensitivityRequest: Sendable, Hashable {
    /// How many weights the rank acceptability draws; nil leaves it out.
    public var trials: Int?
    /// What makes the draws repeatable.
    public var seed: UInt64
    /// What is known of the weights that are drawn.
    public var constraints: WeightConstraints
    /// The option of which is asked what would make it win; nil asks of none.
    public var winner: String?
    /// Whether inputs without a range are moved too, by a tenth either way.
    public var includesPlainInputs: Bool
    /// Whether the document's scenarios are run.
    public var includesScenarios: Bool
    /// How many states of the inputs are drawn; nil leaves them out.
    public var states: Int?
    /// Whether to say what it is worth to know an input; where ``states`` says nothing, from the draws of
    /// ``EvaluationResult/robustness``, or ``Robustness/standardTrials`` states.
    public var includesInformation: Bool

    /// Creates a request.
    public init(
        trials: Int? = nil, seed: UInt64 = 1,
        constraints: WeightConstraints = WeightConstraints(), winner: String? = nil,
        includesPlainInputs: Bool = false, includesScenarios: Bool = false, states: Int? = nil,
        includesInformation: Bool = false
    ) {
        self.trials = trials
        self.seed = seed
        self.constraints = constraints
        self.winner = winner
        self.includesPlainInputs = includesPlainInputs
        self.includesScenarios = includesScenarios
        self.states = states
        self.includesInformation = includesInformation
    }
}

/// How far a result hangs on its weights, its knock-outs, its method and the numbers behind its money.
public struct Sensitivity: Sendable {
    /// What hangs on values; nil where nothing is scored, nobody is eligible, or a value is missing.
    public let weights: WeightSensitivity?
    /// What each knock-out gives up.
    public let knockOutPrices: [KnockOutPrice]
    /// What would make an option win, where it was asked.
    public let winning: WinningAnswer?
    /// One input at a time; nil without costs and benefits.
    public let oneWay: OneWaySensitivity?
    /// The document's scenarios side by side, where they were asked for.
    public let scenarios: ScenarioComparison?
    /// What drawn states say of the money, where they were asked for.
    public let risk: OutcomeRisk?
    /// Who is the best where money and scores vary, where states were drawn.
    public let joint: JointChoice?
    /// What it is worth to know an input, where that was asked for.
    public let information: InformationReport?
}

/// How far a ranking by value hangs on weights and method.
public struct WeightSensitivity: Sendable {
    /// The values of the eligible options, best first.
    public let table: ValueTable
    /// The values that are known only within a range; the table has their low ends.
    public let uncertain: [UncertainValue]
    /// What was said of the weights; it narrows ``optimality`` and ``acceptability``.
    public let constraints: WeightConstraints
    /// How far each weight may move.
    public let stability: WeightStability
    /// Which options are best for some weights.
    public let optimality: PotentialOptimality
    /// Which options are no better than another on every criterion.
    public let pareto: ParetoDominance
    /// Which methods rank whom first.
    public let agreement: MethodAgreement
    /// What leaving out one option does to each method's ranking, at its defaults, in the order of the list.
    public let reversals: [MethodReversal]
    /// How often each option takes each rank under drawn weights, where that was asked.
    public let acceptability: RankAcceptability?

    /// What leaving out one option does to the ranking of a method.
    public struct MethodReversal: Sendable {
        /// The method's identifier.
        public let method: String
        /// What was found; nil where the method cannot score the table.
        public let reversal: RankReversal?
    }
}

/// What would make an option win.
public enum WinningAnswer: Sendable, Hashable {
    /// It fails or leaves open what no score makes up for.
    case notEligible(option: String)
    /// Nothing is scored, or a value is missing.
    case notScored(option: String)
    /// These changes would, each alone.
    case conditions(WinningConditions, money: MoneyGap?)

    /// The money between an option and the best of the others.
    ///
    /// No price changes a value, so money is compared by itself.
    public struct MoneyGap: Sendable, Hashable {
        /// The best of the other eligible options, of equals the first.
        public let rival: String
        /// What is compared.
        public let figure: Figure
        /// The present value, or the cost of one year where years are compared, by which the option's costs
        /// would have to fall to be level; 0 or less where it is ahead already.
        public let amount: Double

        /// What is compared.
        public enum Figure: String, Sendable, Hashable, CaseIterable {
            /// The net present value against the baseline.
            case netPresentValue = "npv"
            /// The total cost of ownership, where there is no baseline.
            case totalCostOfOwnership = "tco"
            /// What one year gains over the baseline, where years are compared.
            case annualGain = "annual-gain"
            /// The cost of one year, where years are compared and there is no baseline.
            case equivalentAnnualCost = "eac"
        }
    }
}

extension EvaluationResult {
    /// Says how far the result hangs on what went into it.
    ///
    /// - Throws: ``ProblemCode/usage`` where draws or conditions on weights are asked for and there are no weights,
    ///   ``ProblemCode/unknownName`` for an option that is not evaluated, and what
    ///   ``RankAcceptability/simulate(_:constraints:uncertain:trials:seed:on:)`` and
    ///   ``PotentialOptimality`` throw.
    /// - Complexity: what its parts have; the most of it are the trials, where there are any.
    public func sensitivity(_ request: SensitivityRequest) throws(Problem) -> Sensitivity {
        let weights = try weightSensitivity(request)
        let risk = try askedRisk(request)
        return Sensitivity(
            weights: weights, knockOutPrices: knockOutPrices,
            winning: try request.winner.map { (id) throws(Problem) in try winning(id) },
            oneWay: evaluation.hasLines ? try askedOneWay(request) : nil,
            scenarios: request.includesScenarios ? try askedScenarios() : nil, risk: risk,
            joint: try risk.map { (risk) throws(Problem) in
                try jointChoice(
                    risk, drawing: request.trials == nil ? nil : request.constraints)
            },
            information: request.includesInformation
                ? try risk.flatMap { (risk) throws(Problem) in try informationReport(risk) } : nil)
    }

    private func askedRisk(_ request: SensitivityRequest) throws(Problem) -> OutcomeRisk? {
        guard request.states != nil || request.includesInformation else { return nil }
        guard evaluation.hasLines else {
            throw Problem(
                .usage, "there is no money to draw",
                because: "no option has costs or benefits")
        }
        let trials = request.states ?? robustness?.risk?.simulation.trials
        // What was drawn for the findings is not drawn again.
        if let drawn = robustness?.risk, drawn.simulation.trials == trials,
            drawn.simulation.seed == request.seed
        {
            return drawn
        }
        return try risk(trials: trials ?? Robustness.standardTrials, seed: request.seed)
    }

    private func askedOneWay(
        _ request: SensitivityRequest
    ) throws(Problem) -> OneWaySensitivity {
        if !request.includesPlainInputs, let oneWay = robustness?.oneWay { return oneWay }
        return try oneWay(includesPlain: request.includesPlainInputs)
    }

    private func askedScenarios() throws(Problem) -> ScenarioComparison {
        if let comparison = try scenarioComparison() { return comparison }
        throw Problem(
            .usage, "there are no scenarios to compare", because: "the document states none",
            hint: "add them under `scenarios`")
    }

    /// How far each weight may move; nil where nothing is scored, nobody is eligible, or a value is missing.
    public var weightStability: (table: ValueTable, stability: WeightStability)? {
        ValueTable(eligibleOf: decision).map { ($0, WeightStability($0)) }
    }

    private func weightSensitivity(
        _ request: SensitivityRequest
    ) throws(Problem) -> WeightSensitivity? {
        guard let (table, stability) = weightStability else {
            guard request.trials == nil, request.constraints.isFree else {
                throw Problem(
                    .usage, "there are no weights to draw",
                    because: "nothing is scored, no option is eligible, or a performance is missing"
                )
            }
            return nil
        }
        let matrix = try table.matrix()
        let uncertain = UncertainValue.all(in: decision)
        return WeightSensitivity(
            table: table, uncertain: uncertain, constraints: request.constraints,
            stability: stability,
            optimality: try PotentialOptimality(table, constraints: request.constraints),
            pareto: try ParetoDominance(of: matrix), agreement: MethodAgreement(on: matrix),
            reversals: AllMethods.list.map { method in
                WeightSensitivity.MethodReversal(
                    method: method.descriptor.identifier,
                    reversal: try? RankReversal(
                        of: method.init(settings: MethodSettings()), on: matrix))
            },
            acceptability: try request.trials.map { (trials) throws(Problem) in
                try RankAcceptability.simulate(
                    table, constraints: request.constraints, uncertain: uncertain,
                    trials: trials, seed: request.seed)
            })
    }

    private func winning(_ id: String) throws(Problem) -> WinningAnswer {
        guard let option = option(id) else {
            let known = options.map(\.option.id)
            throw Problem(
                .unknownName, "there is no option \(Problem.quoted(id))",
                because: "the evaluated options are \(known.joined(separator: ", "))",
                hint: Suggestion.hint(for: id, among: known))
        }
        guard option.decision.eligibility == .eligible else { return .notEligible(option: id) }
        guard let table = ValueTable(eligibleOf: decision) else { return .notScored(option: id) }
        return .conditions(
            WinningConditions(for: try table.index(ofOption: id), in: table),
            money: moneyGap(of: option))
    }

    private func moneyGap(of option: OptionResult) -> WinningAnswer.MoneyGap? {
        let others = options.filter {
            $0.decision.eligibility == .eligible && $0.option.id != option.option.id
        }
        guard evaluation.hasLines else { return nil }
        let hasBaseline = baseline != nil
        func figure(_ option: OptionResult) -> Double {
            hasBaseline ? gain(of: option)?.all ?? 0 : -option.comparedCost.all
        }
        let figures = others.map(figure)
        guard let best = figures.max(), let rival = figures.firstIndex(of: best) else { return nil }
        return WinningAnswer.MoneyGap(
            rival: others[rival].option.id,
            figure: evaluation.comparisonBasis.figure(hasBaseline: hasBaseline),
            amount: best - figure(option))
    }
}

extension Evaluation.ComparisonBasis {
    /// Returns the figure that money is compared by.
    fileprivate func figure(hasBaseline: Bool) -> WinningAnswer.MoneyGap.Figure {
        switch self {
        case .presentValue: hasBaseline ? .netPresentValue : .totalCostOfOwnership
        case .equivalentAnnualCost: hasBaseline ? .annualGain : .equivalentAnnualCost
        }
    }
}
