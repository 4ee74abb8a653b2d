import OutlayProblems
import OutlayValues

/// Other numbers for some inputs, to be put in the place of what is stated.
struct InputState {
    let inputs: [UncertainInput]
    let values: [Double]

    /// The decimals that a drawn number is taken to.
    private static let places = 15

    init(_ inputs: [UncertainInput], values: [Double]) {
        self.inputs = inputs
        self.values = values
    }

    /// Returns the study and the option's lines with every input at its value.
    ///
    /// An assumption that is a series is scaled as a whole, and so is one that a line takes a share of.
    ///
    /// - Throws: A ``Problem`` when a number grows beyond 38 digits, or a model refuses its inputs.
    func applied(
        to study: Study, _ option: UncertainOption
    ) throws(Problem) -> (study: Study, lines: [CostLine]) {
        var study = study
        for (input, value) in zip(inputs, values) {
            guard case .assumption(let id) = input.place, let stated = study.assumptions[id] else {
                continue
            }
            study.assumptions[id] = try stated.scaled(
                toBeginWith: try exact(value), in: study)
        }
        var lines = option.lines
        for (input, value) in zip(inputs, values) {
            guard case .line(option.id, let line, let subject) = input.place,
                let index = lines.firstIndex(where: { $0.id == line })
            else { continue }
            let model = lines[index].model
            var changed = model.inputs
            switch model.inputs.operand(subject.rawValue) {
            case .assumption(let id)?:
                // The line's number stays tied to the assumption, which other lines take as it is.
                guard var own = study.assumptions[id] else { continue }
                own.id = "\(option.id).\(line).\(subject.rawValue)"
                study.assumptions[own.id] = try own.scaled(
                    by: try exact(value), over: input.stated)
                changed.values[subject.rawValue] = .operand(.assumption(own.id))
            default:
                changed.values[subject.rawValue] = .operand(.constant(try exact(value)))
            }
            lines[index].model = try type(of: model).init(changed)
        }
        return (study, lines)
    }

    private func exact(_ value: Double) throws(Problem) -> ExactDecimal {
        try ExactDecimal(nearest: value, places: Self.places)
    }
}
