/// What a scoring method, set as by default, holds for any table that it takes.
///
/// A promise is a theorem about the formula. What is not promised may still hold for a given table. Every
/// method scores equal options equally and takes no notice of the order of options and criteria.
public enum MethodPromise: String, Sendable, Hashable, CaseIterable {
    /// Another unit, by a factor, changes no score.
    case units
    /// Improving one performance of an option never worsens its score.
    case monotonicity
    /// An option that is nowhere worse than another never scores worse.
    case dominance
    /// A copy of an option does not change the order of the others.
    case copies
    /// No option added or withdrawn changes the order of the others.
    case independence
}

extension MethodPromise {
    /// The promise in words, as a sentence goes on after the method's name.
    public var words: String {
        switch self {
        case .units: "gives the same scores in any unit, such as cents or euros"
        case .monotonicity: "never scores an option worse because one of its performances improved"
        case .dominance: "never scores an option worse than one that is nowhere better"
        case .copies: "keeps the order of the others when an option is entered twice"
        case .independence: "keeps the order of the others when an option is added or withdrawn"
        }
    }
}
