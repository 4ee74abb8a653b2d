/// A point of a drawing, in units from its top left corner.
struct ChartPoint: Hashable {
    /// The distance from the left.
    var x: Double
    /// The distance from the top.
    var y: Double

    /// Creates a point.
    init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}

/// An upright rectangle of a drawing.
struct ChartBox: Hashable {
    /// The left edge.
    var x: Double
    /// The upper edge.
    var y: Double
    /// The extent to the right.
    var width: Double
    /// The extent downwards.
    var height: Double

    /// The right edge.
    var right: Double { x + width }
    /// The lower edge.
    var bottom: Double { y + height }

    /// Returns whether the two have a point in common.
    func overlaps(_ other: ChartBox) -> Bool {
        x < other.right && other.x < right && y < other.bottom && other.y < bottom
    }

    /// Returns the point of the rectangle that is nearest to `point`.
    func nearest(to point: ChartPoint) -> ChartPoint {
        ChartPoint(min(max(point.x, x), right), min(max(point.y, y), bottom))
    }

    /// Returns whether `other` lies wholly inside.
    func contains(_ other: ChartBox) -> Bool {
        x <= other.x && other.right <= right && y <= other.y && other.bottom <= bottom
    }
}
