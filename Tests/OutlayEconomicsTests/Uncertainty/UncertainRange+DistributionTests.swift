import OutlayProblems
import OutlaySampling
import Testing

@testable import OutlayEconomics

@Suite struct UncertainRangeDistributionTests {
    private typealias Form = UncertainRange.Form

    private func made(
        _ low: String, _ value: String, _ high: String, _ form: UncertainRange.Form,
        tenths: Bool = false, isShare: Bool = false
    ) throws(Problem) -> any Distribution {
        try UncertainRange(
            low: exact(low), high: exact(high), distribution: form,
            meaning: tenths ? .tenthToNinetieth : .extremes
        ).makeDistribution(around: exact(value), isShare: isShare)
    }

    @Test func `extremes are the ends of every form`() throws {
        for form in [Form.triangular, .pert, .uniform, .normal, .lognormal] {
            let spread = try made("60", "65", "80", form)
            let ends = [1e-15, 1 - 1e-15].map { spread.quantile(at: $0) }
            #expect(ends[0] >= 60 && ends[1] <= 80, "\(form.name)")
            #expect(abs(ends[0] - 60) < 0.01 && abs(ends[1] - 80) < 0.01, "\(form.name)")
        }
    }

    @Test func `the means are those of the forms`() throws {
        #expect(try made("60", "65", "80", .triangular).mean.isNear(205.0 / 3))
        #expect(try made("60", "65", "80", .pert).mean.isNear((60 + 4 * 65 + 80) / 6.0))
        #expect(try made("60", "65", "80", .uniform).mean.isNear(70))
        // Cut off on both sides alike.
        #expect(abs(try made("60", "65", "80", .normal).mean - 70) < 1e-9)
        #expect(abs(try made("60", "65", "80", .normal).quantile(at: 0.5) - 70) < 1e-9)
        // The root of 10 · 1000 in the middle.
        #expect(abs(try made("10", "50", "1000", .lognormal).quantile(at: 0.5) - 100) < 1e-6)
    }

    @Test func `P10 and P90 are met where they are stated`() throws {
        for form in [Form.triangular, .pert, .uniform, .normal, .lognormal] {
            let spread = try made("60", "65", "80", form, tenths: true)
            #expect(abs(spread.quantile(at: 0.1) - 60) < 1e-4, "\(form.name)")
            #expect(abs(spread.quantile(at: 0.9) - 80) < 1e-4, "\(form.name)")
        }
    }

    @Test func `nothing is drawn below 0 from a range above it, nor a share above 1`() throws {
        for form in [Form.triangular, .uniform, .normal] {
            let spread = try made("1", "5", "90", form, tenths: true)
            #expect(spread.quantile(at: 1e-9) >= 0, "\(form.name)")
            let share = try made("0.3", "0.8", "0.95", form, tenths: true, isShare: true)
            #expect(share.quantile(at: 1 - 1e-12) <= 1, "\(form.name)")
            let points = (0..<5000).map { spread.quantile(at: (Double($0) + 0.5) / 5000) }
            let mean = points.reduce(0, +) / 5000
            #expect(abs(mean - spread.mean) < 0.02, "\(form.name)")
        }
        #expect(try made("-5", "0", "5", .normal, tenths: true).quantile(at: 0.001) < -5)
    }

    @Test func `outcomes and samples are drawn by their likelihood`() throws {
        let outcomes = [("1", "1"), ("3", "3")].map {
            UncertainRange.Outcome(value: exact($0), weight: exact($1))
        }
        let discrete = try made("1", "2", "3", .discrete(outcomes))
        #expect(discrete.mean == 2.5)
        #expect(discrete.quantile(at: 0.2) == 1 && discrete.quantile(at: 0.3) == 3)
        let empirical = try made("1", "2", "9", .empirical(["1", "2", "9"].map(exact)))
        #expect(empirical.mean.isNear(4) && empirical.quantile(at: 0.5) == 2)
    }

    @Test func `a range without width is its number`() throws {
        for form in [Form.triangular, .pert, .normal, .lognormal] {
            let spread = try made("0", "0", "0", form)
            #expect(spread.quantile(at: 0.3) == 0 && spread.mean == 0, "\(form.name)")
        }
    }

    @Test func `what makes no distribution is refused`() {
        #expect(refusal { try made("60", "59", "80", .pert) }?.code == .badRange)
        #expect(refusal { try made("0", "5", "9", .lognormal) }?.code == .badDistribution)
        let idle = [UncertainRange.Outcome(value: exact("1"), weight: .zero)]
        #expect(refusal { try made("0", "1", "2", .discrete(idle)) }?.code == .badDistribution)
        #expect(refusal { try made("0", "1", "2", .empirical([])) }?.code == .badDistribution)
    }
}
