import OutlayValues

/// One figure that a function gives.
public indirect enum FunctionFigure: Sendable, Hashable {
    /// A number that was discounted or measured.
    case number(Double)
    /// An exact decimal.
    case exact(ExactDecimal)
    /// A count.
    case count(Int)
    /// A word.
    case text(String)
    /// Figures in their order.
    case list([FunctionFigure])
    /// Rows of figures under the titles of their columns.
    case table(columns: [String], rows: [[FunctionFigure]])
    /// A legitimate "never".
    case never

    /// Numbers in their order.
    public static func numbers(_ numbers: [Double]) -> FunctionFigure {
        .list(numbers.map { .number($0) })
    }

    /// Exact decimals in their order.
    public static func exacts(_ numbers: [ExactDecimal]) -> FunctionFigure {
        .list(numbers.map { .exact($0) })
    }

    /// A number, or never.
    public static func optional(_ number: Double?) -> FunctionFigure {
        number.map { .number($0) } ?? .never
    }

    /// A count, or never.
    public static func optional(_ count: Int?) -> FunctionFigure {
        count.map { .count($0) } ?? .never
    }

    /// Returns whether `other` is the same figure, numbers within `tolerance` of each other, relative to them
    /// where they are large.
    public func isNear(_ other: FunctionFigure, within tolerance: Double) -> Bool {
        switch (self, other) {
        case (.number(let number), .number(let stated)):
            (number - stated).magnitude <= tolerance * max(1, stated.magnitude)
        case (.list(let figures), .list(let stated)):
            figures.count == stated.count
                && zip(figures, stated).allSatisfy { $0.isNear($1, within: tolerance) }
        case (.table(let columns, let rows), .table(let titles, let stated)):
            columns == titles && rows.count == stated.count
                && zip(rows, stated).allSatisfy {
                    FunctionFigure.list($0).isNear(.list($1), within: tolerance)
                }
        default: self == other
        }
    }
}

extension FunctionFigure: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByStringLiteral, ExpressibleByArrayLiteral
{
    /// Creates a number, for examples.
    public init(floatLiteral value: Double) { self = .number(value) }
    /// Creates a count, for examples.
    public init(integerLiteral value: Int) { self = .count(value) }
    /// Creates a word, for examples.
    public init(stringLiteral value: String) { self = .text(value) }
    /// Creates a list, for examples.
    public init(arrayLiteral elements: FunctionFigure...) { self = .list(elements) }
}
