import OutlayReports
import Testing

@Suite struct ContributionChartTests {
    @Test func `the axis runs to 100 whatever the values`() {
        let drawing = sampleContributions.svg(on: .wide, identifier: "c")
        #expect(drawing.contains(">100<"))
        #expect(drawing.contains(">50.2<"))
    }

    @Test func `the table ends in the value`() {
        #expect(sampleContributions.table.columns.last?.title == "Value")
        #expect(
            sampleContributions.table.rows[0].cells.map(\.shown) == [
                "Lease", "30.0", "20.2", "50.2",
            ])
    }
}
