import OutlayProblems

/// What one figure is and how it comes about, one step deep.
///
/// Its parts name further figures, down to what the document states.
public struct Explanation: Sendable, Hashable {
    /// The name it is asked by.
    public let name: FigureName
    /// What it is, in words.
    public let title: String
    /// What it amounts to, unrounded.
    public let value: FigureValue
    /// How it follows from ``parts``; nil where it is stated, or follows by a ``rule`` alone.
    public var formula: Formula?
    /// What it follows from.
    public var parts: [Part]
    /// The rule that gives it, where symbols do not say it.
    public var rule: String?
    /// Where it is stated, and what backs it.
    public var origins: [Origin]
    /// The conventions that it rests on, in words.
    public var notes: [String]

    /// What a figure follows from.
    public struct Part: Sendable, Hashable {
        /// What the formula calls it.
        public var label: String
        /// What it amounts to, unrounded.
        public var value: FigureValue
        /// The figure it is, or nil for a number that explains itself.
        public var name: FigureName?

        /// Creates a part.
        public init(_ label: String, _ value: FigureValue, _ name: FigureName? = nil) {
            self.label = label
            self.value = value
            self.name = name
        }
    }

    /// Where a number comes from.
    public enum Origin: Sendable, Hashable {
        /// A place in the document.
        case place(Location)
        /// A source of the document.
        case source(Source)
        /// A cell of a catalogue.
        case catalogue(CatalogueFact)
        /// A value for this run in place of the document's, as given.
        case override(String)
        /// Why it is taken for granted, where no source gives it.
        case reason(String)
        /// A statement outside the document, such as a published rate of a day.
        case publication(String)
    }

    /// Creates an explanation.
    public init(
        _ name: FigureName, _ title: String, _ value: FigureValue, formula: Formula? = nil,
        parts: [Part] = [], rule: String? = nil, origins: [Origin] = [], notes: [String] = []
    ) {
        self.name = name
        self.title = title
        self.value = value
        self.formula = formula
        self.parts = parts
        self.rule = rule
        self.origins = origins
        self.notes = notes
    }
}

/// An explanation with those of its parts, and of theirs.
public struct ExplanationTree: Sendable, Hashable {
    /// The figure.
    public let explanation: Explanation
    /// What its parts are, in their order; a part without a figure of its own has none.
    public let branches: [Branch]

    /// A part that is a figure of its own.
    public struct Branch: Sendable, Hashable {
        /// What the formula calls it.
        public let label: String
        /// The figure.
        public let tree: ExplanationTree
    }

    /// Whether parts were left out because the tree is limited.
    public let isCut: Bool

    /// The figures of the tree, each once, from the top down.
    public var figures: [Explanation] {
        var seen: Set<FigureName> = []
        var figures: [Explanation] = []
        collect(into: &figures, &seen)
        return figures
    }

    private func collect(into figures: inout [Explanation], _ seen: inout Set<FigureName>) {
        if seen.insert(explanation.name).inserted { figures.append(explanation) }
        for branch in branches { branch.tree.collect(into: &figures, &seen) }
    }
}
