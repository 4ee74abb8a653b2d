import OutlayProblems
import OutlayValues

/// A cost model whose money is a share of what other lines of the same option pay.
///
/// Its payments are in the currency of the study and without tax; the line's own tax is added to them.
public protocol DerivedCostModel: CostModel {
    /// The lines it is a share of.
    var basis: LineSelection { get }

    /// Returns the payments that follow from those of ``basis``.
    ///
    /// - Parameters:
    ///   - payments: What the lines of the basis pay, net of tax in the study's currency, in order of their columns.
    ///   - study: What all lines share.
    ///   - window: The stretch of time asked for.
    /// - Returns: The payments, in order of their columns.
    /// - Throws: A ``Problem`` when an assumption has no value or a number grows beyond 38 digits.
    func payments(
        from payments: [Payment], in study: Study, window: Window
    ) throws(Problem) -> [Payment]
}

extension DerivedCostModel {
    /// Returns nothing: a share of no line.
    ///
    /// - Throws: What ``payments(from:in:window:)`` throws.
    public func payments(in study: Study, window: Window) throws(Problem) -> [Payment] {
        try payments(from: [], in: study, window: window)
    }
}

/// Some lines of an option, by identifier or by category.
public struct LineSelection: Sendable, Hashable {
    /// The identifiers of lines.
    public var lines: [String]
    /// The categories whose lines count, all but the line that asks.
    public var categories: [String]

    /// The inputs that models share.
    static let inputs: [CostModelInputDescriptor] = [
        .init("of", "the lines it is a share of", .lines),
        .init("of_category", "the categories it is a share of", .categories, label: "of category"),
    ]

    /// Creates a selection.
    public init(lines: [String] = [], categories: [String] = []) {
        self.lines = lines
        self.categories = categories
    }

    init(_ inputs: CostModelInputs, lines key: String = "of") throws(Problem) {
        self.init(lines: inputs.names(key), categories: inputs.names("of_category"))
        guard !lines.isEmpty || !categories.isEmpty else {
            throw Problem(
                .missingField, "the line does not say of what it is a share",
                because: "a share needs the lines it is taken of",
                hint: "add `\(key): [line]`, or `of_category: [category]`")
        }
    }

    /// Returns whether `other` is one of the lines that `line` asks for.
    package func contains(_ other: CostLine, askedBy line: CostLine) -> Bool {
        if other.id != line.id, other.isCost == line.isCost,
            categories.contains(other.category)
        {
            return true
        }
        return lines.contains(other.id)
    }
}
