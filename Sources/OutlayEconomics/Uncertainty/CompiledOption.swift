import OutlayProblems
import OutlayValues

/// An option whose present values are worked out once, so that other inputs need no new schedule.
///
/// Where a line's money is in proportion to each of its uncertain inputs, it is its present value as stated
/// times what each input is of what is stated. The other lines are scheduled anew for each state.
struct CompiledOption: Sendable {
    /// A sum of lines that the same inputs scale.
    struct Term: Sendable {
        /// The present values with every input at its reference.
        var values: SIMD4<Double>
        /// The indices of the inputs, one for each time that an input scales the lines.
        let factors: [Int]
    }

    let id: String
    /// What no input moves.
    let constant: SIMD4<Double>
    let terms: [Term]
    /// The lines whose price steps with an input, and the ones that follow from them.
    let stepped: [CostLine]
    /// The inputs that move the stepped lines.
    let steppedInputs: Set<Int>

    /// Compiles the lines of one option.
    ///
    /// - Throws: A ``Problem`` when a line cannot be computed.
    init(_ option: UncertainOption, _ inputs: [UncertainInput], in study: Study) throws(Problem) {
        id = option.id
        let reference = InputState(inputs, values: inputs.map(\.reference))
        let state = try reference.applied(to: study, option)
        var constant = SIMD4<Double>.zero
        var terms: [Term] = []
        var stepped: [CostLine] = []
        var steppedInputs: Set<Int> = []
        for (line, referenceLine) in zip(option.lines, state.lines) {
            guard let factors = line.factors(among: inputs, of: option.id) else {
                stepped.append(line)
                steppedInputs.formUnion(line.drivers(among: inputs, of: option.id))
                continue
            }
            let values = try Self.presentValues(of: [referenceLine], in: state.study)
            if factors.isEmpty {
                constant += values
            } else if let place = terms.firstIndex(where: { $0.factors == factors }) {
                terms[place].values += values
            } else {
                terms.append(Term(values: values, factors: factors))
            }
        }
        self.constant = constant
        self.terms = terms
        self.stepped = stepped
        self.steppedInputs = steppedInputs
    }

    /// Returns the present values with the inputs at `values`; `shares` are these over the references.
    ///
    /// - Throws: A ``Problem`` when a stepped line cannot be computed.
    func presentValues(
        at values: [Double], shares: [Double], _ inputs: [UncertainInput], in study: Study
    ) throws(Problem) -> PresentValues {
        var sum = constant
        for term in terms {
            var factor = 1.0
            for input in term.factors { factor *= shares[input] }
            sum += factor * term.values
        }
        if !stepped.isEmpty {
            let state = try InputState(inputs, values: values)
                .applied(to: study, UncertainOption(id: id, lines: stepped))
            sum += try Self.presentValues(of: state.lines, in: state.study)
        }
        return PresentValues(lanes: sum)
    }

    /// Whether the present values move in a straight line with an input, all else equal.
    func isStraight(in input: Int) -> Bool {
        !steppedInputs.contains(input)
            && terms.allSatisfy { term in term.factors.count { $0 == input } < 2 }
    }

    private static func presentValues(
        of lines: [CostLine], in study: Study
    ) throws(Problem) -> SIMD4<Double> {
        let economics = try OptionEconomics(lines: lines, in: study)
        return SIMD4(
            economics.totalCostOfOwnership(.all), economics.totalCostOfOwnership(.cash),
            economics.benefitPresentValue(.all), economics.benefitPresentValue(.cash))
    }
}

extension CostLine {
    /// Returns the inputs that scale the line, one element for each time, or nil where one does not scale it.
    fileprivate func factors(among inputs: [UncertainInput], of option: String) -> [Int]? {
        var factors: [Int] = []
        for (index, input) in inputs.enumerated() {
            let uses = self.uses(of: input, option)
            guard uses.allSatisfy(\.isProportional) else { return nil }
            factors += uses.map { _ in index }
        }
        return factors
    }

    /// Returns the inputs that the line's money depends on.
    fileprivate func drivers(among inputs: [UncertainInput], of option: String) -> [Int] {
        inputs.indices.filter { !uses(of: inputs[$0], option).isEmpty }
    }

    private func uses(of input: UncertainInput, _ option: String) -> [CostModelInputDescriptor] {
        switch input.place {
        case .assumption(let id): model.uses(of: id)
        case .line(option, id, let subject):
            type(of: model).descriptor.inputs.filter { $0.name == subject.rawValue }
        case .line: []
        }
    }
}
