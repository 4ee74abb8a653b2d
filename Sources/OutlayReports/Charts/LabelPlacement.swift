/// Finds free places for the labels of points, one after the other.
///
/// A label is tried beside, above and below its point, then farther away with a line that leads to
/// it; the first free place is taken, at each distance rather one that does not cross the frontier.
struct LabelPlacement {
    /// A place found.
    struct Place {
        /// Where the text starts.
        var baseline: ChartPoint
        /// Where the line from the point ends, or nil where the label is near enough.
        var leader: ChartPoint?
    }

    private static let height = 15.0
    private static let directions: [(x: Double, y: Double)] = [
        (1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1),
    ]

    private let bounds: ChartBox
    private let crossings: [ChartBox]
    private var taken: [ChartBox] = []

    /// Starts with an empty area and the points of a line that labels had better not cross.
    init(within bounds: ChartBox, avoiding line: [ChartPoint]) {
        self.bounds = bounds
        crossings = zip(line, line.dropFirst()).flatMap { Self.steps(from: $0, to: $1) }
    }

    /// Keeps labels away from the mark of a point.
    mutating func occupy(around point: ChartPoint, radius: Double) {
        taken.append(
            ChartBox(
                x: point.x - radius, y: point.y - radius, width: 2 * radius, height: 2 * radius))
    }

    /// Returns a free place for `text` and takes it, or nil where all are taken.
    mutating func place(_ text: String, beside point: ChartPoint, radius: Double) -> Place? {
        let width = ChartText.width(text)
        for distance in [0.0, 14, 28, 44, 60] {
            let free = Self.directions
                .map { box(width, at: point, $0, radius + 4 + distance) }
                .filter { isFree($0, for: point) }
            let clear = free.first { box in !crossings.contains { $0.overlaps(box) } }
            guard let box = clear ?? free.first else { continue }
            taken.append(box)
            return Place(
                baseline: ChartPoint(box.x, box.y + 11.5),
                leader: distance > 0 ? box.nearest(to: point) : nil)
        }
        return nil
    }

    /// Whether `box` overlaps nothing and the way to it crosses nothing but the mark of its point.
    private func isFree(_ box: ChartBox, for point: ChartPoint) -> Bool {
        let way = Self.steps(from: point, to: box.nearest(to: point))
        return bounds.contains(box)
            && !taken.contains { other in
                other.overlaps(box)
                    || !way.allSatisfy { other.overlaps(way[0]) || !other.overlaps($0) }
            }
    }

    /// Small boxes along a straight line.
    private static func steps(from start: ChartPoint, to end: ChartPoint) -> [ChartBox] {
        (0...40).map { step in
            let share = Double(step) / 40
            return ChartBox(
                x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share,
                width: 1, height: 1)
        }
    }

    private func box(
        _ width: Double, at point: ChartPoint, _ direction: (x: Double, y: Double),
        _ distance: Double
    ) -> ChartBox {
        ChartBox(
            x: point.x + direction.x * distance + (direction.x - 1) / 2 * width,
            y: point.y + direction.y * distance + (direction.y - 1) / 2 * Self.height,
            width: width, height: Self.height)
    }
}
