import Outlay
import Testing

@testable import OutlayReports

@Suite struct StabilityFindingsTests {
    /// Two criteria of 0 … 10 with these weights in hundredths and these performances.
    private static func report(
        _ weights: (String, String), cheap: (Int, Int), dear: (Int, Int)
    ) throws -> Report {
        var sample = SampleEvaluation()
        sample.decision = """
            criteria:
              - {id: q, title: Quality, unit: points, direction: higher, scale: {worst: 0, best: 10}, weight: \(weights.0)}
              - {id: r, title: Reach, unit: points, direction: higher, scale: {worst: 0, best: 10}, weight: \(weights.1)}
            performance:
              cheap: {q: \(cheap.0), r: \(cheap.1)}
              dear: {q: \(dear.0), r: \(dear.1)}
            """
        return try sample.report()
    }

    @Test func `the weights at which rank 1 changes are named on both sides`() throws {
        // Cheap leads by 10 q - 5 r: level at q = 1/3.
        let report = try Self.report(("40", "60"), cheap: (10, 0), dear: (0, 5))
        #expect(
            report.title(of: "robustness")
                == "Rank 1 changes only if q weighs less than 33 (now 40) or r weighs more than 67 "
                + "(now 60)")
    }

    @Test func `weights that round alike get more decimals`() throws {
        // Level at q = 1/3; now 33.4.
        let report = try Self.report(("33.4", "66.6"), cheap: (10, 0), dear: (0, 5))
        #expect(
            report.title(of: "robustness")
                == "Rank 1 changes only if q weighs less than 33.3 (now 33.4) or r weighs more than "
                + "66.7 (now 66.6)")
    }

    @Test func `a winner that no weight unseats is said to be safe`() throws {
        let report = try Self.report(("40", "60"), cheap: (9, 9), dear: (3, 3))
        #expect(
            report.title(of: "robustness") == "No change of one weight takes rank 1 from Cheap")
    }

    @Test func `a shared first rank is said to hang on any weight`() throws {
        let report = try Self.report(("50", "50"), cheap: (9, 3), dear: (3, 9))
        #expect(
            report.title(of: "robustness")
                == "Cheap and Dear share rank 1, so that any change of a weight may part them")
    }

    @Test func `one criterion has no weight to move`() throws {
        #expect(try SampleEvaluation().report().title(of: "robustness").isEmpty)
    }

    @Test func `the chart shows the criterion that is nearest to a change`() throws {
        let report = try Self.report(("40", "60"), cheap: (10, 0), dear: (0, 5))
        let section = try #require(report.sections.first { $0.id == "robustness" })
        let chart = section.blocks.compactMap { block -> (any Chart)? in
            if case .chart(let chart) = block { chart } else { nil }
        }.first
        #expect(chart?.title.hasPrefix("Value as the weight of q runs from 0 to 100 %") == true)
        #expect(chart?.table.rows.map { $0.cells.last?.data } == ["100.000000", "0.000000"])
    }
}
