import OutlayProblems
import OutlayValues

/// One input as a user writes it.
public struct FunctionText: Sendable, Hashable {
    /// The input's name.
    public var name: String
    /// Its text; lists have commas or spaces between their entries.
    public var text: String

    /// Creates an input.
    public init(_ name: String, _ text: String) {
        self.name = name
        self.text = text
    }
}

/// The inputs of one function, checked against what it declares.
public struct FunctionInputs: Sendable, Hashable {
    private var values: [String: Value]
    private let function: String

    private enum Value: Sendable, Hashable {
        case number(Double)
        case exact(ExactDecimal)
        case count(Int)
        case numbers([Double])
        case exacts([ExactDecimal])
        case dates([CalendarDate])
        case word(String)
        case flag(Bool)
        case steps([RateSteps.Step])
    }

    /// Reads what a user wrote for the function that `descriptor` describes.
    ///
    /// - Throws: ``ProblemCode/unknownName`` for an input that the function does not take, with the nearest as
    ///   a hint, ``ProblemCode/duplicateKey`` for one given twice, ``ProblemCode/missingField`` for a missing
    ///   one, or what is wrong with a value.
    public init(
        reading texts: [FunctionText], for descriptor: FunctionDescriptor
    ) throws(Problem) {
        values = [:]
        function = descriptor.identifier
        for text in texts {
            guard let input = descriptor.inputs.first(where: { $0.name == text.name }) else {
                throw Self.unknown(text.name, descriptor)
            }
            guard values[text.name] == nil else {
                throw Problem(
                    .duplicateKey, "`\(text.name)` is given twice",
                    because: "each input is given once; the entries of a list stand together")
            }
            values[text.name] = try Self.value(of: text.text, for: input)
        }
        for input in descriptor.inputs where input.presence == .required {
            guard values[input.name] == nil else { continue }
            throw Problem(
                .missingField, "`\(descriptor.identifier)` has no `\(input.name)`",
                because: "it takes \(input.meaning)",
                hint: "`outlay calc \(descriptor.identifier) --explain` lists what it takes")
        }
    }

    private static func unknown(_ name: String, _ descriptor: FunctionDescriptor) -> Problem {
        let known = descriptor.inputs.map(\.name)
        return Problem(
            .unknownName, "`\(descriptor.identifier)` takes no \(Problem.quoted(name))",
            because: "it takes " + known.map { "`\($0)`" }.list("and"),
            hint: Suggestion.hint(for: name, among: known))
    }

    private static func value(
        of text: String, for input: FunctionInput
    ) throws(Problem) -> Value {
        switch input.kind {
        case .number(let range):
            let number = try number(text, input.name)
            guard range.contains(number) else {
                throw Problem(
                    .outOfRange, "`\(input.name)` is \(text)",
                    because: "\(input.meaning) is \(input.kind.range)")
            }
            return .number(number)
        case .rate:
            let rate = try number(text, input.name)
            try FlowProblems.check(rate: rate, named: "`\(input.name)`")
            return .number(rate)
        case .exact: return .exact(try exact(text, input.name))
        case .count(let least): return .count(try count(text, least, input))
        case .numbers:
            var numbers: [Double] = []
            for part in parts(text) { numbers.append(try number(part, input.name)) }
            return .numbers(numbers)
        case .exacts:
            var numbers: [ExactDecimal] = []
            for part in parts(text) { numbers.append(try exact(part, input.name)) }
            return .exacts(numbers)
        case .date: return .dates([try CalendarDate(parsing: text)])
        case .dates:
            var dates: [CalendarDate] = []
            for part in parts(text) { dates.append(try CalendarDate(parsing: part)) }
            return .dates(dates)
        case .choice(let words):
            guard words.contains(text) else {
                throw Problem(
                    .unknownChoice, "`\(input.name)` cannot be \(Problem.quoted(text))",
                    because: "\(input.meaning) is \(words.list("or"))",
                    hint: Suggestion.hint(for: text, among: words))
            }
            return .word(text)
        case .flag: return .flag(try flag(text, input.name))
        case .rateSteps: return .steps(try steps(text, input.name))
        }
    }

    private static func parts(_ text: String) -> [String] {
        text.split { $0 == "," || $0.isWhitespace }.map(String.init)
    }

    private static func number(_ text: String, _ name: String) throws(Problem) -> Double {
        guard let number = Double(text) else { throw badNumber(text, name) }
        guard number.isFinite else {
            throw FlowProblems.notFinite("`\(name)`", Problem.quoted(text))
        }
        return number
    }

    private static func badNumber(_ text: String, _ name: String) -> Problem {
        Problem(
            .badNumber, "\(Problem.quoted(text)) is not a number for `\(name)`",
            because: "a number is digits with a decimal point, such as -1234.5 or 1e-9",
            hint: text.hasSuffix("%") ? "write a share as a fraction: 8 % is 0.08" : nil)
    }

    private static func exact(_ text: String, _ name: String) throws(Problem) -> ExactDecimal {
        if let number = try? ExactDecimal(parsing: text) { return number }
        // An exponent, and what is no finite number.
        let binary = try number(text, name)
        return try ExactDecimal(nearest: binary, places: ExactDecimal.maximumDigits)
    }

    private static func count(
        _ text: String, _ least: Int, _ input: FunctionInput
    ) throws(Problem) -> Int {
        let number = try number(text, input.name)
        guard let count = Int(exactly: number), count >= least else {
            throw Problem(
                least > 0 && number <= 0 ? .zeroLife : .outOfRange,
                "`\(input.name)` is \(text)", because: "\(input.meaning) is \(input.kind.range)")
        }
        return count
    }

    private static func flag(_ text: String, _ name: String) throws(Problem) -> Bool {
        switch text {
        case "yes", "true": return true
        case "no", "false": return false
        default:
            throw Problem(
                .unknownChoice, "`\(name)` cannot be \(Problem.quoted(text))",
                because: "it is yes or no")
        }
    }

    private static func steps(_ text: String, _ name: String) throws(Problem) -> [RateSteps.Step] {
        var steps: [RateSteps.Step] = []
        for part in parts(text) {
            let halves = part.split(separator: ":", maxSplits: 1).map(String.init)
            let rate = try number(halves[halves.count - 1], name)
            let last = halves.count == 2 ? try number(halves[0], name) : nil
            steps.append(RateSteps.Step(through: last, rate: rate))
        }
        return steps
    }
}

extension FunctionInputs {
    /// Whether the input was given.
    public func has(_ name: String) -> Bool { values[name] != nil }

    func number(_ name: String) throws(Problem) -> Double {
        if let number = optionalNumber(name) { return number }
        throw missing(name)
    }

    func number(_ name: String, orElse standard: Double) -> Double {
        optionalNumber(name) ?? standard
    }

    func optionalNumber(_ name: String) -> Double? {
        if case .number(let number) = values[name] { number } else { nil }
    }

    func exact(_ name: String) throws(Problem) -> ExactDecimal {
        if case .exact(let number) = values[name] { return number }
        throw missing(name)
    }

    func exact(_ name: String, orElse standard: ExactDecimal) -> ExactDecimal {
        if case .exact(let number) = values[name] { number } else { standard }
    }

    func count(_ name: String) throws(Problem) -> Int {
        if case .count(let count) = values[name] { return count }
        throw missing(name)
    }

    func count(_ name: String, orElse standard: Int) -> Int {
        if case .count(let count) = values[name] { count } else { standard }
    }

    func numbers(_ name: String) throws(Problem) -> [Double] {
        if case .numbers(let numbers) = values[name] { return numbers }
        throw missing(name)
    }

    func exacts(_ name: String) throws(Problem) -> [ExactDecimal] {
        if case .exacts(let numbers) = values[name] { return numbers }
        throw missing(name)
    }

    func dates(_ name: String) throws(Problem) -> [CalendarDate] {
        if case .dates(let dates) = values[name] { return dates }
        throw missing(name)
    }

    func date(_ name: String) -> CalendarDate? {
        if case .dates(let dates) = values[name] { dates.first } else { nil }
    }

    func word(_ name: String, orElse standard: String) -> String {
        if case .word(let word) = values[name] { word } else { standard }
    }

    func flag(_ name: String, orElse standard: Bool) -> Bool {
        if case .flag(let flag) = values[name] { flag } else { standard }
    }

    func steps(_ name: String) -> [RateSteps.Step]? {
        if case .steps(let steps) = values[name] { steps } else { nil }
    }

    private func missing(_ name: String) -> Problem {
        Problem(
            .missingField, "`\(function)` has no `\(name)`",
            because: "it is needed together with the other inputs given",
            hint: "`outlay calc \(function) --explain` lists what it takes")
    }
}
