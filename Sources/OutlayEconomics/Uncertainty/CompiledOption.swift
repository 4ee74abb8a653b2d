import OutlayProblems
import OutlayValues

/// An option whose present values are worked out once, so that other inputs need no new schedule.
///
/// Where a line's money is in proportion to each of its uncertain inputs, it is its present value as stated
/// times what each input is of what is stated; what is a share of such lines follows them. The other lines are
/// scheduled anew for each state.
struct CompiledOption: Sendable {
    /// A sum of lines that the same inputs scale.
    struct Term: Sendable {
        /// The present values with every input at its reference.
        var values: SIMD4<Double>
        /// The indices of the inputs, one for each time that an input scales the lines.
        let factors: [Int]
    }

    let id: String
    /// What lines share, over the option's own years.
    private let study: Study
    /// What present values are multiplied by: 1, or what makes them equal amounts at the end of each year.
    private let factor: Double
    /// What no input moves.
    let constant: SIMD4<Double>
    let terms: [Term]
    /// All lines of the option.
    private let lines: [CostLine]
    /// The lines that are scheduled anew where an input of theirs is not as stated.
    private let stepped: [Stepped]
    /// The inputs that move the stepped lines.
    private let steppedInputs: Set<Int>

    /// A line that is no sum of products.
    struct Stepped: Sendable {
        let id: String
        /// The inputs that it depends on.
        let drivers: Set<Int>
        /// Its present values with every input as stated.
        let stated: SIMD4<Double>
    }

    /// Whether some line is scheduled anew for each state.
    var isStepped: Bool { !stepped.isEmpty }

    /// Compiles the lines of one option.
    ///
    /// - Throws: A ``Problem`` when a line cannot be computed.
    init(
        _ option: UncertainOption, _ inputs: [UncertainInput], in study: Study,
        _ basis: OutcomeModel.Basis
    ) throws(Problem) {
        var study = study
        study.horizon.years = option.years ?? study.horizon.years
        let compiler = try OptionCompiler(option, inputs, in: study)
        id = option.id
        self.study = study
        switch basis {
        case .presentValue: factor = 1
        case .yearly:
            factor = try Annuity(rate: study.rate.ratePerYear.doubleValue)
                .capitalRecoveryFactor(periods: Double(study.horizon.years))
        }
        lines = option.lines
        constant = compiler.sum.filter(\.factors.isEmpty).reduce(.zero) { $0 + $1.values }
        terms = compiler.sum.filter { !$0.factors.isEmpty }
        stepped = compiler.stepped
        steppedInputs = stepped.reduce(into: []) { $0.formUnion($1.drivers) }
    }

    /// Returns the present values with the inputs at `values`; `shares` are these over the references.
    ///
    /// - Throws: A ``Problem`` when a stepped line cannot be computed.
    func presentValues(
        at values: [Double], shares: [Double], _ inputs: [UncertainInput]
    ) throws(Problem) -> PresentValues {
        var sum = constant
        for term in terms {
            var factor = 1.0
            for input in term.factors { factor *= shares[input] }
            sum += factor * term.values
        }
        var moved: Set<String> = []
        for line in stepped {
            let isStated = line.drivers.allSatisfy {
                values[$0] == inputs[$0].stated.doubleValue
            }
            if isStated { sum += line.stated } else { moved.insert(line.id) }
        }
        if !moved.isEmpty {
            let state = try InputState(inputs, values: values)
                .applied(to: study, UncertainOption(id: id, lines: lines))
            let scheduled = try LineOrder(state.lines).scheduled(
                in: state.study, window: .horizon(study.horizon)
            ) { moved.contains($0.id) }
            for line in scheduled { sum += line.presentValues(in: state.study) }
        }
        return PresentValues(lanes: factor * sum)
    }

    /// Returns the present values in many states of the inputs: four rows in the order of the lanes.
    ///
    /// The same numbers as ``presentValues(at:shares:_:)`` gives for each state alone.
    ///
    /// - Parameters:
    ///   - states: A row of numbers for each input, one for each state.
    ///   - shares: The same over the references.
    ///   - count: How many states there are.
    ///   - inputs: The inputs.
    /// - Returns: Four rows with a number for each state.
    /// - Throws: A ``Problem`` when a stepped line cannot be computed.
    func presentValues(
        inStates states: [[Double]], shares: [[Double]], count: Int, _ inputs: [UncertainInput]
    ) throws(Problem) -> [[Double]] {
        guard stepped.isEmpty else {
            var rows = [[Double]](repeating: [], count: 4)
            for state in 0..<count {
                let values = try presentValues(
                    at: states.map { $0[state] }, shares: shares.map { $0[state] }, inputs)
                for lane in 0..<4 { rows[lane].append(values.lanes[lane]) }
            }
            return rows
        }
        var rows = (0..<4).map { [Double](repeating: constant[$0], count: count) }
        for term in terms {
            var factors = [Double](repeating: 1, count: count)
            for input in term.factors {
                let shares = shares[input]
                for state in 0..<count { factors[state] *= shares[state] }
            }
            // What a line does not touch, such as benefits, stays as it is.
            for lane in 0..<4 where term.values[lane] != 0 {
                let value = term.values[lane]
                for state in 0..<count { rows[lane][state] += factors[state] * value }
            }
        }
        guard factor != 1 else { return rows }
        for lane in 0..<4 {
            for state in 0..<count { rows[lane][state] *= factor }
        }
        return rows
    }

    /// Whether two inputs, by index, are multiplied by each other or meet in a line that is scheduled anew.
    func joins(_ first: Int, _ second: Int) -> Bool {
        steppedInputs.isSuperset(of: [first, second])
            || terms.contains { $0.factors.contains(first) && $0.factors.contains(second) }
    }

    /// Whether the present values move in a straight line with an input, all else equal.
    func isStraight(in input: Int) -> Bool {
        !steppedInputs.contains(input)
            && terms.allSatisfy { term in term.factors.count { $0 == input } < 2 }
    }
}

/// Finds which lines of an option are sums of products of their inputs.
private struct OptionCompiler {
    /// What the compiled lines amount to.
    private(set) var sum: [CompiledOption.Term] = []
    /// The lines that are none.
    private(set) var stepped: [CompiledOption.Stepped] = []

    private let option: UncertainOption
    private let inputs: [UncertainInput]
    private let reference: Schedule
    private let stated: Schedule
    /// Another state, in which every input is less than its reference by a share of its own.
    private let trial: Schedule?
    private let trialShares: [Double]

    /// The option scheduled in one state.
    private struct Schedule {
        let study: Study
        let lines: [ScheduledLine]

        init(
            _ option: UncertainOption, _ inputs: [UncertainInput], at values: [Double],
            in study: Study
        ) throws(Problem) {
            let state = try InputState(inputs, values: values).applied(to: study, option)
            self.study = state.study
            lines = try LineOrder(state.lines).scheduled(
                in: state.study, window: .horizon(study.horizon))
        }
    }

    init(_ option: UncertainOption, _ inputs: [UncertainInput], in study: Study) throws(Problem) {
        self.option = option
        self.inputs = inputs
        reference = try Schedule(option, inputs, at: inputs.map(\.reference), in: study)
        stated = try Schedule(option, inputs, at: inputs.map(\.stated.doubleValue), in: study)
        let shares = inputs.indices.map { 1 - 0.5 / Double($0 + 2) }
        trialShares = shares
        trial = try? Schedule(
            option, inputs, at: zip(inputs, shares).map { $0.reference * $1 }, in: study)
        for index in option.lines.indices { try compile(index) }
    }

    private mutating func compile(_ index: Int) throws(Problem) {
        guard let terms = try terms(of: index), isConfirmed(terms, of: index) else {
            stepped.append(
                .init(
                    id: option.lines[index].id, drivers: drivers(of: index),
                    stated: stated.lines[index].presentValues(in: stated.study)))
            return
        }
        for term in terms {
            if let place = sum.firstIndex(where: { $0.factors == term.factors }) {
                sum[place].values += term.values
            } else {
                sum.append(term)
            }
        }
    }

    /// Returns the products that a line is the sum of, or nil where an input does not scale it.
    private func terms(of index: Int) throws(Problem) -> [CompiledOption.Term]? {
        guard let own = factors(of: index) else { return nil }
        let basis = basis(of: index)
        guard !basis.isEmpty else {
            return [.init(values: values(of: index), factors: own)]
        }
        var terms: [CompiledOption.Term] = []
        for part in basis {
            // What is a share of something derived follows all of it alike or is scheduled anew.
            guard let partTerms = try self.terms(of: part),
                Set(partTerms.map(\.factors)).count == 1, let first = partTerms.first
            else { return nil }
            let alone = try ScheduledLine(
                reference.lines[index].line, sharing: [reference.lines[part]],
                in: reference.study, window: .horizon(reference.study.horizon))
            terms.append(
                .init(
                    values: alone.presentValues(in: reference.study),
                    factors: (first.factors + own).sorted()))
        }
        let whole = terms.reduce(SIMD4<Double>.zero) { $0 + $1.values }
        return Self.isSame(whole, values(of: index)) ? terms : nil
    }

    /// Whether a new schedule in another state agrees with the products.
    private func isConfirmed(_ terms: [CompiledOption.Term], of index: Int) -> Bool {
        guard terms.contains(where: { !$0.factors.isEmpty }) else { return true }
        guard let trial else { return false }
        let expected = terms.reduce(SIMD4<Double>.zero) { sum, term in
            sum + term.factors.reduce(1) { $0 * trialShares[$1] } * term.values
        }
        return Self.isSame(expected, trial.lines[index].presentValues(in: trial.study))
    }

    private func values(of index: Int) -> SIMD4<Double> {
        reference.lines[index].presentValues(in: reference.study)
    }

    private static func isSame(_ left: SIMD4<Double>, _ right: SIMD4<Double>) -> Bool {
        (0..<4).allSatisfy { lane in
            (left[lane] - right[lane]).magnitude <= 1e-9 * max(1, right[lane].magnitude)
        }
    }

    private func basis(of index: Int) -> [Int] {
        LineOrder.basis(of: option.lines[index], among: option.lines)
    }

    /// Returns the inputs that scale a line by themselves, one element for each time; nil where one does not.
    private func factors(of index: Int) -> [Int]? {
        var factors: [Int] = []
        for input in inputs.indices {
            let uses = uses(of: inputs[input], in: option.lines[index])
            guard uses.allSatisfy(\.isProportional) else { return nil }
            factors += uses.map { _ in input }
        }
        return factors
    }

    /// Returns the inputs that a line depends on, those of what it is a share of among them.
    private func drivers(of index: Int) -> Set<Int> {
        let own = inputs.indices.filter { !uses(of: inputs[$0], in: option.lines[index]).isEmpty }
        return basis(of: index).reduce(into: Set(own)) { $0.formUnion(drivers(of: $1)) }
    }

    private func uses(
        of input: UncertainInput, in line: CostLine
    ) -> [CostModelInputDescriptor] {
        switch input.place {
        case .assumption(let id): line.model.uses(of: id)
        case .line(option.id, line.id, let subject):
            type(of: line.model).descriptor.inputs.filter { $0.name == subject.rawValue }
        case .line: []
        }
    }
}

extension ScheduledLine {
    /// The present values in the lanes of ``PresentValues``.
    fileprivate func presentValues(in study: Study) -> SIMD4<Double> {
        func value(_ coverage: Coverage) -> Double {
            counted(coverage).reduce(0) {
                $0 + study.rate.presentValue(of: $1.cost, years: $1.payment.years)
            }
        }
        return line.isCost
            ? SIMD4(value(.all), value(.cash), 0, 0) : SIMD4(0, 0, value(.all), value(.cash))
    }
}
