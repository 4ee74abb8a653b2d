import OutlayProblems
import OutlaySampling

/// What every option costs and gains as a function of the inputs that may be off.
public struct OutcomeModel: Sendable {
    /// What all lines share.
    public let study: Study
    /// The options' identifiers.
    public let options: [String]
    /// The index of the option the others are measured against, where there is one.
    public let baseline: Int?
    /// The inputs; a state is one number for each.
    public let inputs: [UncertainInput]
    /// Whether figures are of all years or of one.
    public let basis: Basis
    private let compiled: [CompiledOption]

    /// What figures are.
    public enum Basis: Sendable, Hashable {
        /// Present values over all years, which options share.
        case presentValue
        /// Equal amounts at the end of each of an option's own years, as if it were renewed as it is when they end.
        case yearly
    }

    /// Works out the options' present values.
    ///
    /// - Parameters:
    ///   - study: What all lines share.
    ///   - options: The options with their lines.
    ///   - baseline: The identifier of the option the others are measured against, where there is one.
    ///   - inputs: What may be off.
    ///   - basis: Whether figures are of all years, or of one where options are looked at over different years.
    /// - Throws: A ``Problem`` when a line cannot be computed.
    /// - Complexity: O(lines × years), and as much again for each state where a price steps with an input.
    public init(
        study: Study, options: [UncertainOption], baseline: String?, inputs: [UncertainInput],
        basis: Basis = .presentValue
    ) throws(Problem) {
        self.study = study
        self.options = options.map(\.id)
        self.baseline = options.firstIndex { $0.id == baseline }
        self.inputs = inputs
        self.basis = basis
        var compiled: [CompiledOption] = []
        for option in options {
            compiled.append(try CompiledOption(option, inputs, in: study, basis))
        }
        self.compiled = compiled
    }

    /// The stated number of each input.
    public var statedValues: [Double] { inputs.map { $0.stated.doubleValue } }

    /// Whether a price steps with an input, so that each state is scheduled anew.
    public var isStepped: Bool { compiled.contains(where: \.isStepped) }

    /// Whether every figure is a sum of products in which each input stands at most once.
    ///
    /// Then the expected figures of independent inputs are the figures at the inputs' expected values.
    public var isMultilinear: Bool { inputs.indices.allSatisfy(isStraight) }

    /// Whether every figure moves in a straight line with an input, by index, all else equal.
    public func isStraight(in input: Int) -> Bool {
        compiled.allSatisfy { $0.isStraight(in: input) }
    }

    /// Whether two inputs, by index, are multiplied by each other in some figure, or may be.
    public func joins(_ first: Int, _ second: Int) -> Bool {
        compiled.contains { $0.joins(first, second) }
    }

    /// Returns the figures of all options with the inputs at `values`, one number for each.
    ///
    /// - Throws: A ``Problem`` when a line cannot be computed.
    public func outcome(at values: [Double]) throws(Problem) -> Outcome {
        precondition(values.count == inputs.count, "a state is one number for each input")
        let shares = zip(values, inputs).map { $0 / $1.reference }
        var presentValues: [PresentValues] = []
        presentValues.reserveCapacity(compiled.count)
        for option in compiled {
            presentValues.append(
                try option.presentValues(at: values, shares: shares, inputs))
        }
        return Outcome(presentValues: presentValues, baseline: baseline)
    }

    /// Returns the present values of some options, by index, in many states: four rows each, in the order of the lanes
    /// of ``PresentValues``.
    ///
    /// - Parameters:
    ///   - states: A row of numbers for each input, one for each state.
    ///   - count: How many states there are.
    ///   - options: The options, by index.
    /// - Returns: Rows with a number for each state.
    /// - Throws: A ``Problem`` when a line cannot be computed.
    func presentValues(
        inStates states: [[Double]], count: Int, of options: [Int]
    ) throws(Problem) -> [[Double]] {
        let shares = zip(states, inputs).map { row, input in
            let reference = input.reference
            return row.map { $0 / reference }
        }
        var rows: [[Double]] = []
        for option in options {
            rows += try compiled[option].presentValues(
                inStates: states, shares: shares, count: count, inputs)
        }
        return rows
    }

    /// Returns the figures with one input, by index, at `value` and the others as stated.
    ///
    /// - Throws: A ``Problem`` when a line cannot be computed.
    public func outcome(of input: Int, at value: Double) throws(Problem) -> Outcome {
        var values = statedValues
        values[input] = value
        return try outcome(at: values)
    }
}
