import OutlayProblems
import OutlaySampling
import Testing

@testable import OutlayEconomics

@Suite struct CorrelatedDrawTests {
    private static let inputs = ["a", "b", "c"].map { id in
        UncertainInput(
            place: .assumption(id), stated: exact("50"),
            range: UncertainRange(low: exact("0"), high: exact("100"), distribution: .uniform))
    }

    /// The uniform numbers of many trials, a row per input.
    private func numbers(_ draw: CorrelatedDraw, trials: Int) -> [[Double]] {
        let stream = RandomStream(seed: 4)
        var rows = Self.inputs.map { _ in [Double]() }
        for trial in 0..<trials {
            var source = stream.numbers(ofTrial: UInt64(trial))
            var values = Self.inputs.map { _ in source.next() }
            draw.tie(&values)
            for index in rows.indices { rows[index].append(values[index]) }
        }
        return rows
    }

    /// The correlation of uniform numbers, which is that of their ranks.
    private func correlation(_ first: [Double], _ second: [Double]) -> Double {
        zip(first, second).reduce(0) { $0 + ($1.0 - 0.5) * ($1.1 - 0.5) } * 12
            / Double(first.count)
    }

    @Test(arguments: ["-1", "-0.7", "0.3", "0.9", "1"])
    func `ranks correlate as stated, and each number stays even`(rank: String) throws {
        let draw = try CorrelatedDraw(Self.inputs, [InputCorrelation("a", "c", exact(rank))])
        let rows = numbers(draw, trials: 20_000)
        #expect(abs(correlation(rows[0], rows[2]) - exact(rank).doubleValue) < 0.03)
        #expect(abs(correlation(rows[0], rows[1])) < 0.03)
        for row in rows {
            #expect(abs(row.reduce(0, +) / 20_000 - 0.5) < 0.01)
            #expect(row.allSatisfy { 0 < $0 && $0 < 1 })
        }
    }

    @Test func `the sum of a tied pair has the variance that follows`() throws {
        // Var(a + b) = 2 σ² (1 + ρ) with σ² = 100² / 12.
        let draw = try CorrelatedDraw(Self.inputs, [InputCorrelation("a", "b", exact("0.5"))])
        let rows = numbers(draw, trials: 40_000)
        let sums = zip(rows[0], rows[1]).map { 100 * ($0 + $1) }
        let mean = sums.reduce(0, +) / 40_000
        let variance = sums.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 39_999
        #expect(abs(variance / (2 * 10_000 / 12 * 1.5) - 1) < 0.03)
    }

    @Test func `correlations that cannot all hold are refused with the room there is`() {
        let problem = refusal {
            try CorrelatedDraw(
                Self.inputs,
                [
                    InputCorrelation("a", "b", exact("0.9")),
                    InputCorrelation("a", "c", exact("0.9")),
                    InputCorrelation("b", "c", exact("-0.9")),
                ])
        }
        #expect(problem?.code == .impossibleCorrelations)
        #expect(problem?.summary == "b and c cannot correlate by -0.9")
        // 0.81 − 0.19 … 0.81 + 0.19
        #expect(problem?.reason == "the other correlations leave room from 0.62 to 1")
    }

    @Test func `names, pairs and numbers that make no sense are refused`() {
        func code(_ correlations: InputCorrelation...) -> ProblemCode? {
            refusal { try CorrelatedDraw(Self.inputs, correlations) }?.code
        }
        #expect(code(InputCorrelation("a", "d", exact("0.1"))) == .badCorrelation)
        #expect(code(InputCorrelation("a", "a", exact("0.1"))) == .badCorrelation)
        #expect(code(InputCorrelation("a", "b", exact("1.1"))) == .badCorrelation)
        #expect(
            code(InputCorrelation("a", "b", exact("0.1")), InputCorrelation("b", "a", exact("0.1")))
                == .badCorrelation)
    }
}
