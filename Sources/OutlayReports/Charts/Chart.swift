/// A drawing of figures that carries the same figures as a table.
public protocol Chart: Sendable {
    /// What is drawn, with its unit: `Cost by category, present value, EUR`.
    var title: String { get }
    /// What a reader who does not see the drawing needs to know, as one or two sentences.
    var summary: String { get }
    /// The figures of the drawing.
    var table: Table { get }

    /// Returns the drawing as one `svg` element.
    ///
    /// - Parameters:
    ///   - canvas: The page it is drawn for.
    ///   - identifier: A name for the element, unique in its document.
    /// - Returns: The markup; the same chart, the same bytes.
    func svg(on canvas: ChartCanvas, identifier: String) -> String
}

/// The page a chart is drawn for.
public enum ChartCanvas: String, Sendable, Hashable, CaseIterable {
    /// A sheet of paper or a desk screen.
    case wide
    /// A phone held upright.
    case narrow

    /// The width in the units of the drawing, which are pixels at full size.
    var width: Double {
        switch self {
        case .wide: 800
        case .narrow: 340
        }
    }
}
