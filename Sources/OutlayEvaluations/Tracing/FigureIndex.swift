import OutlayProblems

/// Every figure of a result by its name, and how each comes about.
public struct FigureIndex: Sendable {
    /// The figures, in the order readers meet them.
    public let figures: [Figure]
    private let places: [String: Int]
    private let unquoted: [String: [Int]]

    /// Lists the figures of `result`.
    ///
    /// - Throws: ``ProblemCode/overflow`` when a sum needs more than 38 digits.
    /// - Complexity: O(options × lines × payments).
    public init(_ result: EvaluationResult) throws(Problem) {
        var figures: [Figure] = []
        var places: [String: Int] = [:]
        var unquoted: [String: [Int]] = [:]
        for family in AllFigures.list {
            for figure in try family.figures(of: result) {
                let name = figure.name.description
                guard places[name] == nil else { continue }
                places[name] = figures.count
                unquoted[figure.name.unquoted, default: []].append(figures.count)
                figures.append(figure)
            }
        }
        self.figures = figures
        self.places = places
        self.unquoted = unquoted
    }

    /// Returns the figure that `text` names; quotes may be left out where no other figure is meant.
    ///
    /// - Throws: ``ProblemCode/unknownName`` with the nearest name.
    public func figure(named text: String) throws(Problem) -> Figure {
        if let place = places[text] { return figures[place] }
        if let candidates = unquoted[text], candidates.count == 1 { return figures[candidates[0]] }
        let shared = unquoted[text, default: []].map { figures[$0].name.description }
        throw Problem(
            .unknownName, "there is no figure \(Problem.quoted(text))", at: .argument("figure"),
            because: shared.isEmpty
                ? "no figure of this evaluation has this name"
                : "it may be " + shared.map { "`\($0)`" }.list("or"),
            hint: hint(for: text))
    }

    /// Returns what the figure called `name` is and how it comes about, or nil where there is none.
    ///
    /// - Throws: ``ProblemCode/overflow`` when a sum needs more than 38 digits.
    public func explanation(of name: FigureName) throws(Problem) -> Explanation? {
        try places[name.description].map { (place) throws(Problem) in
            try figures[place].explanation()
        }
    }

    /// Returns the explanation of `figure` with those of its parts, `depth` levels deep; nil is all of them.
    ///
    /// - Throws: ``ProblemCode/overflow`` when a sum needs more than 38 digits.
    public func tree(of figure: Figure, depth: Int?) throws(Problem) -> ExplanationTree {
        try tree(of: figure.explanation(), depth: depth)
    }

    private func tree(
        of explanation: Explanation, depth: Int?
    ) throws(Problem) -> ExplanationTree {
        let named = explanation.parts.filter { $0.name != nil }
        guard depth != 0 else {
            return ExplanationTree(explanation: explanation, branches: [], isCut: !named.isEmpty)
        }
        var branches: [ExplanationTree.Branch] = []
        for part in named {
            guard let name = part.name, let explanation = try self.explanation(of: name) else {
                continue
            }
            branches.append(
                ExplanationTree.Branch(
                    label: part.label, tree: try tree(of: explanation, depth: depth.map { $0 - 1 }))
            )
        }
        return ExplanationTree(explanation: explanation, branches: branches, isCut: false)
    }

    /// Says what may have been meant: the nearest name, of the printed figures first.
    private func hint(for text: String) -> String {
        let list = "`outlay why EVALUATION --list` shows every name"
        let printed = figures.filter(\.isPrinted).map(\.name.description)
        let near =
            Suggestion.nearest(to: text, among: printed)
            ?? Suggestion.nearest(to: text, among: figures.map(\.name.description))
        return near.map { "did you mean `\($0)`? \(list)" } ?? list
    }
}
