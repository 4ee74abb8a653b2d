import Testing

@testable import OutlayReports

@Suite struct LabelPlacementTests {
    @Test(arguments: 0..<40 as Range<UInt64>)
    func `labels overlap neither each other nor a mark nor the edge`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let plot = ChartBox(x: 40, y: 20, width: 700, height: 300)
        let points = (0..<12).map { _ in
            ChartPoint(
                .random(in: 40...740, using: &generator), .random(in: 20...320, using: &generator))
        }
        var labels = LabelPlacement(within: plot, avoiding: Array(points.prefix(3)))
        for point in points { labels.occupy(around: point, radius: 7) }
        var boxes = points.map { ChartBox(x: $0.x - 6, y: $0.y - 6, width: 12, height: 12) }
        let marks = boxes.count
        for (index, point) in points.enumerated() {
            let text = "Option number \(index)"
            guard let place = labels.place(text, beside: point, radius: 6) else { continue }
            let box = ChartBox(
                x: place.baseline.x, y: place.baseline.y - 11, width: ChartText.width(text),
                height: 13)
            #expect(plot.contains(box))
            #expect(!boxes.contains { $0.overlaps(box) })
            boxes.append(box)
        }
        #expect(boxes.count >= marks + 8)
    }
}
