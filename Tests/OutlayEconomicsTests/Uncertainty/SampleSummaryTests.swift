import OutlayEconomics
import Testing

@Suite struct SampleSummaryTests {
    @Test func `a small sample is summed up as by hand`() throws {
        let summary = try #require(SampleSummary([-1, 0, 1, 2, 3]))
        #expect(summary.mean == 1)
        #expect(summary.standardDeviation == 2.5.squareRoot())
        #expect(summary.standardError == 0.5.squareRoot())
        #expect(summary.median == 1 && summary.shareAboveZero == 0.6)
        #expect(abs(summary.tenth + 0.6) < 1e-12 && abs(summary.ninetieth - 2.6) < 1e-12)
        #expect(SampleSummary([1]) == nil)
    }
}
