import OutlaySampling
import Testing

@Suite struct GaussianCopulaTests {
    static func distributions() throws -> [any Distribution] {
        [
            try #require(TriangularDistribution(low: 80, mode: 100, high: 150)),
            try #require(PERTDistribution(low: 40, mode: 50, high: 90)),
            try #require(LognormalDistribution(mean: 60, standardDeviation: 60)),
            try #require(UniformDistribution(low: 0, high: 1)),
        ]
    }

    /// Returns what each input draws over the first trials.
    static func draws(
        _ distributions: [any Distribution], _ copula: GaussianCopula, seed: UInt64, trials: Int
    ) -> [[Double]] {
        let simulation = Simulation(
            inputs: distributions.map { SimulationInput($0) }, copula: copula, seed: seed)
        let all = (0..<trials).map { simulation.draws(ofTrial: $0) }
        return distributions.indices.map { input in all.map { $0[input][0] } }
    }

    static func correlation(_ first: [Double], _ second: [Double]) -> Double {
        let count = Double(first.count)
        let means = (first.reduce(0, +) / count, second.reduce(0, +) / count)
        var (products, left, right) = (0.0, 0.0, 0.0)
        for (first, second) in zip(first, second) {
            products += (first - means.0) * (second - means.1)
            left += (first - means.0) * (first - means.0)
            right += (second - means.1) * (second - means.1)
        }
        return products / (left * right).squareRoot()
    }

    static func ranks(_ numbers: [Double]) -> [Double] {
        var ranks = numbers.map { _ in 0.0 }
        for (rank, index) in numbers.indices.sorted(by: { numbers[$0] < numbers[$1] }).enumerated()
        {
            ranks[index] = Double(rank)
        }
        return ranks
    }

    static let wanted = [
        [1, 0.6, -0.4, 0], [0.6, 1, 0.1, 0], [-0.4, 0.1, 1, 0], [0, 0, 0, 1],
    ]

    @Test(arguments: [1, 2] as [UInt64])
    func `rank correlations are reached`(seed: UInt64) throws {
        let copula = try GaussianCopula(rankCorrelations: Self.wanted)
        let draws = Self.draws(try Self.distributions(), copula, seed: seed, trials: 10_000)
        for row in 0..<4 {
            for column in 0..<row {
                let found = Self.correlation(Self.ranks(draws[row]), Self.ranks(draws[column]))
                // Five standard errors of a rank correlation over 10,000 pairs are at most 0.053.
                #expect(abs(found - Self.wanted[row][column]) < 0.053, "seed \(seed)")
            }
        }
        #expect(copula.largestShift == 0)
    }

    @Test(arguments: [1, 2] as [UInt64])
    func `correlations of the draws themselves are reached`(seed: UInt64) throws {
        let distributions = try Self.distributions()
        let copula = try GaussianCopula(correlations: Self.wanted, of: distributions)
        let draws = Self.draws(distributions, copula, seed: seed, trials: 10_000)
        for row in 0..<4 {
            for column in 0..<row {
                let found = Self.correlation(draws[row], draws[column])
                #expect(abs(found - Self.wanted[row][column]) < 0.06, "seed \(seed)")
            }
        }
        // The normal numbers are tied closer than the draws are to be.
        #expect(copula.normalCorrelations[0][2] < -0.41)
    }

    @Test func `two lognormal inputs have the correlation of the closed form`() throws {
        // exp of normal numbers with deviation s and correlation r: (exp(r s^2) - 1) / (exp(s^2) - 1).
        let distribution = try #require(
            LognormalDistribution(logarithmMean: 1, logarithmDeviation: 0.8))
        let wanted = 0.5
        let copula = try GaussianCopula(
            correlations: [[1, wanted], [wanted, 1]], of: [distribution, distribution])
        let square = 0.64
        let normal =
            ElementaryFunctions.logarithm(
                1 + wanted * ElementaryFunctions.exponentialMinusOne(square)) / square
        #expect(abs(copula.normalCorrelations[0][1] - normal) < 1e-9)
    }

    @Test func `the draws keep their distributions`() throws {
        let distributions = try Self.distributions()
        let copula = try GaussianCopula(rankCorrelations: Self.wanted)
        let draws = Self.draws(distributions, copula, seed: 3, trials: 10_000)
        for (numbers, distribution) in zip(draws, distributions) {
            let mean = numbers.reduce(0, +) / 10_000
            #expect(
                abs(mean - distribution.mean) < 5 * distribution.standardDeviation / 100)
            let below = Double(numbers.count { $0 < distribution.quantile(at: 0.9) }) / 10_000
            #expect(abs(below - 0.9) < 5 * 0.003)
        }
    }

    @Test func `full correlation moves inputs as one`() throws {
        let distributions = try Array(Self.distributions().prefix(2))
        let copula = try GaussianCopula(rankCorrelations: [[1, -1], [-1, 1]])
        let draws = Self.draws(distributions, copula, seed: 4, trials: 200)
        for (first, second) in zip(draws[0], draws[1]) {
            let shares = (
                distributions[0].cumulativeProbability(at: first),
                distributions[1].cumulativeProbability(at: second)
            )
            #expect(abs(shares.0 + shares.1 - 1) < 1e-9)
        }
    }

    @Test func `an input that is tied to none draws as without the others`() throws {
        let distributions = try Self.distributions()
        let copula = try GaussianCopula(rankCorrelations: Self.wanted)
        let inputs = distributions.map { SimulationInput($0) }
        let tied = Simulation(inputs: inputs, copula: copula, seed: 5)
        let free = Simulation(inputs: inputs, seed: 5)
        for trial in 0..<20 {
            #expect(tied.draws(ofTrial: trial)[3] == free.draws(ofTrial: trial)[3])
        }
    }

    @Test func `inputs drawn each period are tied period by period`() throws {
        let normal = NormalDistribution.standard
        let copula = try GaussianCopula(rankCorrelations: [[1, 0.8], [0.8, 1]])
        let inputs = [normal, normal].map { SimulationInput($0, drawing: .eachPeriod(3)) }
        let simulation = Simulation(inputs: inputs, copula: copula, seed: 6)
        let all = (0..<4_000).map { simulation.draws(ofTrial: $0) }
        for period in 0..<3 {
            for other in 0..<3 {
                let found = Self.correlation(
                    all.map { $0[0][period] }, all.map { $0[1][other] })
                let wanted = period == other ? copula.normalCorrelations[0][1] : 0
                #expect(abs(found - wanted) < 5 / 4_000.0.squareRoot())
            }
        }
        let sums = simulation.run(
            trials: 4_000, outputs: [LinearOutput(weights: [[1, 1, 1], [1, 1, 1]])])
        let kernel = simulation.run(trials: 4_000, outputs: 1) { draws, outputs in
            outputs[0] =
                (draws[0, 0] + draws[0, 1] + draws[0, 2])
                + (draws[1, 0] + draws[1, 1] + draws[1, 2])
        }
        #expect(abs(sums.outputs[0].variance - kernel.outputs[0].variance) < 1e-9)
        #expect(abs(sums.outputs[0].variance - 6 * (1 + 0.813)) < 1)
    }

    static func fault(_ rows: [[Double]]) -> CorrelationFault? {
        do throws(CorrelationFault) {
            _ = try GaussianCopula(rankCorrelations: rows)
            return nil
        } catch {
            return error
        }
    }

    @Test func `tables that are none are refused by place`() {
        #expect(Self.fault([[1, 0.5]]) == .counts)
        #expect(Self.fault([[1, 1.5], [1.5, 1]]) == .outOfRange(0, 1, value: 1.5))
        #expect(Self.fault([[0.9, 0], [0, 1]]) == .diagonal(0, value: 0.9))
        #expect(Self.fault([[1, 0.5], [0.4, 1]]) == .asymmetric(0, 1))
        let notNumber = Self.fault([[1, .nan], [.nan, 1]])
        guard case .outOfRange(0, 1, _) = notNumber else {
            Issue.record("found \(String(describing: notNumber))")
            return
        }
        #expect(Self.fault([]) == nil)
        #expect(Self.fault([[1]]) == nil)
    }

    @Test func `inputs that contradict each other are named`() {
        let rows = [
            [1, 0.9, -0.9, 0], [0.9, 1, 0.9, 0], [-0.9, 0.9, 1, 0], [0, 0, 0, 1],
        ]
        guard case .notPositiveSemidefinite(let least, let involved)? = Self.fault(rows) else {
            Issue.record("the table was taken")
            return
        }
        // Its eigenvalues are 1.9, 1.9, 1 and -0.8.
        #expect(abs(least + 0.8) < 1e-12)
        #expect(involved == [0, 1, 2])
    }

    @Test func `a table that bell curves only just miss is shifted, and by how much is told`()
        throws
    {
        // Its least eigenvalue is 0; 2 sin(pi r / 6) lifts -0.5 to -0.5176, which three cannot have in pairs.
        let rows = [[1, -0.5, -0.5], [-0.5, 1, -0.5], [-0.5, -0.5, 1]]
        let copula = try GaussianCopula(rankCorrelations: rows)
        #expect(abs(copula.normalCorrelations[0][1] + 0.5) < 1e-6)
        // Normal numbers at -0.5 have the rank correlation 6 / pi asin(-0.25).
        #expect(abs(copula.largestShift - 0.0174) < 1e-4)
    }

    @Test func `a correlation that two distributions cannot have is refused with what they can`()
        throws
    {
        let wide = try #require(LognormalDistribution(logarithmMean: 0, logarithmDeviation: 1))
        do throws(CorrelationFault) {
            _ = try GaussianCopula(correlations: [[1, -0.9], [-0.9, 1]], of: [wide, wide])
            Issue.record("the table was taken")
        } catch {
            guard case .outOfReach(0, 1, let value, let reachable) = error else {
                Issue.record("found \(error)")
                return
            }
            // (exp(-1) - 1) / (exp(1) - 1) at the least.
            #expect(value == -0.9)
            #expect(abs(reachable.lowerBound + 0.36787944) < 1e-6)
            #expect(abs(reachable.upperBound - 1) < 1e-6)
        }
        #expect(throws: CorrelationFault.counts) {
            try GaussianCopula(correlations: [[1]], of: [wide, wide])
        }
    }
}
