/// One table or row of figures on the way from performances to scores.
public struct MethodStep: Sendable, Hashable {
    /// The symbol as the method's formula writes it, such as `r(i,j)`.
    public let symbol: String
    /// What it is, in words.
    public let title: String
    /// The figures.
    public let content: Content

    /// Figures and what they belong to.
    public enum Content: Sendable, Hashable {
        /// A figure for each option and criterion, row by row.
        case cells([Double])
        /// A figure for each option.
        case options([Double])
        /// A figure for each criterion.
        case criteria([Double])
        /// A figure for each ordered pair of options, row by row; the row is the first of the pair.
        case pairs([Double])
        /// One figure.
        case number(Double)
    }

    /// Creates a step.
    public init(_ symbol: String, _ title: String, _ content: Content) {
        self.symbol = symbol
        self.title = title
        self.content = content
    }
}
