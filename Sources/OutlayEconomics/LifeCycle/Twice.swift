/// A figure given twice, always: over everything, and over money alone.
public struct Twice<Figure> {
    /// Over every cost and benefit.
    public var all: Figure
    /// Without benefits that are not cashable and without payroll that no budget releases.
    public var cash: Figure

    /// Creates a pair.
    public init(all: Figure, cash: Figure) {
        self.all = all
        self.cash = cash
    }

    /// Creates a pair by asking for each coverage.
    public init<Failure: Error>(_ figure: (Coverage) throws(Failure) -> Figure) throws(Failure) {
        all = try figure(.all)
        cash = try figure(.cash)
    }

    /// Returns the figure over `coverage`.
    public subscript(coverage: Coverage) -> Figure {
        switch coverage {
        case .all: all
        case .cash: cash
        }
    }

    /// Returns both figures changed in the same way.
    public func map<Result, Failure: Error>(
        _ transform: (Figure) throws(Failure) -> Result
    ) throws(Failure) -> Twice<Result> {
        Twice<Result>(all: try transform(all), cash: try transform(cash))
    }
}

extension Twice: Sendable where Figure: Sendable {}
extension Twice: Equatable where Figure: Equatable {}
extension Twice: Hashable where Figure: Hashable {}

/// What a figure covers.
public enum Coverage: String, Sendable, Hashable, CaseIterable {
    /// Every cost and benefit.
    case all
    /// Money alone: no benefit that is not cashable, no payroll that no budget releases.
    case cash
}
