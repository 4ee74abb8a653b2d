import OutlayProblems

/// A figure that can be asked for.
public struct Figure: Sendable {
    /// The name it is asked by.
    public let name: FigureName
    /// What it is, in words.
    public let title: String
    /// Whether a command prints it; the others stand between those and the document.
    public let isPrinted: Bool
    private let make: @Sendable () throws(Problem) -> Explanation

    /// Creates a figure that `explain` explains under the same name and title.
    init(
        _ name: FigureName, _ title: String, isPrinted: Bool = true,
        explain: @escaping @Sendable (Caption) throws(Problem) -> Explanation
    ) {
        self.name = name
        self.title = title
        self.isPrinted = isPrinted
        let caption = Caption(name: name, title: title)
        make = { () throws(Problem) in try explain(caption) }
    }

    /// The name and the title of a figure, which its explanation carries.
    struct Caption: Sendable {
        let name: FigureName
        let title: String

        /// Returns an explanation with this name and title.
        func explained(
            _ value: FigureValue, formula: Formula? = nil, parts: [Explanation.Part] = [],
            rule: String? = nil, origins: [Explanation.Origin] = [], notes: [String] = []
        ) -> Explanation {
            Explanation(
                name, title, value, formula: formula, parts: parts, rule: rule, origins: origins,
                notes: notes)
        }
    }

    /// Returns what the figure is and how it comes about.
    ///
    /// - Throws: ``ProblemCode/overflow`` when a sum needs more than 38 digits.
    public func explanation() throws(Problem) -> Explanation { try make() }
}

/// Figures of one kind, such as those of a contract: one file in `Figures/`, one line in ``AllFigures``.
protocol FigureFamily: Sendable {
    /// Returns every figure of the kind that `result` has, in the order readers meet them.
    ///
    /// - Throws: ``ProblemCode/overflow`` when a sum needs more than 38 digits.
    static func figures(of result: EvaluationResult) throws(Problem) -> [Figure]
}
