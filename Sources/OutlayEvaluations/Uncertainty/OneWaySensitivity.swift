import OutlayEconomics
import OutlayProblems
import OutlayValues

/// What one input at a time does to the money, from the low to the high end of its range.
public struct OneWaySensitivity: Sendable {
    /// The figures as a function of the inputs.
    public let model: OutcomeModel
    /// What is looked at: the net present value, or without a baseline the total cost.
    public let figure: MoneyFigure
    /// One bar for each input, in the inputs' order.
    public let bars: [Bar]
    /// Where each input makes a figure change sides, in the inputs' order.
    public let switches: [InputSwitch]
    /// How much all benefits would have to change for the net present value to be 0: by option in the model's order.
    ///
    /// As a fraction of what is stated, such as −0.63; nil for the baseline, without one, and where
    /// no change of benefits from all lost to ten times as large does it.
    public let benefitChanges: [Double?]

    /// The figures of all options at both ends of an input.
    public struct Bar: Sendable, Hashable {
        /// The input, by index.
        public let input: Int
        /// The lower end looked at.
        public let low: Double
        /// The upper end looked at.
        public let high: Double
        /// The figures at the lower end, by option in the model's order.
        public let atLow: [Double]
        /// The figures at the upper end.
        public let atHigh: [Double]
        /// The same in cash, at the lower end.
        public let cashAtLow: [Double]
        /// The same in cash, at the upper end.
        public let cashAtHigh: [Double]

        /// How far the figure of an option, by index, moves from end to end.
        public func swing(of option: Int) -> Double { (atHigh[option] - atLow[option]).magnitude }
    }

    /// Where an input, all others as stated, makes figures change sides.
    public struct InputSwitch: Sendable, Hashable {
        /// The input, by index.
        public let input: Int
        /// Where the net present value of each option is 0; nil for the baseline and without one.
        public let zero: [TurningPoints?]
        /// Where another option that may be chosen takes over as the best in money; nearest on each side.
        public let lead: Takeover
    }

    /// Who takes over below and above.
    public struct Takeover: Sendable, Hashable {
        /// The nearest place below, and who takes over there.
        public let below: Place?
        /// The nearest place above, and who takes over there.
        public let above: Place?

        /// Where an option takes over.
        public struct Place: Sendable, Hashable {
            /// The input's number.
            public let value: Double
            /// The option, by index.
            public let option: Int
        }
    }

    /// Returns the bars of an option, by index, the widest first; equals in the inputs' order.
    public func bars(of option: Int) -> [Bar] {
        bars.enumerated().sorted { left, right in
            let (first, second) = (left.element.swing(of: option), right.element.swing(of: option))
            return first != second ? first > second : left.offset < right.offset
        }
        .map(\.element)
    }
}

/// What money is looked at.
public enum MoneyFigure: String, Sendable, Hashable, CaseIterable {
    /// The net present value against the baseline.
    case netPresentValue = "npv"
    /// The total cost of ownership, where there is no baseline.
    case totalCostOfOwnership = "tco"
}

extension EvaluationResult {
    /// The share by which an input without a range is varied where that is asked for.
    public static let plainVariation = 0.1

    /// Moves one input at a time.
    ///
    /// - Parameter includesPlain: Whether inputs without a range are moved too, by ``plainVariation`` either way.
    /// - Returns: A bar and the switching values of each input.
    /// - Throws: A ``Problem`` when a line cannot be computed.
    /// - Complexity: O(inputs × options × lines) where figures move in straight lines.
    public func oneWay(includesPlain: Bool = false) throws(Problem) -> OneWaySensitivity {
        let inputs =
            includesPlain
            ? try UncertainInput.all(in: evaluation.study, uncertainOptions)
            : try UncertainInput.ranged(in: evaluation.study, uncertainOptions)
        let model = try outcomeModel(of: inputs)
        var bars: [OneWaySensitivity.Bar] = []
        var switches: [OneWaySensitivity.InputSwitch] = []
        let indices = options.indices
        for (index, input) in inputs.enumerated() {
            let ends = Self.ends(of: input)
            let atLow = try model.outcome(of: index, at: ends.low)
            let atHigh = try model.outcome(of: index, at: ends.high)
            bars.append(
                OneWaySensitivity.Bar(
                    input: index, low: ends.low, high: ends.high,
                    atLow: indices.map { figure(of: $0, in: atLow, .all) },
                    atHigh: indices.map { figure(of: $0, in: atHigh, .all) },
                    cashAtLow: indices.map { figure(of: $0, in: atLow, .cash) },
                    cashAtHigh: indices.map { figure(of: $0, in: atHigh, .cash) }))
            switches.append(try inputSwitch(of: index, in: model))
        }
        let stated = try model.outcome(at: model.statedValues)
        return OneWaySensitivity(
            model: model, figure: baseline == nil ? .totalCostOfOwnership : .netPresentValue,
            bars: bars, switches: switches,
            benefitChanges: indices.map { Self.benefitChange(of: $0, in: stated) })
    }

    private func figure(
        of option: Int, in outcome: Outcome, _ coverage: Coverage
    ) -> Double {
        outcome.netPresentValue(of: option, coverage) ?? outcome.totalCost(of: option, coverage)
    }

    private static func ends(of input: UncertainInput) -> (low: Double, high: Double) {
        if let range = input.range { return (range.low.doubleValue, range.high.doubleValue) }
        let stated = input.stated.doubleValue
        let ends = [stated * (1 - plainVariation), stated * (1 + plainVariation)].sorted()
        return (ends[0], input.isShare ? min(ends[1], 1) : ends[1])
    }

    private func inputSwitch(
        of input: Int, in model: OutcomeModel
    ) throws(Problem) -> OneWaySensitivity.InputSwitch {
        let none = OneWaySensitivity.Takeover(below: nil, above: nil)
        guard let reach = model.inputs[input].reach else {
            return OneWaySensitivity.InputSwitch(
                input: input, zero: options.map { _ in nil }, lead: none)
        }
        // Every search looks at the same steps, which are computed once.
        var known: [Double: Outcome] = [:]
        func outcome(at value: Double) throws(Problem) -> Outcome {
            if let outcome = known[value] { return outcome }
            let outcome = try model.outcome(of: input, at: value)
            known[value] = outcome
            return outcome
        }
        let start = model.inputs[input].stated.doubleValue
        let isStraight = model.isStraight(in: input)
        var zero: [TurningPoints?] = []
        for option in options.indices {
            guard let baseline = model.baseline, option != baseline else {
                zero.append(nil)
                continue
            }
            zero.append(
                try TurningPoints(from: start, within: reach, isStraight: isStraight) {
                    (value) throws(Problem) in
                    try outcome(at: value).payoff(of: option, .all)
                })
        }
        return OneWaySensitivity.InputSwitch(
            input: input, zero: zero,
            lead: try takeover(from: start, reach, isStraight: isStraight, outcome))
    }

    /// Returns where another option takes over from the one that is best in money as stated.
    private func takeover(
        from start: Double, _ reach: ClosedRange<Double>, isStraight: Bool,
        _ outcome: (Double) throws(Problem) -> Outcome
    ) throws(Problem) -> OneWaySensitivity.Takeover {
        let stated = try outcome(start)
        let eligible = eligibleIndices
        let best = eligible.map { stated.payoff(of: $0, .all) }.max()
        guard let leader = eligible.first(where: { stated.payoff(of: $0, .all) == best }) else {
            return OneWaySensitivity.Takeover(below: nil, above: nil)
        }
        var (below, above): (OneWaySensitivity.Takeover.Place?, OneWaySensitivity.Takeover.Place?)
        for rival in eligible where rival != leader {
            let place = try TurningPoints(from: start, within: reach, isStraight: isStraight) {
                (value) throws(Problem) in
                let outcome = try outcome(value)
                return outcome.payoff(of: leader, .all) - outcome.payoff(of: rival, .all)
            }
            if let value = place.below, below.map({ value > $0.value }) ?? true {
                below = .init(value: value, option: rival)
            }
            if let value = place.above, above.map({ value < $0.value }) ?? true {
                above = .init(value: value, option: rival)
            }
        }
        return OneWaySensitivity.Takeover(below: below, above: above)
    }

    /// Returns by which share all benefits would have to change for the net present value to be 0.
    private static func benefitChange(of option: Int, in outcome: Outcome) -> Double? {
        guard let baseline = outcome.baseline, option != baseline else { return nil }
        let (own, other) = (outcome.presentValues[option], outcome.presentValues[baseline])
        let gained = own.benefits.all - other.benefits.all
        let paid = own.costs.all - other.costs.all
        guard gained != 0, paid / gained >= 0, paid / gained <= 10 else { return nil }
        return paid / gained - 1
    }
}
