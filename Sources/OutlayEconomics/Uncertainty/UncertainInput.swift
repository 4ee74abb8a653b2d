import OutlayProblems
import OutlayValues

/// One number that drives costs or benefits and may be other than stated.
public struct UncertainInput: Sendable, Hashable {
    /// Where it stands.
    public let place: Place
    /// The stated number; of a series the one on the horizon's first day.
    public let stated: ExactDecimal
    /// What it counts or costs, such as `seat`; empty where not stated.
    public let unit: String
    /// How far it may be off, where stated.
    public let range: UncertainRange?
    /// Whether it is a share, which lies between 0 and 1.
    public let isShare: Bool

    /// Where a number stands.
    public enum Place: Sendable, Hashable {
        /// The named assumption, for all options alike.
        case assumption(String)
        /// A number of one line of one option.
        case line(option: String, line: String, UncertainRange.Subject)
    }

    /// Creates an input.
    public init(
        place: Place, stated: ExactDecimal, unit: String = "", range: UncertainRange? = nil,
        isShare: Bool = false
    ) {
        self.place = place
        self.stated = stated
        self.unit = unit
        self.range = range
        self.isShare = isShare
    }

    /// The name it is called by: `seats`, `northwind.setup`, `northwind.agent-time.realisation`.
    public var id: String {
        switch place {
        case .assumption(let id): id
        case .line(let option, let line, .amount): "\(option).\(line)"
        case .line(let option, let line, let subject): "\(option).\(line).\(subject.rawValue)"
        }
    }

    /// Whether `name` means this input: its identifier, or its line's where the line has a range.
    public func isCalled(_ name: String) -> Bool {
        if id == name { return true }
        guard case .line(let option, let line, _) = place, range != nil else { return false }
        return name == "\(option).\(line)"
    }

    /// The number that draws are measured against: what is stated, or 1 where that is 0.
    ///
    /// A number that is stated as 0 cannot be scaled, so it is replaced.
    var reference: Double { stated.isZero ? 1 : stated.doubleValue }

    /// The least and the most it is looked at: from 0 to ten times what is stated, a share to 1.
    ///
    /// Of a number stated as 0, to ten times the far end of its range; nil where it has none.
    public var reach: ClosedRange<Double>? {
        if isShare { return 0...1 }
        let far = stated.isZero ? range?.high.doubleValue ?? 0 : stated.doubleValue
        guard far != 0, far.isFinite else { return nil }
        return min(0, 10 * far)...max(0, 10 * far)
    }
}

/// An option's lines, as uncertainty looks at them.
public struct UncertainOption: Sendable {
    /// The identifier.
    public let id: String
    /// The costs and benefits.
    public let lines: [CostLine]
    /// The years it is looked at; nil for those of the study.
    public let years: Int?

    /// Creates an option.
    public init(id: String, lines: [CostLine], years: Int? = nil) {
        self.id = id
        self.lines = lines
        self.years = years
    }
}

extension UncertainInput {
    /// Returns the inputs that have a range: assumptions that some line uses, by name, then lines in order.
    ///
    /// - Throws: ``ProblemCode/badRange`` for a range about a number that its line does not have, or about a
    ///   series that begins with 0; ``ProblemCode/badSeries`` for an assumption without a value at the start.
    public static func ranged(
        in study: Study, _ options: [UncertainOption]
    ) throws(Problem) -> [UncertainInput] {
        try all(in: study, options).filter { $0.range != nil }
    }

    /// Returns every input: assumptions that some line uses, by name, then each line's own numbers in order.
    ///
    /// - Throws: What ``ranged(in:_:)`` throws.
    public static func all(
        in study: Study, _ options: [UncertainOption]
    ) throws(Problem) -> [UncertainInput] {
        var inputs: [UncertainInput] = []
        let lines = options.flatMap(\.lines)
        for id in study.assumptions.keys.sorted() {
            let users = lines.filter { !$0.model.uses(of: id).isEmpty }
            guard let assumption = study.assumptions[id], !users.isEmpty else { continue }
            let stated = try assumption.statedValue(in: study)
            let isScaled = assumption.steps.count == 1 || !stated.isZero
            if assumption.range != nil, !isScaled {
                throw Problem(
                    .badRange, "the range of `\(id)` has nothing to scale",
                    at: .part("assumption \(id)"), because: "its series begins with 0",
                    hint: "begin the series with another number, or leave the range out")
            }
            guard isScaled else { continue }
            inputs.append(
                UncertainInput(
                    place: .assumption(id), stated: stated, unit: assumption.unit,
                    range: assumption.range,
                    isShare: users.contains { line in
                        line.model.uses(of: id).contains { $0.kind == .share }
                    }))
        }
        for option in options {
            for line in option.lines { inputs += try self.inputs(of: line, option.id, in: study) }
        }
        return inputs
    }

    private static func inputs(
        of line: CostLine, _ option: String, in study: Study
    ) throws(Problem) -> [UncertainInput] {
        var inputs: [UncertainInput] = []
        for subject in UncertainRange.Subject.allCases {
            let range = line.range.flatMap { $0.subject == subject ? $0 : nil }
            guard let operand = line.model.inputs.operand(subject.rawValue) else {
                guard range != nil else { continue }
                throw Problem(
                    .badRange, "the range of `\(line.id)` is about a number it does not have",
                    at: line.place ?? .part("line \(line.id)"),
                    because: "the line states no `\(subject.rawValue)`",
                    hint: "say with `of:` which number may be off, such as `of: quantity`")
            }
            let stated: ExactDecimal
            switch operand {
            case .constant(let value): stated = value
            case .assumption(let id):
                // Without a range of its own the line's number is the assumption's.
                guard range != nil, let assumption = study.assumptions[id] else { continue }
                stated = try assumption.statedValue(in: study)
            }
            inputs.append(
                UncertainInput(
                    place: .line(option: option, line: line.id, subject), stated: stated,
                    unit: subject == .quantity ? line.unit ?? "" : "", range: range,
                    isShare: subject == .realisation))
        }
        return inputs
    }
}

extension Assumption {
    /// Returns the value on the horizon's first day, before it grows.
    ///
    /// - Throws: ``ProblemCode/badSeries`` when the series begins later.
    func statedValue(in study: Study) throws(Problem) -> ExactDecimal {
        let start = study.horizon.start
        var plain = self
        plain.escalation = .none
        return try plain.value(on: start, year: 0, by: start)
    }

    /// Returns the assumption with `value` on the horizon's first day; a series is scaled as a whole.
    ///
    /// - Throws: ``ProblemCode/badSeries`` for a series that begins later, or with 0.
    package func scaled(
        toBeginWith value: ExactDecimal, in study: Study
    ) throws(Problem) -> Assumption {
        let stated = try statedValue(in: study)
        guard steps.count == 1 || !stated.isZero else {
            throw Problem(
                .badSeries, "the series of `\(id)` cannot be scaled",
                at: .part("assumption \(id)"), because: "it begins with 0",
                hint: "begin it with another number")
        }
        return try scaled(by: value, over: stated)
    }

    /// Returns the assumption with every step times `value` over `stated`; at `value` where that is 0.
    func scaled(
        by value: ExactDecimal, over stated: ExactDecimal
    ) throws(Problem) -> Assumption {
        var changed = self
        for index in changed.steps.indices {
            let step = steps[index].value
            changed.steps[index].value =
                stated.isZero || step == stated
                ? value : try step.multiplied(by: value, dividedBy: stated)
        }
        return changed
    }
}

extension CostModel {
    /// Returns the inputs that take their number from the assumption called `id`.
    package func uses(of id: String) -> [CostModelInputDescriptor] {
        Self.descriptor.inputs.filter { inputs.operand($0.name) == .assumption(id) }
    }
}
