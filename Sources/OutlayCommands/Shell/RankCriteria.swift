import Outlay

/// The criteria that the options of `rank` state.
struct RankCriteria {
    /// The criteria, in the order of `--weight`.
    private(set) var list: [TableRanking.Criterion] = []

    /// Reads criteria; those of `columns` are still to be weighed.
    ///
    /// - Throws: ``ProblemCode/usage``, ``ProblemCode/weightTotal``, or what a number breaks.
    init(
        weights: [String], columns: [TableWeights.Column] = [], scales: [String],
        preferences: [String] = [], vetoes: [String] = []
    ) throws(Problem) {
        guard !weights.isEmpty || !columns.isEmpty else {
            throw Problem(
                .usage, "no column to rank by", at: .argument("--weight"),
                because: "rows are ranked by one or more weighted columns",
                hint: "add `--weight price=60:min --weight speed=40`")
        }
        for text in weights { list.append(try Self.criterion(text)) }
        for (index, criterion) in list.enumerated()
        where list[..<index].contains(where: { $0.column == criterion.column }) {
            throw Problem(
                .duplicateIdentifier, "`\(criterion.column)` is weighted twice",
                at: .argument("--weight"), because: "each column counts once")
        }
        if columns.isEmpty {
            do throws(Problem) {
                _ = try WeightTotal.checked(list.map(\.weight))
            } catch {
                throw error.located(at: .argument("--weight"))
            }
        } else {
            list = columns.map {
                TableRanking.Criterion(column: $0.name, weight: .zero, direction: $0.direction)
            }
        }
        for text in scales { try applyScale(text) }
        for text in preferences { try applyPreference(text) }
        for text in vetoes { try applyVeto(text) }
    }

    /// Throws ``ProblemCode/usage`` for what the criteria state and `choice` takes no notice of.
    func require(_ choice: MethodChoice) throws(Problem) {
        let taken = try choice.method().columnInputs
        for criterion in list {
            for (input, isGiven) in [
                (ColumnInput.scale, criterion.scale != nil),
                (.preference, criterion.preference != nil), (.veto, criterion.veto != nil),
            ] where isGiven && !taken.contains(input) {
                let argument = "--\(input.rawValue)"
                throw Problem(
                    .usage, "`\(argument) \(criterion.column)` changes nothing here",
                    at: .argument(argument),
                    because: "\(choice.titleInSentence) takes no \(input.rawValue) of a criterion",
                    hint: choice.hint(forTaking: input))
            }
        }
    }

    /// The columns with their directions.
    var columns: [TableWeights.Column] {
        list.map { TableWeights.Column(name: $0.column, direction: $0.direction) }
    }

    /// Gives each criterion its weight; one per criterion.
    mutating func weigh(_ weights: [ExactDecimal]) {
        for (index, weight) in zip(list.indices, weights) { list[index].weight = weight }
    }

    // MARK: - Weights

    private static func criterion(_ text: String) throws(Problem) -> TableRanking.Criterion {
        let (column, value) = try split(text, "--weight", "write it such as `price=40:min`")
        let parts = value.split(separator: ":", omittingEmptySubsequences: false)
        guard let direction = directions[parts.count > 1 ? String(parts[1]) : "max"],
            parts.count <= 2
        else {
            throw Problem(
                .usage, "\(Problem.quoted(text)) is not a weight", at: .argument("--weight"),
                because: "behind a weight stands nothing, :min or :max",
                hint: "write it such as `price=40:min`")
        }
        let weight = try number(parts[0], "--weight")
        guard !weight.isNegative else {
            throw Problem(
                .outOfRange, "the weight of \(Problem.quoted(column)) is \(weight)",
                at: .argument("--weight"), because: "a weight is 0 or more",
                hint: direction == .higher
                    ? "where less is better, say so: `\(column)=\(weight.magnitude):min`" : nil)
        }
        return TableRanking.Criterion(column: column, weight: weight, direction: direction)
    }

    private static let directions: [String: Direction] = ["min": .lower, "max": .higher]

    // MARK: - Scales, preferences, vetoes

    private mutating func applyScale(_ text: String) throws(Problem) {
        let hint = "write it such as `price=500..100`, the worst first"
        let (index, value) = try find(text, "--scale", hint, isGiven: { $0.scale != nil })
        let ends = value.split(separator: "..", omittingEmptySubsequences: false)
        guard ends.count == 2 else {
            throw Problem(
                .usage, "\(Problem.quoted(text)) is not a scale", at: .argument("--scale"),
                because: "a scale is its worst end, two points and its best end", hint: hint)
        }
        list[index].scale = TableRanking.Scale(
            worst: try Self.number(ends[0], "--scale"), best: try Self.number(ends[1], "--scale"))
    }

    private mutating func applyVeto(_ text: String) throws(Problem) {
        let hint = "write it such as `price=900`"
        let (index, value) = try find(text, "--veto", hint, isGiven: { $0.veto != nil })
        let veto = try Self.number(value, "--veto").doubleValue
        guard veto > 0 else {
            throw Problem(
                .outOfRange, "the veto threshold of `\(list[index].column)` is \(value)",
                at: .argument("--veto"), because: "a veto threshold is a number above 0", hint: hint
            )
        }
        list[index].veto = veto
    }

    private mutating func applyPreference(_ text: String) throws(Problem) {
        let hint = "write it such as `price=linear:100..500`, `price=gaussian:200` or `price=usual`"
        let (index, value) = try find(text, "--preference", hint, isGiven: { $0.preference != nil })
        let parts = value.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let shapes = PreferenceFunction.Shape.allCases.map(\.rawValue)
        guard let shape = PreferenceFunction.Shape(rawValue: String(parts[0])) else {
            throw Problem(
                .unknownName, "there is no preference function \(Problem.quoted(parts[0]))",
                at: .argument("--preference"),
                because: "the functions are \(shapes.joined(separator: ", "))",
                hint: Suggestion.hint(for: String(parts[0]), among: shapes) ?? hint)
        }
        let texts =
            parts.count > 1
            ? parts[1].split(separator: "..", omittingEmptySubsequences: false) : []
        var numbers: [Double] = []
        for text in texts { numbers.append(try Self.number(text, "--preference").doubleValue) }
        guard let function = shape.function(numbers) else {
            throw Problem(
                .usage, "\(Problem.quoted(text)) is not a preference",
                at: .argument("--preference"),
                because: "`\(shape.rawValue)` is written \(shape.form)", hint: hint)
        }
        do {
            try function.check(of: list[index].column)
        } catch {
            var problem = error
            problem.location = .argument("--preference")
            throw problem
        }
        list[index].preference = function
    }

    /// Returns the criterion that `text` is about and what it says of it.
    private func find(
        _ text: String, _ argument: String, _ hint: String,
        isGiven: (TableRanking.Criterion) -> Bool
    ) throws(Problem) -> (index: Int, value: Substring) {
        let (column, value) = try Self.split(text, argument, hint)
        let noun = argument.dropFirst(2)
        guard let index = list.firstIndex(where: { $0.column == column }) else {
            throw Problem(
                .unknownColumn, "\(Problem.quoted(column)) has no weight", at: .argument(argument),
                because: "a \(noun) belongs to a column that --weight names",
                hint: Suggestion.hint(for: column, among: list.map(\.column)))
        }
        guard !isGiven(list[index]) else {
            throw Problem(
                .duplicateIdentifier, "`\(column)` has two of `\(argument)`",
                at: .argument(argument),
                because: "each column has one, and one of two would be lost without a word",
                hint: "keep one of them")
        }
        return (index, value)
    }

    private static func split(
        _ text: String, _ argument: String, _ hint: String
    ) throws(Problem) -> (column: String, value: Substring) {
        guard let sign = text.lastIndex(of: "="), sign > text.startIndex else {
            throw Problem(
                .usage, "\(Problem.quoted(text)) names no column and value",
                at: .argument(argument), because: "a column's name, `=` and a value belong here",
                hint: hint)
        }
        return (String(text[..<sign]), text[text.index(after: sign)...])
    }

    private static func number(
        _ text: Substring, _ argument: String
    ) throws(Problem) -> ExactDecimal {
        do {
            return try ExactDecimal(parsing: String(text))
        } catch {
            throw error.located(at: .argument(argument))
        }
    }
}

extension PreferenceFunction.Shape {
    /// Returns the function of these thresholds, in the order of ``form``; nil for too few or too many.
    fileprivate func function(_ numbers: [Double]) -> PreferenceFunction? {
        switch (self, numbers.count) {
        case (.usual, 0): .usual
        case (.uShape, 1): PreferenceFunction(self, indifference: numbers[0])
        case (.vShape, 1): PreferenceFunction(self, strict: numbers[0])
        case (.level, 2), (.linear, 2):
            PreferenceFunction(self, indifference: numbers[0], strict: numbers[1])
        case (.gaussian, 1): PreferenceFunction(self, spread: numbers[0])
        default: nil
        }
    }

    /// How the function is written behind a column's name.
    fileprivate var form: String {
        switch self {
        case .usual: "without a threshold"
        case .uShape: "`u-shape:q`, the indifference threshold"
        case .vShape: "`v-shape:p`, the preference threshold"
        case .level, .linear:
            "`\(rawValue):q..p`, the indifference and the preference threshold"
        case .gaussian: "`gaussian:s`, the spread"
        }
    }
}
