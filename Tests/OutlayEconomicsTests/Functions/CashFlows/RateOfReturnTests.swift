import OutlayEconomics
import OutlayProblems
import OutlayValues
import Testing

@Suite struct RateOfReturnTests {
    /// Flows worth nothing at each of `rates`: the product of v·(1 + r) − 1.
    private static func flows(rootsAt rates: [Double]) -> [Double] {
        rates.reduce([-100]) { flows, rate in
            zip([0] + flows, flows + [0]).map { $0 * (1 + rate) - $1 }
        }
    }

    @Test(arguments: 0..<300)
    func `every root that flows are built from is found`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let count = Int.random(in: 2...6, using: &random)
        // Far enough apart that the coefficients hold them.
        let rates = (0..<count).map { index -> Double in
            let least = -0.8 + 0.35 * Double(index * (index + 1))
            return least + Double.random(in: 0...0.2, using: &random)
        }
        let found = try RateOfReturn.of(Self.flows(rootsAt: rates))
        #expect(found.roots.count == count, "seed \(seed): \(rates), found \(found)")
        for (rate, root) in zip(rates, found.roots) {
            #expect(root.rate.isNear(rate, within: 1e-7), "seed \(seed): \(rates), found \(found)")
        }
    }

    @Test func `a double root is told from two near ones and from none`() throws {
        let double = try RateOfReturn.of([-1, 2.2, -1.21])
        guard case .double(let rate) = double else {
            Issue.record("\(double)")
            return
        }
        #expect(rate.isNear(0.1, within: 1e-9))
        #expect(try RateOfReturn.of([-1, 2.2, -1.2099999]).roots.count == 2)
        #expect(try RateOfReturn.of([-1, 2.2, -1.2100001]) == .none(.noRealRoot))
    }

    @Test func `a double root beside a simple one is listed with it`() throws {
        let found = try RateOfReturn.of(Self.flows(rootsAt: [0.1, 0.1, 0.5]))
        #expect(found.roots.map(\.isDouble) == [true, false], "\(found)")
        #expect(found.roots[0].rate.isNear(0.1, within: 1e-6))
        #expect(found.roots[1].rate.isNear(0.5, within: 1e-9))
    }

    @Test func `a root of high order is one root`() throws {
        let found = try RateOfReturn.of(Self.flows(rootsAt: Array(repeating: 0.1, count: 12)))
        #expect(found.roots.count == 1, "\(found)")
    }

    @Test(arguments: 0..<40)
    func `scaling the flows leaves the rate`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let flows =
            [-Double.random(in: 50...150, using: &random)]
            + (0..<20).map { _ in Double.random(in: 1...12, using: &random) }
        let rate = try #require(try RateOfReturn.of(flows).onlyRate)
        for power in [-290, -12, -6, 6, 12, 290] {
            let factor = Double("1e\(power)") ?? 0
            let scaled = try #require(try RateOfReturn.of(flows.map { $0 * factor }).onlyRate)
            #expect(
                (1 + scaled).isNear(1 + rate, within: 1e-13), "seed \(seed), times 1e\(power)")
        }
    }

    @Test(arguments: 0..<100)
    func `the flows are worth nothing at the rate`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let flows = (0..<Int.random(in: 2...360, using: &random)).map { _ in
            Double.random(in: -1...1, using: &random)
        }
        let found = try RateOfReturn.of(flows)
        for root in found.roots where root.isRepresentable {
            var (value, size, factor) = (0.0, 0.0, 1.0)
            // Below 0 the value at the end is added up, so that no factor overflows.
            let isLoss = root.rate < 0
            for flow in isLoss ? flows.reversed() : flows {
                value += flow * factor
                size += flow.magnitude * factor
                factor *= isLoss ? 1 + root.rate : 1 / (1 + root.rate)
            }
            #expect(value.magnitude <= 1e-9 * size, "seed \(seed): \(root), \(value) of \(size)")
        }
        // Between the ends the value changes its sign as often as it has roots, double ones aside.
        let signs = flows.filter { $0 != 0 }
        let crossings = found.roots.count { !$0.isDouble }
        #expect(((signs.first ?? 0) * (signs.last ?? 0) < 0) == (crossings % 2 == 1))
    }

    @Test func `roots near -1 and very high ones are found`() throws {
        #expect(
            try RateOfReturn.of([-100, 0, 0, 1e-9]).onlyRate?.isNear(-0.9997845565309968) == true)
        #expect(try RateOfReturn.of([-1, 1e6]).onlyRate?.isNear(999_999, within: 1e-6) == true)
        #expect(try RateOfReturn.of([-1, 1e300]).onlyRate?.isNear(1e300, within: 1e288) == true)
        guard case .notRepresentable(let near) = try RateOfReturn.of([-1, 1e-20]) else {
            Issue.record("held")
            return
        }
        #expect(near == -1)
    }

    @Test func `flows of one sign have no rate, and denormal ones have`() throws {
        #expect(try RateOfReturn.of([100, 50, 20]) == .none(.noSignChange))
        #expect(try RateOfReturn.of([-100]) == .none(.noSignChange))
        #expect(try RateOfReturn.of([0, 0]) == .none(.noSignChange))
        let least = Double.leastNonzeroMagnitude
        #expect(try RateOfReturn.of([-1000 * least, 1100 * least]).onlyRate?.isNear(0.1) == true)
        let most = Double.greatestFiniteMagnitude
        #expect(try RateOfReturn.of([-most, most, most]).onlyRate?.isNear(0.6180339887) == true)
    }

    @Test func `ten thousand flows that alternate are searched in bounded time`() throws {
        var random = SplitMix64(seed: 7)
        let flows = (0..<10_000).map { index in
            Double.random(in: 0.9...1.1, using: &random) * (index.isMultiple(of: 2) ? 1 : -1)
        }
        #expect(try RateOfReturn.of(flows).roots.count % 2 == 1)
    }

    @Test func `what is no number, and nothing at all, is refused`() {
        for flow in [Double.nan, .infinity, -.infinity] {
            let problem = #expect(throws: Problem.self) { try RateOfReturn.of([-1, flow, 2]) }
            #expect(problem?.code == .nonFinite)
        }
        let problem = #expect(throws: Problem.self) { try RateOfReturn.of([]) }
        #expect(problem?.code == .emptyInput)
    }

    @Test func `dated flows have one rate in any order`() throws {
        let dates = try ["2024-01-01", "2025-01-01"].map { try CalendarDate(parsing: $0) }
        let found = try RateOfReturn.of(DatedFlows([-1000, 1100], on: dates))
        let turned = try RateOfReturn.of(DatedFlows([1100, -1000], on: dates.reversed()))
        #expect(found == turned)
        #expect(found.onlyRate?.isNear(0.09971358593414124, within: 1e-12) == true)
        let sameDay = try DatedFlows([-1, 2], on: [dates[0], dates[0]])
        let problem = #expect(throws: Problem.self) { try RateOfReturn.of(sameDay) }
        #expect(problem?.code == .noTimeSpan)
    }
}
